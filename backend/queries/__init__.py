"""Every SELECT, each with its visibility filter inside."""
