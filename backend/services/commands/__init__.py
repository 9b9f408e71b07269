"""What people may ask: one validated, frozen model per act, the same for the API, the pages and the command line."""
