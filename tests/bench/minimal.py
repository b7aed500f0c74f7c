"""The same text as a page that somebody wrote by hand: what can hardly be lighter."""

import html
import re
from pathlib import Path

from tests.bench.plain import paragraphs_of

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{title}">
<link rel="icon" href="data:,">
<style>body {{ max-width: 40rem; margin: auto; padding: 1rem; font: 18px/1.5 sans-serif }}</style>
</head>
<body><main>
<h1>{title}</h1>
{paragraphs}
</main></body>
</html>
"""


def write_minimal_page(page: Path, target: Path) -> None:
    """The text of a built page, in plain HTML."""
    source = page.read_text(encoding="utf-8")
    language = re.search(r'<html lang="([a-z]+)"', source)
    first, *texts = paragraphs_of(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        _PAGE.format(
            language=language[1] if language else "nl",
            title=html.escape(first),
            paragraphs="\n".join(f"<p>{html.escape(text)}</p>" for text in texts),
        ),
        encoding="utf-8",
    )
