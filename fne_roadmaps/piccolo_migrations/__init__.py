"""Migrations, written by hand, in the order of their names."""
