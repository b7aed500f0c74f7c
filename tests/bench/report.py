"""docs/performance.md, one section at a time: each measurement renews its own and keeps the others."""

import re

from tests.tools.paths import ROOT

REPORT = ROOT / "docs" / "performance.md"
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)


def write_section(title: str, text: str) -> None:
    """Puts `text` under `## title`, in the place of what stood there, or else at the end."""
    old = REPORT.read_text(encoding="utf-8") if REPORT.exists() else "# How fast and how light it is\n\n"
    parts = _SECTION.split(old)
    section = f"## {title}\n\n{text.strip()}\n\n"
    kept = [section if part.startswith(f"## {title}\n") else part for part in parts]
    if section not in kept:
        kept.append(section)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("".join(part.rstrip() + "\n\n" for part in kept).rstrip() + "\n", encoding="utf-8")
