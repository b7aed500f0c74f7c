"""Mails: HTML that mail programs show, the same in plain text, and both in one message.

The newsletter, and the reminders to who looks after records.
"""

from generator.mail.letter import Letter
from generator.mail.message import render_message
from generator.mail.newsletter import render_html, render_text
from generator.mail.sending import MailServer, send
from generator.mail.staff_reminder import render_reminder

__all__ = ["Letter", "MailServer", "render_html", "render_message", "render_reminder", "render_text", "send"]
