"""Fetches what somebody else publishes: politely, bounded, and from the web only.

    with Visitor(Manners("Stekwijzer (+https://wijkgids.example/)")) as visitor:
        answer = visitor.fetch("https://partner.example/services")

One request at a time, with a pause between two; we say who we are. An answer has a largest size and a
longest time. An address may lead on (a redirect, the next page of a list), but to http and https only, and
never from the public web to a machine at home: what somebody typed may be on the own network, what
a stranger's server says may not.
"""

import socket
import time
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import RequestException, SSLError, Timeout, TooManyRedirects
from urllib3.exceptions import HTTPError, NameResolutionError, ReadTimeoutError

_CHUNK = 1 << 16


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


class FetchError(Exception):
    """Nothing usable came.

    `trouble` is one word: "scheme" (no web address), "private" (a stranger led to the own network), "status"
    (see `status`), "large", "timeout", "secure", "loop", "name", "refused" or "other".
    """

    def __init__(self, address: str, trouble: str, status: int = 0) -> None:
        super().__init__(f"{address}: {trouble} {status or ''}".rstrip())
        self.address, self.trouble, self.status = address, trouble, status


def can_be_asked(address: str) -> bool:
    """Whether it is the address of a page: no tel:, no mailto:, no file:."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def trouble_of(error: BaseException) -> str:
    """What kept an answer away, in one word."""
    match error:
        case Timeout() | ReadTimeoutError():
            return "timeout"
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
        self._session = requests.Session()
        self._session.headers["User-Agent"] = manners.name
        self._session.headers["Accept-Language"] = "nl-BE, nl;q=0.9, *;q=0.5"
        self._home: tuple[str, ...] | None = None
        self._asked = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def fetch(self, address: str) -> Answer:
        """What stands at an address. Raises FetchError."""
        deadline = time.monotonic() + self._bounds.seconds
        for _step in range(self._bounds.redirects + 1):
            self._may_go(address)
            if self._asked:
                time.sleep(self._manners.pause)
            self._asked = True
            try:
                with self._session.get(
                    address, timeout=self._manners.timeout, allow_redirects=False, stream=True
                ) as answer:
                    if target := self._session.get_redirect_target(answer):
                        address = urljoin(address, target)
                        continue
                    if answer.status_code != HTTPStatus.OK:
                        raise FetchError(address, "status", answer.status_code)
                    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
                    return Answer(address, self._body(answer, address, deadline), kind)
            except (RequestException, HTTPError, ValueError) as error:
                raise FetchError(address, trouble_of(error)) from error
        raise FetchError(address, "loop")

    def _may_go(self, address: str) -> None:
        if not can_be_asked(address):
            raise FetchError(address, "scheme")
        parts = urlsplit(address)
        host = (parts.hostname or "", str(parts.port or ""))
        if self._home is None:
            self._home = host
        elif host != self._home and _is_private(host[0]):
            raise FetchError(address, "private")

    def _body(self, answer: requests.Response, address: str, deadline: float) -> bytes:
        found = bytearray()
        if int(answer.headers.get("Content-Length") or 0) > self._bounds.bytes:
            raise FetchError(address, "large")
        # Not a chunk at a time: a server that sends a byte a minute would never fill one.
        while chunk := answer.raw.read1(_CHUNK, decode_content=True):
            found += chunk
            if len(found) > self._bounds.bytes:
                raise FetchError(address, "large")
            if time.monotonic() > deadline:
                raise FetchError(address, "timeout")
        return bytes(found)


def _is_private(host: str) -> bool:
    """Whether a name leads to this computer or the network around it; what is unknown leads nowhere."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)
