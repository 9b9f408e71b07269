"""Writing a fiche, one section at a time: shown, tried, settled when somebody else wrote meanwhile, saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.brouillons import Brouillon, lire_brouillon
from backend.queries.references import QUOI
from backend.queries.vues.edition import derniere_ecriture, ecritures_de, etat_de_feuille
from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import modifier_fiche_action
from backend.web import adresses
from backend.web.adresses import edition
from backend.web.contexts import ConflitDeChamp, Demo, ErreurDeChamp
from backend.web.demonstration import DemoDePage
from backend.web.edition.conflits import mettre_en_conflit
from backend.web.edition.demeler import CHOIX, LU, Demele, demeler, ecartes, empreintes, trancher
from backend.web.edition.gestes import faire
from backend.web.edition.lecture import champ_montre, lire_section
from backend.web.edition.ouverte import Ouverte, Saisi, sections_ouvertes
from backend.web.edition.sections import section_de
from backend.web.edition.textes import Textes, completer, sans_lignes_vides
from backend.web.formulaires import REFUS, VERSION, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.pages.fiches_action.ouverture import ouvrir_section
from backend.web.presentation.edition import contexte_edition
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import Conflit, ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import texte_propre

ESSAIS = 3
SCRIPTS = ("js/brouillon.js",)
POURQUOI_MAX = 2000


@get("/fiches-action/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_la_fiche(ctx: LecteurDePage, cle: FromPath[UUID]) -> Redirect:
    """To the first section its reader may write."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    sections = sections_ouvertes(ouverte.droits)
    if not sections:
        exiger(ouverte.droits, Droit.REDIGER, QUOI["fiche_action"])
    premiere = sections[0] if Droit.REDIGER in ouverte.droits else sections[-1]
    return Redirect(edition.modifier(cle, premiere.code), status_code=302)


@get("/fiches-action/{cle:uuid}/modifier/{section:str}", include_in_schema=False)
async def modifier_une_section(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], section: FromPath[str]
) -> Reponse:
    """The section as it is stored, or as its writer left it half typed."""
    ouverte = await ouvrir_section(ctx, cle, section_de(section))
    lus = empreintes(ouverte.section, ouverte.textes)
    saisi = Saisi(ouverte.textes, ouverte.fiche["version"], lus)
    brouillon = await lire_brouillon(ctx.acteur, cle, section)
    if brouillon:
        saisi = _repris(ouverte, brouillon) or saisi
    return await _page(request, ctx, demo, ouverte, saisi)


@post("/fiches-action/{cle:uuid}/modifier/{section:str}", include_in_schema=False, status_code=303)
async def enregistrer_une_section(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], section: FromPath[str]
) -> Reponse:
    """Save it; or show again everything that was typed, and why it is not saved."""
    saisie = await lire_saisie(request)
    for _ in range(ESSAIS):
        ouverte = await ouvrir_section(ctx, cle, section_de(section))
        fait = faire(ouverte.section, saisie)
        if fait:
            saisi = Saisi(fait.textes, _version(saisie), _lus(saisie.valeurs), focus=fait.focus)
            await _garder(ctx, ouverte, saisi)
            return await _page(request, ctx, demo, ouverte, saisi)
        try:
            refusee = await _enregistrer(ctx, ouverte, saisie)
        except Conflit:
            continue  # somebody saved between the reading and the write: read again, and settle
        if refusee:
            return await _page(request, ctx, demo, ouverte, refusee, garder=True)
        await abandonner_brouillon(ctx, cle, section)
        return vers(adresses.fiche_action(cle, fait="section"))
    raise Conflit("Cette fiche change à chaque instant : réessayez dans une minute, votre saisie est gardée.", {}, {})


async def _enregistrer(ctx: Contexte, ouverte: Ouverte, saisie: Saisie) -> Saisi | None:
    """Write what was typed. What could not be, with why, is given back; nothing of it is then written."""
    section = ouverte.section
    tapes = sans_lignes_vides(section, completer(section, saisie.valeurs, ouverte.textes))
    poses = sans_lignes_vides(section, trancher(section, tapes, ouverte.textes))
    a_jour = _version(saisie) == ouverte.fiche["version"]
    lus = _en_paires(empreintes(section, ouverte.textes)) if a_jour else tapes
    demele = demeler(section, ouverte.noms, poses, ouverte.textes, lus)
    donnees, refus = lire_section(section, demele.a_ecrire, demele.textes, ouverte.choix, ouverte.souvenirs)
    if section.code == "suivi" and demele.a_ecrire:
        donnees["nouvelles_le"] = ctx.au
    erreurs = list(_erreurs(ouverte, ReglesViolees(list(refus)))) if refus else []
    try:
        pourquoi = texte_propre(saisie.un("pourquoi"), "pourquoi", POURQUOI_MAX, lignes=True)
        commande = ModifierFicheAction.model_validate(donnees)
        if not erreurs and not demele.conflits:
            await modifier_fiche_action(
                ctx,
                str(ouverte.cle),
                ouverte.fiche["version"],
                commande,
                pourquoi=pourquoi,
                ecartes=ecartes(section, tapes, demele.textes, ouverte.textes),
            )
            return None
    except REFUS as refusee:
        erreurs += _erreurs(ouverte, refusee)
    return _refusee(saisie, ouverte, tapes, demele, tuple(erreurs))


