"""The swap sheets: a checklist, the sheets that changed, and the new front of the binder."""

from collections.abc import Iterator, Sequence

from generator.sheets.binder import Part, Sheet, swap_parts
from generator.views.binder import FRONT, BinderView
from generator.views.checklist import view_checklist
from generator.views.editions import SwapView
from generator.views.shapes import GuideView
from generator.wording.words import Words


def swap_sheets(
    swap: SwapView, sheets: Sequence[Sheet], binder: BinderView, guide: GuideView, words: Words
) -> Iterator[Part]:
    """The data of `binder.typ`; `sheets` are those of today's binder, in their order.

    The front comes last: it is the thickest pile, and the last thing to do.
    """
    checklist = view_checklist(swap, guide, words)
    title = words.gettext("Swap sheets for {place}: from {old} to {new}").format(
        place=guide.name, old=checklist.old, new=checklist.new
    )
    first = Sheet("checklist", "checklist", lambda: {**vars(checklist), "edition": guide.edition.label})
    chosen = [sheet for sheet in sheets if sheet.record in swap.records]
    front = [sheet for sheet in sheets if sheet.record == FRONT and swap.front]
    return swap_parts((first, *chosen, *front), title, binder, guide, words)
