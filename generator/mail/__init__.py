"""The newsletter as mail: HTML that mail programs show, the same in plain text, and both in one message."""

from generator.mail.letter import Letter
from generator.mail.message import render_message
from generator.mail.newsletter import render_html, render_text

__all__ = ["Letter", "render_html", "render_message", "render_text"]
