"""Axe 5, complete example fiches: collecting and giving equipment."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

COLLECTE: Donnee = fiche(
    "Structurer la collecte d’équipements auprès des organisations",
    "Administrations et entreprises renouvellent leurs parcs par lots, souvent sans savoir à qui donner. "
    "Les ateliers, eux, manquent de machines récentes et reçoivent trop de matériel hors d’usage.",
    suivi("en_cours", "2025-01", "2026-12-31", "2025-06-03"),
    pilote="association-exemple-c/atelier",
    co_pilotes=("collectivite-exemple-a",),
    avec=("entreprise-exemple-a", "entreprise-exemple-b", "service-exemple-a", "syndicat-exemple-a"),
    contributeurs=("association-exemple-e",),
    proposee_par=("association-exemple-c",),
    aide=("association-exemple-a",),
    objectifs="- Signer vingt conventions avec des organisations donatrices.\n"
    "- Collecter huit cents machines réemployables en deux ans.\n"
    "- Ramener sous vingt pour cent la part hors d’usage.",
    description="Une convention unique fixe ce qui se donne, dans quel état, et qui efface les données. "
    "L’organisation annonce ses lots trois mois à l’avance sur un formulaire commun ; un tri sur place "
    "écarte ce qui ne repartira pas. Un transporteur passe une fois par mois. Chaque donateur reçoit un "
    "bilan : machines données, machines réemployées, foyers équipés. Les lots sont répartis entre ateliers "
    "selon une règle publique. Deux fois par an, donateurs et ateliers se réunissent pour comparer les "
    "bilans, corriger la convention et décider de ce qui ne sera plus accepté : écrans à tube, machines "
    "sans alimentation, téléphones verrouillés. Les refus sont expliqués au donateur, avec l’adresse de la "
    "filière de recyclage la plus proche.",
    moyens_humains="Une coordination (0,5 ETP), un chauffeur (0,2 ETP)",
    livrables="Convention type, formulaire d’annonce, bilan par donateur",
    lien_diagnostic="80 structures recensées dans le département en 2024",
    publics=("Administrations", "Entreprises", "Ateliers de réemploi"),
    territoires=("28",),
    priorite="eleve",
    meteo="atteignables",
    progression_declaree=35,
    difficultes="Les lots arrivent tous en juin et en décembre.",
    prochaine_etape="Signer cinq nouvelles conventions avant l’hiver.",
    axes_servis=("28-2024/3",),
    besoin=88_000_00,
    jalons=(
        jalon("Convention type validée", "2025-02-14", "Convention type", "2025-02-13"),
        jalon("Huit conventions signées", "2025-05", "Conventions", "2025-05-30"),
        jalon("Tournée mensuelle en place", {"edtf": "[2025-09..2025-10]", "recu": "à la rentrée"}, "Calendrier"),
        jalon("Huit cents machines collectées", "2026-12", "Bilan"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 24_000_00},
            promis={2026: 24_000_00},
            depense={2025: 10_300_00},
        ),
        *financement(
            "Entreprise exemple A", "entreprise-exemple-a", obtenu={2025: 10_000_00}, promis={2026: 10_000_00}
        ),
        *financement("Service de l’État exemple A", "service-exemple-a", demande={2025: 10_000_00, 2026: 10_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Conventions signées",
            "conventions",
            ("0", "2024"),
            ("20", "2026"),
            ("8", "2025-05-30"),
            source="Registre des conventions (exemple)",
        ),
        indicateur(
            "Machines réemployables collectées",
            "machines",
            ("120", "2024"),
            ("800", "2026"),
            ("96", "2025-03"),
            ("243", "2025-05-30"),
            source="Bons de collecte (exemple)",
        ),
        indicateur(
            "Part hors d’usage",
            "%",
            ("46", "2024"),
            ("20", "2026"),
            ("31", "2025-05-30"),
            source="Bons de collecte (exemple)",
        ),
    ),
    liens=({"libelle": "Convention type (exemple)", "url": "https://exemple.fr/collecte/convention"},),
)

FAMILLES: Donnee = fiche(
    "Distribuer des ordinateurs reconditionnés aux familles modestes",
    "Un téléphone pour quatre ne permet ni de faire ses devoirs ni de chercher un emploi. Donner une "
    "machine sans accompagnement ne suffit pas : elle finit au placard.",
    suivi("en_cours", "2025-03", "2027-06", "2025-05-28"),
    pilote="association-exemple-b",
    co_pilotes=("association-exemple-c",),
    avec=("collectivite-exemple-a", "etablissement-exemple-a", "intercommunalite-exemple-c"),
    contributeurs=("association-exemple-d",),
    proposee_par=("association-exemple-b",),
    aide=("association-exemple-a",),
    objectifs="- Équiper quatre cents familles en trois ans.\n"
    "- Accompagner chacune par deux séances et un numéro d’aide.\n"
    "- Retrouver neuf machines sur dix en service au bout d’un an.",
    description="Les travailleurs sociaux et les établissements scolaires proposent les familles ; une "
    "commission courte décide chaque mois, sur dossier anonyme. La famille verse une participation "
    "symbolique, reçoit la machine au cours d’une première séance, puis revient trois semaines plus tard "
    "avec ses questions. Un numéro d’aide répond deux demi-journées par semaine. La machine est garantie "
    "un an et échangée en cas de panne. Le suivi revient à la commission.",
    moyens_humains="Une coordination (0,4 ETP), deux médiateurs (0,2 ETP chacun)",
    livrables="Règlement de la commission, livret de la famille, bilan annuel",
    lien_diagnostic="Groupe de travail Inclusion/précarité",
    publics=("Familles modestes",),
    territoires=("bv-chartres", "bv-dreux"),
    priorite="eleve",
    meteo="securises",
    progression_declaree=15,
    difficultes="La demande dépasse déjà le nombre de machines prêtes.",
    prochaine_etape="Ouvrir la commission au bassin de Châteaudun.",
    axes_servis=("28-2024/2", "28-2024/4"),
    besoin=156_000_00,
    jalons=(
        jalon("Règlement de la commission", "2025-03-31", "Règlement", "2025-03-26"),
        jalon("Quarante premières familles", {"edtf": "2025-34", "recu": "2e trimestre 2025"}, "Point d’étape"),
        jalon("Ouverture à deux autres bassins de vie", "2026-03", "Calendrier"),
        jalon("Quatre cents familles équipées", "2027-06", "Bilan"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 30_000_00},
            promis={2026: 30_000_00, 2027: 15_000_00},
            depense={2025: 7_900_00},
        ),
        *financement(
            "Fondation exemple A",
            "fondation-exemple-a",
            obtenu={2025: 25_000_00},
            demande={2026: 25_000_00, 2027: 12_000_00},
        ),
        *financement(
            "Intercommunalité exemple C",
            "intercommunalite-exemple-c",
            promis={2026: 12_000_00, 2027: 7_000_00},
        ),
    ),
    indicateurs=(
        indicateur(
            "Familles équipées",
            "familles",
            ("0", "2024"),
            ("400", "2027"),
            ("28", "2025-05-28"),
            source="Registre de la commission (exemple)",
        ),
        indicateur(
            "Machines en service au bout d’un an",
            "%",
            ("0", "2024"),
            ("90", "2027"),
            source="Appels à un an (exemple)",
        ),
    ),
    liens=({"libelle": "Livret de la famille (exemple)", "url": "https://exemple.fr/familles/livret"},),
)
