"""Bytes from plain data: documents and calendars."""
