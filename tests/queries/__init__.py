"""Queries: what each reader sees, in how many statements, alike on both engines."""
