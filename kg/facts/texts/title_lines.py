"""The line that a text is called by: its first that is no date, no byline and no name of a section.

`data/no_titles.csv` (language, what, words) tells lines that are none: a *label* with a colon (Author: …), and words
that stand alone (News).
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from kg.facts.texts.printed_dates import printed_date
from kg.facts.texts.segments import sentence_spans

_WORDS = Path(__file__).parent / "data" / "no_titles.csv"
_LONGEST = 160
_LABELLED_DATE = re.compile(r"^\W*(?:\w{1,12}\W*)?(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})\W+")
_BYLINE = re.compile(r"By(?: [A-Z][\w.'’-]*){1,4}")
_MOST_BY_LABEL, _LEAST_WORDS, _MOST_OF_DATE = 8, 4, 10
_DATELINE = re.compile(
    r"(?:[^\W\d_][\w.'’-]*[\s,.]*){1,4}(?:\[[^\]\n]{1,20}\],?\s*)?"
    r"(?:\d{1,2}\s[^\W\d_]+|[^\W\d_]+\s\d{1,2})?(?:,?\s\d{4})?\s*(?:\([^()\n]{2,30}\)|/[^/\n]{2,30}/)?\s*(?::|[–—-]{1,2})\s+"
)
_SPACED_DATE = re.compile(r"(?<=\w),(?= [^\W\d_]+, \d{4})")


def title_line(text: str) -> str:
    """The title in a text without markup; empty where no line may be one.

    A paragraph gives its first sentence, without the place and day before it, cut after whole words where it is long.

    >>> title_line("By Ayla Smith\\nMonday, 21, September, 2020\\nTwo ports agree\\nThe ports …")
    'Two ports agree'
    """
    for told in text.splitlines():
        line = " ".join(told.split())
        labelled = _LABELLED_DATE.match(line)
        line = line[labelled.end() :] if labelled else line
        if any(letter.isalpha() for letter in line) and not _is_none(line):
            return _shortened(line)
    return ""


def _is_none(line: str) -> bool:
    """Whether a line is a date, a byline or the name of a section."""
    labels, alone = _no_titles()
    words, lowered = line.split(), line.lower().replace("i̇", "i")
    label, colon, rest = lowered.partition(":")
    by = colon and label.strip() in labels and len(rest.split()) <= _MOST_BY_LABEL
    dated = len(words) <= _MOST_OF_DATE and printed_date(_SPACED_DATE.sub("", line)) is not None
    return bool(by or dated or _BYLINE.fullmatch(line) or lowered.strip(" .:•|") in alone)


@cache
def _no_titles() -> tuple[frozenset[str], frozenset[str]]:
    with _WORDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels, alone = (frozenset(row["words"] for row in rows if row["what"] == what) for what in ("label", "alone"))
    return labels, alone


def _shortened(line: str) -> str:
    """A headline as it is; of a paragraph what may stand for one."""
    if len(line) <= _LONGEST:
        return line
    opening = _DATELINE.match(line)
    place = opening.group() if opening is not None else ""
    rest = line[len(place) :] if place.isupper() or any(sign.isdigit() or sign in "([/" for sign in place) else line
    line = rest if len(rest.split()) >= _LEAST_WORDS else line
    told = [line[start:end].strip() for start, end in sentence_spans(line)]
    line = next((sentence for sentence in told if len(sentence.split()) > _LEAST_WORDS), told[0])
    if len(line) <= _LONGEST:
        return line
    cut = line[: _LONGEST - 1].rpartition(" ")[0] or line[: _LONGEST - 1]
    return cut.rstrip(" ,;:–—-") + "…"
