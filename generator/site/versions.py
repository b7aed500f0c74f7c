"""Versions in the addresses of style sheets and scripts, so that no cache can mix two editions."""

import hashlib
import re
from collections.abc import Mapping

_ASSET = re.compile(r'assets/[\w-]+\.(?:css|js)(?=")')
_IMPORT = re.compile(r"""(["'])(\./[\w-]+\.js)\1""")


def fingerprint(data: bytes) -> str:
    """Short, and different for different bytes."""
    return hashlib.sha256(data).hexdigest()[:10]


def version_of(assets: Mapping[str, bytes]) -> str:
    """One version for all style sheets and scripts: they belong together."""
    parts = (name.encode() + assets[name] for name in sorted(assets) if name.endswith((".css", ".js")))
    return fingerprint(b"".join(parts))


def link_versions(html: str, version: str) -> str:
    """The page, asking for this version of our style sheets and scripts."""

    def versioned(found: re.Match[str]) -> str:
        # Looked for from its end: a page has hundreds of links, and some ten to assets.
        opened = html.rfind('"', 0, found.start())
        return f"{found[0]}?v={version}" if html.endswith(("href=", "src="), 0, opened) else found[0]

    return _ASSET.sub(versioned, html)


def import_versions(assets: Mapping[str, bytes], version: str) -> dict[str, bytes]:
    """The assets, with scripts that import this version of each other."""
    return {
        name: _IMPORT.sub(rf"\1\2?v={version}\1", data.decode()).encode() if name.endswith(".js") else data
        for name, data in assets.items()
    }
