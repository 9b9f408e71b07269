"""The only doors to writes: right, rule, write and journal in one transaction."""
