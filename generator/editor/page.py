"""The files of /beheer/: a page of its own with a policy of its own, its settings, its scripts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from generator.editor.phrases import decap_phrases, own_words
from generator.editor.shapes import Shape, shape_of
from generator.editor.widgets import Field, fields_of
from generator.model.editor import Editor
from generator.model.vocabulary import GitHost
from generator.reading.key_texts import key_text
from generator.reading.shelves import MODELS
from generator.wording.words import Words

_SHELVES = ("offers", "organisations", "places", "contacts", "themes", "questions", "helplines")
"""The lists that have a form, in the order of the menu. Partners' flyers come with a file, and are few."""
_OWN = ("form.css", "start.js", "backend.js", "shapes.js", "splicing.js", "writing.js")


@dataclass(frozen=True)
class Host:
    """Where the form saves: `kind` is Decap's own name of a backend, `settings` what that wants to know."""

    kind: str
    settings: Mapping[str, str]
    addresses: tuple[str, ...]
    """Origins that the page talks to: "https://api.github.com"."""


def host_of(editor: Editor) -> Host:
    """The git host of a neighbourhood, as Decap wants to hear of it."""
    given = (editor.host or "").rstrip("/")
    common = {"repo": editor.repo, "branch": editor.branch}
    match editor.backend:
        case GitHost.GITHUB:
            assert editor.login
            return Host("github", {**common, "base_url": editor.login}, ("https://api.github.com",))
        case GitHost.GITLAB:
            address = given or "https://gitlab.com"
            more = {"auth_type": "pkce", "app_id": editor.app_id or "", "base_url": address}
            return Host("gitlab", {**common, **more, "api_root": f"{address}/api/v4"}, (address,))
    more = {"app_id": editor.app_id or "", "base_url": given, "api_root": f"{given}/api/v1"}
    return Host(editor.backend.value, {**common, **more}, (given,))


def local_host(port: int) -> Host:
    """decap-server on this computer, which saves in the files themselves."""
    address = f"http://127.0.0.1:{port}"
    return Host("proxy", {"proxy_url": f"{address}/api/v1", "branch": "main"}, (address,))


def editor_files(host: Host, libraries: Mapping[str, bytes], site_url: str, words: Words) -> dict[str, bytes]:
    """Path below beheer/ -> bytes. `libraries` are the scripts of others, as `make beheer` fetched them."""
    assets = files("generator.editor") / "assets"
    settings = json.dumps(_config(host, site_url, words), ensure_ascii=False, separators=(",", ":"))
    own = {name: (assets / name).read_bytes() for name in _OWN}
    return {**libraries, **own, "config.json": settings.encode(), "index.html": _page(host, words).encode()}


def policy(host: Host) -> str:
    """The Content-Security-Policy of this page alone.

    Decap compiles the schema that it checks its settings with ('unsafe-eval') and writes its styles in the
    page ('unsafe-inline'); our other pages allow neither.
    """
    pictures = " ".join(("'self'", "data:", "blob:", *_avatars(host)))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src {pictures}",
            "font-src 'self' data:",
            f"connect-src 'self' blob: {' '.join(_origin(address) for address in host.addresses)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _avatars(host: Host) -> tuple[str, ...]:
    """Where the picture of who signed in comes from."""
    if host.kind == "github":
        return ("https://avatars.githubusercontent.com",)
    return tuple(_origin(address) for address in host.addresses)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _page(host: Host, words: Words) -> str:
    title, without = words.gettext("Edit the guide"), words.gettext("This form needs JavaScript.")
    return f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(host)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="form.css">
<title>{title}</title>
<script type="module" src="start.js"></script>
</head>
<body>
<noscript>{without}</noscript>
</body>
</html>
"""


def _config(host: Host, site_url: str, words: Words) -> dict[str, Any]:
    shapes = {shelf: shape_of(shelf, MODELS[shelf], words) for shelf in _SHELVES}
    return {
        "host": host.kind,
        "settings": {
            "load_config_file": False,
            "locale": words.language,
            "site_url": site_url,
            "backend": {"name": "records", **host.settings, "commit_messages": _messages(words)},
            "media_folder": "print/flyers",
            "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
            "collections": [_collection(shelf, shape, words) for shelf, shape in shapes.items()],
        },
        "shelves": {
            shelf: {
                "file": "offers.yaml" if shelf == "offers" else "socialmap.yaml",
                "shape": shape.for_script(),
            }
            for shelf, shape in shapes.items()
        },
        "words": own_words(words),
        "phrases": decap_phrases(words),
    }


def _collection(shelf: str, shape: Shape, words: Words) -> dict[str, Any]:
    texts = key_text(shelf, words.gettext)
    name = "question" if shelf == "questions" else "name"
    fields: list[Field] = fields_of(shape, words)
    return {
        "name": shelf,
        "label": texts["title"],
        "label_singular": _singular(shelf, words),
        "description": texts["description"],
        "folder": shelf,
        "extension": "yaml",
        "format": "record",
        "identifier_field": name,
        "slug": f"{{{{fields.{name}}}}}",
        "summary": f"{{{{fields.{name}}}}}",
        "sortable_fields": [name],
        "create": True,
        "delete": False,
        "editor": {"preview": False},
        "fields": fields,
    }


def _singular(shelf: str, words: Words) -> str:
    _ = words.gettext
    return {
        "offers": _("offer"),
        "organisations": _("organisation"),
        "places": _("place"),
        "contacts": _("contact"),
        "themes": _("theme"),
        "questions": _("question"),
        "helplines": _("helpline"),
    }[shelf]


def _messages(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "create": _("Add {slug} ({collection})").format(slug="{{slug}}", collection="{{collection}}"),
        "update": _("Change {slug} ({collection})").format(slug="{{slug}}", collection="{{collection}}"),
        "uploadMedia": _("Add {path}").format(path="{{path}}"),
        "deleteMedia": _("Remove {path}").format(path="{{path}}"),
    }
