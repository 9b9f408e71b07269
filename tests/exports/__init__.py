"""Tests of the documents and calendars."""
