"""The JSON API through Litestar’s client: reading, writing, refusals."""
