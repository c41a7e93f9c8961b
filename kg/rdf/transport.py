"""HTTP to a SPARQL store: who asks, what is asked again and what never, and errors that say what to do."""

from __future__ import annotations

import os
import re
import time
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.facts.problems import CallError

try:
    import requests
    from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
except ImportError:
    raise CallError("a remote store needs the package requests: pip install 'partnership-kg[remote]'") from None

Fields = Sequence[tuple[str, str]]
"""Parameters of a request; a name may come several times."""

USER, PASSWORD, TOKEN = "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"
_BUSY = (502, 503, 504)
_CONNECT_SECONDS = 10.0
_LONGEST_LINE = 200
_FIXES = {
    404: "Is this the address of a SPARQL store?",
    405: "Is this the address of a SPARQL store?",
    403: f"This needs a user who may do it: {USER} and {PASSWORD}, or {TOKEN}.",
    413: "The store takes no body of this size: raise its limit.",
    429: "It has too much to do. Try again later.",
    **dict.fromkeys(_BUSY, "It is busy, starting, or stopped the request. Try again later."),
}


@dataclass(frozen=True)
class Access:
    """Who asks: a user with a password, or a bearer token; empty for anybody. Never printed."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls) -> Access:
        """What KG_STORE_USER, KG_STORE_PASSWORD and KG_STORE_TOKEN say; CallError where they say half of it."""
        user, password, token = (os.environ.get(name, "") for name in (USER, PASSWORD, TOKEN))
        if token and (user or password):
            raise CallError(f"{TOKEN} and {USER} are both set, of which a store takes one. Unset the other.")
        if bool(user) != bool(password):
            raise CallError(f"{USER} and {PASSWORD} belong together. Set both or none.")
        if not re.fullmatch(r"[!-~]*", token):
            raise CallError(f"{TOKEN} holds what no token does: a blank, a line end or a letter beyond ASCII.")
        return cls(user, password, token)


@dataclass(frozen=True)
class Patience:
    """How long an answer may take, and the pauses after which what failed in passing is asked again."""

    answer_seconds: float = 300.0
    pauses_seconds: tuple[float, ...] = (0.5, 1.0, 2.0)


@dataclass(frozen=True)
class Reply:
    """A whole body that came with a status of success, and its media type without parameters."""

    body: bytes
    kind: str


class StoreError(CallError):
    """A store that did not do what it was asked; `status` is that of HTTP, 0 where no answer came."""

    def __init__(self, text: str, status: int = 0) -> None:
        super().__init__(text)
        self.status = status


class _Nobody(AuthBase):
    """No credentials, not even those of ~/.netrc, which nobody gave to kg."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class _Bearer(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Transport:
    """A session with one store: connections are kept, and a user is told only to a server that asks for one."""

    def __init__(self, access: Access | None = None, patience: Patience | None = None) -> None:
        self._access = access or Access()
        self._patience = patience or Patience()
        self._session = requests.Session()
        weakref.finalize(self, self._session.close)  # a command leaves its store to the end of the process
        self._session.auth = _Bearer(self._access.token) if self._access.token else _Nobody()

    def ask(self, url: str, fields: Fields, accept: str) -> Reply:
        """The answer to a form sent by POST, which changes nothing: asked again where the way there failed."""
        return self._send("POST", url, {"Accept": accept}, data=list(fields), again=True)

    def put(self, url: str, graph: str, body: bytes, kind: str, *, add: bool = False) -> Reply:
        """The answer to a graph sent by PUT, or added by POST; either does no more when it is done twice."""
        headers = {"Content-Type": kind, "Accept": "*/*"}
        return self._send("POST" if add else "PUT", url, headers, params=[("graph", graph)], data=body, again=True)

    def change(self, url: str, body: bytes, kind: str) -> Reply:
        """The answer to an update: sent again only where it surely never arrived."""
        return self._send("POST", url, {"Content-Type": kind, "Accept": "*/*"}, data=body, again=False)

    def close(self) -> None:
        """Ends all connections."""
        self._session.close()

    def _send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        *,
        data: bytes | list[tuple[str, str]],
        again: bool,
        params: Fields = (),
    ) -> Reply:
        what = f"{method} {url}"
        for pause in (*self._patience.pauses_seconds, None):
            try:
                response = self._authorised(method, url, headers, data, params)
            except requests.Timeout as error:
                if pause is None or not isinstance(error, requests.ConnectTimeout):
                    raise _silent(what, error, self._patience) from None
            except requests.exceptions.SSLError as error:
                fix = "If you trust its certificate, name its file in REQUESTS_CA_BUNDLE."
                raise StoreError(f"{what}: no safe connection: {_reason(error)}. {fix}") from None
            except requests.RequestException as error:
                if pause is None or not (again or _never_arrived(error)):
                    raise _unreachable(what, error, again) from None
            else:
                if response.status_code not in _BUSY or not again or pause is None:
                    return _reply(what, response, self._access)
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _authorised(
        self, method: str, url: str, headers: Mapping[str, str], data: bytes | list[tuple[str, str]], params: Fields
    ) -> requests.Response:
        """The answer, the user being told in the manner that the server asks for (RFC 7616, RFC 7617)."""

        def send() -> requests.Response:
            seconds = (_CONNECT_SECONDS, self._patience.answer_seconds)
            return self._session.request(
                method, url, headers=headers, data=data, params=list(params), timeout=seconds, allow_redirects=False
            )

        response = send()
        if response.status_code == requests.codes.unauthorized and self._access.user:
            challenge = response.headers.get("WWW-Authenticate", "").lower()
            manner: type[AuthBase] = HTTPDigestAuth if "digest" in challenge else HTTPBasicAuth
            if not isinstance(self._session.auth, manner):
                self._session.auth = _as_asked(manner, self._access)
                response = send()
        return response


