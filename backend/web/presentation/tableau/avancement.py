"""Where the fiches stand: the figures, each axe, planned and done, the météo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from backend.queries.lecture import Ligne, par_cle
from backend.web.contexts import AxeSuivi, ChiffreCle, CumulSuivi, MeteoLigne, Repartition
from backend.web.presentation.graphiques import Courbe, Point, Serie, dessiner_courbe
from backend.web.presentation.tableau.faits import A_SUIVRE, RETENUES, Faits
from exports.formats import compte, date_longue, majuscule, nombre, pluriel, typographier
from exports.formats.agenda import mois_annee
from fne_roadmaps.domain.enums import Avancement, Meteo
from fne_roadmaps.domain.suivi import SILENCE_MOIS, cumul, mois_jusqu_a

MOIS_MAX = 36
SANS_TITRE = "Titre non publié"


def compare(faits: Faits) -> str:
    """What the figures are compared with, or why they are not."""
    situation, repere = f"Situation au {date_longue(faits.au)}", faits.vue.repere
    if repere.nom != "copil":
        return f"{situation}. Aucun COPIL tenu n’est daté : il n’y a rien à quoi comparer."
    if faits.alors is not None:
        return f"{situation}, comparée au COPIL du {date_longue(repere.jour)}."
    if not repere.exact:
        return f"{situation}. Le jour du dernier COPIL n’est pas connu : les chiffres d’alors ne le sont pas non plus."
    return f"{situation}. Chiffres non connus au COPIL du {date_longue(repere.jour)} : le suivi a commencé après lui."


def chiffres_cles(faits: Faits) -> tuple[ChiffreCle, ...]:
    """Five figures, each leading to its list."""
    c, a = faits.aujourd_hui, faits.alors
    p = c.progression
    abandonnees = f"{compte(p.abandonnees, 'abandonnée')} hors calcul" if p.abandonnees else ""
    alors = faits.dit_alors(a.progression.realisees) if a else ""
    return (
        ChiffreCle(
            valeur=p.realisees,
            sur=p.base,
            libelle=f"{pluriel(p.realisees, 'fiche')} {pluriel(p.realisees, 'réalisée')}",
            href=faits.lien(**RETENUES, avancement=Avancement.REALISEE.value),
            precision=typographier(" ; ".join(mot for mot in (alors, abandonnees) if mot)),
        ),
        _cle(faits, c.en_retard, a.en_retard if a else None, "en retard", {"en_retard": "oui"}, agir=True),
        _cle(
            faits,
            c.bloquees,
            a.bloquees if a else None,
            pluriel(c.bloquees, "bloquée"),
            {**RETENUES, "avancement": Avancement.BLOQUEE.value},
        ),
        _cle(
            faits,
            c.sans_pilote,
            a.sans_pilote if a else None,
            "sans pilote",
            {**A_SUIVRE, "sans_pilote": "oui"},
            agir=True,
        ),
        _cle(
            faits,
            c.sans_nouvelles,
            a.sans_nouvelles if a else None,
            "sans nouvelles",
            {"sans_nouvelles": str(SILENCE_MOIS)},
        ),
    )


def _cle(
    faits: Faits, valeur: int, avant: int | None, libelle: str, filtres: Mapping[str, str], *, agir: bool = False
) -> ChiffreCle:
    alors = faits.dit_alors(avant) if avant is not None else ""
    depuis = "depuis six mois" if "sans_nouvelles" in filtres else ""
    return ChiffreCle(
        valeur=valeur,
        libelle=libelle,
        href=faits.lien(**filtres),
        precision=typographier(" ; ".join(mot for mot in (depuis, alors) if mot)),
        agir=agir and valeur > 0,
    )


def axes(faits: Faits) -> tuple[AxeSuivi, ...]:
    """Each axe, then all of them."""
    par_axe = par_cle(faits.retenues, "axe")
    lignes = [
        _axe(faits, a["titre"] or SANS_TITRE, a["rang"], par_axe.get(a["id"], []), **faits.axe(a))
        for a in faits.vue.axes
    ]
    return (*lignes, _axe(faits, "Ensemble", None, faits.retenues))


def _axe(faits: Faits, nom: str, rang: int | None, fiches: Sequence[Ligne], **filtre: str) -> AxeSuivi:
    comptes = {a: sum(1 for f in fiches if f["avancement"] == a) for a in Avancement}
    return AxeSuivi(
        nom=typographier(nom),
        rang=rang,
        repartition=Repartition(comptes),
        comptes={a: faits.preuve(n, **filtre, **RETENUES, avancement=a.value) for a, n in comptes.items()},
        en_retard=faits.preuve(
            sum(1 for f in fiches if faits.etat(f).jours_de_retard(faits.au)), **filtre, en_retard="oui"
        ),
        href=faits.lien(**filtre, **RETENUES),
    )


def cumul_par_mois(faits: Faits) -> CumulSuivi | None:
    """Réalisées and planned, added up month by month until the reference day; nothing under two months."""
    comptees = [f for f in faits.retenues if f["avancement"] != Avancement.ABANDONNEE]
    fins = [f["fin_dernier"] for f in comptees if f["fin_dernier"] and f["fin_dernier"] <= faits.au]
    faites = [min(jour, faits.au) for f in comptees if (jour := faits.vue.realisees.get(f["id"]))]
    bornes = mois_jusqu_a(min([*fins, *faites], default=faits.au), faits.au, MOIS_MAX)
    if len(bornes) < 2:
        return None
    prevues, realisees = cumul(fins, bornes), cumul(faites, bornes)
    return CumulSuivi(
        courbe=_courbe(prevues, realisees, bornes, large=True),
        etroite=_courbe(prevues, realisees, bornes, large=False),
        mois=tuple((majuscule(mois_annee(b)), p, r) for b, p, r in zip(bornes, prevues, realisees, strict=True)),
    )


def _courbe(prevues: Sequence[int], realisees: Sequence[int], bornes: Sequence[date], *, large: bool) -> Courbe:
    """Both lines, ended by their figure."""

    def serie(genre: str, valeurs: Sequence[int], mot: str) -> Serie:
        fin = f"{nombre(valeurs[-1])} {pluriel(valeurs[-1], mot)}"
        etiquettes = [*[""] * (len(bornes) - 1), fin]
        return Serie(genre, tuple(Point(j, float(v), e) for j, v, e in zip(bornes, valeurs, etiquettes, strict=True)))

    phrase = (
        f"Au {date_longue(bornes[-1])}, {compte(realisees[-1], 'fiche réalisée', 'fiches réalisées')} "
        f"pour {compte(prevues[-1], 'fiche')} dont l’échéance est passée."
    )
    dessin = dessiner_courbe(
        (serie("prevu", prevues, "prévue"), serie("mesure", realisees, "réalisée")),
        typographier(phrase),
        largeur=580.0 if large else 358.0,
        hauteur=290.0 if large else 240.0,
        marge_droite=104.0 if large else 96.0,
    )
    if dessin is None:
        raise ValueError("une courbe sans point")
    return dessin


def meteos(faits: Faits) -> tuple[MeteoLigne, ...]:
    """The préfets' own scale, said by the pilotes, for the fiches to follow."""
    lignes = []
    for meteo in (*Meteo, None):
        siennes = [f for f in faits.suivies if (f["meteo"] or None) == (meteo.value if meteo else None)]
        dite = {"meteo": meteo.value} if meteo else {"sans_meteo": "oui"}
        lignes.append(
            MeteoLigne(
                meteo=meteo,
                par_axe=tuple(
                    faits.preuve(sum(1 for f in siennes if f["axe"] == a["id"]), **faits.axe(a), **A_SUIVRE, **dite)
                    for a in faits.vue.axes
                ),
                total=faits.preuve(len(siennes), **A_SUIVRE, **dite),
                part=round(100 * len(siennes) / len(faits.suivies), 1) if faits.suivies else 0.0,
            )
        )
    return tuple(lignes)
