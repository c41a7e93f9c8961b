"""Answers of models kept on disk, so that no question is asked, or paid for, twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from kg.draft.asking.answers import Answer, tokens
from kg.facts.problems import CallError


class AnswerCache:
    """A folder with a file for each answer, named by the SHA-256 of all that it depends on."""

    def __init__(self, folder: Path | None) -> None:
        """None is no cache: nothing is found, nothing is kept."""
        self._folder = folder

    def find(self, key: str) -> Answer | None:
        """The answer that was kept; None where there is none, or where its file is damaged."""
        if self._folder is None:
            return None
        try:
            kept = json.loads(self._path(key).read_text(encoding="utf-8"))
            content, finish, seconds = kept["content"], kept["finish"], float(kept["seconds"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        if not isinstance(content, str) or not isinstance(finish, str):
            return None
        return Answer(content, finish, tokens(kept.get("tokens_in")), tokens(kept.get("tokens_out")), seconds)

    def keep(self, key: str, answer: Answer) -> None:
        """Keeps an answer; CallError where the folder cannot be written."""
        if self._folder is None:
            return
        path = self._path(key)
        aside = path.with_name(f".{path.name}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(asdict(answer)), encoding="utf-8")
            aside.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
            raise CallError(f"{path} cannot be written ({error.strerror}). Draft with --no-cache.") from None

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{key}.json"


def answer_key(document_sha256: str, request: Mapping[str, object]) -> str:
    """The name of an answer: of the document and of the whole request (model, prompt and its version, schema, limits).

    Where the model runs is no part of it, nor in which form the server took the schema.
    """
    told = json.dumps([document_sha256, request], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
