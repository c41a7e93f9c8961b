"""Who was at a Russian gathering, in lists with posts and bodies between: by verbs, nouns for guests, «с участием»."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

_WHERE = "Технопарк «Берег» посетила делегация Министерства науки Узбекистана. "

TOLD = [
    (
        "В Актау открылась лаборатория оптики. В открытии лаборатории приняли участие посол Китая в Казахстане Чжан "
        "Линь, ректор университета «Сартау» Павел Ребров и депутат маслихата Олег Сомов.",
        {("Чжан Линь", "participatedIn"), ("Павел Ребров", "participatedIn"), ("Олег Сомов", "participatedIn")},
    ),
    (
        "В Астане состоялось открытие центра «Волна» с участием министра науки Казахстана Аскара Беримова, ректора "
        "университета «Сартау» Павла Реброва и директора фонда «Исток» Анны Кимовой.",
        {("Аскар Беримов", "participatedIn"), ("Павел Ребров", "participatedIn"), ("Анна Кимова", "participatedIn")},
    ),
    (
        "Среди почётных гостей форума «Мост» — министр науки Казахстана Аскар Беримов и основатель компании «Парус» "
        "Анна Кимова.",
        {("Аскар Беримов", "participatedIn"), ("Анна Кимова", "participatedIn")},
    ),
    (
        "С приветственным словом к участникам форума «Мост» обратились ректор университета «Сартау» Павел Ребров и "
        "директор фонда «Исток» Анна Кимова.",
        {("Павел Ребров", "spokeAt"), ("Анна Кимова", "spokeAt")},
    ),
    (
        _WHERE + "Гостей сопровождали ректор университета «Сартау» Павел Ребров и директор фонда «Исток» Анна Кимова.",
        {("Павел Ребров", "participatedIn"), ("Анна Кимова", "participatedIn")},
    ),
    (
        "Участниками форума «Мост» стали представители Казахстана, Узбекистана и Азербайджана.",
        {("Мост", "hasParticipantFrom")},
    ),
    (
        "В форуме «Мост», который прошёл в Баку, участвовали ректор университета «Сартау» Павел Ребров и Анна Кимова.",
        {("Павел Ребров", "participatedIn"), ("Анна Кимова", "participatedIn")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_guests_in_lists(drafter: Drafter, text: str, told: set[tuple[str, str]]) -> None:
    assert told <= {(subject, predicate) for subject, predicate, _ in triples(drafter.draft(text, source(), "ru"))}


ONLY_THE_POST = [
    "Фонд «Исток» открыт. Директор ростовского цирка Павел Ребров был в зале.",
    "Фонд «Исток» открыт. Губернатор Павел Ребров был в зале.",
    "Фонд «Исток» открыт. Пресс-секретарь музыканта Павел Ребров был в зале.",
]


@pytest.mark.parametrize("text", ONLY_THE_POST)
def test_no_body_is_guessed_for_what_has_another(drafter: Drafter, text: str) -> None:
    assert not [told for told in drafter.draft(text, source(), "ru").proposals if told.predicate == "postIn"]


def test_a_verb_ends_the_words_of_a_post(drafter: Drafter) -> None:
    text = "На выборах президента побеждает левый националист Олег Сомов."
    assert not drafter.draft(text, source(), "ru").proposals


NAMES = [
    ("По словам министра обороны Израиля Эхуда Лавана, срок продлён.", "Эхуд Лаван"),
    ("Встреча с ректором университета «Сартау» Павлом Ребровым прошла в Баку.", "Павел Ребров"),
    ("Ректор КазНУ им. Аль-Фараби Жансеит Досымбаев выступил на форуме «Мост».", "Жансеит Досымбаев"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_in_the_nominative(drafter: Drafter, text: str, name: str) -> None:
    assert name in {each.text for each in drafter.draft(text, source(), "ru").names}


POSTS = [
    ("В должность директора технопарка «Берег» вступил Павел Ребров.", "Павел Ребров", "директор технопарка «Берег»"),
    ("Генеральный директор, председатель правления АО «Парус» Анна Кимова отметила рост.", "Анна Кимова",
     "генеральный директор"),
    ("Председатель правления – ректор Лужского университета Жансеит Досымбаев отметил рост.", "Жансеит Досымбаев",
     "председатель правления"),
    ("Глава Роснефти Игорь Лунин отметил рост.", "Игорь Лунин", "глава Роснефти"),
    ("Директор Саяно-Лужской ГЭС Николай Невольный отметил рост.", "Николай Невольный", "директор Саяно-Лужской ГЭС"),
    ("Сооснователь и CEO стартапа «Парус» Анна Кимова отметила рост.", "Анна Кимова", "CEO стартапа «Парус»"),
    ("Губернатор Северной Каролины Рой Куперов отметил рост.", "Рой Куперов", "губернатор Северной Каролины"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "post"), POSTS)
def test_posts_and_their_bodies(drafter: Drafter, text: str, person: str, post: str) -> None:
    assert (person, "holdsPost", post) in triples(drafter.draft(text, source(), "ru"))


def test_nobody_works_for_a_town_that_is_not_known(drafter: Drafter) -> None:
    text = "Анна Кимова из Каменска-Уральского и Рэнд Полев из Кентукки были в зале."
    assert not drafter.draft(text, source(), "ru").proposals


SIGNED = [
    ("Технопарк «Берег» заключил ряд соглашений с предприятиями Узбекистана.", "uzbekistan", "partyTo"),
    ("Меморандум между вузом «Сартау» и фондом «Исток» подписан во время визита делегации во главе с проректором "
     "Олегом Рахмановым.", "Олег Рахманов", "signed"),
    ("Олег Рахманов назначен главой фонда «Исток» вместо Павла Реброва.", "Павел Ребров", "holdsPost"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "predicate"), SIGNED)
def test_who_did_not(drafter: Drafter, text: str, who: str, predicate: str) -> None:
    assert (who, predicate) not in {each[:2] for each in triples(drafter.draft(text, source(), "ru"))}


BODIES = [
    ("Генеральный директор АО «ОЭЗ «Берег» Тимур Шагивалов доложил о проекте.", "ОЭЗ Берег"),
    ("Ректор Университета Арал Анна Кимова отметила рост.", "Университет Арал"),
    ("Вице-премьер государственного совета КНР Лю Гочжун прибыл в Астану.", "государственный совет"),
    ("Фонд «Исток» и Союз инновационно-технологических центров России подписали соглашение.",
     "Союз инновационно-технологических центров"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_names_of_bodies(drafter: Drafter, text: str, body: str) -> None:
    drafted = drafter.draft(text, source(), "ru")
    assert body in {" ".join(each.text.split()) for each in drafted.names}


SAID = [
    ("В Баку прошёл форум «Мост». На мероприятии директор технопарка «Берег» Павел Ребров рассказал о планах.", True),
    ("В Баку прошло заседание совета. На нём ректор Лужского университета Павел Ребров представил проект.", True),
    ("Павел Ребров, ректор Лужского университета, в ходе форума «Мост» отметил рост.", True),
    ("Об этом сообщил Павел Ребров на пресс-конференции во вторник.", True),
    ("По итогам форума «Мост» Павел Ребров рассказал журналистам о планах.", False),
    ("Как отметил Павел Ребров, в форуме «Мост» участвовали гости из Баку.", False),
]


@pytest.mark.parametrize(("text", "is_told"), SAID)
def test_who_says_something_at_a_gathering_speaks_there(drafter: Drafter, text: str, is_told: bool) -> None:
    told = {each[:2] for each in triples(drafter.draft(text, source(), "ru"))}
    assert (("Павел Ребров", "spokeAt") in told) is is_told


def test_who_came_on_a_visit(drafter: Drafter) -> None:
    text = "С официальным визитом в Лужский университет 23 мая прибыл директор Бюро культуры Осама Саруев."
    assert ("Осама Саруев", "participatedIn") in {each[:2] for each in triples(drafter.draft(text, source(), "ru"))}
