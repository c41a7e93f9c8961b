"""When sentences tell: ranges of days, months, years, and what is reckoned from the day of the article."""

from __future__ import annotations

import pytest

from kg.draft.dates.dating import dates_told
from kg.draft.dates.told_dates import Before
from kg.draft.drafter import Drafter
from kg.draft.language.passages import sentences
from kg.facts.dates import PartialDate
from tests.draft.conftest import source

WEDNESDAY = PartialDate.parse("2026-06-17")
TOLD_BEFORE = Before("2026-06-12", "2026-06-12")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The forum will be held on 10–11 June in Baku.", "2026-06-10..2026-06-11"),
        ("en", "The forum was held from 30 August to 3 September 2025.", "2025-08-30..2025-09-03"),
        ("en", "The summit took place on May 4 and 5 in Astana.", "2026-05-04..2026-05-05"),
        ("en", "Two visits, on May 4 and May 9, were made.", "2026-05-04 2026-05-09"),
        ("en", "It ran between June 30 and July 2, 2024, in Tbilisi.", "2024-06-30..2024-07-02"),
        ("en", "The two-day workshop opened on 3 March.", "2026-03-03..2026-03-04"),
        ("en", "The center opened three years ago.", "2023"),
        ("en", "It signed a deal last week.", "2026-06"),
        ("en", "The lab opens in the autumn.", "2026"),
        ("en", "The lab opened last autumn.", "2025"),
        ("en", "The same day the parties signed a memorandum.", "2026-06-12"),
        ("en", "A day later they left.", "2026-06-13"),
        ("en", "The plant will open by 2027.", "2027"),
        ("en", "It joined in early May 2025.", "2025-05"),
        ("en", "The lab will open by September.", "2026-09"),
        ("en", "She has worked there since January.", "2026-01+"),
        ("en", "The fair runs June 4 to 6.", "2026-06-04..2026-06-06"),
        ("en", "From 4 to 6 May the city hosted the fair.", "2026-05-04..2026-05-06"),
        ("az", "Forum iyunun 10-11-də Bakıda keçiriləcək.", "2026-06-10..2026-06-11"),
        ("az", "Sərgi avqustun 30-dan sentyabrın 3-dək davam edəcək.", "2026-08-30..2026-09-03"),
        ("az", "Konfrans noyabrın 4-5-də Gəncədə olub.", "2026-11-04..2026-11-05"),
        ("az", "4-5 noyabr tarixlərində sammit keçirilib.", "2026-11-04..2026-11-05"),
        ("az", "Tədbir 2026-cı il mayın 4-dən 6-na qədər davam edib.", "2026-05-04..2026-05-06"),
        ("az", "İyunun 10 və 11-də Şəkidə forum olacaq.", "2026-06-10..2026-06-11"),
        ("az", "Mərkəz 2025-ci ilin mart ayında açılıb.", "2025-03"),
        ("az", "Mərkəz iyun ayında açılacaq.", "2026-06"),
        ("az", "Elə həmin gün memorandum imzalanıb.", "2026-06-12"),
        ("az", "Ertəsi gün nümayəndə heyəti Gəncəyə gedib.", "2026-06-13"),
        ("az", "Mərkəz altı il əvvəl yaradılıb.", "2020"),
        ("az", "Keçən həftə saziş imzalanıb.", "2026-06"),
        ("az", "30 avqust – 3 sentyabr tarixlərində sərgi keçiriləcək.", "2026-08-30..2026-09-03"),
        ("az", "Saziş çərşənbə axşamı imzalanıb.", "2026-06-16"),
        ("az", "Mərkəz gələn ilin yanvarında açılacaq.", "2027-01"),
        ("ru", "Форум пройдёт 10–11 июня в Баку.", "2026-06-10..2026-06-11"),
        ("ru", "Выставка работала с 30 августа по 3 сентября 2025 года.", "2025-08-30..2025-09-03"),
        ("ru", "С 4 по 6 мая в Ташкенте прошёл форум.", "2026-05-04..2026-05-06"),
        ("ru", "4 и 5 мая состоялась конференция.", "2026-05-04..2026-05-05"),
        ("ru", "Центр открылся в мае 2025 года.", "2025-05"),
        ("ru", "Центр открылся в мае.", "2026-05"),
        ("ru", "Центр заработает к сентябрю.", "2026-09"),
        ("ru", "На прошлой неделе подписан меморандум.", "2026-06"),
        ("ru", "В тот же день стороны подписали соглашение.", "2026-06-12"),
        ("ru", "На следующий день делегация посетила парк.", "2026-06-13"),
        ("ru", "Центр создан три года назад.", "2023"),
        ("ru", "Двухдневный форум открылся 3 марта.", "2026-03-03..2026-03-04"),
        ("ru", "Этой осенью откроется филиал.", "2026"),
        ("ru", "В минувший вторник подписано соглашение.", "2026-06-16"),
        ("ru", "Центр откроют до конца 2027 года.", "2027"),
        ("ru", "30 августа – 3 сентября пройдёт ярмарка.", "2026-08-30..2026-09-03"),
        ("ru", "Состоит в сети с марта 2024 года.", "2024-03+"),
        ("kk", "Форум 10–11 маусымда Бакуде өтеді.", "2026-06-10..2026-06-11"),
        ("kk", "Көрме 30 тамыз бен 3 қыркүйек аралығында өтеді.", "2026-08-30..2026-09-03"),
        ("kk", "Көрме 30 тамыздан 3 қыркүйекке дейін жалғасады.", "2026-08-30..2026-09-03"),
        ("kk", "4-5 қараша күндері Астанада саммит өтті.", "2026-11-04..2026-11-05"),
        ("kk", "2025 жылғы 4–5 қарашада саммит өтті.", "2025-11-04..2025-11-05"),
        ("kk", "Орталық 2025 жылдың қыркүйегінде ашылды.", "2025-09"),
        ("kk", "Орталық маусым айында ашылады.", "2026-06"),
        ("kk", "Сол күні келісімге қол қойылды.", "2026-06-12"),
        ("kk", "Ертеңінде делегация кетті.", "2026-06-13"),
        ("kk", "Орталық үш жыл бұрын құрылды.", "2023"),
        ("kk", "Өткен аптада меморандумға қол қойылды.", "2026-06"),
        ("kk", "4 және 5 мамырда форум өтті.", "2026-05-04..2026-05-05"),
        ("kk", "Былтырдан бері желінің мүшесі.", "2025+"),
        ("kk", "Екі күндік форум 3 наурызда ашылды.", "2026-03-03..2026-03-04"),
        ("tr", "Forum 10-11 Haziran'da Bakü'de düzenlenecek.", "2026-06-10..2026-06-11"),
        ("tr", "Fuar 30 Ağustos-3 Eylül tarihleri arasında yapılacak.", "2026-08-30..2026-09-03"),
        ("tr", "4-5 Kasım 2025 tarihlerinde Ankara'da zirve yapıldı.", "2025-11-04..2025-11-05"),
        ("tr", "4 ve 5 Mayıs'ta konferans yapıldı.", "2026-05-04..2026-05-05"),
        ("tr", "Fuar 4 Mayıs'tan 6 Mayıs'a kadar sürdü.", "2026-05-04..2026-05-06"),
        ("tr", "Merkez 2025'in mart ayında açıldı.", "2025-03"),
        ("tr", "Merkez 2025 yılının Mart ayında açıldı.", "2025-03"),
        ("tr", "Merkez Mart 2027'de açılacak.", "2027-03"),
        ("tr", "Merkez haziran ayında açılacak.", "2026-06"),
        ("tr", "Aynı gün mutabakat imzalandı.", "2026-06-12"),
        ("tr", "Ertesi gün heyet ayrıldı.", "2026-06-13"),
        ("tr", "Merkez üç yıl önce kuruldu.", "2023"),
        ("tr", "Geçen hafta anlaşma imzalandı.", "2026-06"),
        ("tr", "Geçen salı anlaşma imzalandı.", "2026-06-16"),
        ("tr", "2023'ten bu yana ağın üyesi.", "2023+"),
        ("tr", "İki günlük forum 3 Mart'ta başladı.", "2026-03-03..2026-03-04"),
        ("uz", "Forum 10–11-iyun kunlari Bokuda bo‘lib o‘tadi.", "2026-06-10..2026-06-11"),
        ("uz", "Ko‘rgazma 30-avgustdan 3-sentabrgacha davom etadi.", "2026-08-30..2026-09-03"),
        ("uz", "2025-yil 4–5-noyabr kunlari Samarqandda sammit o‘tdi.", "2025-11-04..2025-11-05"),
        ("uz", "4 va 5-may kunlari konferensiya bo‘ldi.", "2026-05-04..2026-05-05"),
        ("uz", "Markaz 2025-yilning mart oyida ochildi.", "2025-03"),
        ("uz", "Markaz iyun oyida ochiladi.", "2026-06"),
        ("uz", "Shu kuni memorandum imzolandi.", "2026-06-12"),
        ("uz", "Ertasi kuni delegatsiya jo‘nab ketdi.", "2026-06-13"),
        ("uz", "Markaz uch yil avval tashkil etilgan.", "2023"),
        ("uz", "O‘tgan hafta bitim imzolandi.", "2026-06"),
        ("uz", "2023-yildan beri tarmoq a’zosi.", "2023+"),
        ("uz", "Ikki kunlik forum 3-mart kuni ochildi.", "2026-03-03..2026-03-04"),
        ("uz", "Markaz 2027-yilda ishga tushadi.", "2027"),
        ("uz", "30-avgust – 3-sentabr kunlari yarmarka o‘tadi.", "2026-08-30..2026-09-03"),
    ],
)
def test_dates_of_a_sentence(language: str, text: str, told: str) -> None:
    """A range is told with two dots, what holds from a day on with a plus."""
    found = [each for part in sentences(text, language) for each in dates_told(part, WEDNESDAY, TOLD_BEFORE)]
    days = ["..".join(filter(None, each.days)) + ("+" if each.since else "") for each in found]
    assert " ".join(days) == told


