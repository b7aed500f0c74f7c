"""A partner's own flyer: its sheet in the binder, and the same pages alone, to hand out."""

from generator.partners import CleanFile
from generator.sheets.helpers import helper_data
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, qr_data
from generator.views.binder import Mark, PartnerLeaf, TabSheet
from generator.views.flyers import FlyerView
from generator.views.shapes import GuideView, OrganisationView
from generator.wording.words import Words


def partner_sheet_data(
    leaf: PartnerLeaf,
    tab: TabSheet,
    guide: GuideView,
    organisation: OrganisationView | None,
    file: CleanFile,
    mark: Mark | None,
    words: Words,
) -> Data:
    """What `binder.typ` shows of it. With an odd number of pages there is a side for the worker."""
    flyer = leaf.flyer
    return {
        "name": flyer.title,
        "summary": flyer.summary,
        "organisation": flyer.organisation.text if flyer.organisation else None,
        "valid": flyer.valid,
        "number": str(leaf.number),
        "tab": tab.number,
        "theme": tab.theme.name.text,
        "helper": helper_data(organisation, words) if organisation and len(file.pages) % 2 else None,
        "ask": guide.ask,
        "file": file.digest,
        "qr": qr_data(mark.qr if mark and mark.qr else flyer.qr),
        "pages": pages_data(flyer, file, words),
    }


def partner_data(flyer: FlyerView, file: CleanFile, guide: GuideView, words: Words) -> Data:
    """The data of `partner.typ`: the flyer as it is, for the website."""
    return {
        **sheet_data(guide, f"{flyer.title}, {guide.name}", words),
        "pages": pages_data(flyer, file, words),
    }


def pages_data(flyer: FlyerView, file: CleanFile, words: Words) -> list[Data]:
    """Each page: what holds its place, its size in points, and what to say to who does not see it."""
    count = len(file.pages)
    first = words.gettext("Flyer: {title}. {summary}").format(title=flyer.title, summary=flyer.summary)
    other = words.gettext("Flyer: {title}, page {number} of {count}. The summary is with its first page.")
    return [
        {
            "holder": file.holder(number),
            "width": width,
            "height": height,
            "alt": other.format(title=flyer.title, number=number + 1, count=count) if number else first,
        }
        for number, (width, height) in enumerate(file.pages)
    ]
