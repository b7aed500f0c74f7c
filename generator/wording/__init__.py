"""How things are said: the translation catalogues, dates, times, schedules and labels."""
