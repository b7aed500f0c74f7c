"""An organisation for a worker: whom to call and how to refer."""

from babel.lists import format_list

from generator.sheets.facts import contact_lines
from generator.sheets.offers import Data
from generator.views.shapes import OrganisationView
from generator.wording.words import Words


def helper_data(organisation: OrganisationView, words: Words) -> Data:
    """Its name, what it does, and the rows of what there is to say."""
    _ = words.gettext
    reachable = organisation.contacts[0].phone or organisation.contacts[0].email
    rows = []
    if organisation.where.known and len(organisation.where.lines) > 1:
        rows.append((_("Where"), ", ".join(line.text for line in organisation.where.lines[1:])))
    if reachable:
        calls = "; ".join(", ".join(contact_lines(contact)) for contact in organisation.contacts)
        rows.append((_("Whom to call"), calls))
    if organisation.website:
        rows.append((_("Website"), organisation.website.removeprefix("https://").rstrip("/")))
    if organisation.opening:
        rows.append((_("Open"), "; ".join(organisation.opening.lines)))
    if organisation.appointment:
        rows.append((_("Appointment"), organisation.appointment.text))
    if organisation.bring:
        brings = format_list([item.text for item in organisation.bring], locale=words.locale)
        rows.append((_("To bring"), brings))
    if organisation.referral:
        rows.append((_("How to refer"), organisation.referral.text))
    return {
        "name": organisation.name,
        "summary": organisation.summary,
        "number": organisation.where.number,
        "checked": {"state": organisation.checked.state, "text": organisation.checked.short},
        "rows": [{"label": label, "text": text} for label, text in rows],
    }
