"""The only door to files, the clock and the environment; all else gets text and dates passed in.

`root` is the folder of a neighbourhood: its YAML files, content/, mkdocs.yml. The rest
(templates, fonts, theme, catalogues) belongs to the generator, and is found beside it.
"""

import ctypes
import os
import re
import shutil
import subprocess
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path

import material
import yaml

from generator.mail.sending import MailServer
from generator.model.fields import known_languages
from generator.partners import LIMITS
from generator.reading import Sources
from generator.reading.flyers import FLYERS_FILE, FOLDER
from generator.reading.ledger import LEDGER_FILE
from generator.wording.words import DOMAINS, Words, read_words

GENERATOR = Path(__file__).resolve().parent
HOME = GENERATOR.parent
TEMPLATES = HOME / "print"
FONTS = TEMPLATES / "fonts"
MANUAL = HOME / "docs" / "handleiding.md"
CACHE = Path(os.environ.get("STEKWIJZER_CACHE") or HOME / ".cache" / "build")
FORM = HOME / ".cache" / "beheer" / "node_modules"
"""What `make beheer` fetched."""
FIRST_LANGUAGE = "nl"
LANGUAGE_OF_CODE = "en"
RECORD_FILES = ("offers.yaml", "socialmap.yaml", FLYERS_FILE)
"""Where the records are."""
TRANSLATIONS = "content/translations"
NEWSLETTERS = "content/nieuwsbrief"
"""A foreword for each month, "2026-12.md"."""
LINK_REPORT = ".cache/links.json"
_FILES = ("offers.yaml", "socialmap.yaml", "mkdocs.yml")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")

_NO_FLYERS = (Path(FLYERS_FILE).name, "README.md")
"""What else is in the folder of flyers."""
_KEPT_SECONDS = 14 * 24 * 60 * 60
"""How long a thing is kept that no build asks for."""
_OF_MAIL_SERVER = ("HOST", "PORT", "SECURITY", "USER", "PASSWORD", "FROM")
_PORTS = {"starttls": 587, "ssl": 465, "none": 25}
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


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

    def missing_files(self) -> tuple[str, ...]:
        """Names of the files without which there is nothing to build."""
        return tuple(name for name in _FILES if not (self.root / name).is_file())

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
        folder = self.root / FOLDER
        if not folder.is_dir():
            return {}
        return {
            # A Mac writes é as two letters.
            unicodedata.normalize("NFC", path.name): partial(_start_of, path, LIMITS.bytes + 1)
            for path in sorted(folder.iterdir())
            if path.is_file()
            and not path.is_symlink()
            and not path.name.startswith(".")
            and path.name not in _NO_FLYERS
        }

    def settings(self) -> SiteSettings:
        """Address and name of the site. MkDocs's own tags (`!ENV`) count as text here."""
        settings = yaml.load((self.root / "mkdocs.yml").read_bytes(), Loader=_PlainLoader) or {}
        url = str(settings.get("site_url") or "https://stekwijzer.example/")
        return SiteSettings(
            url.rstrip("/") + "/",
            str(settings.get("site_name") or "Stekwijzer"),
            str(settings.get("repo_url") or ""),
        )

    def map_files(self) -> dict[str, bytes]:
        """The map data of the neighbourhood: file name -> bytes."""
        return _files(self.root / "content" / "map", (".geojson", ".csv"))

    def prose(self) -> dict[str, str]:
        """The hand-written pages: name without ".md" -> Markdown with its front matter."""
        pages = _files(self.root / "content", (".md",))
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
        return {name.removesuffix(".md"): text for name, text in _files(folder, (".md",)).items()}

    def translations(self) -> dict[str, bytes]:
        """The translations of the records: language -> bytes of its file."""
        files = _files(self.root / TRANSLATIONS, (".po",))
        return {name.removesuffix(".po"): data for name, data in files.items()}

    def texts_for_pages(self) -> dict[str, str]:
        """The hand-written pages of all languages: file below the root -> Markdown."""
        content = self.root / "content"
        files = sorted(content.rglob("*.md")) if content.is_dir() else []
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes().decode("utf-8", "replace")
            for path in files
            if "map" not in path.relative_to(content).parts
        }

    def link_report(self) -> bytes | None:
        """What the last look at the outside links found; None if nobody ever looked."""
        path = self.root / LINK_REPORT
        return path.read_bytes() if path.is_file() else None

    def keep_link_report(self, text: str) -> None:
        write_files(self.root, {LINK_REPORT: text.encode()})

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
        path = self.root / LEDGER_FILE
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            file.write(lines.replace("\n", ends).encode())

    def text(self, name: str) -> str:
        """A file that people wrote, with its line ends and byte order mark as they are."""
        return (self.root / name).read_bytes().decode("utf-8")

    def draft(self, texts: Mapping[str, str]) -> "Draft":
        """This neighbourhood as it would be with other texts in some of its files; nothing is written."""
        return Draft(self.root, texts)

    def rewrite(self, texts: Mapping[str, str]) -> None:
        """Puts new texts in the place of files, or makes new ones; each is whole at any moment."""
        for name, text in texts.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
                file.write(text.encode("utf-8"))
            if path.exists():
                shutil.copymode(path, file.name)
            else:
                # A file of one's own is read by others too.
                Path(file.name).chmod(0o644)
            Path(file.name).replace(path)

    def state(self, *folders: str) -> tuple[tuple[str, int, int, int], ...]:
        """Path, time of change, size and number of each file: another state when anything was saved.

        Of the neighbourhood's own files, or of those below these folders. Asking costs milliseconds, and
        works where the system reports no changes: a network drive, a folder that was moved.
        """
        if folders:
            return tuple(entry for name in folders for entry in _state_of(self.root / name))
        files = tuple(entry for name in _FILES for entry in _state_of(self.root / name))
        return files + self.state("content", "print")

    def in_root(self, path: Path) -> str:
        """A path as people know it: relative to the neighbourhood's folder where it lies in there."""
        absolute = path.resolve()
        return str(absolute.relative_to(self.root)) if absolute.is_relative_to(self.root) else str(absolute)


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


