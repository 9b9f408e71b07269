"""The shape of every answer of the API: one model a concept, short for lists, whole for a single object."""
