"""Mails written out and sent."""
