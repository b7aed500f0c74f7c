"""The facets of the social map: what somebody needs, and whether it is open now."""

from collections.abc import Iterable, Mapping

from generator.model.records import Organisation
from generator.model.vocabulary import OrganisationKind, SignupNeed
from generator.views.context import ViewContext
from generator.views.facets import (
    Facet,
    Values,
    address_word,
    audience_facet,
    count_facets,
    languages_facet,
    papers_facet,
    places_facet,
    price_facet,
    themes_facet,
    values_of,
)
from generator.views.finding_shapes import ChoiceView, FacetView, SoughtView
from generator.views.lazily import Lazily
from generator.views.shapes import KindGroup, OrganisationView
from generator.wording.labels import label


def view_organisation_facets(
    context: ViewContext, views: tuple[OrganisationView, ...]
) -> tuple[FacetView, ...]:
    """The facets that divide these organisations."""
    return count_facets(_facets(context), _records(context, views))


def view_organisations_sought(
    context: ViewContext, views: tuple[OrganisationView, ...]
) -> Mapping[str, SoughtView]:
    """Id of an organisation -> what the facets know of it."""
    facets = tuple(facet for facet in _facets(context) if not facet.timely)
    known = {view.id: view for view in views}

    def sought(organisation: str) -> SoughtView:
        values, where = values_of(facets, context.guide.organisation[organisation]), known[organisation].where
        return SoughtView(values, moments=(), next=(), lat=where.lat, lon=where.lon)

    return Lazily(known, sought)


def view_kinds(views: Iterable[OrganisationView]) -> tuple[KindGroup, ...]:
    """The organisations by kind, the kinds by how they are called."""
    groups: dict[tuple[str, str], list[OrganisationView]] = {}
    for view in views:
        groups.setdefault((view.kind.text, view.kind.id), []).append(view)
    return tuple(KindGroup(members[0].kind, tuple(members)) for _, members in sorted(groups.items()))


def _records(context: ViewContext, views: Iterable[OrganisationView]) -> tuple[Organisation, ...]:
    return tuple(context.guide.organisation[view.id] for view in views)


def _facets(context: ViewContext) -> tuple[Facet[Organisation], ...]:
    """All facets, in the order of the page."""
    _ = context.words.gettext
    return (
        themes_facet(context, first=True),
        Facet(
            "nu",
            _("Open when?"),
            (ChoiceView("open", _("open now"), 0),),
            lambda organisation: ("open",) if organisation.opening_hours else (),
            first=True,
            timely=True,
        ),
        Facet(
            "soort",
            _("What kind of organisation?"),
            tuple(ChoiceView(address_word(kind), label(context.words, kind), 0) for kind in OrganisationKind),
            lambda organisation: (address_word(organisation.kind),),
            first=True,
        ),
        papers_facet(context),
        audience_facet(context),
        languages_facet(context, context.guide.organisations, _languages),
        Facet(
            "afspraak",
            _("Do you need an appointment?"),
            (
                ChoiceView(address_word(SignupNeed.NONE), _("without appointment"), 0),
                ChoiceView(address_word(SignupNeed.RECOMMENDED), _("better with an appointment"), 0),
                ChoiceView(address_word(SignupNeed.REQUIRED), _("only by appointment"), 0),
            ),
            lambda organisation: (
                (address_word(organisation.appointment.needed),) if organisation.appointment else ()
            ),
        ),
        price_facet(context, first=False),
        places_facet(context),
    )


def _languages(organisation: Organisation) -> Values:
    """Spoken there, or at one of the numbers."""
    spoken = (*organisation.languages, *(code for phone in organisation.phones for code in phone.languages))
    return tuple(dict.fromkeys(spoken))
