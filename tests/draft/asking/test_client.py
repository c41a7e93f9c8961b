"""The client against a real server: what it sends, what it forgives, when it gives up."""

from __future__ import annotations

import gzip
import json
import socket
import sys
from collections.abc import Callable, Iterator

import pytest

from kg.draft.asking.answers import ModelError
from kg.draft.asking.client import ModelClient
from kg.draft.asking.endpoints import KEY_VARIABLE, Endpoint, check_address, key_for
from kg.facts.problems import CallError
from tests.draft.asking.model_server import MODEL, Asked, ModelServer, Reply

REQUEST = {
    "messages": [{"role": "system", "content": "Answer."}, {"role": "user", "content": "?"}],
    "schema": {"type": "object", "properties": {}, "required": [], "additionalProperties": False},
    "most_tokens": 50,
}
Making = Callable[..., ModelClient]


@pytest.fixture
def client(server: ModelServer) -> Iterator[Making]:
    made: list[ModelClient] = []

    def make(timeout: float = 20, attempts: int = 1, model: str = MODEL, key: str | None = None) -> ModelClient:
        made.append(ModelClient(Endpoint(server.url, timeout, attempts), model, key))
        return made[-1]

    yield make
    for each in made:
        each.close()


def in_turn(*replies: Reply) -> Callable[[Asked], Reply]:
    left = list(replies)
    return lambda asked: left.pop(0) if len(left) > 1 else left[0]


def test_an_answer_with_what_it_took(server: ModelServer, client: Making) -> None:
    server.answer = lambda asked: Reply("{}", "length")
    answer = client().ask(REQUEST)
    assert (answer.content, answer.tokens_in, answer.tokens_out, answer.is_cut) == ("{}", 1000, 100, True)
    assert answer.seconds > 0
    [asked] = server.asked
    assert asked.body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "facts", "strict": True, "schema": REQUEST["schema"]},
    }
    assert asked.body["max_tokens"] == 50 and asked.body["temperature"] == 0
    assert not {"tools", "functions", "tool_choice", "web_search_options"} & set(asked.body)


def test_nothing_is_sent_that_other_settings_of_the_machine_hold(
    server: ModelServer, client: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "WEBHOOK_SECRET"):
        monkeypatch.setenv(f"OPENAI_{name}", "sesame")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: sesame")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    server.answer = lambda asked: Reply("{}")
    client().ask(REQUEST)
    client(key="mine").ask(REQUEST)
    without, with_key = server.asked
    assert "sesame" not in json.dumps([dict(without.headers), dict(with_key.headers), without.body])
    assert "authorization" not in without.headers and with_key.headers["authorization"] == "Bearer mine"
    assert set(with_key.headers) == {
        "host", "accept", "accept-encoding", "connection", "content-type", "content-length", "user-agent",
        "authorization",
    }  # fmt: skip


def refusing(*words: str) -> Callable[[Asked], Reply]:
    """Refuses requests that speak of any of these words, as servers do, by naming the word."""

    def answer(asked: Asked) -> Reply:
        told = json.dumps(dict(asked.body))
        for word in words:
            if word in told:
                return Reply(status=400, body=json.dumps({"error": {"message": f"unsupported: {word}"}}).encode())
        return Reply("fine")

    return answer


@pytest.mark.parametrize(
    ("refused", "left"),
    [
        (["json_schema"], {"response_format": {"type": "json_object"}, "max_tokens": 50, "temperature": 0}),
        (["response_format"], {"max_tokens": 50, "temperature": 0}),
        (["max_tokens", "temperature", "response_format"], {"max_completion_tokens": 50}),
    ],
)
def test_a_server_that_knows_less_is_asked_for_less(
    refused: list[str], left: dict[str, object], server: ModelServer, client: Making
) -> None:
    server.answer = refusing(*refused)
    one = client()
    assert one.ask(REQUEST).content == "fine"
    before = len(server.asked)
    assert one.ask(REQUEST).content == "fine"
    assert len(server.asked) == before + 1  # what was learned is kept
    assert {key: value for key, value in server.asked[-1].body.items() if key not in ("model", "messages")} == left


def test_a_request_that_no_simpler_form_helps_is_given_up(server: ModelServer, client: Making) -> None:
    server.answer = refusing("messages")
    with pytest.raises(ModelError, match=r"the server says: 400 .*unsupported"):
        client().ask(REQUEST)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "bad",
    [
        Reply(status=429, headers={"retry-after-ms": "10"}, body=b"{}"),
        Reply(status=503, headers={"retry-after": "0.01"}, body=b"busy"),
        Reply("late", delay_seconds=3),
    ],
)
def test_it_tries_again(bad: Reply, server: ModelServer, client: Making) -> None:
    server.answer = in_turn(bad, Reply("at last"))
    assert client(timeout=1.5, attempts=2).ask(REQUEST).content == "at last"
    assert len(server.asked) == 2


