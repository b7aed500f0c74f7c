"""The guide of a neighbourhood: frozen records, lookups and dates; no files, no clock."""
