"""The agenda, and the calendar file of the same selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from anyio import to_thread
from litestar import get
from litestar.response import Redirect

from backend.queries.vues.agenda import TOUTES, FiltreAgenda, VueAgenda, lire_agenda, lire_calendrier
from backend.queries.vues.cadre import lieu_de
from backend.web import adresses
from backend.web.adresses import comptes_rendus, imports_agenda
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import ICS, repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, adresses_d_agenda, parametres_connus, preparer, repondre_page
from backend.web.presentation.agenda import contexte_agenda
from backend.web.presentation.cadre import AGENDA, AGENDA_REGIONAL, de_gouvernance, de_region
from exports.ical import rendre_agenda
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import TypeInstance
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import slugifier

_FILTRES = ("gouvernance", "instance", "type", "periode", "mois", "a_confirmer")
_PAGE = ("vue", *_FILTRES)
_FICHIER = (*_FILTRES, "reunion")
ANNEES = range(1900, 2201)


@get("/agenda", include_in_schema=False)
async def agenda(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Meetings month by month, by the filters of the address."""
    parametres = parametres_connus(request, _PAGE)
    filtre = lire_filtre(parametres)
    etat = _canonique(parametres)
    if filtre.vue is VueAgenda.MOIS and filtre.mois is None:
        filtre = replace(filtre, mois=ctx.au.replace(day=1))
    if etat != dict(parametres):
        return Redirect(adresses.agenda(etat), status_code=302)
    lecture = await preparer(request, ctx, demo)
    vue = await lire_agenda(ctx.acteur, filtre, ctx.au, lecture.region)
    endroit = await lieu_de(ctx.acteur, filtre.gouvernance) if filtre.gouvernance else None
    cadre = (
        de_gouvernance(lecture, endroit, f"Agenda {endroit.gouvernance['du_nom']}", AGENDA, (), AGENDA)
        if endroit
        else de_region(lecture, "Agenda", AGENDA_REGIONAL)
    )
    reservees = len(vue.gouvernances) < lecture.reperes.gouvernances
    contexte = contexte_agenda(vue, cadre, filtre, etat, reservees)
    if endroit and endroit.ouverte:
        contexte = replace(contexte, comptes_rendus=comptes_rendus.annee(endroit.gouvernance["id"]))
    if endroit and Droit.REUNIR in droits_sur_gouvernance(ctx.acteur, endroit.gouvernance["id"]):
        contexte = replace(contexte, coller=imports_agenda.coller(endroit.gouvernance["id"]))
    return repondre_page(contexte)


@get("/agenda.ics", include_in_schema=False)
async def agenda_ics(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """The calendar file of the same selection, or of one meeting."""
    parametres = parametres_connus(request, _FICHIER)
    lecture = await preparer(request, ctx, demo)
    doc = await lire_calendrier(
        ctx.acteur,
        lire_filtre(parametres),
        ctx.au,
        lecture.region,
        adresses_d_agenda(request),
    )
    rendu = await to_thread.run_sync(rendre_agenda, doc)
    nom = slugifier(" ".join(["agenda", *(valeur for _, valeur in parametres if valeur)]))[:80]
    return repondre_fichier(request, rendu.octets, f"{nom}.ics", ICS)


def _canonique(parametres: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The one address of a view: nothing empty, and the grid of a month goes with no other period."""
    etat = {nom: valeur for nom, valeur in parametres if valeur}
    if "mois" in etat:
        etat["vue"] = VueAgenda.MOIS.value
    if etat.get("vue") == VueAgenda.MOIS:
        etat.pop("periode", None)
    return etat


def lire_filtre(parametres: Iterable[tuple[str, str]]) -> FiltreAgenda:
    """Parameters of the address, all checked. Raises ReglesViolees naming each refused one; empty ones are left out."""
    lus: dict[str, str] = {}
    refus: list[RegleViolee] = []
    for nom, valeur in parametres:
        if nom in lus:
            refus.append(RegleViolee(nom, "Ce paramètre est donné deux fois."))
        lus[nom] = valeur
    type_, periode = lus.get("type"), lus.get("periode")
    if type_ and type_ not in list(TypeInstance):
        permis = ", ".join(TypeInstance)
        refus.append(RegleViolee("type", f"« {type_[:40]} » n’est pas un type d’instance ; permis : {permis}."))
    if periode and periode != TOUTES and not _est_une_annee(periode):
        refus.append(
            RegleViolee("periode", f"« {periode[:40]} » n’est pas une période ; écrivez une année, ou « {TOUTES} ».")
        )
    vue, mois = lus.get("vue") or VueAgenda.LISTE, lus.get("mois")
    if vue not in list(VueAgenda):
        refus.append(
            RegleViolee("vue", f"« {vue[:40]} » n’est pas une présentation ; permis : {', '.join(VueAgenda)}.")
        )
    if mois and _mois(mois) is None:
        refus.append(RegleViolee("mois", f"« {mois[:40]} » n’est pas un mois ; exemple : « 2025-06 »."))
    if lus.get("a_confirmer") not in (None, "", "oui"):
        refus.append(RegleViolee("a_confirmer", "Seul « oui » est permis ici."))
    if refus:
        raise ReglesViolees(refus)
    return FiltreAgenda(
        gouvernance=lus.get("gouvernance") or None,
        instance=lus.get("instance") or None,
        reunion=lus.get("reunion") or None,
        type=TypeInstance(type_) if type_ else None,
        periode=(periode if periode == TOUTES else int(periode)) if periode else None,
        a_confirmer=lus.get("a_confirmer") == "oui",
        mois=_mois(mois) if mois else None,
        vue=VueAgenda(vue),
    )


def _mois(texte: str) -> date | None:
    """First day of the month « 2025-06 »."""
    annee, tiret, mois = texte.partition("-")
    if not (tiret and _est_une_annee(annee) and len(mois) == 2 and mois.isascii() and mois.isdigit()):
        return None
    return date(int(annee), int(mois), 1) if 1 <= int(mois) <= 12 else None


def _est_une_annee(texte: str) -> bool:
    return texte.isascii() and texte.isdigit() and len(texte) == 4 and int(texte) in ANNEES
