"""Everything that happened to a fiche, by field and by period."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.cadre import lieu
from backend.queries.vues.historique import PAR_PAGE, Filtre, lire_historique
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import HistoriqueContexte, Lien
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, numero_de_page, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.pages.fiches_action.nouvelles import nommer
from backend.web.presentation.historique import champ_dit
from backend.web.presentation.historique_complet import acte_en_mots
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.errors import RegleViolee


@get("/fiches-action/{cle:uuid}/historique", include_in_schema=False)
async def historique(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Act by act, newest first; ``champ``, ``depuis``, ``jusque`` and ``page`` in the address."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    endroit = await lieu(ctx.acteur, ouverte.feuille["gouvernance"])
    fuseau = endroit.gouvernance["fuseau"]
    dits = {nom: request.query_params.get(nom, "").strip() for nom in ("champ", "depuis", "jusque")}
    if dits["champ"] and champ_dit(dits["champ"]) is None:
        raise RegleViolee("champ", "Ce champ n’a pas d’historique.")
    filtre = Filtre(dits["champ"] or None, _jour(dits["depuis"], "depuis"), _jour(dits["jusque"], "jusque"), fuseau)
    page = numero_de_page(request)
    lu = await lire_historique(cle, filtre, page)
    derniere = max(1, -(-lu.total // PAR_PAGE))
    contexte = HistoriqueContexte(
        cadre=await cadre_de_fiche(request, ctx, demo, ouverte, "Historique"),
        fiche=nommer(ouverte),
        action=acces.historique(cle),
        actes=tuple(acte_en_mots(e, lu.noms, fuseau, ctx.acteur, ouverte.droits) for e in lu.actes),
        total=lu.total,
        champs=_champs(lu.champs, dits["champ"]),
        depuis=dits["depuis"],
        jusque=dits["jusque"],
        precedente=Lien(libelle="Plus récent", href=acces.historique(cle, **dits, page=page - 1)) if page > 1 else None,
        suivante=Lien(libelle="Plus ancien", href=acces.historique(cle, **dits, page=page + 1))
        if page < derniere
        else None,
        sans_filtre=acces.historique(cle) if any(dits.values()) else None,
    )
    return repondre_page(contexte)


def _champs(presents: list[str], choisi: str) -> tuple[tuple[str, str, bool], ...]:
    """Fields with a history, by label; a date is one field."""
    codes = {c.removesuffix("_edtf"): dit.libelle for c in presents if (dit := champ_dit(c))}
    return tuple((code, mot, code == choisi) for code, mot in sorted(codes.items(), key=lambda paire: paire[1]))


def _jour(texte: str, champ: str) -> date | None:
    return lire_jour_dit(texte, champ) if texte else None
