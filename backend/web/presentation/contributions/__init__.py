"""Calls, deposits and requests for news in words."""