def _state_of(path: Path) -> Iterator[tuple[str, int, int, int]]:
    """Of a file, or of all files in a folder; nothing where there is nothing."""
    with suppress(OSError):
        found = path.stat()
        if path.is_dir():
            for each in sorted(path.iterdir()):
                if not each.name.startswith(".") and each.name != "fonts":
                    yield from _state_of(each)
        else:
            yield str(path), found.st_mtime_ns, found.st_size, found.st_ino


def templates_state() -> tuple[tuple[str, int, int, int], ...]:
    """The state of what the generator itself has: templates of sheets and pages, scripts, styles."""
    return Project(HOME).state("print", "generator/site")


def _start_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def start_of(path: Path, most: int) -> bytes:
    """A file of anybody: at most so much of it that it shows to be too large. May raise OSError."""
    return _start_of(path, most + 1)


def tables_at(path: Path) -> tuple[Path, ...]:
    """The file itself, or the CSV files of a folder."""
    return tuple(sorted(path.glob("*.csv"))) if path.is_dir() else (path,)


def _files(folder: Path, endings: tuple[str, ...]) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in endings}


@cache
def words_of(language: str) -> Words:
    """The interface texts of a language; where one lacks a text, it is said in Dutch.

    In the neighbourhoods of this guide more people read Dutch than the English of the code.
    """
    dutch = None if language in (FIRST_LANGUAGE, LANGUAGE_OF_CODE) else words_of(FIRST_LANGUAGE)
    folder = GENERATOR / "locale" / language
    paths = ((domain, folder / f"{domain}.po") for domain in DOMAINS)
    catalogues = {domain: path.read_bytes() for domain, path in paths if path.is_file()}
    return read_words(language, catalogues, dutch)


def translation_file(language: str) -> str:
    """Where the translations of the records into a language are, below the neighbourhood's folder."""
    return f"{TRANSLATIONS}/{language}.po"


@cache
def icon_names() -> frozenset[str]:
    """Names of the pictograms that people may choose from."""
    return frozenset(path.stem for path in _icon_folder().glob("*.svg"))


@cache
def icon(name: str) -> bytes:
    """A pictogram as SVG; KeyError if there is none of that name."""
    if name not in icon_names():
        raise KeyError(name)
    return (_icon_folder() / f"{name}.svg").read_bytes()


def _icon_folder() -> Path:
    assert material.__file__ is not None
    return Path(material.__file__).parent / "templates" / ".icons" / "material"


