"""What one has to do, governance by governance, each line leading to where it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action import numero_de_fiche
from backend.queries.lecture import Ligne, date_de, par_cle
from backend.queries.vues.mon_suivi import JOURS, MonSuivi
from backend.web import adresses
from backend.web.adresses import arbitrage, contributions, suivi as acces
from backend.web.adresses.participation import participation
from backend.web.contexts import (
    Cadre,
    FeuilleEnBref,
    GouvernanceSuivie,
    GroupeDeTaches,
    Lien,
    MaReunion,
    MonSuiviContexte,
    Preuve,
    Repartition,
    TacheLigne,
)
from backend.web.presentation.liste_de_fiches import adresse
from backend.web.presentation.mots import lieu_dit, titre_sans_mention
from backend.web.presentation.tableau.faits import A_SUIVRE, RETENUES
from exports.formats import (
    complement_de_date,
    compte,
    date_incertaine,
    date_longue,
    date_sans_preposition,
    heure,
    majuscule,
    typographier,
)
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.domain.suivi import SILENCE_MOIS

TACHES_MAX = 6
REPOS = "Rien ne vous attend ici aujourd’hui."
REPOS_EN_LECTURE = typographier(
    "Votre profil est de lecture : rien ne vous est demandé ici. Le suivi dit où en est la feuille de route."
)
REUNIONS_MAX = 8
SIGNAUX: Mapping[str, dict[str, str]] = {
    "en_retard": {"en_retard": "oui"},
    "orphelines": {**A_SUIVRE, "sans_pilote": "oui"},
    "muettes": {"sans_nouvelles": str(SILENCE_MOIS)},
}
"""Count of a roadmap → the filters of its list."""


def contexte_mon_suivi(vue: MonSuivi, cadre: Cadre, ctx: Contexte) -> MonSuiviContexte:
    """The page."""
    noms = {g["id"]: lieu_dit(g["nom"], g["type"], g["territoire"]) for g in vue.gouvernances}
    plusieurs = len(noms) > 1
    page = _Page(vue, ctx, plusieurs)
    return MonSuiviContexte(
        cadre=cadre,
        nom=ctx.acteur.nom,
        au=ctx.au,
        structure=typographier(vue.structure["nom"]) if vue.structure else None,
        participation=participation(vue.structure["id"]) if vue.structure else None,
        feuilles=tuple(_en_bref(f, noms) for f in _par_code(vue.feuilles)) if plusieurs else (),
        gouvernances=tuple(
            suivie for g in vue.gouvernances if (suivie := page.gouvernance(g, noms[g["id"]])).groupes or not plusieurs
        ),
        reunions=tuple(_reunion(r, plusieurs) for r in vue.reunions[:REUNIONS_MAX]),
    )


def _par_code(feuilles: Iterable[Ligne]) -> list[Ligne]:
    return sorted(feuilles, key=lambda f: f["code"])


def _en_bref(f: Ligne, noms: Mapping[UUID, str]) -> FeuilleEnBref:
    def preuve(nom: str, filtres: dict[str, str]) -> Preuve:
        return Preuve(n=f[nom], href=adresse(f["id"], filtres) if f[nom] else None)

    a_instruire = Preuve(n=f["a_instruire"], href=arbitrage.arbitrage(f["id"]) if f["a_instruire"] else None)
    lieu = noms.get(f["gouvernance"]) or typographier(f["titre"])
    return FeuilleEnBref(
        nom=Lien(libelle=lieu, href=acces.suivi(f["id"])),
        repartition=Repartition({a: f[a.value] for a in Avancement}),
        realisees=preuve(Avancement.REALISEE.value, {**RETENUES, "avancement": Avancement.REALISEE.value}),
        a_instruire=a_instruire,
        **{nom: preuve(nom, filtres) for nom, filtres in SIGNAUX.items()},
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What the sections are made from; ``plusieurs``: the counts of each roadmap are already in one table."""

    vue: MonSuivi
    ctx: Contexte
    plusieurs: bool

    def gouvernance(self, g: Ligne, nom: str) -> GouvernanceSuivie:
        """One section."""
        feuilles = par_cle(self.vue.feuilles, "gouvernance").get(g["id"], [])
        liens = [Lien(libelle="Vue d’ensemble", href=adresses.gouvernance(g["id"]))]
        if feuilles:
            liens.append(Lien(libelle="Feuille de route", href=adresses.feuille_de_route(feuilles[0]["id"])))
            liens.append(Lien(libelle="Suivi", href=acces.suivi(feuilles[0]["id"])))
        groupes = [*self._doit(g["id"]), _groupe("À traiter", feuilles, self._a_traiter)]
        droits = droits_sur_gouvernance(self.ctx.acteur, g["id"])
        return GouvernanceSuivie(
            nom=nom,
            profil=self.ctx.acteur.profils[g["id"]].libelle,
            id=f"g-{g['code']}",
            liens=tuple(liens),
            groupes=tuple(groupe for groupe in groupes if groupe.taches),
            repos=REPOS if Droit.PROPOSER in droits else REPOS_EN_LECTURE,
        )

    def _doit(self, gouvernance: UUID) -> list[GroupeDeTaches]:
        """What the organisation owes there."""

        def siennes(rangees: list[Ligne]) -> list[Ligne]:
            return par_cle(rangees, "gouvernance").get(gouvernance, [])

        code = self.vue.structure["code"] if self.vue.structure else ""
        repond = Droit.PROPOSER in droits_sur_gouvernance(self.ctx.acteur, gouvernance)
        retards = [f for f in siennes(self.vue.fiches) if f["en_retard"]]
        silences = [f for f in siennes(self.vue.fiches) if not f["en_retard"]]
        return [
            _groupe(
                "Nouvelles demandées",
                siennes(self.vue.demandes),
                lambda d: [_demande(d, self.ctx.secret if repond else None, self.ctx.au)],
            ),
            _groupe(
                "Fiches pilotées en retard",
                retards,
                lambda f: [_retard(f, self.ctx.au)],
                lambda f: adresse(f["feuille"], {"en_retard": "oui", "structure": code}),
            ),
            _groupe(
                f"Jalons dépassés ou à venir dans {JOURS} jours",
                siennes(self.vue.jalons),
                lambda j: [_jalon(j, self.ctx.au)],
                lambda j: adresse(j["feuille"], {**A_SUIVRE, "structure": code}),
            ),
            _groupe(
                "Fiches pilotées sans nouvelles depuis six mois",
                silences,
                lambda f: [_silence(f)],
                lambda f: adresse(f["feuille"], {"sans_nouvelles": str(SILENCE_MOIS), "structure": code}),
            ),
            _groupe("Comptes rendus en retard", siennes(self.vue.comptes_rendus), lambda r: [_compte_rendu(r)]),
            _groupe("Décisions à suivre", siennes(self.vue.decisions), lambda d: [_decision(d, self.ctx.au)]),
            _groupe(
                "Fiches proposées",
                siennes(self.vue.proposees),
                lambda f: [_proposee(f)],
                lambda f: adresse(f["feuille"], {"structure": code}),
            ),
        ]

    def _a_traiter(self, f: Ligne) -> list[TacheLigne]:
        """Counts of a roadmap that ask the reader to act, each leading to its list; those of nothing are left out."""
        droits = droits_sur_gouvernance(self.ctx.acteur, f["gouvernance"])
        comptes: list[tuple[int, str, str, str, bool]] = [
            (self.vue.relire.get(f["id"], 0), "proposition à relire", "propositions à relire",
             contributions.propositions(f["id"]), True),
            (self.vue.aider.get(f["id"], 0), "fiche que vous aidez à écrire", "fiches que vous aidez à écrire",
             contributions.propositions(f["id"]), True),
        ]  # fmt: skip
        if Droit.ARBITRER in droits:
            comptes.append(
                (f["a_instruire"], "fiche à instruire", "fiches à instruire", arbitrage.arbitrage(f["id"]), True)
            )
        if Droit.REDIGER in droits and not self.plusieurs:
            mots = {"en_retard": "en retard", "orphelines": "sans pilote", "muettes": "sans nouvelles depuis six mois"}
            comptes += [
                (f[nom], f"fiche {mot}", f"fiches {mot}", adresse(f["id"], SIGNAUX[nom]), False)
                for nom, mot in mots.items()
            ]
        return [
            TacheLigne(lien=Lien(libelle=compte(n, un, plusieurs), href=href), agir=agir)
            for n, un, plusieurs, href, agir in comptes
            if n
        ]


