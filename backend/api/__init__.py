"""JSON controllers and their schemas, under `/api/v1/`."""
