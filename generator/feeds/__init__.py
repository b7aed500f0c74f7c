"""What other programs read: calendars to subscribe to, and schema.org data for the pages."""

from generator.feeds.calendars import CALENDAR_PAGE, FILE, render_calendars
from generator.feeds.shapes import FeedSource
from generator.feeds.structured import render_structured

__all__ = ["CALENDAR_PAGE", "FILE", "FeedSource", "render_calendars", "render_structured"]