def _groupe(
    titre: str,
    rangees: list[Ligne],
    dire: Callable[[Ligne], list[TacheLigne]],
    suite: Callable[[Any], str] | None = None,
) -> GroupeDeTaches:
    """The first tasks of a kind; ``suite`` gives the list of all from any of its rows."""
    taches = [tache for r in rangees for tache in dire(r)]
    return GroupeDeTaches(
        titre=titre,
        taches=tuple(taches[:TACHES_MAX]),
        total=len(taches),
        suite=suite(rangees[0]) if suite and len(taches) > TACHES_MAX else None,
    )


def _lien(f: Ligne) -> Lien:
    return Lien(
        libelle=f"{numero_de_fiche(f) or ''} {typographier(f['titre'])}".strip(), href=adresses.fiche_action(f["id"])
    )


def _demande(d: Ligne, secret: str | None, au: date) -> TacheLigne:
    """``secret`` signs the personal link, for who may answer in the name of the organisation."""
    lien = _lien(d)
    if secret is not None:
        jeton = creer_jeton(secret, "nouvelles", d["demande"], d["generation"])
        lien = Lien(libelle=f"Répondre : {lien.libelle}", href=contributions.nouvelles(jeton))
    avant = f"avant le {date_longue(d['echeance'])}" if d["echeance"] else "sans date limite"
    return TacheLigne(
        lien=Lien(libelle=typographier(lien.libelle), href=lien.href),
        fait=avant,
        agir=d["echeance"] is not None and d["echeance"] < au,
    )


