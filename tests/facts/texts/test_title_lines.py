"""Which line a text is called by."""

from __future__ import annotations

import pytest

from kg.facts.texts.title_lines import title_line

LONG = "The Ministry of Tides and the Bay Council of the Lumen Republic signed a memorandum of understanding"
LONGER = f"{LONG} on the joint training of harbour masters and of those who keep lighthouses. More was said."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("By Ayla Smith\nTwo ports agree\nThe ports …", "Two ports agree"),
        ("By 2030 two ports agree\nThe ports …", "By 2030 two ports agree"),
        ("Monday, 21, September, 2020\nTwo ports agree", "Two ports agree"),
        ("Автор: Анна Ветрова\n07.06.2018 15:48\nДва порта договорились", "Два порта договорились"),
        ("Müəllif: Ayla\nXəbərlər\nİki liman razılaşdı", "İki liman razılaşdı"),
        ("Жаңалықтар\nЕкі порт келісті", "Екі порт келісті"),
        ("Yangiliklar\nMuallif: A. Karimov\nIkki port kelishdi", "Ikki port kelishdi"),
        ("ANA SAYFA\nTarih: 16.02.2024 12:19\nİki liman anlaştı", "İki liman anlaştı"),
        ("Two ports agree: what it means for fish", "Two ports agree: what it means for fish"),
        ("5 June 2031\nAuthor: A. Smith", ""),
    ],
)
def test_no_date_byline_or_section_is_a_title(text: str, title: str) -> None:
    assert title_line(text) == title


def test_a_paragraph_gives_its_first_sentence_cut_after_a_word() -> None:
    title = title_line(f"Port Lumen [LR], June 16 (FOAM/TIDE): {LONGER}")
    assert title.startswith("The Ministry of Tides") and title.endswith("…") and len(title) <= 160
    assert title.removesuffix("…").split() == LONGER.split()[: len(title.split())]


def test_the_agency_before_a_paragraph_is_no_sentence() -> None:
    assert title_line(f"ПенаИнфо. {LONG}. {LONGER}") == f"{LONG}."


def test_a_line_that_only_tells_a_day_among_other_things_is_a_title() -> None:
    line = "5 June 2031 is the day on which the two ports of the bay begin to work with each other"
    assert title_line(f"{line}\nMore.") == line
