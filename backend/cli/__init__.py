"""The `fne` command line."""
