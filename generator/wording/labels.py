"""How people say the words of the closed lists."""

from babel.lists import format_list

from generator.model.vocabulary import (
    Access,
    Audience,
    Closure,
    Document,
    Function,
    OfferKind,
    OrganisationKind,
    SignupNeed,
    Vocabulary,
)
from generator.wording.words import Words


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a message for extraction; it is translated where the language is known."""
    return message


_LABELS: dict[Vocabulary, str] = {
    Function.MEET: N_("Meeting people"),
    Function.LEARN: N_("Learning"),
    Function.REFER: N_("Finding the way"),
    Function.SPEAK_UP: N_("Having a say"),
    OfferKind.ACTIVITY: N_("Activity"),
    OfferKind.SERVICE: N_("Service"),
    OfferKind.FEAST: N_("Feast"),
    Audience.EVERYONE: N_("everyone"),
    Audience.FAMILIES: N_("families"),
    Audience.PARENTS: N_("parents"),
    Audience.CHILDREN: N_("children"),
    Audience.YOUNG_PEOPLE: N_("young people"),
    Audience.ADULTS: N_("adults"),
    Audience.OLDER_PEOPLE: N_("older people"),
    Audience.WOMEN: N_("women"),
    Audience.NEWCOMERS: N_("people who are new in Belgium"),
    Audience.LOW_INCOME: N_("people with a low income"),
    Audience.VOLUNTEERS: N_("volunteers"),
    Audience.WORKERS: N_("workers"),
    Access.WHEELCHAIR: N_("accessible by wheelchair"),
    Access.PRAM: N_("accessible with a pram"),
    Access.LIFT: N_("lift"),
    Access.TOILET: N_("toilet"),
    Access.ACCESSIBLE_TOILET: N_("accessible toilet"),
    Access.QUIET: N_("quiet"),
    Access.CHILDCARE: N_("childcare"),
    Access.CHILDREN_WELCOME: N_("children are welcome"),
    Access.PARKING: N_("car park"),
    Access.BICYCLE_PARKING: N_("bicycle park"),
    Document.IDENTITY_CARD: N_("identity card"),
    Document.RESIDENCE_PERMIT: N_("residence permit"),
    Document.PROOF_OF_INCOME: N_("proof of income"),
    Document.FAMILY_COMPOSITION: N_("certificate of family composition"),
    Document.HEALTH_FUND_STICKER: N_("sticker of the health fund"),
    Document.RENTAL_CONTRACT: N_("rental contract"),
    Document.LETTER: N_("letter or bill"),
    Document.BANK_STATEMENT: N_("bank statement"),
    Closure.SCHOOL_HOLIDAYS: N_("school holidays"),
    Closure.PUBLIC_HOLIDAYS: N_("public holiday"),
    SignupNeed.NONE: N_("You need not sign up."),
    SignupNeed.RECOMMENDED: N_("Signing up helps, but is not required."),
    SignupNeed.REQUIRED: N_("You have to sign up."),
    OrganisationKind.PUBLIC_SERVICE: N_("Public service"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.EDUCATION: N_("School or course centre"),
    OrganisationKind.CULTURE: N_("Culture and leisure"),
    OrganisationKind.CARE: N_("Care and health"),
    OrganisationKind.HOUSING: N_("Housing"),
    OrganisationKind.WORK: N_("Work"),
    OrganisationKind.PROJECT: N_("Project"),
}

_EXPLANATIONS: dict[Function, str] = {
    Function.MEET: N_("Drop in, have a chat, do something together."),
    Function.LEARN: N_("Learn something new, at your own pace."),
    Function.REFER: N_("Help with a question, and the way to the right service."),
    Function.SPEAK_UP: N_("Your voice counts: tell us what could be better."),
}

_DUTCH_LEVELS = {
    1: N_("You do not speak Dutch yet, or very little: that is fine."),
    2: N_("You speak a little Dutch."),
    3: N_("You speak some Dutch and want to practise."),
    4: N_("You speak Dutch fairly well."),
}


def has_label(word: Vocabulary) -> bool:
    """Whether residents ever read the word."""
    return word in _LABELS


def label(words: Words, word: Vocabulary) -> str:
    """ "gezinnen" for `families`."""
    return words.gettext(_LABELS[word])


def explanation(words: Words, function: Function) -> str:
    """One sentence on what a function of De Stek means for a visitor."""
    return words.gettext(_EXPLANATIONS[function])


def dutch_level(words: Words, level: int) -> str:
    """How much Dutch you need: the Flemish scale of 1 (none) to 4 (much)."""
    return words.gettext(_DUTCH_LEVELS[level])


def language_name(words: Words, code: str) -> str:
    """ "Arabisch" for `ar`, in the language of the words."""
    return str(words.locale.languages.get(code, code))


def enumerate_words(words: Words, items: tuple[str, ...]) -> str:
    """ "maandag, dinsdag en vrijdag"."""
    return format_list(items, style="standard", locale=words.locale)


_FACTS = {
    "name": N_("the name"),
    "theme": N_("the theme"),
    "when": N_("the day or the hour"),
    "where": N_("the place"),
    "pin": N_("the place"),
    "price": N_("the price"),
    "contact": N_("whom you can ask"),
    "signup": N_("how to sign up"),
    "bring": N_("what to bring"),
    "notice": N_("the message"),
    "status": N_("whether it goes on"),
    "other": N_("the explanation"),
}


def fact_names(words: Words, facts: tuple[str, ...]) -> str:
    """ "de dag of het uur en de prijs", for facts as the ledger names them."""
    names = dict.fromkeys(words.gettext(_FACTS[fact]) for fact in facts)
    return enumerate_words(words, tuple(names))


def edition_name(words: Words, number: int | None) -> str:
    """ "editie 2"; "ontwerp" for what was never printed."""
    if number is None:
        return words.gettext("draft")
    return words.gettext("edition {number}").format(number=number)
