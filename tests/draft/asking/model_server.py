"""A server on loopback that speaks chat completions and gives the answers it was told to."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

MODEL = "small-model"


@dataclass(frozen=True)
class Reply:
    """One answer: the words of the model, or a `body` in place of the whole protocol's."""

    content: str = ""
    finish: str = "stop"
    status: int = 200
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0
    drip_seconds: float = 0.0
    """Sends the body a few bytes at a time, with pauses of this length."""
    usage: Mapping[str, object] | None = field(
        default_factory=lambda: {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    )


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, object]

    @property
    def system(self) -> str:
        return self._said("system")

    @property
    def user(self) -> str:
        return self._said("user")

    @property
    def article(self) -> str:
        return str(json.loads(self.user)["article"])

    @property
    def mark(self) -> str:
        return self.system.partition('"mark" is exactly ')[2][:16]

    def _said(self, role: str) -> str:
        messages = self.body["messages"]
        assert isinstance(messages, list)
        [text] = [message["content"] for message in messages if message["role"] == role]
        return str(text)


Answering = Callable[[Asked], Reply]


@dataclass
class ModelServer:
    """The address of a server, what answers there, and what it was asked."""

    url: str
    answer: Answering
    asked: list[Asked] = field(default_factory=list)
    models: Reply | None = None

    def says(self, things: object, facts: object, **more: object) -> None:
        """Lets it answer with these lists and the right mark."""
        self.answer = lambda asked: Reply(json.dumps({"mark": asked.mark, "things": things, "facts": facts}), **more)  # type: ignore[arg-type]


def answered(asked: Asked, things: object = (), facts: object = ()) -> str:
    """The words of an answer of the right form."""
    return json.dumps({"mark": asked.mark, "things": things, "facts": facts})


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A server that answers nothing of use until it is told what."""
    found = ModelServer("", lambda asked: Reply(answered(asked)))

    async def chat(request: Request) -> Response:
        asked = Asked(request.url.path, dict(request.headers), json.loads(await request.body()))
        found.asked.append(asked)
        reply = found.answer(asked)
        await anyio.sleep(reply.delay_seconds)
        return _response(reply)

    async def models(request: Request) -> Response:
        if found.models is not None:
            return _response(found.models)
        return JSONResponse({"object": "list", "data": [{"id": MODEL, "object": "model"}]})

    app = Starlette(routes=[Route("/v1/chat/completions", chat, methods=["POST"]), Route("/v1/models", models)])
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    found.url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    try:
        yield found
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def _response(reply: Reply) -> Response:
    body = reply.body
    if body is None:
        choice = {"index": 0, "message": {"role": "assistant", "content": reply.content}, "finish_reason": reply.finish}
        told: dict[str, object] = {"id": "1", "object": "chat.completion", "model": MODEL, "choices": [choice]}
        body = json.dumps(told | ({"usage": reply.usage} if reply.usage is not None else {})).encode()
    headers = {"content-type": "application/json", **reply.headers}
    if not reply.drip_seconds:
        return Response(body, reply.status, headers)

    async def dripping() -> AsyncIterator[bytes]:
        for at in range(0, len(body), 16):
            yield body[at : at + 16]
            await anyio.sleep(reply.drip_seconds)

    return StreamingResponse(dripping(), reply.status, headers)
