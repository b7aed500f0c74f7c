"""The closed lists of our records, found again in the words of a feed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import format_decimal
from pydantic_core import PydanticCustomError

from generator.incoming import texts
from generator.incoming.shapes import Data
from generator.model.fields import known_languages, parse_word
from generator.model.guide import Guide
from generator.model.vocabulary import (
    Access,
    Audience,
    Document,
    Function,
    OfferKind,
    OrganisationKind,
    Tariff,
    Vocabulary,
)
from generator.reading.likely import slugified
from generator.wording.labels import label
from generator.wording.words import Words

Json = Mapping[str, Any]
_LISTS: Mapping[str, type[Vocabulary]] = {
    "functions": Function,
    "offer kinds": OfferKind,
    "organisation kinds": OrganisationKind,
    "audience": Audience,
    "accessibility": Access,
}
"""As our own open data names them; words of other taxonomies are themes or people."""


@dataclass
class Filed:
    """What a service is filed under."""

    themes: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    audience: list[str] = field(default_factory=list)
    accessibility: list[str] = field(default_factory=list)
    kind: str = ""
    organisation_kind: str = ""
    dutch_needed: str = ""
    others: list[str] = field(default_factory=list)
    """Words that are in no list of ours."""


class Terms:
    """Knows the words of our lists in Dutch, and the themes of the guide by all their names."""

    def __init__(self, words: Words, guide: Guide) -> None:
        self._words = words
        self._labels: dict[type[Vocabulary], dict[str, str]] = {
            vocabulary: {slugified(label(words, word)): word.value for word in vocabulary}
            for vocabulary in (Audience, Access, Document, OrganisationKind, OfferKind)
        }
        self._themes: dict[str, str] = {}
        for theme in guide.themes:
            for name in (theme.id, theme.name.first, *(text.first for text in theme.synonyms)):
                self._themes.setdefault(slugified(name), theme.id)

    def read(self, attributes: Iterable[Json]) -> Filed:
        found = Filed()
        for attribute in attributes:
            term = attribute.get("taxonomy_term")
            if not isinstance(term, Mapping):
                continue
            names = [texts.one_line(term.get(key)) for key in ("code", "name")]
            self._file(found, texts.one_line(attribute.get("link_type")), [name for name in names if name])
        return found

    def _file(self, found: Filed, kind: str, names: list[str]) -> None:
        vocabulary = _LISTS.get(kind)
        word = next(filter(None, (self._word(vocabulary, name) for name in names)), "") if vocabulary else ""
        theme = next((self._themes[s] for s in map(slugified, names) if s in self._themes), "")
        match kind:
            case "functions":
                _add(found.functions, word)
            case "offer kinds":
                found.kind = found.kind or word
            case "organisation kinds":
                found.organisation_kind = found.organisation_kind or word
            case "audience":
                _add(found.audience, word)
            case "accessibility":
                _add(found.accessibility, word)
            case "dutch needed":
                found.dutch_needed = next((name for name in names if name in ("1", "2", "3", "4")), "")
            case _:
                _add(found.themes, theme)
                people = [word for name in names if (word := self._word(Audience, name))]
                if people and not theme:
                    _add(found.audience, people[0])
                elif names and not theme:
                    _add(found.others, names[-1])

    def _word(self, vocabulary: type[Vocabulary], said: str) -> str:
        """The word of a list, by itself, by a Dutch alias, or as residents read it."""
        try:
            return parse_word(vocabulary, said).value
        except PydanticCustomError:
            return self._labels.get(vocabulary, {}).get(slugified(said), "")

    def access(self, item: Json) -> str:
        return self._word(Access, texts.one_line(item.get("description")))

    def audience(self, said: str) -> tuple[list[str], list[str]]:
        """The people that are in the list, and the words that mean nobody in it."""
        known: list[str] = []
        rest = []
        for part in filter(None, (part.strip() for part in said.split(","))):
            word = self._word(Audience, part)
            _add(known, word)
            rest += [] if word else [part]
        return known, rest

    def document(self, item: Json) -> tuple[str, str]:
        """The paper in our list, and its name as it is said."""
        said = texts.one_line(item.get("document"))
        return self._word(Document, said), said

    def language(self, item: Json) -> str:
        code = texts.one_line(item.get("code")).lower()[:8].split("-")[0]
        if code in known_languages():
            return code
        name = slugified(texts.one_line(item.get("name")))
        names = self._words.locale.languages
        return next((c for c, said in names.items() if slugified(said) == name and name), "")

    def application(self, said: str) -> tuple[str | Data | None, list[str], str]:
        """Whether one must sign up, what to bring, and what else is said: our own words read back."""
        _ = self._words.gettext
        start = _("Bring along: {things}").format(things="")
        lines = [line for line in said.split("\n") if line.strip()]
        bring = [
            thing.strip()
            for line in lines
            if line.startswith(start)
            for thing in line.removeprefix(start).split(", ")
        ]
        rest = "\n".join(line for line in lines if not line.startswith(start))
        for need, words in (
            ("none", _("Not needed.")),
            ("recommended", _("Recommended.")),
            ("required", _("Required.")),
        ):
            if rest.startswith(words):
                how = rest.removeprefix(words).strip()
                return ({"needed": need, "how": how} if how else need), bring, ""
        return None, bring, rest

    def price(self, data: Json) -> tuple[str | Data | None, str]:
        """The price; and what is said of it that no price can say."""
        said = texts.one_line(data.get("fees_description"), 500)
        made: Data = {}
        others = []
        options = data.get("cost_options")
        for option in options if isinstance(options, list) else ():
            amount = _amount(option) if isinstance(option, Mapping) else None
            name = texts.one_line(option.get("option")) if isinstance(option, Mapping) else ""
            if amount is None:
                continue
            if amount == 0 and not name:
                made["free"] = "yes"
            elif not name and "amount" not in made:
                made["amount"] = str(amount)
            elif "reduced" not in made and (tariffs := self._tariffs(name)) is not None:
                made["reduced"] = str(amount)
                made |= {"tariffs": tariffs} if tariffs else {}
            else:
                others.append(f"{name}: € {amount}".removeprefix(": "))
        made |= self._reduced_with(said, made)
        note = self._beside(said, made)
        note = ". ".join(part for part in (note, ", ".join(others)) if part)
        if note:
            made["note"] = note
        if made == {"free": "yes"}:
            return "free", ""
        return (made["amount"] if made.keys() == {"amount"} else made or None), ""

    def _tariffs(self, name: str) -> list[str] | None:
        """The tariffs that an option names; None if it is no reduced one."""
        if name == self._words.gettext("reduced tariff"):
            return []
        try:
            return [parse_word(Tariff, part.strip()).value for part in name.split(",")]
        except PydanticCustomError:
            return None

    def _beside(self, said: str, made: Data) -> str:
        """What words say besides the amounts: of our own open data, what follows on our own words."""
        _ = self._words.gettext
        parts = [_("Free")] if made.get("free") else []
        parts += [self._euros(made["amount"])] if "amount" in made else []
        if "reduced" in made:
            parts.append(_("with a reduced tariff: {amount}").format(amount=self._euros(made["reduced"])))
        if "tariffs" in made:
            parts.append(_("reduced with {tariffs}").format(tariffs=", ".join(made["tariffs"])))
        own = ", ".join(parts)
        return (
            said.removeprefix(own).removeprefix(". ") if own and f"{said}. ".startswith(f"{own}. ") else said
        )

    def _euros(self, amount: str) -> str:
        pattern = "€ #,##0.00" if "." in amount else "€ #,##0"
        return format_decimal(Decimal(amount), pattern, locale=self._words.locale)

    def _reduced_with(self, said: str, made: Data) -> Data:
        """Tariffs without an amount stand in the words only."""
        start = self._words.gettext("reduced with {tariffs}").format(tariffs="")
        found = re.search(re.escape(start) + r"([\w, -]+)", said)
        tariffs = self._tariffs(found[1].strip()) if found and "tariffs" not in made else None
        return {"tariffs": tariffs} if tariffs else {}


def _amount(option: Json) -> Decimal | None:
    """In euros."""
    if texts.one_line(option.get("currency")).upper() not in ("", "EUR"):
        return None
    value = option.get("amount")
    try:
        found = Decimal(str(value)) if isinstance(value, int | float | str) else None
    except InvalidOperation:
        return None
    if found is None or not found.is_finite() or not 0 <= found < 100_000:
        return None
    return (
        found.quantize(Decimal("0.01")) if found != found.to_integral_value() else found.quantize(Decimal(1))
    )


def _add(into: list[str], word: str) -> None:
    if word and word not in into:
        into.append(word)
