"""Advice on plain Dutch, in words."""

from generator.wording.plain_dutch import Hard
from generator.wording.words import Words

_MOST = 60
"""Letters of a sentence that are quoted."""


def advice_title(words: Words, kind: str, count: int) -> str:
    """ "5 lange zinnen", with what to do."""
    ngettext = words.ngettext
    match kind:
        case "sentence":
            said = ngettext(
                "{count} long sentence. Make two of it.", "{count} long sentences. Make two of each.", count
            )
        case "word":
            said = ngettext(
                "{count} long word. Is there a shorter one?",
                "{count} long words. Are there shorter ones?",
                count,
            )
        case "formal":
            said = ngettext(
                "{count} stiff word. Write as you would say it.",
                "{count} stiff words. Write as you would say it.",
                count,
            )
        case _:
            said = ngettext(
                "{count} passive sentence. Say who does it: “you get” or “we give”.",
                "{count} passive sentences. Say who does it: “you get” or “we give”.",
                count,
            )
    return said.format(count=count)


def advice_line(words: Words, hard: Hard) -> str:
    """What is hard, quoted, and what to say instead if that is known."""
    _ = words.gettext
    match hard.kind:
        case "sentence":
            return _("{count} words: “{sentence}”").format(count=hard.count, sentence=_short(hard.found))
        case "formal":
            return _("“{word}”: rather “{instead}”").format(word=hard.found, instead=hard.instead)
        case "word":
            return _("“{word}” is a long word").format(word=hard.found)
    return _("“{words}” does not say who does it").format(words=hard.found)


def _short(sentence: str) -> str:
    if len(sentence) <= _MOST:
        return sentence
    return sentence[:_MOST].rsplit(" ", 1)[0] + "…"
