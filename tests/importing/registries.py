"""Invented registries, as such come, and mapping files for them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

COMPANIES = '''\
Код;Наименование;Сокр.;Форма;Головная;Страна;Дата рег.;Дата ликв.;Статус
1001;Каспийские технологии;КТ;ООО;;Азербайджан;05.11.2015;;действует
1002;Алмалинский завод;;ОАО;1001;AZ;31.02.2019;;действует
1003;Орион;;ООО;;KAZ;01.03.2012;31.12.9999;действует
1004;Орион;;ООО;1003;Казахстан;12.04.2016;12.04.2015;действует
1005;"Торговый дом ""Юг""";;ООО;1099;Россия;2014;;действует
1006;Сельмаш;;ГУП;;Россия;07.07.2007;;закрыта
1007;Мир;;ЧП;;Россия;07.07.2007;;действует
 1008 ;  Новый   мир ;;ООО;1001;Нарния;08.08.2008;;действует
1009;Лишняя;;ООО;;Россия;08.08.2008;;действует;ещё
1010;Короткая;;ООО
1001;Каспий-Тех;КТ;ООО;;Азербайджан;05.11.2015;;действует
;Без кода;;ООО;;Россия;08.08.2008;;действует
1011;"Две
строки";;ООО;1011;Россия;;;действует

1012;Последняя;;ОАО;1001;Россия;00.00.0000;;действует
'''

COMPANIES_MAPPING = """\
name = "companies"

[source]
id = "companies"
title = "Реестр компаний"
language = "ru"

[keys.company]
identifier = "inn-test"

[keys.country]
countries = true

[[table]]
file = "companies.csv"
encoding = "cp1251"
unless = {"Статус" = "закрыта"}

[[table.thing]]
id = {column = "Код", keys = "company"}
name = "Наименование"
language = "=ru"
class = {column = "Форма", map = {"ООО" = "Company", "ОАО" = "Company"}}

[[table.name]]
of = {column = "Код", keys = "company"}
name = "Сокр."
language = "=ru"
rank = "=acronym"

[[table.fact]]
subject = {column = "Код", keys = "company"}
predicate = "=belongsTo"
object = {column = "Головная", keys = "company"}
record = "https://example.org/companies/{Код}"

[[table.fact]]
subject = {column = "Код", keys = "company"}
predicate = "=ofCountry"
object = {column = "Страна", keys = "country"}
from = {column = "Дата рег.", format = ["%d.%m.%Y", "%Y"], empty = "00.00.0000"}
until = {column = "Дата ликв.", format = "%d.%m.%Y"}
record = "https://example.org/companies/{Код}"
"""

PROJECTS_MAPPING = """\
name = "projects"

[source]
id = "projects"
title = "Register of projects"
language = "en"
published = "2025-03-01"

[keys.project]
class = "Programme"

[keys.participant]
class = "Organisation"

[[table]]
file = "projects.parquet"

[[table.thing]]
id = {column = "id", keys = "project"}
name = "title"
language = "lang"

[[table.thing]]
id = {column = "participants", keys = "participant", split = ";"}
name = "{}"

[[table.fact]]
subject = {column = "participants", keys = "participant", split = ";"}
predicate = "=contributesTo"
object = {column = "id", keys = "project"}
from = {column = "start", impossible = "omit"}
record = "id"
"""


def write_companies(folder: Path, text: str = COMPANIES, mapping: str = COMPANIES_MAPPING) -> Path:
    """A register of companies in cp1251 with semicolons; returns its mapping file."""
    (folder / "companies.csv").write_bytes(text.encode("cp1251"))
    (folder / "companies.toml").write_text(mapping, encoding="utf-8")
    return folder / "companies.toml"


def write_projects(folder: Path) -> Path:
    """A register of projects in Parquet, participants in one cell; returns its mapping file."""
    table = pa.table(
        {
            "id": [7, 8, 9],
            "title": ["Green Harbour", "Open Maps", "Open Maps"],
            "lang": ["eng", None, "en-GB"],
            "participants": ["North Lab; Østfold Institute ;North Lab", "North Lab", None],
            "start": ["2021-02-30", "2022-05", "2023"],
        }
    )
    parquet.write_table(table, folder / "projects.parquet")
    (folder / "projects.toml").write_text(PROJECTS_MAPPING, encoding="utf-8")
    return folder / "projects.toml"
