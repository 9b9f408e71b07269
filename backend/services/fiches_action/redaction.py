"""Writing the text of a fiche."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import AUTEURS
from backend.queries.lecture import Ligne
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.fiches_action import ActeurSaisi, CreerFicheAction
from backend.services.ecriture import colonnes_date, creer, ecriture, journaliser, verrouiller
from backend.services.feuilles_de_route import charger_feuille, exiger_axe_de
from backend.services.fiches_action.acces import charger_fiche_a_ecrire
from backend.services.fiches_action.listes import LISTES, preparer_liste
from backend.services.fiches_action.numerotation import (
    prochaine_proposition,
    rang_dans_l_axe,
    refuser_numero_signe,
)
from backend.services.listes import changer_avec_listes, ecrire_liste
from fne_roadmaps.domain.dates import DateIncertaine, depuis_colonnes
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction, RoleActeur
from fne_roadmaps.domain.errors import Interdit, RegleViolee
from fne_roadmaps.domain.textes import replier
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction

_PROPOSITIONS = frozenset({Instruction.BROUILLON, Instruction.PROPOSEE})
_DATES = ("debut", "fin")
_CHERCHES = ("titre", "contexte", "objectifs", "description", "difficultes", "prochaine_etape")


async def creer_fiche_action(ctx: Contexte, commande: CreerFicheAction) -> UUID:
    """Add a fiche to a roadmap. Raises RegleViolee naming the field; nothing is half-written."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerFicheAction) -> UUID:
    propose = commande.instruction in _PROPOSITIONS
    feuille = await charger_feuille(ctx, commande.feuille_de_route, Droit.PROPOSER if propose else Droit.REDIGER)
    if feuille["etat"] == EtatFeuille.CLOSE:
        raise RegleViolee("feuille_de_route", "Cette feuille de route est close : aucune fiche ne s’y ajoute.")
    if Droit.REDIGER not in droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]):
        commande = _proposee_par(ctx, commande)
    await verrouiller(FeuilleDeRoute, feuille["id"])
    axe = await _axe(ctx, feuille["id"], commande.axe)
    retenue = commande.instruction is Instruction.RETENUE
    if commande.avancement is not Avancement.A_VENIR and not retenue:
        raise RegleViolee("avancement", "Seule une fiche retenue avance.")
    _verifier_ordre(commande.debut, commande.fin)
    rang = proposition = None
    if retenue:
        if axe is None:
            raise RegleViolee("axe", "Une fiche retenue a sa place dans un axe.")
        rang = await rang_dans_l_axe(feuille["id"], axe["id"], commande.rang)
        nom = f"{feuille['code']}/{axe['rang']}.{rang}"
    else:
        if commande.rang is not None:
            raise RegleViolee("rang", "Une fiche reçoit son numéro quand elle est retenue.")
        proposition = await prochaine_proposition(feuille["id"])
        nom = f"{feuille['code']}/p{proposition}"
    valeurs = {
        **commande.model_dump(exclude=LISTES | set(_DATES)),
        **colonnes_date("debut", commande.debut),
        **colonnes_date("fin", commande.fin),
        "feuille_de_route": feuille["id"],
        "axe": axe and axe["id"],
        "rang": rang,
        "numero_proposition": proposition,
        "recherche": _recherche(commande.model_dump(include=set(_CHERCHES))),
    }
    cle = await creer(ctx, FicheAction, nom, valeurs, gouvernance=feuille["gouvernance"], saisie=commande)
    for champ in sorted(LISTES):
        await ecrire_liste(await preparer_liste(ctx, cle, feuille["id"], nom, champ, commande.lire(champ)))
    return cle


def _proposee_par(ctx: Contexte, commande: CreerFicheAction) -> CreerFicheAction:
    """The same, with the structure of whoever only proposes among those that propose it. Raises Interdit."""
    if ctx.acteur.structure is None:
        raise Interdit("Pour proposer une fiche, votre compte doit être rattaché à une structure.")
    propose = ActeurSaisi(role=RoleActeur.PROPOSEUR, structure=str(ctx.acteur.structure))
    deja = {(a.role, a.structure) for a in commande.acteurs}
    if (propose.role, propose.structure) in deja:
        return commande
    return commande.model_copy(update={"acteurs": (*commande.acteurs, propose)})


async def modifier_fiche_action(
    ctx: Contexte,
    reference: str,
    version: int | None,
    commande: Commande,
    *,
    pourquoi: str | None = None,
    ecartes: Mapping[str, tuple[Any, Any]] | None = None,
) -> int:
    """Change a fiche (``ModifierFicheAction``); a given list replaces the former one. Returns the new version.

    Fields that only tell how it goes ask for the right to give news, any other for the right to write. ``ecartes``
    are the texts somebody set aside to settle a conflict (field → what is set aside, what is kept): the journal keeps
    them.
    """
    async with ecriture():
        return await _ecrire(ctx, reference, version, commande, pourquoi, ecartes or {})


