"""What one can choose where a field has a closed list: the word in the file, the words on the screen."""

from dataclasses import dataclass
from itertools import product

from generator.model.fields import known_languages
from generator.model.schedule import ORDINALS
from generator.model.vocabulary import Vocabulary, Weekday
from generator.wording.labels import dutch_level as level_text
from generator.wording.labels import has_label, label, language_name
from generator.wording.words import Words


@dataclass(frozen=True)
class Choice:
    """`value` is what is written, `said` every way in which people may have typed it."""

    value: str
    label: str
    said: tuple[str, ...]


def word_choices(vocabulary: type[Vocabulary], words: Words) -> tuple[Choice, ...]:
    """A closed list, in its own order. What has no label for residents is called by its Dutch word."""
    made = []
    for member in vocabulary:
        aliases = [alias for alias, value in vocabulary.aliases().items() if value == member.value]
        name = label(words, member) if has_label(member) else (aliases or [member.value])[0]
        made.append(Choice(member.value, name, (member.value, *aliases)))
    return tuple(made)


def day_choices(words: Words) -> tuple[Choice, ...]:
    """Every weekday, and then the first to the last of each in a month; their Dutch is an alias too."""
    days = word_choices(Weekday, words)
    numbers: dict[int, list[str]] = {}
    for said, number in ORDINALS.items():
        numbers.setdefault(number, []).append(said)
    nth = words.gettext("{nth} {day} of the month")
    return days + tuple(
        Choice(
            f"{said[0]} {day.value}",
            nth.format(nth=said[1], day=day.label),
            tuple(f"{one} {other}" for one, other in product(said, day.said)),
        )
        for said in numbers.values()
        for day in days
    )


def language_choices(words: Words) -> tuple[Choice, ...]:
    """Languages by their name; those with a code of two letters, which is what people write."""
    codes = [code for code in known_languages() if len(code) == 2 and code in words.locale.languages]
    made = (Choice(code, language_name(words, code), (code,)) for code in codes)
    return tuple(sorted(made, key=lambda choice: choice.label.casefold()))


def level_choices(words: Words) -> tuple[Choice, ...]:
    """The four levels of how much Dutch one needs."""
    return tuple(Choice(str(n), f"{n}: {level_text(words, n)}", (str(n),)) for n in (1, 2, 3, 4))
