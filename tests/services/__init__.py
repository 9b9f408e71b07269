"""Services: rights, rules, journal and transactions, on both engines."""
