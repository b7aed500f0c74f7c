"""Mistakes in what leads to people: numbers, addresses on the web and on the map, languages."""

import re
from functools import cache

from babel import Locale

from generator.model.fields import known_languages
from generator.reading import likely
from generator.reading.mistakes import Answer, Mistake, for_example
from generator.reading.quoting import quoted
from generator.reading.traps import Gettext


def phone(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not a phone number.").format(typed=mistake.typed)
    numbers, words = likely.phones(mistake.typed or "")
    several = mistake.key == "phones"
    if len(numbers) > 1:
        message = _("Several values stand here as one text: {typed}.").format(typed=mistake.typed)
        if not several:
            return message, _("One number belongs here. Write: {line}").format(line=mistake.line(numbers[0]))
        both = ", ".join(numbers)
        return message, _("Write: {line}").format(line=both if mistake.in_list else f"phones: [{both}]")
    if numbers and several and words:
        label = quoted(words) if re.search(r"[^\w .-]", words) else words
        return message, _("Write: {line}").format(
            line=mistake.line(f"{{number: {numbers[0]}, label: {label}}}")
        )
    if numbers:
        return message, _("Write: {line}").format(line=mistake.line(numbers[0]))
    remedy = for_example(f"{mistake.key}: 056 00 00 00", _)
    if mistake.record == "Telephone":
        remedy = _("Words about the number belong at label.") + " " + remedy
    return message, remedy


def phone_length(mistake: Mistake, _: Gettext) -> Answer:
    message = _("The number {typed} has {count} digits: one too few or too many.").format(
        typed=mistake.typed, count=mistake.context["count"]
    )
    if meant := mistake.context.get("meant"):
        return message, _("Write: {line}").format(line=mistake.line(str(meant)))
    return message, _(
        "Look at it again. A number in Belgium has nine digits with its zero, a mobile number ten. "
        "One from abroad begins with +."
    )


def email(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not an e-mail address.").format(typed=mistake.typed)
    if meant := likely.email(mistake.typed or ""):
        return message, _("Write: {line}").format(line=mistake.line(meant))
    return message, for_example(mistake.example(_), _)


def web_address(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not a web address.").format(typed=mistake.typed)
    typed = mistake.typed or ""
    if mistake.key == "website" and (mail := likely.email(typed)):
        return message, _("This is an e-mail address. Write: {line}").format(line=f"email: {mail}")
    if meant := likely.web_address(typed):
        return message, _("Write: {line}").format(line=mistake.line(meant))
    remedy = for_example(mistake.example(_), _)
    if mistake.record == "Editor" and "/" in typed:
        remedy += " " + _("The name of the project belongs at repo: {line}").format(line=f"repo: {typed}")
    return message, remedy


def repository(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not the name of a project on a git host: owner/project.").format(
        typed=mistake.typed
    )
    path = re.sub(r"^(?:https?://|git@)?[\w.-]+\.[a-z]+[:/]", "", mistake.typed or "")
    path = re.sub(r"(?:\.git)?/?$|/(?:tree|blob|-)/.*$", "", path)
    if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", path):
        return message, _("Write: {line}").format(line=f"repo: {path}")
    return message, for_example(mistake.example(_), _)


def coordinates(mistake: Mistake, _: Gettext) -> Answer:
    message = _("This is not a latitude and longitude.")
    typed = mistake.typed or ", ".join(str(part) for part in _as_list(mistake.value))
    if meant := likely.coordinates(typed):
        return message, _("Write: {line}").format(line=f"{mistake.key}: {meant}")
    return message, for_example(mistake.example(_), _) + " " + _(
        "These are two numbers, with a comma between."
    )


def exchanged(mistake: Mistake, _: Gettext) -> Answer:
    message = _("Latitude and longitude are exchanged here.")
    typed = mistake.typed or ", ".join(str(part) for part in _as_list(mistake.value))
    first, _comma, second = typed.partition(",")
    return message, _("Latitude comes first. Write: {line}").format(
        line=f"{mistake.key}: {second.strip()}, {first.strip()}"
    )


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


@cache
def languages_by_name() -> dict[str, str]:
    names = {}
    for speaking in ("en", "fr", "nl"):
        for code, name in sorted(Locale(speaking).languages.items()):
            names[str(name).lower()] = str(code)
    return names


def _languages_in(typed: str) -> list[str]:
    """`nl fr` or `Nederlands en Frans` -> codes. Between names, "en" is a word and no code."""
    words = re.findall(r"\w+", typed.lower())
    if any(len(word) > 2 for word in words):
        words = [word for word in words if word != "en"]
    return [languages_by_name().get(word, word) for word in words if word in _language_words()]


def _language_words() -> frozenset[str]:
    return known_languages() | frozenset(languages_by_name())


def language_of(typed: str) -> str | None:
    """The code of a language by its code, its name or that of a country."""
    plain = typed.lower()
    return plain if plain in known_languages() else languages_by_name().get(plain) or likely.language(plain)


def language(mistake: Mistake, _: Gettext) -> Answer:
    typed = str(mistake.context.get("key") or mistake.typed or "")
    if " " in typed and isinstance(mistake.value, dict):
        text = f"{typed}: {mistake.value.get(typed, '')}".strip()
        return (
            _("A colon with a space after it may not stand loose in a text."),
            _("Put the text between double quotes: {line}").format(line=quoted(text)),
        )
    if len(codes := _languages_in(typed)) > 1 and not isinstance(mistake.value, dict):
        return (
            _("Several values stand here as one text: {typed}.").format(typed=typed),
            _("Put them between square brackets: {key}: [{typed}]").format(
                key=mistake.key, typed=", ".join(codes)
            ),
        )
    code = languages_by_name().get(typed.lower()) or likely.language(typed)
    message = _("There is no language with the code {typed}.").format(typed=typed)
    if code:
        return message, _("Write the code of the language: {code}").format(code=code)
    return message, _("Write a code of two letters, such as nl, fr, en, ar, tr, uk or fa.")
