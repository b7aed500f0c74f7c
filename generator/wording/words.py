"""One language's interface texts: the gettext catalogues, and its CLDR locale.

Message ids are English; `generator/locale/<language>/<domain>.po` translates them, one
file per audience: `common` and `site` and `sheets` for residents and outreach workers,
`staff` for those who edit. The .po files are read as they are: there is nothing to compile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

# In Belgium one writes 27 November, and lists without a comma before "and".
_TERRITORIES = {"en": "en_GB"}
DOMAINS = ("common", "site", "sheets", "staff")
EXACTLY_ONE = "exactly one"
"""The context of a text that is said of 1 and not, as the singular of some languages, of 21."""


@dataclass(frozen=True)
class Words:
    """The interface texts of one language."""

    language: str
    translations: Translations

    @property
    def locale(self) -> Locale:
        return _locale(_TERRITORIES.get(self.language, self.language))

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML's `dir` and Typst's `dir` say it."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    def gettext(self, message: str) -> str:
        return str(self.translations.ugettext(message))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The text for that count; where a language says 21 as it says 1, perhaps one of its own for 1."""
        said = str(self.translations.ungettext(one, many, count))
        return self.form(EXACTLY_ONE, one, said) if count == 1 else said

    def pgettext(self, context: str, message: str) -> str:
        return str(self.translations.upgettext(context, message))

    def form(self, context: str, message: str, usual: str) -> str:
        """The form that a text takes in a context, where the catalogue has one; else the usual one.

        For languages that decline their words: no other needs to know of these contexts.
        """
        said = self.pgettext(context, message)
        return usual if said == message else said


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(code)


def read_words(language: str, catalogues: Mapping[str, bytes], fallback: Words | None = None) -> Words:
    """The texts of a language out of its .po files (domain -> bytes of the file).

    What they lack is said as in `fallback`, or in the English of the code.
    """
    merged = Translations()
    for domain in DOMAINS:
        if domain in catalogues:
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(catalogues[domain]), locale=language))
            compiled.seek(0)
            translations = Translations(compiled)
            merged.merge(translations)
            merged.plural = translations.plural  # merge keeps the messages only
    if fallback:
        # Not merged: each language keeps its own rule for plurals.
        merged.add_fallback(fallback.translations)
    return Words(language, merged)
