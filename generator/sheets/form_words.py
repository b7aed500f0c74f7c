"""The words on the sheets to fill in."""

from generator.views.forms import REFERRAL, SIGNUP, TALLY
from generator.wording.words import Words


def form_names(words: Words) -> dict[str, str]:
    """What each kind of sheet is called."""
    said = form_words(words)
    return {kind: said[f"form_{kind}"] for kind in (SIGNUP, REFERRAL, TALLY)}


def form_words(words: Words) -> dict[str, str]:
    """The words on the sheets to fill in, by the name that the templates use."""
    _ = words.gettext
    return {
        "form_day": _("Day"),
        "form_date": _("Date"),
        "form_hour": _("Hour"),
        "form_until": _("Until"),
        "form_worker": _("From whom?"),
        "form_phone": _("Phone"),
        "form_signup": _("Sign-up sheet"),
        "form_referral": _("Referral slip"),
        "form_tally": _("Tally sheet"),
        "forms": _("To fill in"),
        "forms_lead": _(
            "Copy these sheets as often as you need them. Nobody stores what is written on them."
        ),
        "referral_lead": _("You are going to"),
        "referral_when": _("When?"),
        "referral_whom": _("Who will you meet?"),
        "referral_yours": _("This sheet is yours. We keep nothing of it."),
        "signup_lead": _("Sign up for"),
        "signup_name": _("First name"),
        "signup_reach": _("How can we reach you? (phone or e-mail)"),
        "signup_names": _("Your name is for this activity only. After the activity this sheet is destroyed."),
        "signup_what": _("What do you sign up for?"),
        "signup_when": _("Which day, which hour?"),
        "tally_lead": _("One stroke for each time. Count at the end."),
        "tally_no_names": _("No names, no addresses. Only strokes."),
        "tally_round": _("Streets or place"),
        "tally_talks": _("How many talks?"),
        "tally_new": _("With people we did not know yet"),
        "tally_all": _("Talks"),
        "tally_themes": _("What was it about?"),
        "tally_answers": _("What did you do?"),
        "tally_referrals": _("Whom did you refer to?"),
        "tally_total": _("Total"),
    }
