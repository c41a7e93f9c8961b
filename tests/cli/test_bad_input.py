"""Bad input: each kind is told as `file:line: problem. Fix.`, all of a run together, and the last build stays."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.cli import main
from kg.facts.claims import to_claims
from kg.facts.problems import CallError, InputError
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.folders import MARKER, recover, replace_folder
from kg.rdf.mapping import to_quads
from tests.tiny_project import FOLDER, SHAPES, edit, fingerprint

TABLES = ("sources.csv", "entities.csv", "names.csv", "decisions.csv", "exceptions.csv", "quotes.csv")
FACTS = ("facts/memorandum.csv", "facts/places-and-figures.csv")


@dataclass(frozen=True)
class Run:
    """What one call of `kg` came to."""

    code: int
    out: str
    error: str

    @property
    def problems(self) -> list[str]:
        """The lines before the sum at the end, which is checked here too."""
        *lines, empty, total = self.error.splitlines()
        assert empty == ""
        assert total == f"{len(lines)} problem{'s' if len(lines) > 1 else ''}; nothing was written."
        return lines


def call(*arguments: str | Path) -> Run:
    """One call of `kg`, its output held."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as error:
        code = main([str(argument) for argument in arguments])
    assert "Traceback" not in error.getvalue()
    return Run(code, out.getvalue(), error.getvalue())


@dataclass(frozen=True)
class Workshop:
    """A good build of the tiny project, and a copy of its tables to spoil, in `tiny/` of the current folder."""

    built: Path
    before: dict[str, str]
    tiny: Path

    def build(self) -> Run:
        """A build over the good one, of whatever has become of the tables."""
        return call("build", "--seeds", "tiny", "--documents", "tiny/documents", "--out", self.built)

    def refused(self) -> list[str]:
        """The problems of a build that must be refused and must leave the good one as it was."""
        run = self.build()
        assert (run.code, run.out) == (2, "")
        assert fingerprint(self.built) == self.before
        assert [path.name for path in self.built.parent.iterdir()] == ["build"]
        return run.problems


@pytest.fixture(scope="module")
def good_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the tiny project."""
    out = tmp_path_factory.mktemp("good") / "build"
    assert call("build", "--seeds", FOLDER, "--documents", FOLDER / "documents", "--out", out).code == 0
    return out


@pytest.fixture
def workshop(good_build: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A good build, and tables to spoil."""
    monkeypatch.chdir(tiny.parent)
    return Workshop(good_build, fingerprint(good_build), tiny)


DIGITS = "Write digits only; the unit and the magnitude have columns of their own."
TEXT_COLUMN = "Write YYYY, YYYY-MM or YYYY-MM-DD (in a spreadsheet, set the column to text)."
CLOSE = "Close its quotation marks; write a quotation mark inside a cell twice."
SAVE = "Save the file as 'CSV UTF-8'."
CUT_ID = "Use lower-case letters a-z, digits and single hyphens, such as 'ministry-of-economy'."
UNSURE = "ministry-of-tides,norland,unsure"
WORKS = "\ntidal-works,partyTo,tide-memorandum,2031-05-03,,lantern,Tidal Works signed the Tide Memorandum,"
PARTY = "ministry-of-tides,partyTo,tide-memorandum,2031-05-03,"
SIGNED = "ada-brook,signed,tide-memorandum,2031-05-03,"
COUNT = "harbour-network,countryCount,12,2031-06-01,"
WORDS = "the Ministry of Tides and Tidal Works signed"