def _as_asked(manner: type[AuthBase], access: Access) -> AuthBase:
    if manner is HTTPDigestAuth:
        return HTTPDigestAuth(access.user, access.password)
    return HTTPBasicAuth(access.user.encode(), access.password.encode())  # UTF-8 (RFC 7617, section 2.1)


def _reply(what: str, response: requests.Response, access: Access) -> Reply:
    if response.ok and not response.is_redirect:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if "X-SPARQL-MaxRows" in response.headers:
            most = response.headers["X-SPARQL-MaxRows"]
            fix = "Raise ResultSetMaxRows in the section [SPARQL] of virtuoso.ini."
            raise StoreError(f"{what} answered with the first {_printable(most)} rows only. {fix}")
        return Reply(response.content, kind)
    status = response.status_code
    if response.is_redirect:
        fix = f"Give the address to which it points: {_printable(response.headers.get('Location', ''))}"
    elif status == requests.codes.unauthorized:
        fix = _wrong_user(access)
    else:
        fix = _FIXES.get(status, "")
    line = _first_line(response.text)
    told = f": {line}" if line else ""
    raise StoreError(f"{what} answered {status} {_printable(response.reason or '')}{told}. {fix}".strip(), status)


def _wrong_user(access: Access) -> str:
    if access.token:
        return f"The store does not take the token in {TOKEN}."
    if access.user:
        return f"The store does not take the user and password in {USER} and {PASSWORD}."
    return f"The store asks who you are. Set {USER} and {PASSWORD}, or {TOKEN}."


def _silent(what: str, error: requests.Timeout, patience: Patience) -> StoreError:
    if isinstance(error, requests.ConnectTimeout):
        return StoreError(f"{what}: no connection within {_CONNECT_SECONDS:g} s. Is the store running, and reachable?")
    return StoreError(f"{what}: no answer within {patience.answer_seconds:g} s. Ask for less.")


def _unreachable(what: str, error: requests.RequestException, again: bool) -> StoreError:
    if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema):
        return StoreError(f"{what}: this is no address. Write it as http://host:port/path.")
    if _never_arrived(error):
        return StoreError(f"{what}: {_reason(error)}. Is the store running, and is this its address?")
    fix = "Try again later." if again else "It is unknown whether the store did it: try again."
    return StoreError(f"{what}: the connection broke off: {_reason(error)}. {fix}")


def _never_arrived(error: requests.RequestException) -> bool:
    """Whether no connection was made at all, so that nothing can have been done."""
    from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)


def _reason(error: BaseException) -> str:
    """The innermost reason in words, without the objects that urllib3 names."""
    while error.args and isinstance(error.args[0], BaseException):
        error = error.args[0]
    reason = getattr(error, "reason", None)
    text = str(reason if isinstance(reason, BaseException) else error)
    return _printable(re.sub(r"^.*?object at 0x[0-9a-f]+>: |^\S*Connection\([^)]*\): ", "", text))


def _first_line(text: str) -> str:
    """The first line of an answer that says something, as plain words."""
    words = re.sub(r"<(style|script|title)\b.*?</\1>|<[^>]*>", " ", text[:5000], flags=re.DOTALL | re.IGNORECASE)
    return next((_printable(line.strip()).rstrip(".") for line in words.splitlines() if line.strip()), "")


def _printable(text: str) -> str:
    """A text of a server, without what would move a terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in text)[:_LONGEST_LINE]


def check_address(url: str) -> str:
    """The address of a store; CallError for one that is none, or that holds a password."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise CallError("the address of the store is none. Write it as http://host:port/path.") from None
    if parts.username is not None or parts.password is not None:
        raise CallError(f"the address of the store holds a user. Put both into {USER} and {PASSWORD} instead.")
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise CallError(f"'{url}' is no address of a store. Write it as http://host:port/path.")
    return url.rstrip("/")
