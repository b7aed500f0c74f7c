"""What partners publish, as records to review: HSDS and iCalendar.

A feed becomes records in our own form (`hsds`, `calendars`), is laid beside the guide (`likeness`) and
written to a file that no build reads (`review_file`). What staff chose in there, `taking` puts in the guide.
"""
