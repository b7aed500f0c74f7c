"""Reading: what people typed -> the Guide, or every mistake at its place, in their language."""