def _refusee(
    saisie: Saisie, ouverte: Ouverte, tapes: Textes, demele: Demele, erreurs: tuple[ErreurDeChamp, ...]
) -> Saisi:
    """What the form shows again: settled fields as settled, those still being settled as typed."""
    section = ouverte.section
    en_cours = tuple(c.nom for c in section.champs if f"{CHOIX}{c.nom}" in tapes and c.nom not in demele.conflits)
    textes = dict(tapes)
    if demele.conflits or en_cours:
        ouverts = {c.nom for c in section.champs} - set(en_cours)
        textes = {n: v for n, v in tapes.items() if n.partition(".")[0] not in ouverts}
        textes |= {n: v for n, v in demele.textes.items() if n.partition(".")[0] in ouverts}
    return Saisi(textes, _version(saisie), _lus(tapes), erreurs, demele.conflits, en_cours)


def _erreurs(ouverte: Ouverte, refus: Exception) -> tuple[ErreurDeChamp, ...]:
    libelles = ouverte.section.libelles
    return tuple(
        ErreurDeChamp(champ=champ_montre(ouverte.section, e.champ), libelle=e.libelle, message=e.message)
        for e in erreurs_de(refus, libelles)
    )


def _repris(ouverte: Ouverte, brouillon: Brouillon) -> Saisi | None:
    """The form as it was left; None when nothing in it differs from what is stored."""
    section = ouverte.section
    textes = completer(section, Saisie(brouillon.paires).valeurs, ouverte.textes)
    differe = empreintes(section, sans_lignes_vides(section, textes)) != empreintes(section, ouverte.textes)
    if not differe and not any(v.strip() for v in textes.get("pourquoi", ())):
        return None
    en_cours = tuple(c.nom for c in section.champs if f"{CHOIX}{c.nom}" in textes)
    return Saisi(textes, brouillon.version_lue, _lus(textes), en_cours=en_cours, brouillon=brouillon)


async def _garder(ctx: Contexte, ouverte: Ouverte, saisi: Saisi) -> None:
    """What could not be saved yet is not lost, even without script."""
    caches = {**_en_paires(saisi.lus), VERSION: (str(saisi.version or ""),)}
    paires = [(n, v) for n, valeurs in {**saisi.textes, **caches}.items() if n != "geste" for v in valeurs]
    try:
        await garder_brouillon(ctx, ouverte.cle, ouverte.section.code, saisi.version, paires)
    except RegleViolee:
        return  # too long to be kept: the page itself still holds it


def _version(saisie: Saisie) -> int | None:
    """The version read; an unreadable one is an unknown one, and every field that differs is then a conflict."""
    try:
        return saisie.version
    except RegleViolee:
        return None


def _lus(textes: Textes) -> dict[str, str]:
    return {n: v[0] for n, v in textes.items() if n.startswith(LU) and v}


def _en_paires(lus: Mapping[str, str]) -> Textes:
    return {n: (v,) for n, v in lus.items()}


async def _page(
    request: Requete, ctx: Contexte, demo: Demo | None, ouverte: Ouverte, saisi: Saisi, *, garder: bool = False
) -> Reponse:
    conflits: dict[str, ConflitDeChamp] = {}
    if saisi.nouveaux or saisi.en_cours:
        saisi, conflits = mettre_en_conflit(ouverte, saisi, await ecritures_de(ouverte.cle))
    if garder:
        await _garder(ctx, ouverte, saisi)
    fiche = await ouvrir_fiche(ctx, ouverte.cle, Droit.SUIVRE)
    cadre = await cadre_de_fiche(request, ctx, demo, fiche, f"Modifier {ouverte.section.objet}")
    contexte = contexte_edition(
        ouverte,
        saisi,
        replace(cadre, scripts=SCRIPTS, titre=f"Erreur : {cadre.titre}" if saisi.erreurs else cadre.titre),
        f"{fiche.nom} · {fiche.titre}" if fiche.nom != fiche.titre else fiche.titre,
        await etat_de_feuille(ouverte.feuille["id"]),
        await derniere_ecriture(ouverte.cle),
        conflits,
    )
    return repondre_page(contexte, 409 if conflits and saisi.nouveaux else 422 if saisi.erreurs else 200)
