"""What other systems read, checked with tools that others made."""
