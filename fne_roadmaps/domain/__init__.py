"""The rules, pure: no framework, no storage, no clock, no input or output."""
