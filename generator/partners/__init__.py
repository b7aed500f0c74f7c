"""Partners' own flyers: a file that somebody sent -> pages that are safe to print and to publish."""

from generator.partners.cleaning import Clean, CleanFile, cleaner
from generator.partners.refusals import LIMITS, Reason, Refusal

__all__ = ["LIMITS", "Clean", "CleanFile", "Reason", "Refusal", "cleaner"]
