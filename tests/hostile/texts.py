"""The texts: some of a published list, and our own for what this project writes."""

import re
import unicodedata
from pathlib import Path

_LISTED = [
    line
    for line in Path(__file__).with_name("naughty.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ") and line != "#"
]
_OWN = [
    "\"'></title></style></textarea></script><script>alert(1)</script><img src=x onerror=alert(2)>",
    '"onmouseover="alert(1)" style="position:fixed;inset:0" x="',
    "javascript:alert(1)",
    "<a href='java\tscript:alert(1)'>x</a><a href='&#106;avascript:alert(1)'>y</a>",
    "{{7*7}}{% for x in y %}{# z #}${7*7}#{7*7}<%= 7*7 %>",
    '#eval("1+1")#panic()#import "x.typ"',
    "$x^2$ @label <label> \\ \\u{41} *vet* _schuin_ `code` = Kop",
    "]]><x/>&amp;&lt;&#60;<!-- --><![CDATA[",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:nep\r\nEND:VEVENT",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://elders.example","klik")',
    "+1+1 @SUM(1) -2",
    "../../../../tmp/buiten",
    "/etc/passwd",
    "@@site:body@@ @@site:title@@",
    "# kop\n- lijst\n[koppeling](javascript:alert(1)) ![](http://elders.example/x.png)",
    "<http://elders.example> https://elders.example/?a=1&b=2",
    "a: b\n- c\n'd': \"e\" # f &g *h !i",
    "\u202eomgekeerd\u202c \u2066los \u200bonzichtbaar \ufeff",
    "W" * 120,
    "زنقة العمل ABC עברית 中文 𝕬 🧑‍🍳",
    "e\u0301\u0323 \ue000",
    'msgid "x"\nmsgstr "y" %s %(a)s {b}',
    "</svg><svg onload=alert(1)><foreignObject><body onload=alert(2)>",
]
TEXTS = (*_OWN, *_LISTED)
_SIGN = re.compile(r"VIJAND\d{3}")
_BETWEEN = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]+"
)
_NOT_ON_PAPER = re.compile(r"[^\x21-\x2c\x2e-\x7e\xa1-\u017f…]")


def marked(number: int) -> str:
    """The text of a field: a sign of its own, and then what is hostile."""
    return f"VIJAND{number:03} {TEXTS[number % len(TEXTS)]}"


def marks_in(text: str) -> set[int]:
    """The numbers of the fields that a text tells."""
    return {int(sign[0][-3:]) for sign in _SIGN.finditer(text)}


def squeezed(text: str) -> str:
    """Without white space, and without what nobody sees."""
    return _BETWEEN.sub("", text)


def changed_in(text: str, *, as_printed: bool = False) -> list[str]:
    """Each field in a text that does not stand there as it was typed, white space aside.

    A text that is cut off ("Een lange na…") tells the beginning of it. On paper, letters that no
    font of ours has are left out, and words are broken at the end of a line.
    """
    squeeze = _printed if as_printed else squeezed
    whole = squeeze(text)
    wrong = []
    for sign in _SIGN.finditer(whole):
        expected = squeeze(marked(int(sign[0][-3:])))
        found = whole[sign.start() : sign.start() + len(expected)]
        if found != expected and not expected.startswith(found.partition("…")[0] or "…"):
            wrong.append(f"{found!r} instead of {expected!r}")
    return wrong


def _printed(text: str) -> str:
    """What is the same on paper and off it: Latin letters, digits and signs, in the order of reading."""
    return _NOT_ON_PAPER.sub("", squeezed(unicodedata.normalize("NFC", text)))
