"""The site's address must fit a QR code that is printed at 35 mm."""

import re
from urllib.parse import urlsplit

from generator.model.codes import CODE_LENGTH
from generator.problems import Problem
from generator.reading.traps import Gettext

_ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+./:-]*")
MOST_ALPHANUMERIC = 61
"""Characters in a QR code of version 3 at level M, all of the code's own alphabet (ISO/IEC 18004)."""
MOST_BYTES = 42
"""The same for any other text, in bytes."""
_LAST_EDITION = "-99"
"""A code on paper knows its edition; after twenty years of five a year there is room left."""


def check_site_url(site_url: str, _: Gettext, file: str = "mkdocs.yml") -> tuple[Problem, ...]:
    """The problem with `site_url`, if it is no address or too long for a code."""
    parts = urlsplit(site_url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return (
            Problem(
                file, 0, 0,
                _("The site_url {url} is not a web address.").format(url=site_url),
                _("Write for example: {example}").format(example="site_url: https://www.voorbeeld.be/"),
            ),
        )  # fmt: skip
    prefix = parts.path if parts.path.strip("/") else "/"
    content = (
        f"{parts.scheme}://{parts.netloc}".upper()
        + prefix.rstrip("/")
        + "/Q/"
        + "0" * CODE_LENGTH
        + _LAST_EDITION
        + "/"
    )
    most = MOST_ALPHANUMERIC if _ALPHANUMERIC.fullmatch(content) else MOST_BYTES
    length = len(content.encode())
    if length <= most:
        return ()
    return (
        Problem(
            file, 0, 0,
            _("The site_url {url} is too long: no QR code of 35 mm can hold it.").format(url=site_url),
            _("Choose an address that is at least {count} characters shorter.").format(count=length - most),
        ),
    )  # fmt: skip