def _retard(f: Ligne, au: date) -> TacheLigne:
    passee = f["fin_dernier"] is not None and f["fin_dernier"] < au
    fait = f"{compte((au - f['fin_dernier']).days, 'jour')} de retard" if passee else "un jalon est dépassé"
    return TacheLigne(lien=_lien(f), fait=fait, agir=True)


def _silence(f: Ligne) -> TacheLigne:
    dernieres = f["nouvelles_le"]
    fait = f"dernières nouvelles le {date_longue(dernieres)}" if dernieres else "aucune nouvelle encore"
    return TacheLigne(lien=_lien(f), fait=fait)


def _jalon(j: Ligne, au: date) -> TacheLigne:
    depasse = j["date_dernier"] is not None and j["date_dernier"] < au
    quand = f"{compte((au - j['date_dernier']).days, 'jour')} de retard" if depasse else date_incertaine(date_de(j))
    return TacheLigne(lien=_lien(j), fait=quand, precision=typographier(j["jalon"]), agir=depasse)


def _decision(d: Ligne, au: date) -> TacheLigne:
    depassee = d["echeance_dernier"] is not None and d["echeance_dernier"] < au
    href = adresses.reunion(d["reunion"], f"D{d['numero']}") if d["reunion"] else adresses.gouvernance(d["gouvernance"])
    quand = date_sans_preposition(date_de(d, "echeance")) or "non fixée"
    mot = "échéance passée" if depassee else "échéance"
    return TacheLigne(
        lien=Lien(libelle=f"D{d['numero']} {typographier(d['texte'])}", href=href),
        fait=typographier(f"{mot} : {quand}"),
        agir=depassee,
    )


def _compte_rendu(r: Ligne) -> TacheLigne:
    return TacheLigne(
        lien=Lien(
            libelle=typographier(complement_de_date(r["titre"], date_de(r))),
            href=adresses.reunion(r["id"], "compte-rendu"),
        ),
        fait=f"{compte(r['retard'], 'jour')} de retard",
        agir=True,
    )


def _proposee(f: Ligne) -> TacheLigne:
    return TacheLigne(lien=_lien(f), fait=Instruction(f["instruction"]).libelle.lower())


def _reunion(r: Ligne, plusieurs: bool) -> MaReunion:
    horaire = f", {heure(r['heure_debut'])}" if r["heure_debut"] else ""
    ou = [
        lieu_dit(r["g_nom"], r["g_type"], r["g_territoire"]) if plusieurs else "",
        r["lieu"] or ("visioconférence" if r["lien_visio"] else ""),
    ]
    return MaReunion(
        quand=majuscule(date_sans_preposition(date_de(r)) + horaire),
        lien=Lien(libelle=titre_sans_mention(r["titre"], r["exemple"]), href=adresses.reunion(r["id"])),
        precision=typographier(" · ".join(mot for mot in ou if mot)),
        siege=bool(r["siege"]),
        exemple=r["exemple"],
    )
