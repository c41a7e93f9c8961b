"""Words that a mapping file may choose from."""

from __future__ import annotations

from kg.importing.choices import fact_choices, one_class, one_kind, one_language, one_of, one_predicate
from tests.importing.mapping_faults import SCHEMA


def test_columns_with_a_closed_choice_are_status_rank_and_qualifiers_with_individuals() -> None:
    choices = fact_choices(SCHEMA)
    assert choices["status"] == ("stated", "planned", "denied")
    assert choices["rank"] == ("preferred", "normal", "deprecated")
    assert choices["magnitude"] == ("billion", "million", "thousand")
    assert "role" not in choices


def test_a_word_of_the_choice_is_right_and_another_is_told_with_the_nearest() -> None:
    assert one_of(["stated", "denied"])("denied") is None
    assert one_of(["stated", "denied"])("x") == "One of: stated, denied."
    assert one_class(SCHEMA)("Company") is None
    assert one_class(SCHEMA)("Compny") == "Did you mean 'Company'?"
    assert one_kind({"museum"})("museum") is None
    assert one_kind({"museum"})("harbour") == "Add it below [kinds]."
    assert one_language("kk") is None
    assert one_language("xyz") == "Use an ISO 639-1 code, or und."


def test_only_a_class_and_a_predicate_may_not_be_empty() -> None:
    assert [check("") for check in (one_of(["a"]), one_kind({"a"}), one_language)] == [None] * 3
    assert one_class(SCHEMA)("") is not None
    assert one_predicate(SCHEMA)("") is not None


def test_a_predicate_may_be_turned_round_and_a_qualifier_is_none() -> None:
    check = one_predicate(SCHEMA)
    assert check("belongsTo") is None
    assert check("^belongsTo") is None
    assert check("^belongTo") == "Did you mean 'belongsTo'?"
    assert check("role") is not None
