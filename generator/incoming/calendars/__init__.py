"""iCalendar -> offers: `reading` understands the events, `offers` puts those of one activity together."""
