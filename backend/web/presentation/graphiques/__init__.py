"""Charts drawn on the server: plain geometry, no style, no script; each stands beside the table of its figures."""

from backend.web.presentation.graphiques.courbe import Courbe, Point, Serie, dessiner_courbe
from backend.web.presentation.graphiques.echelles import graduations, nombre_de, segments

__all__ = ["Courbe", "Point", "Serie", "dessiner_courbe", "graduations", "nombre_de", "segments"]
