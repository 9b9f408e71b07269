"""An example meeting whose day is asked, and the people invited to another: polls and invitations can be seen.

Addresses end in « .example », which no one can own; nobody here exists.
"""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte

COMPOSES = frozenset({"ouvrir_un_sondage", "repondre_au_sondage", "envoyer_invitations", "repondre_invitation"})
"""Acts whose data are not those of one command."""
SONDEE, CONVOQUEE = "28/gt-education/r2", "28/cotech/r7"
_JOURS = ("2025-09-09", "2025-09-11", "2025-09-16")

SONDAGE: tuple[Acte, ...] = (
    (
        "creer_reunion",
        {
            "instance": "28/gt-education",
            "titre": "Groupe Éducation/jeunesse : actions de la rentrée (exemple)",
            "etat": "a_dater",
            "lieu": "Salle d’exemple, Dreux",
            "note": "Réunion fictive, pour l’exemple : elle n’entre dans aucun compte.",
            "exemple": True,
        },
    ),
    (
        "ouvrir_un_sondage",
        {
            "reunion": SONDEE,
            "jours": _JOURS,
            "message": "Deux heures, à Dreux (exemple).",
            "ferme_le": "2025-07-11",
        },
    ),
    (
        "repondre_au_sondage",
        {
            "reunion": SONDEE,
            "nom": "Camille (exemple)",
            "structure_nom": "Association exemple A",
            "avis": dict(zip(_JOURS, ("oui", "oui", "non"), strict=True)),
        },
    ),
    (
        "repondre_au_sondage",
        {
            "reunion": SONDEE,
            "nom": "Dominique (exemple)",
            "structure_nom": "Intercommunalité exemple A",
            "avis": dict(zip(_JOURS, ("si_besoin", "oui", "oui"), strict=True)),
        },
    ),
)

INVITATIONS: tuple[Acte, ...] = (
    (
        "convier_des_invites",
        {
            "reunion": CONVOQUEE,
            "invites": (
                {"nom": "Alice (exemple)", "adresse": "alice@prefecture-28.example"},
                {"nom": "Émile (exemple)", "adresse": "emile@cd-28.example"},
                {"nom": "Camille (exemple), Association exemple A", "adresse": "camille@association-a.example"},
            ),
        },
    ),
    ("envoyer_invitations", {"reunion": CONVOQUEE}),
    (
        "repondre_invitation",
        {
            "reunion": CONVOQUEE,
            "adresse": "camille@association-a.example",
            "reponse": "acceptee",
            "commentaire": "Avec une collègue (exemple).",
        },
    ),
    (
        "convier_des_invites",
        {
            "reunion": CONVOQUEE,
            "invites": ({"nom": "Dominique (exemple)", "adresse": "dominique@intercommunalite-a.example"},),
        },
    ),
)
