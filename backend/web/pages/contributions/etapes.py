"""The three pages of a deposit: where it stands, one step, and the whole read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backend.errors import traduire
from backend.queries.contributions import aides_possibles, axes_de_l_appel, sort_du_depot, territoires_possibles
from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import (
    Demo,
    DepotContexte,
    ErreurDeChamp,
    EtapeDepotContexte,
    Formulaire,
    Lien,
    RelireDepotContexte,
    TexteEnregistre,
)
from backend.web.formulaires import Saisie, vers
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import repondre_publique
from backend.web.pages.contributions.porte import Porte
from backend.web.pages.contributions.saisies import SCRIPT, reprise, saisies_en_cours, tenues, valeurs_de
from backend.web.presentation.contributions import depots as mots
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.contributions import ETAPES, LIGNES_MAX, Etape, etat_appel, retirable
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatAppel, EtatDepot

_LIGNES_VIDES = 2


async def montrer_depot(request: Requete, demo: Demo | None, porte: Porte, refus: str | None = None) -> Reponse:
    """Where the deposit stands; once submitted, what became of the fiche and nothing else of the governance."""
    d = porte.depot
    _, lus, fautes = mots.lire(d)
    axes = await axes_de_l_appel(d["appel"], d["feuille"])
    territoires = await territoires_possibles(d["territoire"])
    sort = await sort_du_depot(d["fiche_action"]) if d["fiche_action"] else None
    ouvert = etat_appel(d["ouvre_le"], d["ferme_le"], porte.ctx.au) is EtatAppel.OUVERT
    ecrit = Droit.REDIGER in porte.droits and ouvert
    commencees = await saisies_en_cours(porte)
    etapes = mots.etapes(d, fautes, None, porte.vers if ecrit else None, commencees)
    restes = [e for e in etapes if e.href and (e.saisie or not e.faite or e.a_corriger)]
    reste = next((e for e in restes if e.saisie), restes[0] if restes else etapes[-1])
    titre = typographier(str(lus.get("titre") or "Votre fiche"))
    retire = Droit.PROPOSER in porte.droits and porte.jeton and retirable(d["etat"], d["instruction"])
    contexte = DepotContexte(
        cadre=await porte.cadre(request, demo, titre),
        sur_titre=_sur_titre(d),
        titre=titre,
        etat=d["etat"],
        soumis_le=d["soumis_le"],
        ferme_le=d["ferme_le"],
        ouvert=ouvert,
        sort=mots.sort(sort, d["mot_niveau_1"]) if sort else None,
        etapes=etapes,
        parties=mots.parties(d, axes, territoires, None, courriel=porte.par_lien),
        lien=porte.lien(request),
        continuer=reste.href,
        retirer=ici.retirer(porte.jeton) if retire and porte.jeton else None,
        fiche=_fiche(porte),
        aide=d["aide_nom"] and typographier(d["aide_nom"]),
        refus=refus and typographier(refus),
        exemple=d["exemple"],
    )
    return repondre_publique(contexte, 422 if refus else 200)


async def montrer_etape(
    request: Requete,
    demo: Demo | None,
    porte: Porte,
    etape: Etape,
    saisie: Saisie | None = None,
    erreurs: tuple[ErreurDeChamp, ...] = (),
    statut: int = 200,
    actuel: Mapping[str, Any] | None = None,
    *,
    apres: bool = False,
) -> Reponse:
    """One step, as kept or as just typed. ``apres``: just kept, so on to the next one unless something is not read."""
    d = porte.depot
    if Droit.REDIGER not in porte.droits:
        return vers(porte.vers())
    _, _, fautes = mots.lire(d)
    commencees = await saisies_en_cours(porte)
    brouillon = commencees.get(etape.code) if saisie is None and not apres else None
    gardees = mots.erreurs_de_l_etape(etape, fautes) if saisie is None and brouillon is None else ()
    if apres and not gardees:
        return vers(porte.vers(ETAPES[ETAPES.index(etape) + 1].code))
    axes = await axes_de_l_appel(d["appel"], d["feuille"])
    aides = await aides_possibles(d["gouvernance"])
    territoires = await territoires_possibles(d["territoire"])
    version = int(d["contenu"].get(etape.code, {"v": 0})["v"])
    valeurs = tenues(d, etape)
    if saisie:
        version, valeurs = version if statut == 409 else saisie.version or 0, saisie.valeurs
    elif brouillon:
        version, valeurs = brouillon.version_lue or 0, valeurs_de(brouillon)
    cadre = await porte.cadre(request, demo, etape.titre)
    contexte = EtapeDepotContexte(
        cadre=replace(cadre, scripts=(*cadre.scripts, SCRIPT)) if porte.jeton else cadre,
        sur_titre=_sur_titre(d),
        titre=etape.titre,
        code=etape.code,
        etapes=mots.etapes(d, fautes, etape.code, porte.vers, commencees),
        formulaire=Formulaire(
            action=porte.vers(etape.code),
            retour=porte.vers(),
            valeurs=avec_lignes(etape, valeurs),
            erreurs=erreurs or gardees,
            version=version,
            brouillon_vers=ici.saisie(porte.jeton, etape.code) if porte.jeton else None,
            brouillon=reprise(porte, etape, brouillon) if brouillon else None,
        ),
        remarques=bool(gardees),
        enregistres=tuple(
            TexteEnregistre(libelle=mots.LIBELLES.get(champ, champ), texte=typographier(texte))
            for champ, v in (actuel or {}).items()
            if (texte := _texte(v)).strip()
        ),
        axes=tuple((str(a["id"]), mots.axe_dit(a, d["mot_niveau_1"])) for a in axes),
        mot=majuscule(str(d["mot_niveau_1"])),
        aides=tuple((str(a["code"]), typographier(a["nom"])) for a in aides),
        territoires=tuple((str(t["code"]), str(t["nom"])) for t in territoires),
        lien=porte.lien(request),
        ferme_le=d["ferme_le"],
        courriel=porte.par_lien,
    )
    return repondre_publique(contexte, 422 if apres else statut)


async def relire(request: Requete, demo: Demo | None, porte: Porte, refus: Exception | None = None) -> Reponse:
    """The whole deposit before it is submitted, with what is missing and where to mend it."""
    d = porte.depot
    if Droit.REDIGER not in porte.droits:
        return vers(porte.vers())
    _, lus, fautes = mots.lire(d)
    axes = await axes_de_l_appel(d["appel"], d["feuille"])
    territoires = await territoires_possibles(d["territoire"])
    manques = mots.manques(lus, fautes, porte.vers)
    dit = None
    if refus is not None and not manques:
        dit = " ".join(e.message for e in traduire(refus).erreurs) or None
    contexte = RelireDepotContexte(
        cadre=await porte.cadre(request, demo, ETAPES[-1].titre),
        sur_titre=_sur_titre(d),
        titre=typographier(str(lus.get("titre") or "Fiche sans titre")),
        etapes=mots.etapes(d, fautes, ETAPES[-1].code, porte.vers, await saisies_en_cours(porte)),
        parties=mots.parties(d, axes, territoires, porte.vers, courriel=porte.par_lien),
        manques=manques,
        refus=dit,
        soumettre=porte.vers(ETAPES[-1].code) if Droit.PROPOSER in porte.droits and not manques else None,
        lien=porte.lien(request),
        precedente=porte.vers(ETAPES[-2].code),
        ferme_le=d["ferme_le"],
    )
    return repondre_publique(contexte, 422 if refus else 200)


def avec_lignes(etape: Etape, valeurs: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The fields of the step, with a few empty lines of financing at the end to go on with."""
    connus = {nom: v for nom, v in valeurs.items() if etape.tient(nom)}
    rangs = [int(nom.split(".")[1]) for nom in connus if "." in nom]
    fin = min(LIGNES_MAX, max(rangs, default=-1) + 1 + _LIGNES_VIDES)
    return {**{f"financements.{i}.financeur": ("",) for i in range(fin)}, **connus}


def _texte(valeur: Any) -> str:
    return ", ".join(map(str, valeur)) if isinstance(valeur, list) else str(valeur or "")


def _sur_titre(depot: Ligne) -> str:
    return typographier(f"{depot['lieu']} · {depot['appel_titre']}")


def _fiche(porte: Porte) -> Lien | None:
    """The fiche the deposit became, for an account."""
    if porte.par_lien or not porte.depot["fiche_action"] or porte.depot["etat"] is not EtatDepot.SOUMIS:
        return None
    return Lien(libelle="Ouvrir la fiche", href=adresses.fiche_action(porte.depot["fiche_action"]))
