"""The Dutch of a text in many languages, for formats that have room for one."""

from collections.abc import Callable

from generator.model.fields import FIRST_LANGUAGE
from generator.views.published_values import PublishedSignup, Texts

LANGUAGE = FIRST_LANGUAGE
Gettext = Callable[[str], str]


def dutch(texts: Texts) -> str:
    """The Dutch, or what there is; empty when nothing is known."""
    return texts.get(LANGUAGE) or next(iter(texts.values()), "")


def signup_said(signup: PublishedSignup | None, _: Gettext) -> str:
    """Whether one must sign up, and how; empty when nothing is known."""
    if signup is None:
        return ""
    needed = {"none": _("Not needed."), "recommended": _("Recommended."), "required": _("Required.")}
    return " ".join(part for part in (needed[signup.needed], dutch(signup.how)) if part)