# What is told, by table: the text that is put in place of another, and all problems of the build with it.
FAULTS: list[tuple[str, str, str, str, list[str]]] = [
    # Ids that nothing has.
    ("unknown subject", FACTS[0], PARTY, PARTY.replace("tides", "tide"),
     ["facts/memorandum.csv:2: unknown subject 'ministry-of-tide'. Did you mean 'ministry-of-tides'?"]),
    ("unknown object", FACTS[0], SIGNED, "ada-brook,signed,charter-of-x,2031-05-03,",
     ["facts/memorandum.csv:6: unknown object 'charter-of-x'. Add it to entities.csv."]),
    ("unknown source of a fact", FACTS[1], "norland,,,,lantern", "norland,,,,latern",
     ["facts/places-and-figures.csv:4: unknown source 'latern'. Did you mean 'lantern'?"]),
    ("unknown role", FACTS[0], ",head-of-partnerships,tidal-works,", ",head-of-partnership,tidal-works,",
     ["facts/memorandum.csv:6: unknown role 'head-of-partnership'. Did you mean 'head-of-partnerships'?"]),
    ("unknown onBehalfOf", FACTS[0], ",head-of-partnerships,tidal-works,", ",head-of-partnerships,someone-else,",
     ["facts/memorandum.csv:6: unknown onBehalfOf 'someone-else'. Add it to entities.csv."]),
    ("unknown unit", FACTS[1], ",million,tonne,", ",million,ton,",
     ["facts/places-and-figures.csv:7: unknown unit 'ton'. Did you mean 'tonne'?"]),
    ("unknown entity of a name", "names.csv", "norland,en", "norlund,en",
     ["names.csv:2: unknown entity 'norlund'. Did you mean 'norland'?"]),
    ("unknown source of a name", "names.csv", "HN,acronym,harbour-register", "HN,acronym,harbor-register",
     ["names.csv:14: unknown source 'harbor-register'. Did you mean 'harbour-register'?"]),
    ("unknown kind", "entities.csv", "GovernmentBody,sea-authority", "GovernmentBody,sea-autority",
     ["entities.csv:4: unknown kind 'sea-autority'. Did you mean 'sea-authority'?"]),
    ("a kind that is none", "entities.csv", "GovernmentBody,sea-authority", "GovernmentBody,tonne",
     ["entities.csv:4: unknown kind 'tonne'. Add it to entities.csv with the class Kind."]),
    ("unknown publisher", "sources.csv", "The Paper Lantern,2031", "paper-lantern,2031",
     ["sources.csv:2: unknown publisher 'paper-lantern'. Add it to entities.csv, or write the publisher's name."]),
    ("unknown id in a decision", "decisions.csv", "lumen-center,reef-station", "lumen-center,reef-staton",
     ["decisions.csv:3: unknown right 'reef-staton'. Did you mean 'reef-station'?"]),
    ("unknown id in an exception", "exceptions.csv", "reef-station", "reefstation",
     ["exceptions.csv:2: unknown entity 'reefstation'. Did you mean 'reef-station'?"]),
    ("superseding an unknown row", FACTS[1], "HR-summary,,,count-in-may", "HR-summary,,,count-in-april",
     ["facts/places-and-figures.csv:13: 'supersedes' names no row: 'count-in-april'. Did you mean 'count-in-may'?"]),
    ("superseding itself", FACTS[1], "HR-summary,,,count-in-may", "HR-summary,,,count-in-june",
     ["facts/places-and-figures.csv:13: the row 'count-in-june' supersedes this one too, by itself or through others."
      " Empty one of the cells 'supersedes'."]),
    # Words that the ontology or the tables do not have.
    ("unknown predicate", FACTS[1], "lumen-center,joined,", "lumen-center,joind,",
     ["facts/places-and-figures.csv:5: unknown predicate 'joind'. Did you mean 'joined'?"]),
    ("a predicate in capitals", FACTS[1], "lumen-center,joined,", "lumen-center,JOINED,",
     ["facts/places-and-figures.csv:5: unknown predicate 'JOINED'. Did you mean 'joined'?"]),
    ("a predicate near nothing", FACTS[1], "lumen-center,joined,", "lumen-center,xyz,",
     ["facts/places-and-figures.csv:5: unknown predicate 'xyz'. See the properties in ontology/partnership.ttl."]),
    ("unknown class", "entities.csv", "tidal-works,Company", "tidal-works,company",
     ["entities.csv:5: unknown class 'company'. Did you mean 'Company'?"]),
    ("a class of no thing", "entities.csv", "ada-brook,Person", "ada-brook,Magnitude",
     ["entities.csv:11: unknown class 'Magnitude'. See the classes in ontology/partnership.ttl."]),
    ("unknown language of a name", "names.csv", "norland,en", "norland,english",
     ["names.csv:2: unknown language 'english'. Use an ISO 639-1 code such as az, en, kk or ru."]),
    ("unknown language of a source", "sources.csv", "2031-05,,az", "2031-05,,",
     ["sources.csv:3: unknown language ''. Use an ISO 639-1 code such as az, en, kk or ru."]),
    ("unknown rank of a name", "names.csv", "HN,acronym", "HN,acronim",
     ["names.csv:14: unknown rank 'acronim'. Did you mean 'acronym'?"]),
    ("unknown status", FACTS[1], ",,planned,", ",,plannned,",
     ["facts/places-and-figures.csv:9: unknown status 'plannned'. Did you mean 'planned'?"]),
    ("unknown rank of a fact", FACTS[1], ",deprecated,", ",depricated,",
     ["facts/places-and-figures.csv:11: unknown rank 'depricated'. Did you mean 'deprecated'?"]),
    ("unknown dating", FACTS[1], "2030,,derived", "2030,,guessed",
     ["facts/places-and-figures.csv:5: unknown dating 'guessed'. Write derived, or leave it empty."]),
    ("unknown magnitude", FACTS[1], ",million,tonne", ",millon,tonne",
     ["facts/places-and-figures.csv:7: unknown magnitude 'millon'. Did you mean 'million'?"]),
    ("unknown comparison", FACTS[1], ",thousand,,moreThan", ",thousand,,morethan",
     ["facts/places-and-figures.csv:8: unknown comparison 'morethan'. Did you mean 'moreThan'?"]),
    ("unknown judgement", "decisions.csv", ",unsure,", ",perhaps,",
     ["decisions.csv:4: unknown judgement 'perhaps'. One of: same, different, unsure."]),
    ("unknown shape", "exceptions.csv", "CenterPlaceShape", "CentrePlaceShape",
     ["exceptions.csv:2: unknown shape 'CentrePlaceShape'. Did you mean 'CenterPlaceShape'?"]),
    ("unknown qualifier", FACTS[0], "occurrence,role,", "occurrence,rolle,",
     ["facts/memorandum.csv:1: unknown column or qualifier 'rolle'. Did you mean 'role'?"]),
    ("a relation as a column", FACTS[0], "occurrence,role,", "occurrence,locatedIn,",
     ["facts/memorandum.csv:1: unknown column or qualifier 'locatedIn'. Known columns: comparison, dating, from,"
      " id, magnitude, note, object, occasion, occurrence, onBehalfOf, ordinal, predicate, quote, rank, record, role,"
      " scope, source, spell, status, subject, supersedes, unit, until."]),
    ("unknown column", "entities.csv", "kind,identifiers", "kind,identifers",
     ["entities.csv:1: the column 'identifiers' is missing. Add it to the header row.",
      "entities.csv:1: unknown column or qualifier 'identifers'. Did you mean 'identifiers'?"]),
    # The wrong kind of thing.
    ("wrong class of object", FACTS[1], "lumen-center,joined,harbour-network", "lumen-center,joined,norland",
     ["facts/places-and-figures.csv:5: 'norland' is of class Country, but the object of 'joined' is of class"
      " Initiative. Correct the row, or the class in tiny/entities.csv:2."]),
    ("wrong class of subject", FACTS[0], SIGNED, "norland,signed,tide-memorandum,2031-05-03,",
     ["facts/memorandum.csv:6: 'norland' is of class Country, but the subject of 'signed' is of class Person."
      " Correct the row, or the class in tiny/entities.csv:2."]),
    ("wrong class of a qualifier", FACTS[0], ",head-of-partnerships,tidal-works,", ",ada-brook,tidal-works,",
     ["facts/memorandum.csv:6: 'ada-brook' is of class Person, but the qualifier 'role' is of class Capacity."
      " Correct the row, or the class in tiny/entities.csv:11."]),
    ("wrong class in an inverse row", FACTS[1], "harbour-network,hasMember,", "norland,hasMember,",
     ["facts/places-and-figures.csv:6: 'norland' is of class Country, but the subject of 'hasMember' is of class"
      " Initiative. Correct the row, or the class in tiny/entities.csv:2."]),
    ("a number for a thing", FACTS[1], "lumen-center,joined,harbour-network", "lumen-center,joined,5",
     ["facts/places-and-figures.csv:5: unknown object '5'. Add it to entities.csv."]),
    ("a thing for a number", FACTS[1], "jobsSupported,1.2", "jobsSupported,norland",
     [f"facts/places-and-figures.csv:8: 'norland' in 'object' is no number. {DIGITS}"]),
    ("a magnitude of no number", FACTS[1], "last year,,,,,,7,,", "last year,,,,,,7,million,",
     ["facts/places-and-figures.csv:5: 'magnitude' belongs to a figure, but 'joined' is a relation."
      " Empty the cell, or correct the predicate."]),
    # Dates and numbers.
    ("a date that a spreadsheet rewrote", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,May-31,",
     [f"facts/memorandum.csv:6: 'May-31' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("a date the other way round", "sources.csv", "2031-05-04", "04.05.2031",
     [f"sources.csv:2: '04.05.2031' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("an impossible date", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,2031-02-29,",
     [f"facts/memorandum.csv:6: '2031-02-29' is not a day of the calendar. {TEXT_COLUMN}"]),
    ("no date", "sources.csv", ",2031-06-01,", ",yesterday,",
     [f"sources.csv:4: 'yesterday' is not a date. {TEXT_COLUMN}"]),
    ("reversed dates", FACTS[1], COUNT, COUNT + "2031-05",
     ["facts/places-and-figures.csv:13: 'from' 2031-06-01 is after 'until' 2031-05. Swap or correct them."]),
    ("a date in digits of another script", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,٢٠٣١,",
     [f"facts/memorandum.csv:6: '٢٠٣١' is not a date. {TEXT_COLUMN}"]),
    ("a wrong date of a decision", "decisions.csv", "unsure,Test Editor,2031-06-02", "unsure,Test Editor,2/6/2031",
     [f"decisions.csv:4: '2/6/2031' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("a decimal comma", FACTS[1], "jobsSupported,1.2", 'jobsSupported,"1,2"',
     ["facts/places-and-figures.csv:8: '1,2' in 'object' has a decimal comma. Write a point: 1.2."]),
    ("an ordinal that is a word", FACTS[1], "last year,,,,,,7,", "last year,,,,,,seventh,",
     [f"facts/places-and-figures.csv:5: 'seventh' in 'ordinal' is no whole number. {DIGITS}"]),
    # Quotes.
    ("a quote that is not there", FACTS[0], WORDS, "the Ministry of Tides and Tidal Works sighed",
     ["facts/memorandum.csv:2: the quote \"the Ministry of Tides and Tidal Works sighed\" is not in the document of"
      " 'lantern'. Copy the words as they stand there."]),
    ("a quote in the wrong case", FACTS[0], WORDS, "The Ministry of Tides and Tidal Works signed",
     ["facts/memorandum.csv:2: the quote \"The Ministry of Tides and Tidal Works signed\" is not in the document of"
      " 'lantern'. Copy the words as they stand there."]),
    ("a quote from the other document", FACTS[0], "2031-05-03,,lantern," + WORDS, "2031-05-03,,fener," + WORDS,
     [f"facts/memorandum.csv:2: the quote \"{WORDS}\" is not in the document of 'fener'."
      " Copy the words as they stand there."]),
    ("a quote that stands twice", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,",
     ["facts/memorandum.csv:5: the quote \"Qabarma Memorandumu\" stands 2 times in the document of 'fener'."
      " Say which one in the column 'occurrence' (1 to 2), or quote more words."]),
    ("an occurrence too high", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,3",
     ['facts/memorandum.csv:5: the quote "Qabarma Memorandumu" stands only 2 times, so there is no occurrence 3.'
      " Correct the column 'occurrence'."]),
    ("an occurrence that is no number", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,last",
     ["facts/memorandum.csv:5: 'last' in 'occurrence' is no whole number above 0. Write 1, 2, 3 …"]),
    ("more than 8 words", FACTS[0], WORDS, "2031 " + WORDS,
     ["facts/memorandum.csv:2: the quote has 9 words. Quote at most 8."]),
    ("no quote", FACTS[0], WORDS, "",
     ["facts/memorandum.csv:2: the fact has no quote. Quote the words that say it (at most 8), or give a registry's"
      " record."]),
    ("a quote of what has no document", FACTS[1], "harbour-register,,HR-3", "harbour-register,Norland,HR-3",
     ["facts/places-and-figures.csv:11: the source 'harbour-register' has no document to quote."
      " Name its document in tiny/sources.csv:4, or give a 'record' in place of the quote."]),
    ("a document that changed", "documents/fener.txt", "imzalayıb.", "imzaladı.",
     ["sources.csv:3: the document of 'fener' has changed since its quotes were recorded. Compare the two; if the facts"
      " still hold, run: kg check --record --documents DIR."]),
    ("a letter of a quoted passage", "documents/fener.txt", "yerləşir", "yerlaşir",
     ["facts/places-and-figures.csv:3: the quote \"Mərkəz Lümen Limanında yerləşir\" is not in the document of 'fener'."
      " Copy the words as they stand there.",
      "sources.csv:3: the document of 'fener' has changed since its quotes were recorded. Compare the two; if the facts"
      " still hold, run: kg check --record --documents DIR."]),
    ("a document that is not there", "sources.csv", "fener.txt", "fenar.txt",
     ["sources.csv:3: the document 'fenar.txt' is not in tiny/documents. Put it there, or correct its name."]),
    ("a document somewhere else", "sources.csv", "fener.txt", "../fener.txt",
     ["sources.csv:3: '../fener.txt' is no plain file name. Give the bare name of a file in the folder of documents."]),
    ("a broken line of quotes.csv", "quotes.csv", ",2,110,129,", ",2,there,129,",
     ["quotes.csv:3: 'start' and 'end' must be numbers. Write it anew: kg check --record."]),
    # What stands twice, or contradicts.
    ("an entity twice", "entities.csv", "tonne,Unit,,\n", "tonne,Unit,,\nnorland,Country,,\n",
     ["entities.csv:15: the id 'norland' stands already in line 2. Remove one of the two, or rename it."]),
    ("a source twice", "sources.csv", "register,\n", "register,\nlantern,Again,,,,en,,\n",
     ["sources.csv:5: the id 'lantern' stands already in line 2. Remove one of the two, or rename it."]),
    ("a row's id twice", FACTS[1], ",count-in-may,count-in-june,", ",,count-in-may,",
     ["facts/places-and-figures.csv:13: the id 'count-in-may' stands already in tiny/facts/places-and-figures.csv:12."
      " Give each row an id of its own."]),
    ("a fact twice", FACTS[0], WORKS, f"\nministry-of-tides,partyTo,tide-memorandum,2031,,lantern,{WORDS},",
     ["facts/memorandum.csv:3: the same fact with the same quote stands already in tiny/facts/memorandum.csv:2."
      " Remove one of the two."]),
    ("a name twice", "names.csv", "harbour-network,en,HN,acronym", "harbour-network,en,Harbour Network,acronym",
     ["names.csv:14: this name stands already in line 13. Keep one, or make one alternative."]),
    ("two preferred names", "names.csv", "HN,acronym", "HN,preferred",
     ["names.csv:14: a preferred name or rendering in this language stands already in line 13."
      " Keep one, or make one alternative."]),
    ("a decision twice", "decisions.csv", UNSURE, "reef-station,lumen-center,different",
     ["decisions.csv:4: the same judgement stands already in line 3. Remove one of the two."]),
    ("a decision on one id", "decisions.csv", UNSURE, "norland,norland,unsure",
     ["decisions.csv:4: the judgement is on one id only. Name two ids."]),
    ("contradictory decisions", "decisions.csv", UNSURE, "tidal-works,tidal-works-jsc,different",
     ["decisions.csv:4: 'tidal-works' and 'tidal-works-jsc' are judged different here, but the same by line 2."
      " Correct one of these judgements."]),
    ("a merge of two classes", "decisions.csv", UNSURE, "port-lumen,norland,same",
     ["entities.csv:3: 'port-lumen' is judged the same as 'norland', but their classes differ."
      " Give both the same class, or correct decisions.csv."]),
    # What is missing or cannot be.
    ("a decision of nobody", "decisions.csv", "unsure,Test Editor,", "unsure,,",
     ["decisions.csv:4: the judgement has no name. Write who judged in 'by'."]),
    ("a decision of no day", "decisions.csv", "unsure,Test Editor,2031-06-02", "unsure,Test Editor,",
     ["decisions.csv:4: the judgement has no date. Write the day it was made."]),
    ("an exception for no reason", "exceptions.csv", "no source tells where it stands", "",
     ["exceptions.csv:2: the exception has no reason. Say why."]),
    ("an empty name", "names.csv", "norland,en,Norland", "norland,en,",
     ["names.csv:2: the name is empty. Write it, or remove the line."]),
    ("a source without a title", "sources.csv", "lantern,Two sign for the tides", "lantern,",
     ["sources.csv:2: the source has no title. Give its headline, or its file name."]),
    ("an id that cannot be one", "entities.csv", "sea-authority,Kind,,", "sea-authority,Kind,,\nA B,Kind,,",
     [f"entities.csv:14: 'A B' cannot be an id. {CUT_ID}"]),
    ("an identifier that is none", "entities.csv", "example:NL-1", "NL-1",
     ["entities.csv:2: 'NL-1' is no identifier. Write scheme:value, such as ror:02hpadn98; several with a space"
      " between."]),
    ("a web address that is none", "sources.csv", "https://lantern.example/2031/tides", "https://lantern.example/<b>",
     ["sources.csv:2: 'https://lantern.example/<b>' is no web address. Begin it with https://, and write blanks and"
      " brackets as %20, %5B and %5D."]),
    # The table itself.
    ("a missing column", FACTS[0], "predicate,object,from", "predicate,objekt,from",
     ["facts/memorandum.csv:1: the column 'object' is missing. Add it to the header row.",
      "facts/memorandum.csv:1: unknown column or qualifier 'objekt'. Did you mean 'object'?"]),
    ("a column twice", FACTS[0], "from,until", "from,from",
     ["facts/memorandum.csv:1: the column 'from' stands twice. Remove one."]),
    ("too few cells", "names.csv", "norland,en,Norland,preferred,lantern", "norland,en,Norland",
     ["names.csv:2: the line has 3 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?"]),
    ("a comma in a cell", "names.csv", "norland,en,Norland,", "norland,en,Norland, the Great,",
     ["names.csv:2: the line has 6 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?"]),
    ("a broken line", FACTS[0], '"""Qabarma İşləri"" ASC 2031-ci ildə"', '"Qabarma "İşləri" ASC 2031-ci ildə"',
     [f"facts/memorandum.csv:4: the line is broken (',' expected after '\"'). {CLOSE}"]),
    ("a mark that never closes", FACTS[0], 'partnerships, signed for"', "partnerships, signed for",
     [f"facts/memorandum.csv:7: the line is broken (unexpected end of data). {CLOSE}"]),
    ("a bidirectional name", "names.csv", "Ada Brook", "Ada \u202eBrook",
     ["names.csv:17: the cell 'name' holds the bidirectional character U+202E. Remove it."]),
    ("a control character in a name", "names.csv", "Ada Brook", "Ada\x1b[31m Brook",
     ["names.csv:17: the cell 'name' holds the control character U+001B. Remove it."]),
    ("a newline in a name", "names.csv", "Ada Brook", '"Ada\nBrook"',
     ["names.csv:17: the cell 'name' holds the control character U+000A. Remove it."]),
    ("a mark of direction in a title", "sources.csv", "Two sign for", "Two \u2067sign for",
     ["sources.csv:2: the cell 'title' holds the bidirectional character U+2067. Remove it."]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), [pytest.param(*rest, id=name) for name, *rest in FAULTS])
def test_each_fault_is_told_and_the_last_build_stays(
    workshop: Workshop, file: str, old: str, new: str, expected: list[str]
) -> None:
    edit(workshop.tiny / file, old, new)
    assert workshop.refused() == [f"tiny/{problem}" for problem in expected]


def rewrite(encoding: str) -> Callable[[Path], None]:
    """Saves a table in another encoding."""

    def spoil(table: Path) -> None:
        table.write_bytes(table.read_text(encoding="utf-8").encode(encoding))

    return spoil


def put(data: bytes) -> Callable[[Path], None]:
    """Makes a table of these bytes."""

    def spoil(table: Path) -> None:
        table.write_bytes(data)

    return spoil


def remove(table: Path) -> None:
    table.unlink()


def make_folder(table: Path) -> None:
    table.unlink()
    table.mkdir()


@pytest.mark.parametrize("table", [*TABLES, *FACTS])
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        pytest.param(rewrite("utf-16"), "1: the file is UTF-16, not UTF-8. Save it as 'CSV UTF-8'.", id="UTF-16"),
        pytest.param(rewrite("utf-16-le"), f"1: the file holds NUL bytes. {SAVE}", id="UTF-16 without a mark"),
        pytest.param(put(b"a,b\nK\xf6ln,1\n"), f"2: byte 0xf6 is not UTF-8. {SAVE}", id="latin-1"),
        pytest.param(put(b""), "1: the file is empty. Its header row is: ", id="empty"),
        pytest.param(put(b"\xef\xbb\xbf\r\n"), "1: the file is empty. Its header row is: ", id="a mark and a newline"),
        pytest.param(put(b'"id\n'), f"1: the line is broken (unexpected end of data). {CLOSE}", id="a broken header"),
        pytest.param(make_folder, "1: the file cannot be read (Is a directory). Put a table there.", id="a folder"),
    ],
)
def test_each_table_that_cannot_be_read_is_told(
    workshop: Workshop, table: str, spoil: Callable[[Path], None], expected: str
) -> None:
    spoil(workshop.tiny / table)
    problems = workshop.refused()
    assert [problem for problem in problems if problem.startswith(f"tiny/{table}:{expected}")]
    # What refers to its ids is not told too, row by row.
    assert len(problems) == 1


@pytest.mark.parametrize("table", ["sources.csv", "entities.csv", "names.csv"])
def test_a_table_that_must_be_there_is_missed(workshop: Workshop, table: str) -> None:
    remove(workshop.tiny / table)
    assert workshop.refused() == [f"tiny/{table}:1: the file is missing. Add it, if only with its header row."]


def test_without_tables_of_facts_there_is_nothing_to_build(workshop: Workshop) -> None:
    shutil.rmtree(workshop.tiny / "facts")
    assert workshop.refused() == [
        "tiny/facts:1: there are no tables of facts. Add a table of facts, such as facts/agreements.csv."
    ]


def test_a_folder_of_tables_that_is_not_there_is_told(workshop: Workshop) -> None:
    run = call("build", "--seeds", "nowhere", "--out", workshop.built)
    assert (run.code, run.problems) == (2, ["nowhere:1: there is no such folder. Name the folder with --seeds."])


def test_documents_that_are_not_there_are_told_at_their_sources(workshop: Workshop) -> None:
    (workshop.tiny.parent / "elsewhere").mkdir()
    run = call("build", "--seeds", "tiny", "--documents", "elsewhere", "--out", workshop.built)
    assert run.code == 2
    assert run.problems == [
        f"tiny/sources.csv:{line}: the document '{name}' is not in elsewhere. Put it there, or correct its name."
        for line, name in ((2, "lantern.txt"), (3, "fener.txt"))
    ]


def test_a_folder_of_documents_that_is_not_there_is_told_once(workshop: Workshop) -> None:
    run = call("build", "--seeds", "tiny", "--documents", "nowhere", "--out", workshop.built)
    assert run.code == 2
    assert run.problems == [
        "nowhere:1: there is no such folder. Name the folder of the sources' documents with --documents."
    ]


def test_a_document_in_another_encoding_is_told(workshop: Workshop) -> None:
    document = workshop.tiny / "documents" / "fener.txt"
    document.write_bytes(document.read_text(encoding="utf-8").encode("utf-16"))
    assert workshop.refused() == [
        "tiny/sources.csv:3: the document 'fener.txt' cannot be read: byte 0xff at 0 is not UTF-8."
        " Save it as plain text in UTF-8."
    ]


def test_lines_are_those_of_an_editor_whatever_the_spreadsheet_did(workshop: Workshop) -> None:
    """A BOM, semicolons, CRLF, padding and blank lines shift no line number."""
    table = workshop.tiny / "names.csv"
    text = table.read_text(encoding="utf-8").replace(",", ";").replace("\n", ";;\r\n")
    text = text.replace("norland;en;", ";;;;;;\r\n\r\nnorland;xx;")
    table.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert workshop.refused() == [
        "tiny/names.csv:4: unknown language 'xx'. Use an ISO 639-1 code such as az, en, kk or ru."
    ]


def spoil_many(tiny: Path) -> list[str]:
    """Puts a fault into every table and returns what must be told, sorted."""
    memorandum, figures = tiny / FACTS[0], tiny / FACTS[1]
    edit(memorandum, SIGNED, "ada-brooke,signed,tide-memorandum,May-31,")
    edit(memorandum, 'signed for",,,,', 'signed for",,,nobody,')
    edit(figures, "lumen-center,joined,", "lumen-center,joind,")
    edit(figures, "jobsSupported,1.2", 'jobsSupported,"1,2"')
    edit(figures, ",,planned,", ",,plannned,")
    edit(figures, "count-in-may,count-in-june", "count-in-april,count-in-may")
    edit(tiny / "entities.csv", "reef-station,AccelerationCenter", "reef-station,AccelerationCentre")
    edit(tiny / "names.csv", "HN,acronym", "H\u202eN,acronim")
    edit(tiny / "names.csv", "tonne,en,tonne,preferred,lantern", "tonne,en,tonne")
    edit(tiny / "sources.csv", "2031-05,,az", "2031-05-32,,aze")
    edit(tiny / "exceptions.csv", "CenterPlaceShape,no source tells where it stands", "PlaceShape,")
    edit(tiny / "decisions.csv", UNSURE, "tidal-works,tidal-works-jsc,different")
    (tiny / "facts" / "latin.csv").write_bytes(b"subject,predicate,object,source,quote\n\xfc,,,,\n")
    (tiny / "facts" / "none.csv").touch()
    told = [
        "decisions.csv:4: 'tidal-works' and 'tidal-works-jsc' are judged different here, but the same by line 2."
        " Correct one of these judgements.",
        "entities.csv:8: unknown class 'AccelerationCentre'. Did you mean 'AccelerationCenter'?",
        "exceptions.csv:2: the exception has no reason. Say why.",
        "exceptions.csv:2: unknown shape 'PlaceShape'. Did you mean 'CenterPlaceShape'?",
        f"facts/latin.csv:2: byte 0xfc is not UTF-8. {SAVE}",
        f"facts/memorandum.csv:6: 'May-31' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}",
        "facts/memorandum.csv:6: unknown subject 'ada-brooke'. Did you mean 'ada-brook'?",
        "facts/memorandum.csv:7: unknown onBehalfOf 'nobody'. Add it to entities.csv.",
        "facts/none.csv:1: the file is empty. Its header row is: subject,predicate,object,source,quote.",
        "facts/places-and-figures.csv:5: unknown predicate 'joind'. Did you mean 'joined'?",
        "facts/places-and-figures.csv:8: '1,2' in 'object' has a decimal comma. Write a point: 1.2.",
        "facts/places-and-figures.csv:9: unknown status 'plannned'. Did you mean 'planned'?",
        "facts/places-and-figures.csv:13: 'supersedes' names no row: 'count-in-april'. Did you mean 'count-in-may'?",
        "facts/places-and-figures.csv:13: the id 'count-in-may' stands already in"
        " tiny/facts/places-and-figures.csv:12. Give each row an id of its own.",
        "names.csv:14: the cell 'name' holds the bidirectional character U+202E. Remove it.",
        "names.csv:14: unknown rank 'acronim'. Did you mean 'acronym'?",
        "names.csv:20: the line has 3 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?",
        f"sources.csv:3: '2031-05-32' is not a day of the calendar. {TEXT_COLUMN}",
        "sources.csv:3: unknown language 'aze'. Did you mean 'az'?",
    ]
    return [f"tiny/{problem}" for problem in told]


def test_all_faults_of_all_tables_are_told_in_one_run_in_the_order_of_files_and_lines(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    assert workshop.refused() == told


def test_all_faults_of_quotes_and_documents_are_told_in_one_run(workshop: Workshop) -> None:
    memorandum = workshop.tiny / FACTS[0]
    edit(memorandum, WORDS, WORDS.upper())
    edit(memorandum, "Qabarma Memorandumu,2", "Qabarma Memorandumu,3")
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "5 May 2031")
    assert [problem.split(". ")[0] for problem in workshop.refused()] == [
        f"tiny/facts/memorandum.csv:2: the quote \"{WORDS.upper()}\" is not in the document of 'lantern'",
        'tiny/facts/memorandum.csv:5: the quote "Qabarma Memorandumu" stands only 2 times, so there is no occurrence 3',
        "tiny/sources.csv:2: the document of 'lantern' has changed since its quotes were recorded",
    ]


def test_faults_of_tables_of_quotes_and_of_documents_are_told_in_one_run(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    edit(workshop.tiny / FACTS[0], WORDS, WORDS.upper())
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "5 May 2031")
    edit(workshop.tiny / "quotes.csv", ",2,110,129,", ",2,there,129,")
    problems = workshop.refused()
    assert set(told) < set(problems)
    assert [problem.split(". ")[0] for problem in problems if problem not in told] == [
        f"tiny/facts/memorandum.csv:2: the quote \"{WORDS.upper()}\" is not in the document of 'lantern'",
        "tiny/quotes.csv:3: 'start' and 'end' must be numbers",
        "tiny/sources.csv:2: the document of 'lantern' has changed since its quotes were recorded",
    ]


def test_check_tells_the_same_as_build(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    for more in ([], ["--record"]):
        run = call("check", "--seeds", "tiny", "--documents", "tiny/documents", *more)
        assert (run.code, run.out, run.problems) == (2, "", told)


def test_nothing_is_recorded_of_quotes_that_are_not_there(workshop: Workshop) -> None:
    before = (workshop.tiny / "quotes.csv").read_bytes()
    edit(workshop.tiny / FACTS[0], WORDS, WORDS.upper())
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents", "--record").code == 2
    assert (workshop.tiny / "quotes.csv").read_bytes() == before


def test_recording_needs_the_documents(workshop: Workshop) -> None:
    run = call("check", "--seeds", "tiny", "--record")
    assert run.code == 2
    assert run.error == ("kg: --record needs the documents to find quotes in. Name their folder with --documents.\n")


def test_a_changed_document_whose_quotes_still_stand_is_accepted_by_recording(workshop: Workshop) -> None:
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "14 May 2031")
    assert len(workshop.refused()) == 1
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents", "--record").code == 0
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents").code == 0


def test_a_build_without_documents_says_what_stands_unverified(workshop: Workshop, tmp_path: Path) -> None:
    edit(workshop.tiny / FACTS[0], WORDS, "the Ministry of Tides")
    run = call("build", "--seeds", "tiny", "--out", tmp_path / "build")
    assert run.code == 0
    assert "15 of 16 quotes stand verified" in run.out
    assert "1 not: give their folder with --documents." in run.out
    report = json.loads((tmp_path / "build" / "report.json").read_text(encoding="utf-8"))
    assert (report["evidence"]["verified"], report["evidence"]["unverified"]) == (15, 1)


def test_violations_are_no_bad_input(workshop: Workshop, tmp_path: Path) -> None:
    """The files are written, the report says so, exit 1."""
    edit(workshop.tiny / "exceptions.csv", "reef-station,CenterPlaceShape,no source tells where it stands\n", "")
    run = call("build", "--seeds", "tiny", "--out", tmp_path / "build")
    assert run.code == 1
    assert "CenterPlaceShape: id:reef-station: A center needs a place in which it is located." in run.out
    assert (tmp_path / "build" / "dataset.trig").is_file()


# The folder that a build leaves.


def put_file(out: Path) -> None:
    out.write_text("mine", encoding="utf-8")


def put_folder(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")


def put_link(out: Path) -> None:
    (out.parent / "target").mkdir()
    out.symlink_to("target")


def put_dead_link(out: Path) -> None:
    out.symlink_to("nowhere")


@pytest.mark.parametrize("name", ["build", ".build.new", ".build.old"])
@pytest.mark.parametrize("lay", [put_file, put_folder, put_link, put_dead_link])
def test_what_kg_did_not_make_is_not_replaced(
    workshop: Workshop, tmp_path: Path, name: str, lay: Callable[[Path], None]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    lay(home / name)
    before = fingerprint(home)
    run = call("build", "--seeds", "tiny", "--out", home / "build")
    told = f"kg: {home / name} was not made by kg and is not replaced. Name another folder with --out.\n"
    assert (run.code, run.error) == (2, told)
    assert fingerprint(home) == before


def test_an_empty_folder_may_be_filled(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    assert call("build", "--seeds", "tiny", "--out", "build").code == 0
    assert (tmp_path / "build" / MARKER).is_file()


def test_an_out_folder_below_a_file_cannot_be_written(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = call("build", "--seeds", "tiny", "--out", "file/build")
    assert run.code == 2
    assert run.error.startswith("kg: file/build cannot be written: ")
    assert run.error.endswith("Name another folder with --out.\n")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made(folder: Path, content: str, *, complete: bool = True) -> Path:
    """A folder as kg makes it, with its content in one file."""
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    (folder / "graph.ttl").write_text(content, encoding="utf-8")
    (folder / "store").mkdir()
    (folder / "store" / "CURRENT").touch()
    if complete:
        (folder / "report.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"build": True, ".build.new": False}, "build", id="killed while writing"),
        pytest.param({"build": True, ".build.new": True}, "build", id="killed before the swap"),
        pytest.param({".build.old": True, ".build.new": True}, ".build.new", id="killed within the swap"),
        pytest.param({".build.old": True, ".build.new": False}, ".build.old", id="half a build and no other"),
        pytest.param({".build.old": True}, ".build.old", id="only the old one"),
        pytest.param({"build": True, ".build.old": True}, "build", id="killed after the swap"),
        pytest.param({".build.new": False}, "", id="killed in the first build"),
        pytest.param({"build": True}, "build", id="nothing to do"),
        pytest.param({}, "", id="nothing at all"),
    ],
)
def test_what_a_killed_build_left_is_finished_or_undone(tmp_path: Path, before: dict[str, bool], after: str) -> None:
    for name, complete in before.items():
        made(tmp_path / name, name, complete=complete)
    for _ in range(2):
        recover(tmp_path / "build")
        assert names(tmp_path) == (["build"] if after else [])
        if after:
            assert (tmp_path / "build" / "graph.ttl").read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    "left", [{".build.new": False}, {".build.old": True}, {".build.old": True, ".build.new": True}]
)
def test_a_build_after_a_killed_one_is_as_any_other(workshop: Workshop, tmp_path: Path, left: dict[str, bool]) -> None:
    for name, complete in left.items():
        made(tmp_path / "out" / name, name, complete=complete)
    run = call("build", "--seeds", "tiny", "--documents", "tiny/documents", "--out", "out/build")
    assert run.code == 0
    assert names(tmp_path / "out") == ["build"]
    same = {path: sum_ for path, sum_ in workshop.before.items() if not path.startswith("store/")}
    assert {key: value for key, value in fingerprint(tmp_path / "out" / "build").items() if key in same} == same


def test_a_run_that_is_refused_still_undoes_what_a_killed_one_left(workshop: Workshop, tmp_path: Path) -> None:
    made(tmp_path / "out" / ".build.old", "old")
    edit(workshop.tiny / FACTS[1], "lumen-center,joined,", "lumen-center,joind,")
    assert call("build", "--seeds", "tiny", "--out", "out/build").code == 2
    assert names(tmp_path / "out") == ["build"]


def test_a_kill_while_the_old_build_is_cleared_away_is_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its marker goes last: what is left of it is still known as kg's."""
    made(tmp_path / "build", "first")

    def killed(path: Path) -> None:
        raise KeyboardInterrupt(path)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            replace_folder(tmp_path / "build", lambda folder: None)
    assert names(tmp_path) == [".build.old", "build"]
    replace_folder(tmp_path / "build", lambda folder: (folder / "third").touch())
    assert names(tmp_path) == ["build"]
    assert names(tmp_path / "build") == [MARKER, "third"]


class DiskFailure(RuntimeError):
    """A fault that nobody foresaw, in the middle of writing."""


@pytest.mark.parametrize("writer", ["write_turtle", "write_trig", "write_store", "kg.views.pages.write_pages"])
@pytest.mark.parametrize("fault", [DiskFailure, KeyboardInterrupt, OSError])
def test_a_writer_that_fails_leaves_the_last_build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, writer: str, fault: type[BaseException]
) -> None:
    def fail(*arguments: object) -> None:
        raise fault("in the middle")

    monkeypatch.setattr(writer if "." in writer else f"kg.build.{writer}", fail)
    if fault is DiskFailure:
        with pytest.raises(DiskFailure):
            workshop.build()
    else:
        run = workshop.build()
        out = workshop.built
        told = {
            OSError: (2, f"kg: {out} cannot be written: in the middle. Name another folder with --out.\n"),
            KeyboardInterrupt: (130, "kg: stopped; nothing was changed.\n"),
        }
        assert (run.code, run.error) == told[fault]
    assert fingerprint(workshop.built) == workshop.before
    assert names(workshop.built.parent) == ["build"]


def test_a_writer_that_fails_first_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise DiskFailure

    with pytest.raises(DiskFailure):
        replace_folder(tmp_path / "a" / "build", fail)
    assert names(tmp_path / "a") == []


def test_a_swap_that_fails_between_its_two_steps_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "build", "old")
    rename, calls = Path.rename, []

    def fail_once(self: Path, target: Path) -> Path:
        calls.append(target.name)
        if len(calls) == 2:
            raise OSError("busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(CallError, match=r"build cannot be written: busy"):
        replace_folder(tmp_path / "build", lambda folder: (folder / "half").touch())
    assert names(tmp_path) == ["build"]
    assert (tmp_path / "build" / "graph.ttl").read_text(encoding="utf-8") == "old"


# Strangers.

NASTY_CELL = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("019-./,:;\"'\n\r\t =+@<>&%#{}[]|\\^`\u202e\u00ad\u2028\ufeff٣²½é"), max_size=12),
    st.sampled_from([
        *("norland", "tidal-works-jsc", "tide-memorandum", "joined", "signed", "Country", "Network", "million", "12"),
        *("lantern", "count-in-may", "2031", "2031-05-03", "same", "different", "preferred", "planned", "derived"),
        *("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "9" * 5000, "https://a b", "../../etc/passwd"),
    ]),
)  # fmt: skip


@st.composite
def spoilt_tables(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table of the tiny project and what it holds in place of one to three of its cells."""
    table = draw(st.sampled_from([*TABLES, *FACTS]))
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for _ in range(draw(st.integers(1, 3))):
        line = draw(st.integers(0 if draw(st.booleans()) else 1, len(rows) - 1))
        column = draw(st.integers(0, len(rows[line]) - 1))
        rows[line][column] = draw(NASTY_CELL)
    output = io.StringIO()
    csv.writer(output, lineterminator="\n").writerows(rows)
    return table, output.getvalue().encode("utf-8", errors="surrogatepass")


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the tiny project for many examples, each of which puts back what it changed."""
    return shutil.copytree(FOLDER, tmp_path_factory.mktemp("fuzz") / "tiny")


@contextlib.contextmanager
def holding(file: Path, data: bytes) -> Iterator[None]:
    """A file that holds these bytes for a while."""
    before = file.read_bytes()
    file.write_bytes(data)
    try:
        yield
    finally:
        file.write_bytes(before)


@given(spoilt=spoilt_tables())
@settings(max_examples=300, deadline=None)
@example(spoilt=("sources.csv", (FOLDER / "sources.csv").read_bytes().replace(b"lantern.example", b"lan tern")))
@example(spoilt=(FACTS[1], (FOLDER / FACTS[1]).read_bytes().replace(b",7,,,", b",7,million,,")))
def test_any_cell_is_read_or_told(playground: Path, schema: Schema, spoilt: tuple[str, bytes]) -> None:
    """And what is read becomes claims and RDF."""
    table, data = spoilt
    with holding(playground / table, data), contextlib.suppress(InputError):
        project = read_project(playground, schema, SHAPES)
        claims = to_claims(project.facts, project.sources, schema)
        assert sum(1 for _ in to_quads(project, claims.claims, schema)) > 0


ARBITRARY = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", errors="surrogatepass")),
    st.text(st.sampled_from('ab,;\t"\n\r'), max_size=60).map(str.encode),
)


@given(table=st.sampled_from([*TABLES, *FACTS, "documents/lantern.txt"]), data=ARBITRARY)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(table="sources.csv", data=b'\t""\x01')
def test_any_bytes_as_a_table_end_in_words(playground: Path, table: str, data: bytes) -> None:
    with holding(playground / table, data):
        run = call("check", "--seeds", playground, "--documents", playground / "documents")
    assert run.code in (0, 1, 2)
    assert (run.code == 2) == bool(run.error)
    if run.code == 2:
        assert all(unicodedata.category(character) != "Cc" for line in run.problems for character in line)


@given(spoilt=spoilt_tables())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_end_in_a_build_or_in_words(playground: Path, spoilt: tuple[str, bytes]) -> None:
    table, data = spoilt
    with holding(playground / table, data):
        run = call("build", "--seeds", playground, "--out", playground.parent / "build")
    assert run.code in (0, 1, 2)
    assert (run.code == 2) == bool(run.error)
