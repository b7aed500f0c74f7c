"""What other systems read: calendars, open data, news. Views in, files out."""
