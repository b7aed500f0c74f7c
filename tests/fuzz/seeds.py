"""Where the fuzzer begins: records that people wrote, and the odd files of tests/partners/files.py."""

import re
from collections.abc import Iterator

from generator.model.vocabulary import Vocabulary
from generator.reading.files import known_keys
from tests.fuzz.targets import OTHER_FILE
from tests.partners.files import BAD, GOOD
from tests.reading.samples import OFFERS, SOCIALMAP
from tests.tools.paths import BROKEN, INVENTED, ROOT

_LARGEST = 60_000
"""Of a partner's file: larger ones only make it slow."""
_WHEN = re.compile(r"^    when:(.*\n(?:      +.*\n)*)", re.MULTILINE)


def seeds_of(target: str) -> Iterator[bytes]:
    match target:
        case "reading":
            yield OFFERS.encode() + OTHER_FILE + SOCIALMAP.encode()
            for text in _files("socialmap.yaml"):
                yield OTHER_FILE + text.encode()
            for text in _files("offers.yaml"):
                yield from (f"offers:\n{record}".encode() for record in _records(text))
        case "schedules":
            for text in [*_files("offers.yaml"), OFFERS]:
                yield from (_outdented(found).encode() for found in _WHEN.findall(text))
        case "partners":
            # Those that are too heavy only show that in a process that is ended.
            bad = [make for reason, make in BAD.values() if reason != "too-heavy"]
            made = [make() for make in (*GOOD.values(), *bad)]
            yield from (data for data in made if len(data) <= _LARGEST)


def _files(name: str) -> Iterator[str]:
    for folder in (ROOT, INVENTED, *sorted(BROKEN.iterdir())):
        if (folder / name).is_file():
            yield (folder / name).read_bytes().decode("utf-8", "replace")


def _records(text: str) -> list[str]:
    return ["  - " + record for record in re.split(r"^  - ", text, flags=re.MULTILINE)[1:]]


def _outdented(block: str) -> str:
    return "\n".join(line.removeprefix("      ") for line in block.strip("\n").split("\n")).strip()


def dictionary() -> str:
    """The words that mean something in the files, as libFuzzer reads them."""
    words = set(known_keys())
    for vocabulary in Vocabulary.__subclasses__():
        words |= {str(word) for word in vocabulary} | set(vocabulary.aliases())
    signs = (
        "- ",
        ": ",
        "\\n  - ",
        "\\n    ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!!",
        "|",
        ">",
        "# socialmap.yaml",
    )
    more = (
        "first ",
        "last ",
        "2 weeks",
        "3 months",
        "2026-12-24",
        "24/12/2026",
        "9:30",
        "uur",
        "school holidays",
    )
    said = [word for word in (*sorted(words), *more) if word.isascii() and '"' not in word]
    return "".join(f'"{word}"\n' for word in (*said, *signs)).replace("\\n", "\\x0A")