@pytest.mark.parametrize(
    "text",
    [
        "The Orbit Forum was held in Baku on 10–11 June. Estonia took part in the Orbit Forum.",
        '"Orbit" forumu iyunun 10-11-də Bakıda keçirilib. Forumda Estoniya iştirak edib.',
        "Форум «Орбита» прошёл в Баку с 10 по 11 июня. В форуме приняла участие Эстония.",
        "«Орбита» форумы 10–11 маусымда Бакуде өтті. Форумға Эстония қатысты.",
        "\"Orbit\" Forumu 10-11 Haziran'da Bakü'de düzenlendi. Foruma Estonya katıldı.",
        "“Orbit” forumi 10–11-iyun kunlari Bokuda bo‘lib o‘tdi. Forumda Estoniya ishtirok etdi.",
    ],
)
def test_all_rows_of_an_event_have_its_days(text: str, drafter: Drafter) -> None:
    told = [each for each in drafter.draft(text, source(published="2026-06-17")).proposals if each.from_]
    assert {each.predicate for each in told} == {"heldIn", "participatedIn"}
    assert {(each.from_, each.until) for each in told} == {("2026-06-10", "2026-06-11")}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Delegates of Silknet LLC visited the Alfa Innovation Hub on 3 June. At the end of the day the Alfa "
            "Innovation Hub and Silknet LLC signed a memorandum of understanding.",
            {"2026-06-03"},
        ),
        ("The Alfa Innovation Hub plans to open the Beta Center in Tashkent by 2027.", {"2027", ""}),
        ('"Alfa" İnnovasiya Mərkəzi 2027-ci ildə Daşkənddə açılacaq.', {"2027"}),
        ("Центр «Альфа» откроется в Ташкенте в 2027 году.", {"2027"}),
        ("«Альфа» орталығы 2027 жылы Ташкентте ашылады.", {"2027"}),
        ("“Alfa” markazi 2027-yilda Toshkentda ochiladi.", {"2027"}),
        (
            "Speaking on Monday, minister Ali Karimov said the Alfa Center had been opened in Tashkent by Silknet LLC.",
            {""},
        ),
    ],
)
def test_dates_of_proposals(text: str, dates: set[str], drafter: Drafter) -> None:
    """The day of the scene, a year ahead rather than the day of the article, and not the day of a speech."""
    assert {each.from_ for each in drafter.draft(text, source(published="2026-06-17")).proposals} == dates


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2028-02-29", "2026", ""])
@pytest.mark.parametrize("told", ["ten years ago", "tomorrow", "a week later", "last Monday", "next Monday", "in May"])
def test_no_day_beyond_the_calendar(told: str, published: str, drafter: Drafter) -> None:
    text = f"Estonia joined the Green Data Alliance {told}. It signed a memorandum with Silknet LLC {told}."
    found = drafter.draft(text, source(published=published)).proposals
    assert found and all(PartialDate.parse(each.from_) for each in found if each.from_)


@pytest.mark.parametrize(
    "text",
    [
        "The two-day Orbit Forum ended in Baku on 7 October. Estonia took part in the forum.",
        "7 октября в Баку завершился двухдневный форум «Орбита». В форуме приняла участие Эстония.",
        "7-oktabr kuni Bokuda ikki kunlik “Orbit” forumi yakunlandi. Forumda Estoniya ishtirok etdi.",
    ],
)
def test_what_ended_in_a_month_to_come_was_a_year_ago(text: str, drafter: Drafter) -> None:
    found = drafter.draft(text, source(published="2026-06-17")).proposals
    assert {(each.from_, each.until) for each in found} == {("2025-10-06", "2025-10-07")}
    assert {each.predicate for each in found} == {"heldIn", "participatedIn"}
