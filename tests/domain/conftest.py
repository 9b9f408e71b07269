"""One hypothesis profile: the same examples at every run, no timing of a test."""

from hypothesis import settings

settings.register_profile("domaine", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("domaine")
