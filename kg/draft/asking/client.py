"""Requests to a server that speaks the chat completions of OpenAI's protocol; needs the extra `model`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.draft.asking.answers import Answer, ModelError, tokens
from kg.draft.asking.endpoints import KEY_VARIABLE, Endpoint
from kg.facts.problems import CallError, nearest
from kg.facts.tables import bad_character

if TYPE_CHECKING:
    import httpx2

_LARGEST = 1_000_000
"""Bytes of one answer; what is longer is not read."""
_SENT = frozenset(
    {"host", "accept", "accept-encoding", "connection", "content-type", "content-length", "user-agent", "authorization"}
)
_FORMATS = ("json_schema", "json_object", "")
"""How an answer's form is asked for, from the strictest to words alone."""
_TOLD = 200


@dataclass(frozen=True)
class _Dialect:
    """How this server wants to be asked."""

    format: str = _FORMATS[0]
    limit: str = "max_tokens"
    temperature: bool = True


class ModelClient:
    """Asks one model; what a server turns out not to know is left out of all later requests."""

    def __init__(self, endpoint: Endpoint, model: str, key: str | None) -> None:
        """Raises CallError where the extra is missing."""
        try:
            import httpx2
            import openai
        except ImportError:
            raise CallError("asking a model needs a library. Install it: pip install 'partnership-kg[model]'") from None
        self._openai, self._response = openai, httpx2.Response
        self.endpoint, self.model = endpoint, model
        self._dialect = _Dialect()
        self._reached = False
        self._key = key
        self._http = httpx2.Client(
            timeout=endpoint.timeout,
            follow_redirects=False,
            event_hooks={"request": [self._only_what_is_needed], "response": [self._bound]},
        )
        self._client = openai.OpenAI(
            api_key=key or "none",
            base_url=endpoint.url,
            max_retries=endpoint.attempts - 1,
            timeout=endpoint.timeout,
            http_client=self._http,
        )

    def close(self) -> None:
        """Closes its connections."""
        self._client.close()

    def _only_what_is_needed(self, request: httpx2.Request) -> None:
        """No header that other settings of the machine, or the library, would add: a server learns what it must."""
        for name in [name for name in request.headers if name.lower() not in _SENT]:
            del request.headers[name]
        request.headers["user-agent"] = "partnership-kg"
        request.headers["accept-encoding"] = "identity"
        request.headers.pop("authorization", None)
        if self._key:
            request.headers["authorization"] = f"Bearer {self._key}"
        request.extensions["begun"] = time.monotonic()

    def _bound(self, response: httpx2.Response) -> None:
        """Lets an answer be neither longer nor slower than it may, nor grow when it is unpacked."""
        if response.headers.get("content-encoding", "identity") != "identity":
            raise _TooLongError("the answer is compressed, which was not asked for")
        response.stream = _bounded(response.stream, response.request, self.endpoint.timeout)

    def check_model(self) -> None:
        """Raises CallError where the server lists its models and this one is not among them."""
        try:
            listed = json.loads(self._client.get("/models", cast_to=self._response).content)["data"]
            names = [item["id"] for item in listed if isinstance(item["id"], str)]
        except self._openai.OpenAIError as error:
            if not isinstance(error, self._openai.APIStatusError) or error.status_code in (401, 403):
                raise self._told(error) from None
            return
        except (_TooLongError, ValueError, KeyError, TypeError, RecursionError):
            return  # it need not list them
        self._reached = True
        if names and self.model not in names and f"{self.model}:latest" not in names:
            shown = ", ".join(_plain(name) for name in sorted(names)[:10])
            raise CallError(
                f"{self.endpoint.url} has no model '{self.model}'. {nearest(self.model, names, f'It has: {shown}.')}"
            )

    def ask(self, request: Mapping[str, Any]) -> Answer:
        """The answer to a request (messages, schema, most_tokens).

        Raises ModelError where none of use came, CallError where none would come to any request.
        """
        begun = time.monotonic()
        while True:
            try:
                body = self._arguments(request)
                content = self._client.post("/chat/completions", cast_to=self._response, body=body).content
            except (self._openai.BadRequestError, self._openai.UnprocessableEntityError) as error:
                if not self._stepped_down(str(error)):
                    raise self._told(error) from None
            except self._openai.OpenAIError as error:
                raise self._told(error) from None
            except _TooLongError as error:
                raise ModelError(str(error)) from None
            else:
                self._reached = True
                return _answer(content, time.monotonic() - begun)

    def _arguments(self, request: Mapping[str, Any]) -> dict[str, Any]:
        arguments: dict[str, Any] = {
            "model": self.model,
            "messages": request["messages"],
            self._dialect.limit: request["most_tokens"],
        }
        if self._dialect.temperature:
            arguments["temperature"] = 0
        if self._dialect.format == "json_schema":
            schema = {"name": "facts", "strict": True, "schema": request["schema"]}
            arguments["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self._dialect.format:
            arguments["response_format"] = {"type": self._dialect.format}
        return arguments

    def _stepped_down(self, message: str) -> bool:
        """Takes the next simpler dialect after a request was refused; False where there is none."""
        now = self._dialect
        if now.limit == "max_tokens" and "max_tokens" in message:
            self._dialect = _Dialect(now.format, "max_completion_tokens", now.temperature)
        elif now.temperature and "temperature" in message:
            self._dialect = _Dialect(now.format, now.limit, temperature=False)
        elif now.format:
            self._dialect = _Dialect(_FORMATS[_FORMATS.index(now.format) + 1], now.limit, now.temperature)
        else:
            return False
        return True

    def _told(self, error: Exception) -> Exception:
        """What went wrong, in words: CallError where it would go wrong again."""
        told, url = self._openai, self.endpoint.url
        said = _plain(str(getattr(error, "body", None) or error))[:_TOLD]
        if isinstance(error, told.AuthenticationError | told.PermissionDeniedError):
            return CallError(f"{url} refuses the key. Put the right one into {KEY_VARIABLE}.")
        if isinstance(error, told.NotFoundError):
            return CallError(f"{url} knows no such address or model ({said}). Does --endpoint end with /v1?")
        if isinstance(error, told.RateLimitError):
            wait = _plain(error.response.headers.get("retry-after", ""))[:30]
            return ModelError(f"the server has too many requests{f' and asks to wait {wait} s' if wait else ''}")
        if isinstance(error, told.APITimeoutError):
            return ModelError(f"no answer came in {self.endpoint.timeout:g} s (attempts: {self.endpoint.attempts})")
        if isinstance(error, told.APIConnectionError):
            cause = _plain(str(error.__cause__ or error))[:_TOLD]
            if not self._reached:
                return CallError(f"{url} cannot be reached ({cause}). Is the server running?")
            return ModelError(f"the connection broke ({cause})")
        status = getattr(error, "status_code", "")
        return ModelError(f"the server says: {status} {said}".replace("  ", " "))


def _bounded(stream: Any, request: httpx2.Request, seconds: float) -> Any:
    import httpx2

    class Bounded(httpx2.SyncByteStream):
        """A stream that ends with an error once it is too long or takes too long."""

        def __iter__(self) -> Iterator[bytes]:
            length = 0
            for part in stream:
                length += len(part)
                if length > _LARGEST:
                    raise _TooLongError(f"the answer is longer than {_LARGEST:,} bytes")
                if time.monotonic() - request.extensions["begun"] > seconds:
                    raise httpx2.ReadTimeout("the answer takes too long", request=request)
                yield part

        def close(self) -> None:
            stream.close()

    return Bounded()


class _TooLongError(Exception):
    """An answer of more bytes than are read."""


def _answer(content: bytes, seconds: float) -> Answer:
    """The answer in the body of a response; ModelError where it is none."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        raise ModelError("the answer is not JSON") from None
    try:
        choice = body["choices"][0]
        message, finish = choice["message"], choice.get("finish_reason")
        text = message.get("content")
        usage = body.get("usage") or {}
        refusal = message.get("refusal")
        counted = (tokens(usage.get("prompt_tokens")), tokens(usage.get("completion_tokens")))
    except (KeyError, IndexError, TypeError, AttributeError):
        raise ModelError("the answer has not the form of a chat completion") from None
    if isinstance(text, list):  # some servers give a list of parts
        text = "".join(part["text"] for part in text if isinstance(part, dict) and isinstance(part.get("text"), str))
    if not isinstance(text, str) or not text.strip():
        if refusal or finish == "content_filter":
            raise ModelError("the model declined to answer")
        raise ModelError("the answer is empty")
    return Answer(text, finish if isinstance(finish, str) else "", *counted, round(seconds, 3))


def _plain(text: str) -> str:
    """A server's words on one line, without what could steer a terminal."""
    return " ".join("".join(" " if bad_character(letter) else letter for letter in text).split())
