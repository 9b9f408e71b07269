"""What the documents of a meeting say, section by section, in words."""
