"""The sheets to fill in: which of them there are, and their place in the binder.

The general ones and the sign-up sheets are in the binder, behind a tab of their own. The slip of
an organisation is not: the back of its tab tells the same, and the binder has to stay light.
"""

from dataclasses import dataclass

from generator.model.numbering import Numbers, SheetNumber, number_sheets
from generator.model.vocabulary import SignupNeed, Status
from generator.views.shapes import GuideView, OfferView, OrganisationView
from generator.wording.words import Words

FORMS = "forms"
"""The tab, as the ledger names it."""
SIGNUP, REFERRAL, TALLY = "signup", "referral", "tally"
"""The kinds of sheets to fill in."""
_PREFIX = "form/"
_TAKES_NAMES = (SignupNeed.RECOMMENDED.value, SignupNeed.REQUIRED.value)


@dataclass(frozen=True)
class FormSheet:
    """A sheet to fill in, as it is in the binder."""

    number: SheetNumber
    kind: str
    """signup, referral or tally."""
    offer: OfferView | None = None
    """For which one signs up; None for a sheet on which that has to be written."""

    @property
    def record(self) -> str:
        return form_record(self.kind, self.offer.id if self.offer else "")


@dataclass(frozen=True)
class FormsTab:
    """The tab, and the sheets behind it."""

    number: int
    name: str
    sheets: tuple[FormSheet, ...]

    @property
    def title(self) -> str:
        """ "14 Om in te vullen"."""
        return f"{self.number} {self.name}"


def form_record(kind: str, offer_id: str = "") -> str:
    """A sheet to fill in as the ledger names it: "form/tally", "form/signup/kookles"."""
    return f"{_PREFIX}{kind}/{offer_id}" if offer_id else f"{_PREFIX}{kind}"


def is_form(record: str) -> bool:
    """Whether the ledger means a sheet to fill in."""
    return record.startswith(_PREFIX)


def takes_names(offer: OfferView) -> bool:
    """Whether one signs up for it: then it has a sheet for that."""
    return offer.signup.id in _TAKES_NAMES


def referable(guide: GuideView) -> tuple[OrganisationView, ...]:
    """The organisations that somebody can be sent to today."""
    return tuple(o for o in guide.organisations if o.status == Status.RUNNING)


def view_forms(guide: GuideView, words: Words, tab: int, known: Numbers) -> FormsTab:
    """The tab with that number; `known` are the numbers that paper carries already."""
    sheets: dict[str, tuple[str, OfferView | None]] = {
        form_record(kind): (kind, None) for kind in (REFERRAL, TALLY, SIGNUP)
    }
    sheets |= {form_record(SIGNUP, o.id): (SIGNUP, o) for o in guide.offers if takes_names(o)}
    numbers = number_sheets(tab, tuple(sheets), known)
    return FormsTab(
        tab,
        words.gettext("To fill in"),
        tuple(FormSheet(number, *sheets[record]) for record, number in numbers.items()),
    )
