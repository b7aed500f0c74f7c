"""What one page or sheet shows: frozen and plain, made from the Guide; templates see only these."""
