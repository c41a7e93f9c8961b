"""Mistakes in Turtle are told by file and line, all of them at once, in the words of those who write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.problems import InputError
from kg.rdf.turtle import read_turtle

HEAD = "@prefix a: <http://a/> .\n"
MISTAKES = {
    "a:x a:b zz:c .": (2, "the prefix 'zz:' is not declared. Begin the file with: @prefix zz: <https://…> ."),
    "a:x skos:note 'n' .": (2, "the prefix 'skos:' is not declared. Begin the file with: @prefix skos: <http://www.w3.org"),
    "a:x rfds:label 'n' .": (2, "the prefix 'rfds:' is not declared. Did you mean 'rdfs:'?"),
    "a:x a:b a:c\n\n# a note\na:d a:e a:f .": (2, "the statement does not end. Write '.' after it"),
    "a:x a:b a:c .\na:d a:e a:f": (3, "the statement does not end. Write '.' after it"),
    'a:x a:b a:c ;\n  a:d "abc .\na:e a:f a:g .': (3, 'this text is never closed. End it with "'),
    "a:x a:b <http://a b> .": (2, "an IRI cannot hold ' '. Close it with '>'"),
    "a:x a:b [ a:c a:d .": (2, "a '[' is never closed. Write ']' before."),
    "a:x a:b foo .": (2, "'foo' cannot stand here. Write a term with its prefix (own:foo), or a text (\"foo\")."),
    "a:x a:b a:c, .": (2, "'.' cannot stand here. Something is missing before it."),
    "a:x a:b a:c . .": (2, "'.' cannot stand here. Leave it out."),
    'a:x "a" a:b .': (2, "'\"a\"' cannot stand here. A property is a term with its prefix."),
    "@prefx b: <http://b/> .": (2, "'@prefx' cannot stand here. Did you mean '@prefix'?"),
    "@prefix b <http://b/> .": (2, "a prefix ends with a colon"),
    'a:x a:b "\\q" .': (2, "this is no Turtle: unexpected escape character '\\q'"),
}  # fmt: skip


def told(path: Path) -> list[str]:
    with pytest.raises(InputError) as error:
        read_turtle(path)
    return [str(problem).removeprefix(f"{path}:") for problem in error.value.problems]


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_by_its_line(text: str, tmp_path: Path) -> None:
    line, words = MISTAKES[text]
    path = tmp_path / "own.ttl"
    path.write_text(HEAD + text + "\n", encoding="utf-8")
    (shown,) = told(path)
    assert shown.startswith(f"{line}: {words}")


def test_mistakes_in_several_statements_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    good, bad = "a:x a:b a:c .\n\n", "a:x a:b zz:c ;\n    a:d a:e .\n\n"
    path.write_text(HEAD + bad + good + bad + "a:y a:b foo .\n" + good, encoding="utf-8")
    assert [shown.split(": ", 1)[0] for shown in told(path)] == ["2", "7", "10"]


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_bytes(HEAD.encode() + b"a:x a:b '\xff' .")
    assert told(path) == ["2: the file is not UTF-8. Save it as UTF-8."]
    assert told(tmp_path / "none.ttl") == [
        "1: the file cannot be read (No such file or directory). Put a Turtle file there."
    ]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text("\ufeff" + HEAD + "a:x a:b a:c .", encoding="utf-8")
    assert len(read_turtle(path)) == 1
