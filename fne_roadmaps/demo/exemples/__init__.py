"""What is not real and says so: fictitious organisations, dated meetings with hours, decisions."""

from fne_roadmaps.demo.exemples import decisions, reunions, structures

__all__ = ["decisions", "reunions", "structures"]
