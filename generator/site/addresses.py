"""Addresses inside the site: always relative, so that it works under any prefix or host."""

from urllib.parse import urlsplit

STATE = "werkers/nakijken/"
"""The page for staff with the state of all records, from the root of the site."""
MANUAL = "werkers/handleiding/"
"""The manual for staff, from the root of the site."""
STAFF = (STATE, MANUAL)


def way_up(path: str) -> str:
    """From a page to the root of the site: "aanbod/digipunt/" -> "../../"; "" -> "./"."""
    return "../" * path.count("/") or "./"


def language_folder(language: str, first_language: str) -> str:
    """The folder of a language: empty for the first one, "fr/" for the others."""
    return "" if language == first_language else f"{language}/"


def absolute(site_url: str, path: str) -> str:
    """The full address of a page, for canonical links and the sitemap."""
    return f"{site_url.rstrip('/')}/{path}"


def root_of_host(site_url: str) -> str:
    """The path where the site begins on its host: "/" or "/prefix/"."""
    return urlsplit(site_url).path.rstrip("/") + "/"
