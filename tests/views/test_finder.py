"""The finder of the invented neighbourhood: every path ends at people, few answers, the best first."""

import pytest

from generator.model.questions import MOST_STEPS
from generator.views.finder import MOST_HELPERS
from generator.views.finder_shapes import NamedView, QuestionView
from generator.views.shapes import GuideView, Said
from tests.views.invented import view_invented


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def step(guide: GuideView, step_id: str) -> QuestionView:
    return next(step for step in guide.steps if step.id == step_id)


def test_questions_come_before_choices_and_no_path_is_longer_than_three_steps(guide: GuideView) -> None:
    assert [step.id for step in guide.steps] == [
        "brief", "huis", "alleen", "droomhuis", "ander-huis", "huis-te-klein", "huis-niet-veilig",
    ]  # fmt: skip
    assert max(len(step.trail) + 1 for step in guide.steps) == MOST_STEPS
    assert [step(guide, name).steps for name in ("brief", "huis", "droomhuis", "ander-huis")] == [1, 3, 2, 3]


def test_a_choice_knows_what_was_chosen_before(guide: GuideView) -> None:
    assert [link.href for link in step(guide, "huis-te-klein").trail] == [
        "wegwijzer/huis/",
        "wegwijzer/ander-huis/",
    ]
    assert step(guide, "huis").next_question == Said("Wat voor huis?")
    assert step(guide, "ander-huis").next_question == Said("Waarover gaat het?")
    assert step(guide, "droomhuis").next_question is None
    assert [former.href for former in step(guide, "droomhuis").former] == ["wegwijzer/luchtkasteel-zoeken/"]


def test_every_path_ends_at_people_or_at_a_place_with_people(guide: GuideView) -> None:
    for end in guide.steps:
        assert end.stop.contacts or end.stop.where.number, end.id
        assert end.named, end.id


def test_the_house_says_where_when_and_whom_to_call(guide: GuideView) -> None:
    stop = step(guide, "brief").stop
    assert (stop.id, str(stop.name), stop.where.number) == ("", "het Verzinselhuis", 1)
    assert [contact.phone for contact in stop.contacts] == ["050 00 00 00"]
    [coffee] = stop.moments
    # The 27th is cancelled: nobody is sent to a closed door.
    assert coffee.next[0].date == "2026-12-04"
    assert coffee.sure
    assert stop.doubts == ()
    changes = stop.opening.coming if stop.opening else stop.closed
    assert any("wintersluiting" in change.text for change in changes)


def test_what_is_a_moment_of_the_house_does_not_stand_among_the_offers_again(guide: GuideView) -> None:
    assert [offer.id for offer in step(guide, "brief").offers] == ["op-afspraak"]


def test_where_to_go_and_what_to_bring_hold_for_the_choices_below(guide: GuideView) -> None:
    small = step(guide, "huis-te-klein")
    assert small.stop.id == "verzinselhuis-vzw"
    assert small.stop.opening
    assert [row.days for row in small.stop.opening.rows][-1] == "vrijdag"
    assert [str(thing) for thing in small.bring] == [
        "Je sleutel",
        "identiteitskaart",
        "brief of factuur",
        "Een vriend als je wil",
    ]
    assert "32499000002" in [contact.whatsapp for contact in small.stop.contacts]


def test_helpers_stand_in_the_order_typed_without_who_stopped_and_without_the_stop(guide: GuideView) -> None:
    small, dream = step(guide, "huis-te-klein"), step(guide, "droomhuis")
    assert [helper.organisation.id for helper in small.helpers] == [
        "afdeling-dromen", "nooit-nagekeken", "veilige-haven", "een-naam-waar-geen-einde-aan-komt",
    ]  # fmt: skip
    assert [helper.organisation.id for helper in dream.helpers] == ["afdeling-dromen"]
    assert len(small.helpers) <= MOST_HELPERS
    # Nobody answers there but the house, so the card offers no number as if it were its own.
    assert small.helpers[0].call is None
    assert small.helpers[2].call
    assert small.helpers[2].call.phone == "050 00 00 09"


def test_helplines_in_need_come_first_and_stay_apart(guide: GuideView) -> None:
    unsafe = step(guide, "huis-niet-veilig")
    assert [line.id for line in unsafe.emergencies] == ["noodnummer"]
    assert [line.id for line in unsafe.helplines] == ["luisterlijn"]
    assert [named.phone for named in unsafe.named] == ["000 00", "0000", "050 00 00 09"]


def test_a_hidden_address_stays_hidden(guide: GuideView) -> None:
    stop = step(guide, "huis-niet-veilig").stop
    assert (stop.where.number, stop.where.cell) == (None, None)
    assert "Verstopstraat" not in repr(step(guide, "huis-niet-veilig"))


def test_on_paper_a_question_without_helpers_names_the_house(guide: GuideView) -> None:
    assert step(guide, "alleen").named == (NamedView(Said("het Verzinselhuis"), "050 00 00 00", 1),)
