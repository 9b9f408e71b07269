"""From rows to page contexts: words, links and marks, and nothing that reads a database."""
