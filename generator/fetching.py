"""Fetches what somebody else publishes: politely, bounded, and from the web only.

    with Visitor(Manners("Stekwijzer (+https://wijkgids.example/)")) as visitor:
        answer = visitor.fetch("https://partner.example/services")

One request at a time, with a pause between two; we say who we are. An answer has a largest size and a
longest time. An address may lead on (a redirect, the next page of a list), but to http and https only, and
never from the public web to a machine at home: what somebody typed may be on the own network, what
a stranger's server says may not.
"""

import io
import re
import socket
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.client import HTTPResponse
from ipaddress import ip_address
from types import TracebackType
from typing import Any, Self
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import RequestException, SSLError, Timeout, TooManyRedirects
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NameResolutionError, ReadTimeoutError

_CHUNK = 1 << 16
_MISREAD = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
"""What one program skips in an address, and the next takes for the end of the host."""


@dataclass(frozen=True)
class Manners:
    """How we behave."""

    name: str
    """What we call ourselves (User-Agent): who asks, and where one reads more."""
    pause: float = 1.0
    """Seconds between two requests to one host."""
    timeout: float = 15.0
    """Seconds to wait for an answer."""


@dataclass(frozen=True)
class Bounds:
    """How much we take from one address."""

    bytes: int = 20_000_000
    seconds: float = 60.0
    redirects: int = 5


@dataclass(frozen=True)
class Answer:
    """What an address gave."""

    address: str
    """Where it stood in the end."""
    body: bytes
    kind: str
    """Its media type as the server says, in small letters: "application/json"; may be empty."""


@dataclass(frozen=True)
class Look:
    """How an address answers, without what stands there."""

    address: str
    """Where it stands in the end."""
    status: int
    """The HTTP status there."""
    steps: tuple[int, ...]
    """The HTTP statuses of the redirects that led there."""


class FetchError(Exception):
    """Nothing usable came.

    `trouble` is one word: "scheme" (no web address), "private" (a stranger led to the own network), "status"
    (see `status`), "large", "timeout", "secure", "loop", "name", "refused" or "other".
    """

    def __init__(self, address: str, trouble: str, status: int = 0) -> None:
        super().__init__(f"{address}: {trouble} {status or ''}".rstrip())
        self.address, self.trouble, self.status = address, trouble, status


def can_be_asked(address: str) -> bool:
    """Whether it is the address of a page: no tel:, no mailto:, no file:, no password before the host."""
    try:
        parts = urlsplit(address)
        if _MISREAD.search(address) or "@" in parts.netloc:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def _trouble_of(error: BaseException) -> str:
    """What kept an answer away, in one word."""
    match error:
        case Timeout() | ReadTimeoutError() | TimeoutError():
            return "timeout"
        case _PrivateError():
            return "private"
        case SSLError():
            return "secure"
        case TooManyRedirects():
            return "loop"
        case NoConnection():
            return "name" if _name_is_unknown(error) else "refused"
    return "other"


def _name_is_unknown(error: BaseException) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NameResolutionError)


