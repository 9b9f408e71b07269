"""Tests of the pages: templates, assets, addresses."""
