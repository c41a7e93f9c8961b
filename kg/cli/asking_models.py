"""`kg draft --model`: the model, what it is told of the ontology, and what is shown of its work."""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from kg.cli.output import counted, tell
from kg.draft.articles import Article
from kg.draft.asking.answers import Answer, ModelError, Usage
from kg.draft.asking.cache import AnswerCache
from kg.draft.asking.client import ModelClient
from kg.draft.asking.endpoints import Endpoint, check_address, key_for
from kg.draft.asking.faults import Dropped
from kg.draft.asking.model_drafter import Limits, ModelDrafter
from kg.draft.asking.vocabulary import ClassTerm, RelationTerm, Vocabulary, usable_classes, usable_relations
from kg.draft.drafter import Drafter
from kg.draft.language.grammar import DATA
from kg.draft.model import Draft
from kg.facts.problems import CallError
from kg.rdf.ontology import Ontology
from kg.settings import ModelSettings, settings

DROPPED_FILE = "dropped.csv"
DROPPED = ("source", "reason", "item")
_CACHE = ".cache"
_MOST_FAILURES = 5


def check_call(options: argparse.Namespace) -> None:
    """Raises CallError where options that speak of a model stand without one."""
    if options.model is None:
        for name in ("endpoint", "with-rules", "no-cache"):
            if getattr(options, name.replace("-", "_")):
                raise CallError(f"--{name} speaks of a model. Name it with --model, or leave --{name} out.")
    elif not options.model.strip() or not options.model.isprintable() or len(options.model) > 200:
        raise CallError("--model needs the name of a model as its server has it.")


class ModelRun:
    """A model that drafts the articles of one call, and what is told of it at the end."""

    def __init__(self, options: argparse.Namespace, drafter: Drafter, ontology: Ontology, folder: Path) -> None:
        """Raises CallError where no server is named, its address or key cannot be used, or the extra is missing."""
        self._settings = settings().model
        address = options.endpoint or self._settings.endpoint
        if address is None:
            raise CallError(
                f"where is '{options.model}' asked? Say it with --endpoint URL, or under [model] in kg.toml: endpoint."
            )
        url = check_address(address)
        self.name, self.url = options.model, url
        endpoint = Endpoint(url, self._settings.timeout, self._settings.attempts)
        self._client = _Checked(ModelClient(endpoint, self.name, key_for(url)))
        cache = AnswerCache(None if options.no_cache else folder / _CACHE)
        limits = Limits(self._settings.passage, self._settings.longest, self._settings.answer_tokens)
        self._drafter = ModelDrafter(drafter, vocabulary_of(ontology), self.name, self._client, cache, limits)
        self._with_rules = options.with_rules
        self._failures = 0
        self._taken = 0
        self._ordering: list[str] = []
        self._drafted: set[str] = set()
        self._before = _rows(folder / DROPPED_FILE)
        self.dropped: list[tuple[str, Dropped]] = []

    def draft(self, article: Article, language: str) -> Draft:
        """The draft of an article; ModelError where it has to be set aside, CallError where all would be."""
        try:
            made = self._drafter.draft(article.text, article.source, language, with_rules=self._with_rules)
        except ModelError as error:
            self._failures += 1
            self._drafter.usage.failed += 1
            if self._failures >= _MOST_FAILURES:
                text = f"{self.url} gave no answer of use to {self._failures} articles in a row; the last time: {error}"
                raise CallError(f"{text}. Call again later: what was drafted is kept.") from None
            raise
        self._failures = 0
        self._taken += made.taken
        self._drafted.add(article.source.id)
        if made.has_orders:
            self._ordering.append(article.source.document)
        self.dropped += [(article.source.id, item) for item in made.dropped]
        return made.draft

    @property
    def dropped_rows(self) -> list[tuple[str, str, str]]:
        """The rows of `dropped.csv`: of the articles of this call anew, of others as they were."""
        kept = [row for row in self._before if row[0] not in self._drafted]
        return [*kept, *((source, item.fault.value, item.item) for source, item in self.dropped)]

    def close(self) -> None:
        """Closes the connections."""
        self._client.client.close()

    def show(self, folder: Path, language: str) -> None:
        """Tells what was asked, what it took, what was taken of the answers, and what not and why."""
        tell(f"{self.name} at {self.url}: {told_usage(self._drafter.usage, self._settings)}.")
        if self._taken or self.dropped:
            number = len(self.dropped)
            told = f"; {counted(number, 'item')} {'was' if number == 1 else 'were'} dropped ({folder / DROPPED_FILE}):"
            tell(f"{counted(self._taken, 'fact')} of its answers passed all checks{told if number else '.'}")
        words = fault_words(language)
        faults = Counter(item.fault for _, item in self.dropped)
        for fault, number in sorted(faults.items(), key=lambda each: (-each[1], each[0].value)):
            tell(f"  {number:>5}  {words[fault.value]}")
        if self._ordering:
            listed = ", ".join(self._ordering[:5]) + (" …" if len(self._ordering) > 5 else "")
            tell(f"Gives orders to a program, read with care: {listed}.")


