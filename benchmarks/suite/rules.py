"""The same mapping for the peers: RML for morph-kgc, stOTTR for maplib."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.suite.flat import IRI, LANGUAGE, STRING, Column, Sheet
from kg.rdf.vocabulary import BASE

_PREFIXES = """\
@prefix rml: <http://w3id.org/rml/> .
@base <http://example.org/rules/> .
"""


def rml(sheets: Sequence[Sheet], folder: Path) -> str:
    """RML for sheets whose files are in a folder: a triples map for each, as morph-kgc reads it."""
    return "\n".join([_PREFIXES, *(_triples_map(sheet, folder) for sheet in sheets)])


def _triples_map(sheet: Sheet, folder: Path) -> str:
    classes = "".join(f" rml:class <{name}> ;" for name in sheet.types)
    source = f'rml:logicalSource [ rml:source "{folder / sheet.name}.csv" ; rml:referenceFormulation rml:CSV ]'
    subject = f'rml:subjectMap [ rml:template "{sheet.base}{{id}}" ;{classes} rml:graph <{BASE}graph/{sheet.graph}> ]'
    said = [
        f"rml:predicateObjectMap [ {' ; '.join(f'rml:predicate <{name}>' for name in column.predicates)} ; "
        f"rml:objectMap [ {_object_map(column)} ] ]"
        for column in sheet.columns
    ]
    told = " ;\n  ".join([source, subject, *said])
    return f"<{sheet.name}> {told} .\n"


def _object_map(column: Column) -> str:
    if column.base == IRI:
        return f'rml:reference "{column.name}" ; rml:termType rml:IRI'
    if column.base is not None:
        return f'rml:template "{column.base}{{{column.name}}}"'
    if column.datatype == LANGUAGE:
        return f'rml:reference "{column.name}" ; rml:languageMap [ rml:reference "language" ]'
    typed = "" if column.datatype == STRING else f" ; rml:datatype <{column.datatype}>"
    return f'rml:reference "{column.name}"{typed}'


def ottr(sheets: Sequence[Sheet]) -> str:
    """A stOTTR template for each sheet, every argument but the subject optional."""
    prefixes = "@prefix ottr: <http://ns.ottr.xyz/0.4/> .\n@prefix sheet: <http://example.org/> .\n"
    return prefixes + "\n".join(_template(sheet) for sheet in sheets)


def _template(sheet: Sheet) -> str:
    arguments = ["ottr:IRI ?id", *(f"? {_type(column)} ?{column.name}" for column in sheet.columns)]
    told = [f"ottr:Triple(?id, a, <{name}>)" for name in sheet.types]
    told += [f"ottr:Triple(?id, <{name}>, ?{column.name})" for column in sheet.columns for name in column.predicates]
    return f"sheet:{sheet.name} [ {', '.join(arguments)} ] :: {{ {', '.join(told)} }} .\n"


def _type(column: Column) -> str:
    return "ottr:IRI" if column.base is not None else f"<{column.datatype}>"


def write_rules(sheets: Sequence[Sheet], folder: Path) -> None:
    """Writes for the peers what they run by: an RML mapping with its settings, templates with the sheets."""
    (folder / "rules.rml.ttl").write_text(rml(sheets, folder), encoding="utf-8")
    (folder / "templates.ottr").write_text(ottr(sheets), encoding="utf-8")
    (folder / "sheets.json").write_text(json.dumps([asdict(sheet) for sheet in sheets]), encoding="utf-8")
