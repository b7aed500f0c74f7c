"""HSDS 3 (Open Referral) -> records: `collecting` finds what belongs together, `records` says it our way."""
