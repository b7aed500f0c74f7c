"""What the views make of a whole neighbourhood."""