async def _ecrire(
    ctx: Contexte,
    reference: str,
    version: int | None,
    commande: Commande,
    pourquoi: str | None,
    ecartes: Mapping[str, tuple[Any, Any]],
) -> int:
    avant, feuille = await charger_fiche_a_ecrire(ctx, reference, commande.model_fields_set | set(ecartes))
    await _rester_auteur(ctx, feuille, commande)
    nouvelle = await _modifier(ctx, feuille, avant, version, commande, pourquoi=pourquoi)
    await journaliser(
        ctx,
        "fiche_action",
        avant["id"],
        "conflit",
        gouvernance=feuille["gouvernance"],
        changements=ecartes,
        pourquoi=pourquoi,
    )
    return nouvelle


async def _rester_auteur(ctx: Contexte, feuille: Ligne, commande: Commande) -> None:
    """Who writes only because its structure proposed the fiche, or helps, stays there: it would lock itself out."""
    if "acteurs" not in commande.model_fields_set:
        return
    if Droit.REDIGER in droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]):
        return
    auteurs = [a.structure for a in commande.lire("acteurs") if a.role in AUTEURS]
    if ctx.acteur.structure not in await cles_de(ctx.acteur, "structure", auteurs, "acteurs"):
        raise RegleViolee(
            "acteurs", "Votre structure doit rester parmi celles qui proposent la fiche ou aident à l’écrire."
        )


async def _modifier(
    ctx: Contexte,
    feuille: Ligne,
    avant: Ligne,
    version: int | None,
    commande: Commande,
    *,
    action: str = "modifier",
    pourquoi: str | None = None,
) -> int:
    """The change itself, for a writer whose right has been checked. ``action`` is how the journal calls it."""
    await verrouiller(FeuilleDeRoute, feuille["id"])
    valeurs = commande.model_dump(exclude_unset=True, exclude=LISTES | set(_DATES))
    await _placer(ctx, feuille, avant, valeurs)
    for champ in _DATES:
        if champ in commande.model_fields_set:
            valeurs.update(colonnes_date(champ, commande.lire(champ)))
    _verifier_ordre(*(_date_apres(avant, valeurs, champ) for champ in _DATES))
    valeurs["recherche"] = _recherche({c: valeurs.get(c, avant[c]) for c in _CHERCHES})
    nom = f"{avant['id']}:v{avant['version'] + 1}"
    listes = {
        champ: await preparer_liste(ctx, avant["id"], feuille["id"], nom, champ, commande.lire(champ))
        for champ in sorted(commande.model_fields_set & LISTES)
    }
    return await changer_avec_listes(
        ctx,
        FicheAction,
        avant,
        version,
        valeurs,
        listes,
        gouvernance=feuille["gouvernance"],
        action=action,
        pourquoi=pourquoi,
    )


async def _placer(ctx: Contexte, feuille: Ligne, avant: Ligne, valeurs: dict[str, Any]) -> None:
    """Check a new axe or rank; a retained fiche that changes axe takes the next rank there unless one is asked."""
    if "axe" not in valeurs and "rang" not in valeurs:
        return
    axe = avant["axe"]
    if "axe" in valeurs:
        trouve = await _axe(ctx, feuille["id"], valeurs["axe"])
        axe = valeurs["axe"] = trouve and trouve["id"]
    if avant["rang"] is None:
        if valeurs.get("rang") is not None:
            raise RegleViolee("rang", "Une fiche reçoit son numéro quand elle est retenue.")
        return
    if axe is None:
        raise RegleViolee("axe", "Une fiche retenue a sa place dans un axe.")
    voulu = valeurs.get("rang") or (avant["rang"] if axe == avant["axe"] else None)
    valeurs["rang"] = avant["rang"]
    if (axe, voulu) != (avant["axe"], avant["rang"]):
        await refuser_numero_signe(feuille["id"], avant, "axe" if axe != avant["axe"] else "rang")
        valeurs["rang"] = await rang_dans_l_axe(feuille["id"], axe, voulu, sauf=avant["id"])


async def _axe(ctx: Contexte, feuille: UUID, reference: str | None) -> Ligne | None:
    """A level-1 heading of the roadmap, None for none: only these number fiches and print them."""
    cle = await cle_de(ctx.acteur, "axe", reference, "axe")
    if cle is None:
        return None
    await exiger_axe_de(feuille, cle, "axe")
    axe = await charger(ctx.acteur, "axe", cle)
    if axe["parent"] is not None:
        raise RegleViolee("axe", "Une fiche se range dans un axe de premier niveau : il donne le début de son numéro.")
    return axe


def _date_apres(avant: Ligne, valeurs: Mapping[str, Any], champ: str) -> DateIncertaine | None:
    lues = {
        f"{champ}_{c}": valeurs.get(f"{champ}_{c}", avant[f"{champ}_{c}"])
        for c in ("edtf", "premier", "dernier", "recu")
    }
    return depuis_colonnes(*lues.values())


def _verifier_ordre(debut: DateIncertaine | None, fin: DateIncertaine | None) -> None:
    """An action cannot end, at the latest, before it can begin."""
    if debut and fin and debut.premier and fin.dernier and fin.dernier < debut.premier:
        raise RegleViolee("fin", "La fin vient avant le début.")


def _recherche(textes: Mapping[str, str | None]) -> str:
    """What the search reads: title and long texts, folded."""
    return replier(" ".join(texte for texte in textes.values() if texte))
