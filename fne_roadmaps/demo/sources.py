"""Where the real facts come from, as printed beside them."""

HUB = "Documents publics du hub régional Centre-Val de Loire (2019–2025)"
HUB_2024 = "Hub régional Centre-Val de Loire, 2024 : ce qu’il compte comme accompagné ou co-organisé"
HUB_STRUCTURES = "Hub régional Centre-Val de Loire, recensement 2024"
AGENDA_37 = "Agenda du hub régional pour l’Indre-et-Loire, 2023"
AGENDA_45 = "Agenda du hub régional pour le Loiret, 2023"
ANCT = "Tableau de pilotage des conseillers numériques, ANCT, 2024"
