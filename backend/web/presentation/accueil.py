"""The home page: the region at a glance, and what awaits somebody, from computed facts only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from backend.queries.lecture import Ligne
from backend.queries.vues.accueil import AccueilVue, GouvernanceResumee
from backend.queries.vues.agenda import TOUTES
from backend.web import adresses
from backend.web.adresses import comptes_rendus
from backend.web.contexts import AccueilContexte, Cadre, Lien, LigneGouvernance, Signal
from backend.web.presentation.cadre import HUB, Lecture
from backend.web.presentation.chiffres import chiffres
from backend.web.presentation.decisions import marque, seance
from backend.web.presentation.gouvernances import porteurs
from backend.web.presentation.liste_de_fiches import adresse
from backend.web.presentation.mots import lieu_dit, niveau_1
from backend.web.presentation.reunions import ligne_reunion
from backend.web.presentation.versions import document, en_instruction, repartition
from exports.formats import FINE, compte, date_incertaine, en_lettres, majuscule, pluriel
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.feuilles_de_route import libelle_etat

REUNIONS_MAX = 6
SIGNAUX_MAX = 12
_PUBLIES = (EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE, EtatFeuille.CLOSE)


def contexte_accueil(vue: AccueilVue, cadre: Cadre, lecture: Lecture) -> AccueilContexte:
    """The page."""
    signaux = [*_signaux(vue), *_decisions_echues(vue, lecture.ctx.au)]
    return AccueilContexte(
        cadre=cadre,
        titre=lecture.accueil,
        resume=_resume(vue.gouvernances),
        gouvernances=tuple(_gouvernance(g) for g in vue.gouvernances),
        signaux=tuple(signaux[:SIGNAUX_MAX]),
        signaux_total=len(signaux),
        reunions=tuple(ligne_reunion(r) for r in vue.reunions[:REUNIONS_MAX]),
        agenda_href=adresses.agenda(),
        reservees=tuple(g.gouvernance["du_nom"] for g in vue.gouvernances if not g.ouverte),
        hub=Lien(libelle=HUB, href=adresses.gouvernance(vue.hub["id"])) if vue.hub else None,
        hub_instances=tuple(Lien(libelle=i["nom"], href=adresses.instance(i["id"])) for i in vue.hub_instances),
        chiffres=chiffres(vue.chiffres, lecture.region),
    )


def _feuille(g: GouvernanceResumee) -> Ligne | None:
    """The latest roadmap of a governance."""
    return max(g.feuilles, key=lambda f: (f["annee"], f["code"]), default=None)


def _resume(gouvernances: Iterable[GouvernanceResumee]) -> str:
    """« Cinq feuilles de route sont signées ou présentées ; celle de Loir-et-Cher est en cours de validation. »"""
    feuilles = [(g, f) for g in gouvernances if (f := _feuille(g))]
    publiees = [f for _, f in feuilles if f["etat"] in _PUBLIES]
    autres = [(g, f) for g, f in feuilles if f["etat"] not in _PUBLIES]
    if not feuilles:
        return "Aucune feuille de route n’est encore enregistrée."
    n = len(publiees)
    debut = f"{majuscule(en_lettres(n, feminin=True))} {pluriel(n, 'feuille')} de route {pluriel(n, 'est', 'sont')} "
    if n == 0:
        debut = "Aucune feuille de route n’est encore "
    debut += f"{pluriel(n, 'signée')} ou {pluriel(n, 'présentée')}"
    if len(autres) == 1:
        ((g, f),) = autres
        etat = libelle_etat(f["etat"], axes_valides=f["axes"] > 0)
        return f"{debut}{FINE}; celle {g.gouvernance['du_nom']} est {etat[:1].lower() + etat[1:]}."
    if autres:
        return f"{debut}{FINE}; {en_lettres(len(autres), feminin=True)} autres ne le sont pas encore."
    return f"{debut}."


def _gouvernance(g: GouvernanceResumee) -> LigneGouvernance:
    f = _feuille(g)
    suivi = f["suivi"] if f else None
    return LigneGouvernance(
        nom=_nom(g),
        code=g.gouvernance["code"],
        href=adresses.gouvernance(g.gouvernance["id"]),
        porteurs=porteurs(g.membres, g.gouvernance["du_nom"]),
        feuille_href=adresses.feuille_de_route(f["id"]) if f else None,
        etat=f["etat"] if f else None,
        date_etat=f["date_etat"] if f else None,
        niveau_1=niveau_1(f["mot_niveau_1"], f["mots_niveau_1"], f["axes"], f["transversaux"]) if f else None,
        versions=tuple(document(f["id"], v) for v in f["versions"][-1:]) if f else (),
        ouverte=g.ouverte,
        fiches=suivi.fiches if suivi else 0,
        fiches_exemple=suivi.exemples if suivi else 0,
        fiches_instruites=en_instruction(suivi) if suivi else 0,
        progres=repartition(suivi),
        suivi_a_decider=f is not None and _sans_suivi(f),
        en_retard=suivi.en_retard if suivi else 0,
        en_retard_href=adresse(f["id"], {"en_retard": "oui"}) if f else "",
        sans_pilote=suivi.sans_pilote if suivi else 0,
        sans_pilote_href=adresse(f["id"], {"sans_pilote": "oui"}) if f else "",
        prochaine=ligne_reunion(g.prochaine) if g.prochaine else None,
    )


def _sans_suivi(f: Ligne) -> bool:
    """Published, followed by the reader, and no fiche entered."""
    return f["etat"] in _PUBLIES and f["suivi"] is not None and not f["suivi"].fiches


def _nom(g: GouvernanceResumee) -> str:
    return lieu_dit(g.gouvernance["nom"], g.gouvernance["type"], g.gouvernance["t_nom"])


def _signaux(vue: AccueilVue) -> list[Signal]:
    """What is late, what nobody pilots, what waits for arbitration, what was published without being followed, what
    meetings nobody closed, whose minutes are late: in that order, each with its count.
    """
    lus: list[Signal] = []
    suivies = [(g, f, f["suivi"]) for g in vue.gouvernances if (f := _feuille(g)) and f["suivi"]]
    for cle, titre, icone, filtre in (
        ("en_retard", "Fiches action en retard", "clock-history", {"en_retard": "oui"}),
        ("sans_pilote", "Fiches action sans pilote", "person-x", {"sans_pilote": "oui"}),
    ):
        lus += [
            Signal(
                titre=titre if n > 1 else titre.replace("Fiches", "Fiche"),
                href=adresse(f["id"], filtre),
                lieu=_nom(g),
                mesure=compte(n, "fiche"),
                icone=icone,
            )
            for g, f, suivi in suivies
            if (n := getattr(suivi, cle))
        ]
    lus += [
        Signal(
            titre="Fiches action à arbitrer",
            href=adresse(f["id"], {"instruction": "proposee,en_instruction"}),
            lieu=_nom(g),
            mesure=compte(n, "fiche"),
        )
        for g, f, suivi in suivies
        if (n := en_instruction(suivi))
    ]
    lus += [
        Signal(
            titre=f"{f['etat'].libelle} {date_incertaine(f['date_etat'])}, sans fiche action saisie"
            if f["date_etat"]
            else f"{f['etat'].libelle}, sans fiche action saisie",
            href=adresses.feuille_de_route(f["id"]),
            lieu=_nom(g),
            mesure="suivi à décider",
        )
        for g, f, _ in suivies
        if _sans_suivi(f)
    ]
    lus += [
        Signal(
            titre="Réunions passées dont la tenue n’est pas notée" if g.sans_suite > 1 else
            "Réunion passée dont la tenue n’est pas notée",
            href=adresses.agenda({"gouvernance": g.gouvernance["code"], "periode": TOUTES}),
            lieu=_nom(g),
            mesure=compte(g.sans_suite, "réunion"),
        )
        for g in vue.gouvernances
        if g.sans_suite
    ]  # fmt: skip
    lus += [
        Signal(
            titre=f"{'Comptes rendus' if n > 1 else 'Compte rendu'} en retard, réunions de {annee}",
            href=comptes_rendus.annee(g.gouvernance["id"], annee),
            lieu=_nom(g),
            mesure=compte(n, "réunion"),
            icone="clock-history",
        )
        for g in vue.gouvernances
        for annee, n in sorted(g.comptes_rendus_en_retard.items(), reverse=True)
    ]
    return lus


def _decisions_echues(vue: AccueilVue, au: date) -> list[Signal]:
    """Decisions whose due date is past; whether they are done is known to people only."""
    noms = {g.gouvernance["id"]: _nom(g) for g in vue.gouvernances}
    lus = []
    for d in vue.decisions:
        if not d["reunion"]:
            continue
        nom = seance(d["instance"] and d["instance"]["nom"], d["reunion"]["nom"], d["date"])
        lieu = noms.get(d["gouvernance"]["id"], HUB)
        lus.append(
            Signal(
                titre=f"{nom}, décision {marque(d['numero'])}{' (exemple)' if d['exemple'] else ''}",
                href=adresses.reunion(d["reunion"]["id"], marque(d["numero"])),
                lieu=f"{lieu} · échéance {date_incertaine(d['echeance'])}",
                mesure=f"passée de {compte((au - d['echeance'].dernier).days, 'jour')}",
                icone="clock-history",
            )
        )
    return lus
