"""The matrix of rights, computed from the rules and written as ``docs/droits.md``.

``python -m tests.support.matrice`` writes the file again after a rule changed on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from uuid import UUID, uuid5

from exports.formats import typographier
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import (
    COMPTE_SANS_PROFIL,
    PUBLIC,
    SYSTEME,
    Acteur,
    DepotTenu,
    Droit,
    FicheTenue,
    droits_sur_demande,
    droits_sur_depot,
    droits_sur_fiche,
    droits_sur_gouvernance,
    droits_sur_instance,
    droits_sur_reunion,
    peut_demander_des_nouvelles,
    peut_ouvrir,
)
from fne_roadmaps.domain.enums import EtatDemande, EtatDepot, EtatReunion, Instruction, Profil
from tests.support.outils import RACINE

FICHIER = RACINE / "docs" / "droits.md"
ICI, AILLEURS = cle_fixe("gouvernance:28"), cle_fixe("gouvernance:41")
SIENNE, AUTRE = cle_fixe("structure:sienne"), cle_fixe("structure:autre")
INSTANCE, REUNION = uuid5(ICI, "instance"), uuid5(ICI, "reunion")
DEPOT, DEMANDE = uuid5(ICI, "depot"), uuid5(ICI, "demande")
OUI, NON = "oui", "–"
_ABREGES = {
    Droit.LIRE: "lire",
    Droit.SUIVRE: "suivre",
    Droit.PROPOSER: "proposer",
    Droit.RENSEIGNER: "renseigner",
    Droit.REDIGER: "rédiger",
    Droit.REUNIR: "réunir",
    Droit.ARBITRER: "arbitrer",
    Droit.SIGNER: "signer",
    Droit.ADMINISTRER: "administrer",
}

ENTETE = (
    "# Les droits, un par un\n",
    "Ces tableaux sont calculés par les règles mêmes qui montrent un bouton et qui refusent un acte ; un test les "
    "compare au code. Ce qu’on n’a pas le droit de *suivre* n’existe pas pour soi (page introuvable) ; ce qu’on suit "
    "sans pouvoir le changer le dit (action non permise). Les profils et les mots sont dans "
    "[Qui voit quoi](guide/qui-voit-quoi.md).\n",
)
FICHES = (
    "La structure du compte *pilote* la fiche, ou en est *auteur* : elle l’a proposée, ou aide à l’écrire. « Feuille "
    "close » : la feuille de route l’est.\n"
)


def acteur(profil: Profil | None, gouvernance: UUID = ICI, **champs: object) -> Acteur:
    """An account of the structure « sienne », with a profile in one governance or none."""
    profils = {gouvernance: profil} if profil else {}
    return Acteur("essai", "Essai", profils=profils, cle=cle_fixe("compte:essai"), structure=SIENNE, **champs)  # type: ignore[arg-type]


def dits(droits: Iterable[Droit]) -> str:
    """Rights in the order they are declared; « – » for none at all."""
    tenus = frozenset(droits)
    return ", ".join(_ABREGES[d] for d in Droit if d in tenus) or NON


def tableau(entetes: Iterable[str], lignes: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table."""
    noms = list(entetes)
    yield f"| {' | '.join(noms)} |"
    yield f"|{' --- |' * len(noms)}"
    for ligne in lignes:
        yield f"| {' | '.join(ligne)} |"
    yield ""


LECTEURS: dict[str, Acteur] = {
    **{f"{p.libelle} de cette gouvernance": acteur(p) for p in Profil},
    **{f"{p.libelle} d’une autre gouvernance": acteur(p, AILLEURS) for p in Profil},
    "Compte sans profil": COMPTE_SANS_PROFIL,
    "Public": PUBLIC,
    "Ligne de commande": SYSTEME,
}


def sur_une_gouvernance() -> Iterator[str]:
    """Rights on a governance, its roadmaps and axes."""
    yield "## Une gouvernance, ses feuilles de route et leurs axes\n"
    lignes = [
        [nom, *(OUI if d in droits_sur_gouvernance(qui, ICI) else NON for d in Droit)] for nom, qui in LECTEURS.items()
    ]
    ouverte = droits_sur_gouvernance(PUBLIC, ICI, publique=True)
    lignes.append(["Public, si la gouvernance s’est ouverte à lui", *(OUI if d in ouverte else NON for d in Droit)])
    lignes.sort(key=lambda ligne: ligne[0] == "Ligne de commande")
    yield from tableau(["Qui", *(_ABREGES[d] for d in Droit)], lignes)
    voisines = [[nom, OUI if peut_ouvrir(qui, [ICI]) else NON] for nom, qui in LECTEURS.items()]
    yield "Ouvrir une gouvernance à côté de celle-ci, ou dessous :\n"
    yield from tableau(["Qui", "ouvrir"], voisines)


LIENS: dict[str, Callable[[Instruction, bool], FicheTenue]] = {
    "ni pilote ni auteur": lambda i, c: FicheTenue(i, c, frozenset({AUTRE}), frozenset({AUTRE})),
    "pilote": lambda i, c: FicheTenue(i, c, frozenset({SIENNE}), frozenset({AUTRE})),
    "auteur": lambda i, c: FicheTenue(i, c, frozenset({AUTRE}), frozenset({SIENNE})),
    "pilote et auteur": lambda i, c: FicheTenue(i, c, frozenset({SIENNE}), frozenset({SIENNE})),
}


