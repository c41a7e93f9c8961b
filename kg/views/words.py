"""The words of the pages' own interface, in one table; names and sentences come from the graph and the ontology."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {"en": "English", "az": "Azərbaycanca", "kk": "Қазақша"}
"""The languages of the pages by code, each by its own name, in the order in which every word below is given."""

WORDS: Mapping[str, tuple[str, str, str]] = {
    "network_title": ("Partnership network", "Tərəfdaşlıq şəbəkəsi", "Серіктестік желісі"),
    "explorer_title": (
        "Partnerships: facts and evidence",
        "Tərəfdaşlıqlar: faktlar və sübutlar",
        "Серіктестіктер: фактілер мен дәлелдер",
    ),
    "to_explorer": ("All facts", "Bütün faktlar", "Барлық фактілер"),
    "to_network": ("Network", "Şəbəkə", "Желі"),
    "language": ("Language", "Dil", "Тіл"),
    "search": ("Search names", "Adlar üzrə axtarış", "Атаулар бойынша іздеу"),
    "found": ("Found: {n}", "Tapıldı: {n}", "Табылды: {n}"),
    "none_found": ("Nothing found", "Heç nə tapılmadı", "Ештеңе табылмады"),
    "skip": ("Skip to content", "Məzmuna keç", "Мазмұнға өту"),
    "list": ("List of names", "Adların siyahısı", "Атаулар тізімі"),
    "entities": ("Entities", "Varlıqlar", "Нысандар"),
    "facts": ("Facts", "Faktlar", "Фактілер"),
    "sources": ("Sources", "Mənbələr", "Дереккөздер"),
    "overview": ("Overview", "İcmal", "Шолу"),
    "choose": (
        "Search in any language, or choose a name in the list.",
        "İstənilən dildə axtarın və ya siyahıdan ad seçin.",
        "Кез келген тілде іздеңіз немесе тізімнен атау таңдаңыз.",
    ),
    "most_told": ("With the most facts", "Haqqında ən çox fakt olanlar", "Ең көп факт жиналғандар"),
    "unknown": ("Not in this graph: {id}", "Bu qrafda yoxdur: {id}", "Бұл графта жоқ: {id}"),
    "names": ("Names", "Adlar", "Атаулар"),
    "preferred": ("", "", ""),
    "alternative": ("other name", "digər ad", "басқа атау"),
    "acronym": ("acronym", "abreviatura", "аббревиатура"),
    "rendering": (
        "our wording, in no source",
        "bizim ifadəmiz, mənbələrdə yoxdur",
        "біздің тұжырым, дереккөздерде жоқ",
    ),
    "identifiers": ("Identifiers", "İdentifikatorlar", "Сәйкестендіргіштер"),
    "superseded": ("superseded", "əvəz olunub", "ауыстырылған"),
    "deprecated": ("withdrawn", "etibarsız sayılan", "жарамсыз деп танылған"),
    "inferred": (
        "inferred from who acted for whom",
        "kimin kimi təmsil etdiyindən nəticə çıxarılıb",
        "кімнің кім атынан әрекет еткенінен қорытылған",
    ),
    "unverified": ("quote not verified", "sitat yoxlanılmayıb", "дәйексөз тексерілмеген"),
    "date": ("Date", "Tarix", "Күні"),
    "subject": ("Subject", "Subyekt", "Субъект"),
    "relation": ("Relation", "Əlaqə", "Байланыс"),
    "object": ("Object", "Obyekt", "Объект"),
    "status": ("Status", "Status", "Мәртебе"),
    "show_rows": ("Show all {n} rows", "Bütün {n} sətri göstər", "Барлық {n} жолды көрсету"),
    "legend": ("Legend", "Şərti işarələr", "Шартты белгілер"),
    "other": ("Other", "Digər", "Басқа"),
    "hint": (
        "Point at a line or shape for its evidence; dashed lines follow by a rule.",
        "Sübut üçün xəttin və ya fiqurun üzərinə gəlin; qırıq xətlər qaydadan çıxır.",
        "Дәлелін көру үшін сызықты не пішінді көрсетіңіз; үзік сызықтар ережеден шығады.",
    ),
    "partial": (
        "The {shown} best connected of {all} are drawn.",
        "{all} varlıqdan ən çox əlaqəsi olanlar göstərilir: {shown}.",
        "{all} нысанның ең көп байланысқандары көрсетілген: {shown}.",
    ),
    "empty": ("Nothing is tied to anything yet.", "Hələ heç bir əlaqə yoxdur.", "Әзірге ешқандай байланыс жоқ."),
    "close": ("Close", "Bağla", "Жабу"),
    "zoom_in": ("Zoom in", "Yaxınlaşdır", "Жақындату"),
    "zoom_out": ("Zoom out", "Uzaqlaşdır", "Алыстату"),
    "show_all": ("Show all", "Hamısını göstər", "Бәрін көрсету"),
}
"""Each word of the interface in English, Azerbaijani and Kazakh."""