def test_retry_after_is_waited_for(server: ModelServer, client: Making) -> None:
    server.answer = in_turn(Reply(status=429, headers={"retry-after": "1"}, body=b"{}"), Reply("at last"))
    assert client(attempts=2).ask(REQUEST).seconds >= 1


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(status=429, body=b"{}"), "too many requests"),
        (Reply(status=429, body=b"{}", headers={"retry-after": "300"}), "asks to wait 300 s"),
        (Reply(status=500, body=b"\x1b[31mbroken\xe2\x80\xae"), "500"),
        (Reply(delay_seconds=3), "no answer came in 0.3 s"),
        (Reply("x" * 400, drip_seconds=0.1), "no answer came in 0.3 s"),
        (Reply("x" * 1_100_000), "longer than 1,000,000 bytes"),
        (Reply(body=gzip.compress(b"x" * 5_000_000), headers={"content-encoding": "gzip"}), "compressed"),
        (Reply(body=b"<html>Sign in</html>", headers={"content-type": "text/html"}), "not JSON"),
        (Reply(body=b"[" * 100_000), "not JSON"),
        (Reply(body=b"[]"), "not the form"),
        (Reply(body=b'{"choices": []}'), "not the form"),
        (Reply(body=b'{"choices": [{"message": 1}]}'), "not the form"),
        (Reply(body=b'{"choices": [{"message": {"content": null}}]}'), "empty"),
        (Reply(body=b'{"choices": [{"message": {"content": 7}}]}'), "empty"),
        (Reply(body=b'{"choices": [{"message": {"content": null, "refusal": "No."}}]}'), "declined"),
        (Reply(body=b'{"choices": [{"message": {"tool_calls": [{"id": "x"}]}}]}'), "empty"),
    ],
)
def test_what_is_no_answer_is_told_in_words(reply: Reply, told: str, server: ModelServer, client: Making) -> None:
    server.answer = lambda asked: reply
    with pytest.raises(ModelError, match=told) as error:
        client(timeout=0.3 if "0.3" in told else 20).ask(REQUEST)
    assert str(error.value).isprintable()


def test_parts_are_joined_and_odd_counts_are_no_counts(server: ModelServer, client: Making) -> None:
    parts = [{"type": "text", "text": "{"}, {"type": "image"}, {"type": "text", "text": "}"}]
    body = {"choices": [{"message": {"content": parts}}], "usage": {"prompt_tokens": -1, "completion_tokens": "7"}}
    server.answer = lambda asked: Reply(body=json.dumps(body).encode())
    answer = client().ask(REQUEST)
    assert (answer.content, answer.tokens_in, answer.tokens_out) == ("{}", None, None)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(status=401, body=b"{}"), "refuses the key. Put the right one into KG_MODEL_KEY"),
        (Reply(status=403, body=b"{}"), "refuses the key"),
        (Reply(status=404, body=b"{}"), "Does --endpoint end with /v1"),
    ],
)
def test_what_would_go_wrong_again_ends_the_call(reply: Reply, told: str, server: ModelServer, client: Making) -> None:
    server.answer = lambda asked: reply
    with pytest.raises(CallError, match=told):
        client(attempts=3).ask(REQUEST)
    assert len(server.asked) == 1


def test_a_redirect_leads_nowhere(server: ModelServer, client: Making) -> None:
    server.answer = lambda asked: Reply(status=307, headers={"location": "/v1/elsewhere"}, body=b"")
    with pytest.raises(ModelError, match="307"):
        client(key="mine").ask(REQUEST)
    assert len(server.asked) == 1


def test_a_server_that_is_not_there(client: Making) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
    one = ModelClient(Endpoint(url, 5, 1), MODEL, None)
    for asking in (one.check_model, lambda: one.ask(REQUEST)):
        with pytest.raises(CallError, match=r"cannot be reached .*Is the server running"):
            asking()
    one.close()


def test_a_model_that_the_server_lacks(server: ModelServer, client: Making) -> None:
    client().check_model()
    with pytest.raises(CallError, match=r"has no model 'smal-model'\. Did you mean 'small-model'"):
        client(model="smal-model").check_model()
    for reply in (Reply(status=404, body=b""), Reply(body=b"{}"), Reply(body=b'{"data": [1]}'), Reply(body=b"<html>")):
        server.models = reply
        client(model="any").check_model()  # it need not list them
    server.models = Reply(status=401, body=b"{}")
    with pytest.raises(CallError, match="refuses the key"):
        client().check_model()


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://x", "https://me:secret@host/v1", "https://h/v1?key=1", ""])
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(CallError, match="no address of a server"):
        check_address(url)


@pytest.mark.parametrize(
    ("url", "is_sent"),
    [
        ("https://models.example.org/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1:1/v1", True),
        ("http://[::1]:1/v1", True),
        ("http://192.168.1.7/v1", True),
        ("http://models.example.org/v1", False),
        ("http://8.8.8.8/v1", False),
        ("http://localhost.example.org/v1", False),
    ],
)
def test_a_key_does_not_travel_in_the_open(url: str, is_sent: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    assert key_for(url) is None
    monkeypatch.setenv(KEY_VARIABLE, "sesame")
    if is_sent:
        assert key_for(url) == "sesame"
    else:
        with pytest.raises(CallError, match="plain http") as error:
            key_for(url)
        assert "sesame" not in str(error.value)
    monkeypatch.setenv(KEY_VARIABLE, "a\nb")
    with pytest.raises(CallError, match="what no key may hold"):
        key_for(url)


def test_without_the_extra_the_call_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(CallError, match=r"pip install 'partnership-kg\[model\]'"):
        ModelClient(Endpoint("http://localhost:1/v1", 1, 1), MODEL, None)
