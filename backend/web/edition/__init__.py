"""Writing a fiche section by section: what a section holds, how it reads as text, and back from what was typed."""
