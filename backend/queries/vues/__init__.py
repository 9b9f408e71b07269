"""What each page shows, read in a fixed number of statements, with the reader's visibility inside.

Rows come back as plain dicts, grouped; putting them into words is the presentation's work.
"""
