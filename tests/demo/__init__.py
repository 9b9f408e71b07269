"""Tests of the demonstration data: facts as the public documents give them, examples marked as such."""
