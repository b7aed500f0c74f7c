"""Reading: what people typed -> the Guide, or every mistake at its place, in their language."""

from generator.reading.reader import Reading, Sources, read_guide
from generator.reading.report import render_problem

__all__ = ["Reading", "Sources", "read_guide", "render_problem"]
