"""Kazakh as agencies and universities write it: acronyms, regions, people before bodies, gatherings without a name."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    # acronyms: with whom a body is named after, and of a name that was spelled out
    (
        "Абай Төлебаев атындағы СырМУ-дың ректоры Ерлан Қасымов келді.",
        ("Абай Төлебаев атындағы СырМУ-дың ректоры", "postIn", "Абай Төлебаев атындағы СырМУ"),
    ),
    (
        "Сыр техникалық университеті өсті. Кеше СырТУ «Ақниет» форумын өткізді.",
        ("Сыр техникалық университеті", "operates", "Ақниет"),
    ),
    # regions
    (
        "Солтүстік Сыр облысындағы «Тобыл» орталығы өсіп келеді.",
        ("Тобыл", "locatedIn", "Солтүстік Сыр облысы"),
    ),
    # a person's name ends before a body's
    (
        "Министр Мұрат Нұртай Сыр даму банкінің төрағасы Ерлан Қасымовпен кездесті.",
        ("Мұрат Нұртай", "participatedIn", "Кездесу"),
    ),
    # who met whom in other verbs; foreign surnames in cases
    (
        "Министр Мұрат Нұртай «Ақниет» компаниясының президенті Кемал Нуримен жүздесті.",
        ("Кемал Нури", "participatedIn", "Кездесу"),
    ),
    (
        "Министр Мұрат Нұртай «Ақниет» компаниясының президенті Жан Дюпоны қабылдады.",
        ("Мұрат Нұртай", "holdsPost", "Министр"),
    ),
    (
        "Сыртқы істер министрі Мұрат Нұртай «Ақниет» қорының төрағасы Карл Веберді қабылдады.",
        ("Карл Вебер", "participatedIn", "Кездесу"),
    ),
    # gatherings of which only the sort is told, and those of a body
    ("«Ақниет» қоры мен «Тобыл» университеті бірлескен семинар өткізді.", ("Тобыл", "operates", "Бірлескен семинар")),
    (
        "Кеше халықаралық семинарға «Ақниет» қорының төрағасы Ерлан Қасымов қатысты.",
        ("Ерлан Қасымов", "participatedIn", "Халықаралық семинар"),
    ),
    (
        "Дала мемлекеттері ұйымының ХІ саммиті Таразда өтті.",
        ("Дала мемлекеттері ұйымының ХІ саммиті", "heldIn", "Taraz"),
    ),
    # posts
    (
        "«Ақниет» қорының бас өкілі Ерлан Қасымов келді.",
        ("Ерлан Қасымов", "represents", "Ақниет"),
    ),
    (
        "Форумда сөз сөйлеген вице-министр Бағдат Сейітов кетті.",
        ("Бағдат Сейітов", "holdsPost", "вице-министр"),
    ),
    (
        "ҚР Сауда және интеграция министрі Бағдат Сейітов келді.",
        ("Бағдат Сейітов", "holdsPost", "Сауда және интеграция министрі"),
    ),
    # what opens a sentence as a name, and what is named after somebody in small letters
    (
        "Түркі академиясы 2010 жылы Қазақстан Республикасының бастамасымен құрылды.",
        ("Kazakhstan", "initiated", "Түркі академиясы"),
    ),
    (
        "Абай атындағы университеттің филиалы Бішкекте ашылды.",
        ("Абай атындағы университеттің филиалы", "belongsTo", "Абай атындағы университет"),
    ),
    (
        "Сыр университетінің Ош қаласындағы филиалы ашылды.",
        ("Сыр университетінің Ош қаласындағы филиалы", "establishedIn", "Osh"),
    ),
    # people: a first name and a surname before another name, a surname alone, several in one post
    (
        "Ректор Ерлан Қасымов Дала жолы университеттері желісінің бас хатшысы Жан Дюпонмен кездесті.",
        ("Ерлан Қасымов", "participatedIn", "Кездесу"),
    ),
    ("Ресейдің премьер-министрі Волков келді.", ("Волков", "holdsPost", "Ресейдің премьер-министрі")),
    (
        "«Өрлеу» форумына компания басшылары Ерлан Қасымов пен Лян Цзюнь қатысты.",
        ("Лян Цзюнь", "participatedIn", "Өрлеу"),
    ),
    # who speaks where no event is named again, the school of a vice-rector
    (
        "Таразда «Өрлеу» форумы өтті. Құттықтау сөз сөйлеген министр Бағдат Сейітов жастарды қолдады.",
        ("Бағдат Сейітов", "spokeAt", "Өрлеу"),
    ),
    (
        "Ұлттық ғылым академиясы мен Сыр университеті кездесті. Кеше проректор Ерлан Қасымов келді.",
        ("проректор", "postIn", "Сыр университеті"),
    ),
    # countries and towns side by side
    ("Тәжікстанда, Душанбе қаласында «Өрлеу» форумы өтті.", ("Dushanbe", "locatedIn", "Tajikistan")),
    ("ҚР Ұлттық ғылым академиясы өсті.", ("Ұлттық ғылым академиясы", "ofCountry", "Kazakhstan")),
    # what is being built, councils without a name, headlines with acronyms
    ("Таразда «Тобыл» технопаркі салынып жатыр.", ("Тобыл", "locatedIn", "Taraz")),
    (
        "Облыс әкімдігі мен «Ақниет» ЖШС ынтымақтастық туралы меморандумға қол қойды.",
        ("Облыс әкімдігі", "partyTo", "Ынтымақтастық туралы меморандум"),
    ),
    (
        "СырТУ серіктес тапты\nСыр техникалық университетінің ректоры Ерлан Қасымов келді.",
        ("Сыр техникалық университетінің ректоры", "postIn", "СырТУ"),
    ),
]
NOT_TOLD = [
    # a name that only says whose the next noun is
    ("«Ақниет» қоры мен «Тобыл» компаниясы Достық – Алаңқай бекетін салу туралы келісімге қол қойды.", "postIn"),
    ("Жиынға Қарасу өңірі елдерінің өкілдері қатысты.", "participatedIn"),
    # where somebody worked, and the other part of a country's name in a region's
    ("Сәуле Әбенова «Ақниет» қорында қызмет атқарған.", "worksFor"),
    ("Солтүстік Қазақстан облысының әкімі Ерлан Қасымов келді.", "postIn"),
    ("Бұл – Қасымовтың бастамасы, оны «Ақниет» қоры жүзеге асырады.", "initiated"),
    ("Таразда ірі хаб («Жайық» кешенінде орналасқан) ашылды.", "establishedIn"),
    ("«Ақниет» қоры мен «Тобыл» университетінің орталық ашу жөніндегі бастамасы қолдау тапты.", "founded"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_what_the_kazakh_press_tells(text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert fact in told, sorted(told)


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_the_kazakh_press_does_not_tell(text: str, predicate: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert not [fact for fact in told if fact[1] == predicate], sorted(told)
