"""The application: pages, JSON API, services, queries and command line."""
