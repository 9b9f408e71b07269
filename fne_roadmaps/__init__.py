"""The domain of France Numérique Ensemble roadmaps and its storage."""