def school_holidays_csv() -> str:
    return (GENERATOR / "data" / "school-holidays.csv").read_text(encoding="utf-8")


def manual() -> str:
    """The manual for staff, of every neighbourhood alike."""
    return MANUAL.read_text(encoding="utf-8")


def fonts() -> dict[str, bytes]:
    """The fonts of paper and screen: file name -> bytes."""
    return _files(FONTS, (".ttf",))


def form_libraries() -> dict[str, bytes] | None:
    """The scripts of others that the form of /beheer/ needs: path -> bytes; None before `make beheer`."""
    cms, yaml_parser = FORM / "decap-cms" / "dist", FORM / "yaml"
    if not (cms / "decap-cms.js").is_file() or not yaml_parser.is_dir():
        return None
    browser = yaml_parser / "browser" / "dist"
    return (
        {path.name: path.read_bytes() for path in sorted(cms.glob("*decap-cms.js"))}
        | {
            f"yaml/{path.relative_to(browser).as_posix()}": path.read_bytes()
            for path in sorted(browser.rglob("*.js"))
        }
        | {"yaml/LICENSE": (yaml_parser / "LICENSE").read_bytes()}
    )


@contextmanager
def form_server(root: Path, port: int, origin: str) -> Iterator[None]:
    """Decap's own small server, which saves what the form of that origin sends in the files of a folder.

    Only this computer reaches it. Raises FileNotFoundError where Node.js is not installed.
    """
    program = FORM / "decap-server" / "dist" / "index.js"
    settings = {
        "PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "ORIGIN": origin,
        "GIT_REPO_DIRECTORY": str(root),
        "MODE": "fs",
        "LOG_LEVEL": "warn",
    }
    server = subprocess.Popen(["node", str(program)], cwd=root, env={**os.environ, **settings})
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, kept from build to build in .cache/ (or in $STEKWIJZER_CACHE).

    `name` must tell all that the bytes depend on, so that they are the same as if made anew.
    """
    path = CACHE / name
    with suppress(OSError):
        found = path.read_bytes()
        with suppress(OSError):
            os.utime(path)
        return found
    made = make()
    # Where nothing can be written, nothing is kept.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(made)
        # Whole or not at all: another build may be reading.
        Path(file.name).replace(path)
    return made


def forget_unused() -> None:
    """Throws away what was kept, and what no build asked for in two weeks."""
    oldest = time.time() - _KEPT_SECONDS
    for path in CACHE.rglob("*"):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()


def lines_of(path: Path) -> list[str]:
    """The lines of a text file that somebody names on the command line. Raises OSError."""
    return path.read_text(encoding="utf-8").splitlines()


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH if set (reproducible-builds.org), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now().astimezone().date()


def mail_server() -> MailServer | None:
    """The server that the environment names (STEKWIJZER_SMTP_HOST and its kin); None if it names none.

    ValueError if the number of its port is no number, or its security none that we know.
    """
    said = {key: os.environ.get(f"STEKWIJZER_SMTP_{key}", "") for key in _OF_MAIL_SERVER}
    if not said["HOST"]:
        return None
    security = said["SECURITY"] or "starttls"
    if security not in _PORTS:
        raise ValueError(security)
    return MailServer(
        host=said["HOST"],
        port=int(said["PORT"] or _PORTS[security]),
        security=security,
        user=said["USER"],
        password=said["PASSWORD"],
        sender=said["FROM"],
    )


def seconds() -> float:
    """A clock for telling how long something took."""
    return time.perf_counter()


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new, empty folder that takes the place of `out` in one step, if all goes well.

    A failure leaves `out` as it was. The new folder is made beside `out`, so that both
    lie on one file system.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    # mkdtemp makes a folder for its owner only; a site is read by a web server too.
    stage.chmod(0o755)
    try:
        yield stage
        if out.exists():
            _exchange(stage, out)
        else:
            stage.rename(out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places, in one step where the system can (Linux: renameat2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        renameat2 = libc.renameat2
    except AttributeError:
        failed = True
    else:
        failed = bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE))
    if failed:
        aside = one.with_name(one.name + ".old")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write path -> bytes below a folder; a path that would leave it is a bug."""
    for name, data in files.items():
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise ValueError(f"{name} lies outside {folder}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
