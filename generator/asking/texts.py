"""How a key is asked for. A key that is not here is asked with its title and description."""

from collections.abc import Mapping

from generator.reading.key_texts import key_text
from generator.reading.traps import Gettext


def question_text(key: str, record: str, _: Gettext) -> str:
    """ "Hoe heet het?" for the key `name` of an Offer."""
    asked = _texts(_).get((record, key)) or _texts(_).get(("", key))
    said = key_text(key, _)
    return asked or (f"{said['title']}: {said['description']}" if said else key)


def _texts(_: Gettext) -> Mapping[tuple[str, str], str]:
    """By kind of record and key; "" is any kind."""
    return {
        ("", "name"): _("What is it called?"),
        ("Contact", "name"): _("What is the name of this person?"),
        ("", "summary"): _("What is it, in one plain sentence?"),
        ("Organisation", "summary"): _("What do they do for people, in one plain sentence?"),
        ("", "kind"): _("What kind is it?"),
        ("", "functions"): _("What is it for? The first one gives the colour."),
        ("", "themes"): _("Which themes does it belong to?"),
        ("Offer", "themes"): _(
            "Which themes does it belong to? The first one decides where the flyer is in the binder."
        ),
        ("", "audience"): _("For whom is it meant?"),
        ("", "when"): _("When is it?"),
        ("", "place"): _("Where is it?"),
        ("", "organiser"): _("Which organisation does this?"),
        ("", "partners"): _("Which other organisations help with it?"),
        ("", "contacts"): _("Whom can people ask more? These are workers that are in the guide already."),
        ("", "part_of"): _("Which organisation does it belong to?"),
        ("", "organisation"): _("For which organisation does this person work?"),
        ("", "price"): _("What does it cost? Type free, or an amount in euros."),
        ("Price", "reduced"): _("Is there a reduced price? Then type that amount."),
        ("", "signup"): _("Do people have to sign up?"),
        ("", "appointment"): _("Do people need an appointment?"),
        ("Signup", "how"): _("How do they do that?"),
        ("", "phones"): _("Which phone number do they have? With the zero in front."),
        ("Telephone", "label"): _("For whom or what is this number?"),
        ("", "phone"): _("Which phone number does this person have? With the zero in front."),
        ("", "email"): _("What is the e-mail address?"),
        ("", "website"): _("What is the address of the website?"),
        ("", "address"): _("What is the address? Only the street and the number."),
        ("Place", "number"): _("Which number does it get on the map? It stays so for good."),
        ("", "role"): _("What does this person do?"),
        ("", "publish"): _("May this person be in the guide, with name and number? Ask first."),
        ("", "languages"): _("Which languages do people speak there?"),
        ("", "checked"): _("Who made sure today that all this is right? Type a name."),
        ("Schedule", "every"): _("How often is it? Leave this empty if it has no fixed rhythm."),
        ("Schedule", "on"): _("On which day?"),
        ("Schedule", "from"): _("From what time?"),
        ("Schedule", "until"): _("Until what time?"),
        ("Schedule", "since"): _("What is the first day? Without it the calendar cannot know the days."),
        ("Schedule", "except"): _("In which holidays does it not take place?"),
        ("Schedule", "dates"): _("On which dates is it?"),
        ("Schedule", "by_appointment"): _("Is it by appointment?"),
        ("Schedule", "text"): _("When is it, in your own words?"),
    }