class _Checked:
    """A client that looks, before it first asks, whether the server has the model: cached answers need no server."""

    def __init__(self, client: ModelClient) -> None:
        self.client = client
        self._checked = False

    def ask(self, request: Mapping[str, object]) -> Answer:
        """The answer of the client."""
        if not self._checked:
            tell(f"The articles are sent to {self.client.endpoint.url}.")
            self.client.check_model()
            self._checked = True
        return self.client.ask(request)


def _rows(path: Path) -> list[tuple[str, str, str]]:
    """The rows that an earlier call left; none of a file that is damaged, since it is only there to be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            listed = [tuple(row.get(column) or "" for column in DROPPED) for row in csv.DictReader(file)]
    except (OSError, ValueError, csv.Error):
        return []
    return [(source, reason, item) for source, reason, item in listed]


def vocabulary_of(ontology: Ontology) -> Vocabulary:
    """The terms of the ontology, a project's own included, in the English of their definitions and phrases."""
    schema = ontology.schema

    def definition(name: str) -> str:
        texts = ontology.definitions.get(name, {})
        return texts.get("en") or next(iter(texts.values()), "") or ontology.labels.get(name, {}).get("en", name)

    def phrase(name: str) -> str:
        phrases = ontology.phrases[name]
        return (phrases.get("en") or next(iter(phrases.values()))).forward

    relations = [
        RelationTerm(
            name, schema.properties[name].domain, schema.properties[name].range, definition(name), phrase(name)
        )
        for name in usable_relations(schema)
    ]
    classes = [ClassTerm(name, definition(name)) for name in usable_classes(schema)]
    return Vocabulary(tuple(classes), tuple(relations))


def told_usage(usage: Usage, prices: ModelSettings) -> str:
    """Requests, seconds, tokens and cost, in words; nothing is told of what the server or the settings do not tell."""
    parts = [counted(usage.asked, "answer")]
    if usage.cached:
        parts.append(f"{usage.cached:,} from the cache")
    if usage.failed:
        parts.append(f"{counted(usage.failed, 'article')} without one")
    if usage.asked:
        parts.append(f"{usage.seconds:.1f} s")
        parts.append(f"{usage.tokens_in:,} tokens in, {usage.tokens_out:,} out")
        if usage.uncounted:
            parts.append(f"{usage.uncounted:,} not counted by the server")
        if prices.input_price is not None and prices.output_price is not None:
            cost = usage.cost(Decimal(str(prices.input_price)), Decimal(str(prices.output_price)))
            parts.append(f"{cost:.4f} {prices.currency}".rstrip())
        else:
            parts.append("cost unknown (no prices in kg.toml)")
    return ", ".join(parts)


def fault_words(language: str) -> dict[str, str]:
    """Why items are dropped, in words of a language (English where there are none)."""
    with (DATA / "faults.csv").open(encoding="utf-8", newline="") as file:
        rows: Iterable[dict[str, str]] = list(csv.DictReader(file))
    return {row["key"]: row.get(language) or row["en"] for row in rows}