class Visitor:
    """Asks addresses one by one. Its first address is what somebody typed: the others follow from it."""

    def __init__(self, manners: Manners, bounds: Bounds = Bounds()) -> None:
        self._manners, self._bounds = manners, bounds
        self._leash = _Leash()
        self._session = _Session()
        self._session.mount("http://", _Lines(self._leash))
        self._session.mount("https://", _Lines(self._leash))
        self._session.headers["User-Agent"] = manners.name
        self._session.headers["Accept-Language"] = "nl-BE, nl;q=0.9, *;q=0.5"
        self._home: tuple[str, str] | None = None
        """Host and port that somebody typed, if they are in the own network; else ("", "")."""
        self._asked = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def fetch(self, address: str) -> Answer:
        """What stands at an address. Raises FetchError."""
        with self._end_of(address, "GET") as (answer, look):
            if look.status != HTTPStatus.OK:
                raise FetchError(look.address, "status", look.status)
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return Answer(look.address, self._body(answer, look.address), kind)

    def look(self, address: str, method: str) -> Look:
        """How an address answers to HEAD or GET; no body is read. Raises FetchError."""
        with self._end_of(address, method) as (_answer, look):
            return look

    @contextmanager
    def _end_of(self, address: str, method: str) -> Iterator[tuple[requests.Response, Look]]:
        self._leash.until = time.monotonic() + self._bounds.seconds
        steps: list[int] = []
        for _step in range(self._bounds.redirects + 1):
            self._may_go(address)
            if self._asked:
                time.sleep(self._manners.pause)
            self._asked = True
            try:
                timeout = min(self._manners.timeout, self._leash.left())
                with self._session.request(
                    method, address, timeout=timeout, allow_redirects=False, stream=True
                ) as answer:
                    target = self._session.get_redirect_target(answer)
                    if not target:
                        yield answer, Look(answer.url, answer.status_code, tuple(steps))
                        return
                    steps.append(answer.status_code)
                    address = _led_to(address, target)
            except (RequestException, HTTPError, ValueError, TimeoutError) as error:
                raise FetchError(address, _trouble_of(error)) from error
        raise FetchError(address, "loop")

    def _may_go(self, address: str) -> None:
        if not can_be_asked(address):
            raise FetchError(address, "scheme")
        parts = urlsplit(address)
        host = (parts.hostname or "", str(parts.port or ""))
        private = _is_private(host[0])
        if self._home is None:
            self._home = host if private else ("", "")
        self._leash.may_be_private = host == self._home
        # The connection looks too, but only when it stands at the door: here nobody even knocks.
        if private and not self._leash.may_be_private:
            raise FetchError(address, "private")

    def _body(self, answer: requests.Response, address: str) -> bytes:
        found = bytearray()
        if int(answer.headers.get("Content-Length") or 0) > self._bounds.bytes:
            raise FetchError(address, "large")
        # Not a chunk at a time: a server that sends a byte a minute would never fill one.
        while chunk := answer.raw.read1(_CHUNK, decode_content=True):
            found += chunk
            if len(found) > self._bounds.bytes:
                raise FetchError(address, "large")
        return bytes(found)


def _led_to(address: str, target: str) -> str:
    """Where a redirect leads; what stands behind # stays, unless it names that too."""
    found, part = urldefrag(urljoin(address, target))
    part = part or urldefrag(address).fragment
    return f"{found}#{part}" if part else found


def _is_private(host: str) -> bool:
    """Whether a name leads to this computer or the network around it; what is unknown leads nowhere."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return not all(_is_public(str(entry[4][0])) for entry in found)


def _is_public(number: str) -> bool:
    return ip_address(number.partition("%")[0]).is_global


class _PrivateError(HTTPError):
    """A connection led to the own network."""


@dataclass
class _Leash:
    """How far the connections of a visitor may go; it changes with each address."""

    until: float = 0.0
    """The moment at which an answer must be there, as time.monotonic() tells it."""
    may_be_private: bool = False
    """Whether they may lead to the own network."""

    def left(self) -> float:
        """Seconds, more than 0. Raises TimeoutError if there are none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Session(requests.Session):
    """Follows no redirect, nor prepares for it: requests reads all that comes with one first."""

    def resolve_redirects(self, *wanted: Any, **named: Any) -> Generator[Any]:
        yield from ()


class _Lines(HTTPAdapter):
    """Makes connections on a leash."""

    def __init__(self, leash: _Leash) -> None:
        super().__init__()
        self._leash = leash

    def get_connection_with_tls_context(self, *wanted: Any, **named: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*wanted, **named)
        pool.ConnectionCls = partial(_SecureLine if pool.scheme == "https" else _Line, self._leash)
        return pool


class _Line(HTTPConnection):
    """A connection on a leash."""

    def __init__(self, leash: _Leash, *wanted: Any, **named: Any) -> None:
        super().__init__(*wanted, **named)
        self._leash = leash
        self.response_class = partial(_Reply, leash)  # type: ignore[assignment]

    def _new_conn(self) -> socket.socket:
        # A name may lead elsewhere than when it was looked up: only who answers is certain.
        sock = super()._new_conn()
        # Where a proxy stands between, it is the proxy that answers.
        if not (self._leash.may_be_private or self.proxy or _is_public(sock.getpeername()[0])):
            sock.close()
            raise _PrivateError
        return sock


class _SecureLine(_Line, HTTPSConnection):
    pass


class _Reply(HTTPResponse):
    """An answer that ends in time: its head too, and whatever a server sends before that."""

    def __init__(self, leash: _Leash, sock: socket.socket, *wanted: Any, **named: Any) -> None:
        super().__init__(sock, *wanted, **named)
        self.fp = io.BufferedReader(_Timed(self.fp.detach(), sock, leash))


class _Timed(io.RawIOBase):
    """What comes from a socket. A timeout of the socket starts anew with each byte; the leash does not."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, leash: _Leash) -> None:
        self._raw, self._sock, self._leash = raw, sock, leash

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._leash.left()
        self._sock.settimeout(min(self._sock.gettimeout() or left, left))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
