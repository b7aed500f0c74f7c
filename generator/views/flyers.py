"""Partners' own flyers, as pages and sheets show them."""

from dataclasses import dataclass

from generator.model.flyers import PartnerFlyer
from generator.model.freshness import over
from generator.model.records import Offer
from generator.model.vocabulary import Status
from generator.views import parts
from generator.views.context import ViewContext
from generator.views.shapes import FormerView, Link, QrView, Said
from generator.wording.alphabet import sort_key
from generator.wording.dates import full_date


@dataclass(frozen=True)
class FlyerView:
    """A partner's flyer; the file itself is known by its name only."""

    id: str
    href: str
    qr: QrView
    title: Said
    summary: Said
    """What is on it, in words."""
    theme: str
    """Id of its theme; empty for a flyer of an offer without one."""
    organisation: Link | None
    offer: Link | None
    """The offer that it belongs to."""
    file: str
    valid: str
    """ "Geldig tot en met 30 juni 2027.", or empty."""
    over: str
    """Why it is not in the binder: a sentence; mostly empty."""
    former: tuple[FormerView, ...] = ()


def view_flyers(context: ViewContext) -> tuple[FlyerView, ...]:
    """All of them by title, those that are over too: their codes are on paper."""
    views = [_flyer(context, flyer, offer) for flyer, offer in context.guide.partner_flyers]
    return tuple(sorted(views, key=lambda view: (sort_key(context.words, view.title.text), view.id)))


def _flyer(context: ViewContext, flyer: PartnerFlyer, offer: Offer | None) -> FlyerView:
    _ = context.words.gettext
    title = context.said(flyer.title)
    organisation = context.guide.organisation.get(flyer.organisation or "")
    valid = _("Valid until {date} included.") if flyer.valid_until else ""
    day = full_date(context.words, flyer.valid_until) if flyer.valid_until else ""
    return FlyerView(
        id=flyer.id,
        href=f"flyers/{flyer.id}/",
        qr=context.qr("flyer", flyer.id),
        title=_of_offer(context, title) if offer else title,
        summary=context.said(flyer.summary),
        theme=flyer.theme,
        organisation=parts.organisation_link(context, organisation) if organisation else None,
        offer=parts.offer_link(context, offer) if offer else None,
        file=flyer.file,
        valid=valid.format(date=day),
        over=_over(context, flyer, offer),
        former=parts.former(context, "flyer", "flyers", flyer.previous_ids),
    )


def _of_offer(context: ViewContext, name: Said) -> Said:
    """The leaf of the offer has that name already."""
    said = context.words.gettext("{name} (flyer)").format(name=name)
    return Said(said, name.lang, name.state)


def _over(context: ViewContext, flyer: PartnerFlyer, offer: Offer | None) -> str:
    _ = context.words.gettext
    if offer and offer.status not in (Status.RUNNING, Status.PLANNED):
        return parts.status_sentence(context, offer)
    if end := over(flyer.valid_until, context.today):
        return _("The flyer was valid until {date} included.").format(date=full_date(context.words, end))
    return "" if flyer.file in context.usable_files else _("This flyer is not there at the moment.")
