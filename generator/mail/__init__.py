"""Mails: HTML that mail programs show, the same in plain text, and both in one message.

The newsletter, and the reminders to who looks after records.
"""
