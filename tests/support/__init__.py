"""Shared means of the tests: one subject per module."""
