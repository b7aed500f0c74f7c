"""The folder of a neighbourhood: its YAML files, content/, print/, mkdocs.yml."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator.model.fields import known_languages
from generator.partners import LIMITS
from generator.project.odd_files import OddFile, odd_files
from generator.project.paths import FIRST_LANGUAGE, LINK_REPORT, NEWSLETTERS, RECORD_FILES, TRANSLATIONS
from generator.project.reading_files import files_in, start_of, state_of
from generator.project.saving import save_files
from generator.reading.sources import (
    FLYERS_FILE,
    FLYERS_FOLDER,
    INCLUDED_FOLDER,
    LEDGER_FILE,
    REGION_FILE,
    Sources,
)

_FILES = ("offers.yaml", "socialmap.yaml", "mkdocs.yml")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_NO_FLYERS = (Path(FLYERS_FILE).name, "README.md")
"""What else is in the folder of flyers."""


@dataclass(frozen=True)
class SiteSettings:
    """What mkdocs.yml says of the site: its address, with a trailing slash, and its name."""

    url: str
    name: str
    repository: str = ""
    """Where the project is kept (`repo_url` of MkDocs); empty if nobody wrote it."""


@dataclass(frozen=True)
class Project:
    """The folder of a neighbourhood."""

    root: Path

    def missing_files(self, verb: str = "build") -> tuple[str, ...]:
        """Names of the files without which there is nothing to build, or to do that."""
        if verb == "region" or (verb == "fetch" and (self.root / REGION_FILE).is_file()):
            return () if (self.root / REGION_FILE).is_file() else (REGION_FILE,)
        return tuple(name for name in _FILES if not (self.root / name).is_file())

    def odd_files(self) -> tuple[OddFile, ...]:
        """What cannot be read as a file of the neighbourhood: to be looked at before anything is."""
        return tuple(odd_files(self.root, (*_FILES, FLYERS_FILE, LEDGER_FILE)))

    def sources(self) -> Sources:
        return Sources(
            offers=(self.root / "offers.yaml").read_bytes(),
            socialmap=(self.root / "socialmap.yaml").read_bytes(),
            flyers=_if_said(self.root / FLYERS_FILE),
        )

    def flyer_files(self) -> dict[str, Callable[[], bytes]]:
        """The files of partners: name -> what reads it, at most so much that it shows to be too large.

        Only files of the folder itself: a link may lead anywhere.
        """
        folder = self.root / FLYERS_FOLDER
        if not folder.is_dir():
            return {}
        return {
            # A Mac writes é as two letters.
            unicodedata.normalize("NFC", path.name): partial(start_of, path, LIMITS.bytes)
            for path in sorted(folder.iterdir())
            if path.is_file()
            and not path.is_symlink()
            and not path.name.startswith(".")
            and path.name not in _NO_FLYERS
        }

    def settings(self) -> SiteSettings:
        """Address and name of the site. MkDocs's own tags (`!ENV`) count as not there.

        yaml.YAMLError, ValueError and their kin if the file is damaged.
        """
        settings = self.all_settings()
        said = {key: settings.get(key) or "" for key in ("site_url", "site_name", "repo_url")}
        if not all(isinstance(value, str | int | float) for value in said.values()):
            raise ValueError("a list where a text belongs")
        url = str(said["site_url"] or "https://stekwijzer.example/")
        return SiteSettings(
            url.rstrip("/") + "/",
            str(said["site_name"] or "Stekwijzer"),
            str(said["repo_url"]),
        )

    def all_settings(self) -> dict[str, Any]:
        """All that mkdocs.yml says, read without running anything; errors as of `settings`."""
        return yaml.load((self.root / "mkdocs.yml").read_bytes(), Loader=_PlainLoader) or {}

    def map_files(self) -> dict[str, bytes]:
        """The map data of the neighbourhood: file name -> bytes."""
        return files_in(self.root / "content" / "map", (".geojson", ".csv"))

    def prose(self) -> dict[str, str]:
        """The hand-written pages: name without ".md" -> Markdown with its front matter."""
        pages = files_in(self.root / "content", (".md",))
        return {name.removesuffix(".md"): text.decode("utf-8", "replace") for name, text in pages.items()}

    def forewords(self) -> dict[tuple[str, str], str]:
        """The forewords of newsletters: (month "2026-12", language) -> Markdown; Dutch comes first."""
        return {
            (month, language): text.decode("utf-8", "replace")
            for language, folder in self._newsletter_folders().items()
            for month, text in self._by_stem(folder).items()
            if _MONTH.fullmatch(month)
        }

    def misnamed_forewords(self) -> tuple[str, ...]:
        """Files among the forewords whose name is no month; a README is a note for staff."""
        return tuple(
            (folder / f"{name}.md").relative_to(self.root).as_posix()
            for folder in self._newsletter_folders().values()
            for name in self._by_stem(folder)
            if not _MONTH.fullmatch(name) and name.upper() != "README"
        )

    def _newsletter_folders(self) -> dict[str, Path]:
        """Language -> folder: content/nieuwsbrief/, content/fr/nieuwsbrief/."""
        content = self.root / "content"
        others = sorted(content.iterdir()) if content.is_dir() else []
        name = Path(NEWSLETTERS).name
        return {FIRST_LANGUAGE: self.root / NEWSLETTERS} | {
            folder.name: folder / name
            for folder in others
            if folder.name in known_languages() and folder.name != FIRST_LANGUAGE
        }

    @staticmethod
    def _by_stem(folder: Path) -> dict[str, bytes]:
        return {name.removesuffix(".md"): text for name, text in files_in(folder, (".md",)).items()}

    def translations(self) -> dict[str, bytes]:
        """The translations of the records: language -> bytes of its file."""
        files = files_in(self.root / TRANSLATIONS, (".po",))
        return {name.removesuffix(".po"): data for name, data in files.items()}

    def texts_for_pages(self) -> dict[str, str]:
        """The hand-written pages of all languages: file below the root -> Markdown."""
        return {name: raw.decode("utf-8", "replace") for name, raw in self.raw_pages().items()}

    def raw_pages(self) -> dict[str, bytes]:
        """The same as they lie on the disk, in whatever encoding."""
        content = self.root / "content"
        files = sorted(content.rglob("*.md")) if content.is_dir() else []
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in files
            if path.relative_to(content).parts[0] != "map"
        }

    def included(self) -> dict[str, bytes]:
        """The guides of others that were fetched: name -> bytes of the file."""
        files = files_in(self.root / INCLUDED_FOLDER, (".json",))
        return {name.removesuffix(".json"): data for name, data in files.items()}

    def link_report(self) -> bytes | None:
        """What the last look at the outside links found; None if nobody ever looked."""
        path = self.root / LINK_REPORT
        return path.read_bytes() if path.is_file() else None

    def keep_link_report(self, text: str) -> None:
        self.save({LINK_REPORT: text.encode()})

    def ledger(self) -> bytes | None:
        """The register of printed editions; None as long as nothing was printed."""
        path = self.root / LEDGER_FILE
        return path.read_bytes() if path.is_file() else None

    def add_to_ledger(self, text: str, header: str) -> None:
        """Adds an entry below what is there, and touches nothing of that; `header` begins a new file."""
        before = self.ledger() or b""
        lines = text if before.strip() else header + text
        if before and not before.endswith(b"\n"):
            lines = "\n" + lines
        # A copy of git's on Windows may have other line ends.
        ends = "\r\n" if b"\r\n" in before else "\n"
        added = lines.replace("\n", ends).encode()
        save_files(self.root, {LEDGER_FILE: before + added}, {LEDGER_FILE: before})

    def text(self, name: str) -> str:
        """A file that people wrote, with its line ends and byte order mark as they are."""
        return (self.root / name).read_bytes().decode("utf-8")

    def draft(self, texts: Mapping[str, str]) -> "Draft":
        """This neighbourhood as it would be with other texts in some of its files; nothing is written."""
        return Draft(self.root, texts)

    def rewrite(self, texts: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Puts new texts in the place of those `before`, or makes new files: all of them or none.

        Raises SavedMeanwhileError, OSError.
        """
        save_files(self.root, _in_bytes(texts), _in_bytes(before))

    def save(self, files: Mapping[str, bytes], before: Mapping[str, bytes] | None = None) -> None:
        """The same of files that may not be links out of the folder; `before`: only if they are still so."""
        for name in files:
            if not (self.root / name).resolve().is_relative_to(self.root.resolve()):
                raise ValueError(f"{name} lies outside {self.root}")
        save_files(self.root, files, before)

    def state(self, *folders: str) -> tuple[tuple[str, int, int, int], ...]:
        """Path, time of change, size and number of each file: another state when anything was saved.

        Of the neighbourhood's own files, or of those below these folders. Asking costs milliseconds, and
        works where the system reports no changes: a network drive, a folder that was moved.
        """
        if folders:
            return tuple(entry for name in folders for entry in state_of(self.root / name))
        files = tuple(entry for name in _FILES for entry in state_of(self.root / name))
        return files + self.state("content", "print")

    def in_root(self, path: Path) -> str:
        """A path as people know it: relative to the neighbourhood's folder where it lies in there."""
        absolute = path.resolve()
        return str(absolute.relative_to(self.root)) if absolute.is_relative_to(self.root) else str(absolute)


def _in_bytes(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in texts.items()}


class _PlainLoader(yaml.SafeLoader):
    """Reads mkdocs.yml for its plain settings; tags of MkDocs's own are of no interest here."""


_PlainLoader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Draft(Project):
    """A neighbourhood with other texts (name of a file -> text) than stand in its files."""

    texts: Mapping[str, str]

    def sources(self) -> Sources:
        offers, socialmap, flyers = (self._raw(name) for name in RECORD_FILES)
        return Sources(offers or b"", socialmap or b"", _said(flyers or b""))

    def _raw(self, name: str) -> bytes | None:
        if name in self.texts:
            return self.texts[name].encode()
        path = self.root / name
        return path.read_bytes() if path.is_file() else None


def _if_said(path: Path) -> bytes | None:
    """A file that need not be there, and may hold remarks only."""
    return _said(path.read_bytes() if path.is_file() else b"")


def _said(raw: bytes) -> bytes | None:
    lines = (line.strip() for line in raw.splitlines())
    return raw if any(line and not line.startswith(b"#") for line in lines) else None
