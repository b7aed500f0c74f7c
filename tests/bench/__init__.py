"""How fast a full build is, beside plain MkDocs with as many pages of the same text."""
