"""What is left to do: the coming dates, and the fiches to call about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from backend.queries.lecture import Ligne, date_de
from backend.web import adresses
from backend.web.contexts import EcheanceProche, FicheSignalee, ListeSignalee
from backend.web.presentation.tableau.faits import A_SUIVRE, Faits, lien_de_fiche, numero
from exports.formats import compte, date_longue, date_sans_preposition, typographier
from fne_roadmaps.domain.suivi import SILENCE_MOIS

PREMIERES = 5
JOURS_PROCHES = 30
ECHEANCES_MAX = 12


def echeances(faits: Faits) -> tuple[EcheanceProche, ...]:
    """Ends and undone steps that may fall within thirty days, the surest first."""
    par_id = {f["id"]: f for f in faits.suivies}
    dites = [(f["fin_premier"], f["fin_dernier"], f, "fin de l’action", date_de(f, "fin")) for f in par_id.values()]
    dites += [
        (j["date_premier"], j["date_dernier"], par_id[j["fiche_action"]], f"jalon « {j['titre']} »", date_de(j))
        for j in faits.vue.jalons
        if j["fait_le"] is None and j["fiche_action"] in par_id
    ]
    limite = faits.au + timedelta(days=JOURS_PROCHES)
    proches = [
        (dernier or date.max, numero(f), EcheanceProche(quoi=typographier(quoi), date=dite, fiche=lien_de_fiche(f)))
        for premier, dernier, f, quoi, dite in dites
        if (premier or dernier) and (dernier is None or dernier >= faits.au) and (premier is None or premier <= limite)
    ]
    return tuple(e for _, _, e in sorted(proches, key=lambda p: (p[0], p[2].fiche.libelle, p[2].quoi)))


def listes(faits: Faits) -> tuple[ListeSignalee, ...]:
    """Late, without pilote, silent: the first of each."""
    au = faits.au
    tardives = [f for f in faits.suivies if faits.etat(f).jours_de_retard(au)]
    orphelines = [f for f in faits.suivies if not faits.etat(f).pilotee]
    muettes = [f for f in faits.suivies if faits.etat(f).muette(au)]
    return (
        ListeSignalee(
            titre="En retard",
            id="retard",
            total=faits.preuve(len(tardives), en_retard="oui"),
            fiches=_premieres(tardives, lambda f: -faits.etat(f).jours_de_retard(au), lambda f: _tardive(faits, f)),
            vide="Aucune fiche n’est en retard.",
        ),
        ListeSignalee(
            titre="Sans pilote",
            id="orphelines",
            total=faits.preuve(len(orphelines), **A_SUIVRE, sans_pilote="oui"),
            fiches=_premieres(orphelines, lambda f: (f["fin_dernier"] or date.max).toordinal(), _orpheline),
            vide="Chaque fiche à suivre a un pilote.",
        ),
        ListeSignalee(
            titre="Sans nouvelles",
            id="muettes",
            total=faits.preuve(len(muettes), sans_nouvelles=str(SILENCE_MOIS)),
            fiches=_premieres(muettes, lambda f: (f["nouvelles_le"] or date.max).toordinal(), _muette),
            vide="Chaque fiche à suivre a donné des nouvelles depuis six mois.",
        ),
    )


def _premieres(
    fiches: Sequence[Ligne], rang: Callable[[Ligne], int], dire: Callable[[Ligne], FicheSignalee]
) -> tuple[FicheSignalee, ...]:
    """The fiches come in the order of their numbers: those of one rank keep it."""
    return tuple(dire(f) for f in sorted(fiches, key=rang)[:PREMIERES])


def _signalee(f: Ligne, fait: str, precision: str = "", *, agir: bool = False) -> FicheSignalee:
    return FicheSignalee(
        numero=numero(f),
        titre=typographier(f["titre"]),
        href=adresses.fiche_action(f["id"]),
        fait=typographier(fait),
        precision=typographier(precision),
        agir=agir,
    )


def _tardive(faits: Faits, f: Ligne) -> FicheSignalee:
    return _signalee(
        f, compte(faits.etat(f).jours_de_retard(faits.au), "jour"), f["pilote"] or "sans pilote", agir=True
    )


def _orpheline(f: Ligne) -> FicheSignalee:
    echeance = date_sans_preposition(date_de(f, "fin"))
    return _signalee(f, f"Échéance : {echeance}" if echeance else "Échéance non fixée")


def _muette(f: Ligne) -> FicheSignalee:
    dernieres = f["nouvelles_le"]
    fait = f"Dernières nouvelles le {date_longue(dernieres)}" if dernieres else "Aucune nouvelle encore"
    return _signalee(f, fait, f["pilote"] or "sans pilote")
