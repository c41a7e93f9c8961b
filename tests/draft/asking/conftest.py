"""A server for models, and drafters that ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.cli.asking_models import vocabulary_of
from kg.draft.asking.cache import AnswerCache
from kg.draft.asking.client import ModelClient
from kg.draft.asking.endpoints import Endpoint
from kg.draft.asking.model_drafter import Limits, ModelDrafter
from kg.draft.asking.vocabulary import Vocabulary
from kg.draft.drafter import Drafter
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.draft.asking.model_server import MODEL, ModelServer, model_server

Asking = Callable[..., ModelDrafter]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return vocabulary_of(Ontology(Resources.shipped().ontology))


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as found:
        yield found


@pytest.fixture
def asking(server: ModelServer, drafter: Drafter, vocabulary: Vocabulary) -> Iterator[Asking]:
    """Makes drafters that ask the server; a folder given as `cache` keeps the answers."""
    clients = []

    def make(
        timeout: float = 20, attempts: int = 1, passage: int = 6000, article: int = 200_000, cache: Path | None = None
    ) -> ModelDrafter:
        client = ModelClient(Endpoint(server.url, timeout, attempts), MODEL, None)
        clients.append(client)
        limits = Limits(passage, article, 4000)
        return ModelDrafter(drafter, vocabulary, MODEL, client, AnswerCache(cache), limits)

    yield make
    for client in clients:
        client.close()
