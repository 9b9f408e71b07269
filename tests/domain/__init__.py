"""Tests of the rules, mostly properties."""