def sur_une_fiche() -> Iterator[str]:
    """Rights on a fiche by its instruction, by what one's structure is to it, here and elsewhere."""
    yield "## Une fiche action\n"
    yield FICHES
    etats: list[tuple[str, Instruction, bool]] = [(i.libelle, i, False) for i in Instruction]
    etats.append(("Feuille close", Instruction.RETENUE, True))
    lignes = [
        [nom, lien, *(dits(droits_sur_fiche(qui, ICI, tenue(i, close))) for _, i, close in etats)]
        for nom, qui in LECTEURS.items()
        for lien, tenue in LIENS.items()
    ]
    yield from tableau(["Qui", "Sa structure", *(nom for nom, _, _ in etats)], _sans_redite(lignes))
    yield "Demander des nouvelles d’une fiche :\n"
    demandes = [
        [nom, lien, *(OUI if peut_demander_des_nouvelles(qui, ICI, tenue(i, c)) else NON for _, i, c in etats)]
        for nom, qui in LECTEURS.items()
        for lien, tenue in LIENS.items()
    ]
    yield from tableau(["Qui", "Sa structure", *(nom for nom, _, _ in etats)], _sans_redite(demandes))


def _sans_redite(lignes: list[list[str]]) -> Iterator[list[str]]:
    """Rows of one reader that say the same are one row: « quelle qu’elle soit »."""
    for debut in range(0, len(lignes), len(LIENS)):
        groupe = lignes[debut : debut + len(LIENS)]
        if len({tuple(ligne[2:]) for ligne in groupe}) == 1:
            yield [groupe[0][0], "quelle qu’elle soit", *groupe[0][2:]]
        else:
            yield from groupe


def sur_ce_qui_se_reunit() -> Iterator[str]:
    """Rights on instances and meetings, with a seat, an invitation, or a joint governance."""
    yield "## Une instance et ses décisions\n"
    yield from tableau(
        ["Qui", "Sans siège", "Avec un siège"],
        (
            [nom, dits(droits_sur_instance(qui, ICI, INSTANCE)), dits(droits_sur_instance(assis, ICI, INSTANCE))]
            for nom, qui, assis in _assis()
        ),
    )
    yield "## Une réunion\n"
    yield "« Associée » : la réunion est commune à cette gouvernance et à une autre, qui la numérote.\n"

    def cases(nom: str, qui: Acteur, assis: Acteur, etat: EtatReunion) -> list[str]:
        invite = Acteur(qui.identifiant, qui.nom, qui.profils, invitations=frozenset({REUNION}), compte=qui.compte)
        cas = ((qui, [ICI]), (assis, [ICI]), (invite, [ICI]), (qui, [AUTRE, ICI]))
        return [nom, *(dits(droits_sur_reunion(a, g, REUNION, INSTANCE, etat)) for a, g in cas)]

    for titre, etat in (("En brouillon", EtatReunion.BROUILLON), ("Dans tout autre état", EtatReunion.CONVOQUEE)):
        yield f"{titre} :\n"
        yield from tableau(
            ["Qui", "Sans plus", "Avec un siège", "Avec une invitation", "Associée"],
            (cases(nom, qui, assis, etat) for nom, qui, assis in _assis()),
        )


def _assis() -> Iterator[tuple[str, Acteur, Acteur]]:
    for nom, qui in LECTEURS.items():
        if qui is SYSTEME:
            continue
        sieges = frozenset({INSTANCE})
        yield nom, qui, Acteur(qui.identifiant, qui.nom, qui.profils, sieges=sieges, compte=qui.compte)


def sur_ce_qui_arrive_sans_compte() -> Iterator[str]:
    """Rights on deposits and requests for news."""
    yield "## Une fiche déposée sans compte\n"
    cas: list[tuple[str, Acteur, UUID | None]] = [
        *((f"{p.libelle} de cette gouvernance", acteur(p), None) for p in Profil),
        *((f"{p.libelle} nommé pour aider", acteur(p), SIENNE) for p in Profil),
        *((f"{p.libelle} d’une autre gouvernance, nommé pour aider", acteur(p, AILLEURS), SIENNE) for p in Profil),
        ("Qui tient le lien personnel", Acteur("lien", "Lien", liens=frozenset({DEPOT}), compte=False), None),
        ("Public", PUBLIC, None),
    ]
    yield from tableau(
        ["Qui", *(e.libelle for e in EtatDepot)],
        (
            [nom, *(dits(droits_sur_depot(qui, ICI, DepotTenu(DEPOT, e, aide))) for e in EtatDepot)]
            for nom, qui, aide in cas
        ),
    )
    yield "## Une demande de nouvelles, par son lien\n"
    lien = Acteur("lien", "Lien", liens=frozenset({DEMANDE}), compte=False)
    yield from tableau(
        ["Qui", *(e.libelle for e in EtatDemande)],
        (
            [nom, *(dits(droits_sur_demande(qui, DEMANDE, e)) for e in EtatDemande)]
            for nom, qui in (("Qui tient le lien personnel", lien), ("Tout autre", acteur(Profil.PORTEUR)))
        ),
    )


def matrice() -> str:
    """The whole file."""
    parties = (sur_une_gouvernance, sur_une_fiche, sur_ce_qui_se_reunit, sur_ce_qui_arrive_sans_compte)
    return typographier("\n".join([*ENTETE, *(ligne for partie in parties for ligne in partie())]).rstrip()) + "\n"


def ecrire(fichier: Path = FICHIER) -> None:
    """Write the file again."""
    fichier.write_text(matrice(), encoding="utf-8")


if __name__ == "__main__":
    ecrire()
