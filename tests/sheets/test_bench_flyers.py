"""What the benchmark lets another program set, so that it does not age unseen."""

from generator.project import icon
from generator.sheets.flyer import flyer_data
from generator.sheets.template_data import as_read
from tests.bench.flyers import html_of
from tests.sheets.factory import dutch_words, make_guide, make_offer


def test_the_flyer_of_the_other_program_has_the_words_and_the_code_of_ours() -> None:
    offer = make_offer(0)
    html = html_of(as_read(flyer_data(offer, make_guide((offer,)), {}, dutch_words())), icon)
    for said in (offer.name.text, offer.summary.text, offer.qr.typed, *offer.where.lines):
        assert str(said) in html
    assert html.count("<svg") > 3
