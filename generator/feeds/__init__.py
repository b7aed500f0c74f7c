"""What other programs read: calendars to subscribe to, and schema.org data for the pages."""

from generator.feeds.calendars import CALENDAR_PAGE, FILE, CalendarSource, render_calendars

__all__ = ["CALENDAR_PAGE", "FILE", "CalendarSource", "render_calendars"]
