"""Charts drawn on the server: finite, inside their frame, labels apart, whatever the figures are."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise
from math import isfinite

import pytest
from hypothesis import given, settings, strategies as st

from backend.web.presentation.graphiques import Courbe, Point, Serie, dessiner_courbe, graduations, nombre_de, segments
from backend.web.presentation.graphiques.echelles import LIGNES_MAX, dire, mois_a_montrer, place
from backend.web.presentation.graphiques.etiquettes import Marque, _etendue, _touche

ESSAIS = settings(derandomize=True, deadline=None, database=None, max_examples=200)
NOMBRES = st.floats(-1e15, 1e15, allow_nan=False)
JOURS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
SERIES = st.lists(
    st.builds(
        Serie,
        st.sampled_from(["mesure", "cible"]),
        st.lists(
            st.builds(Point, JOURS, NOMBRES, st.sampled_from(["", "264", "264 fin mai", "Cible : 900\n31 déc. 2025"])),
            min_size=1,
            max_size=8,
        ).map(lambda ps: tuple(sorted(ps, key=lambda p: p.jour))),
    ),
    min_size=1,
    max_size=3,
)


def dessin(*series: Serie, largeur: float = 640.0) -> Courbe:
    """A drawing as the page of a fiche asks for it."""
    courbe = dessiner_courbe(series, "Une phrase.", largeur=largeur, hauteur=220.0, marge_droite=120.0)
    assert courbe is not None
    return courbe


def mesures(*points: tuple[date, float], etiquettes: bool = True) -> Serie:
    return Serie("mesure", tuple(Point(j, v, dire(v) if etiquettes else "") for j, v in points))


@ESSAIS
@given(NOMBRES, NOMBRES)
def test_les_graduations_contiennent_les_deux_bouts_en_peu_de_lignes(un: float, autre: float) -> None:
    pas = graduations(un, autre)
    assert 2 <= len(pas) <= LIGNES_MAX
    assert all(a < b for a, b in pairwise(pas))
    marge = (pas[-1] - pas[0]) * 1e-9
    assert pas[0] - marge <= min(un, autre)
    assert max(un, autre) <= pas[-1] + marge


@pytest.mark.parametrize(
    ("mini", "maxi", "attendues"),
    [
        (0, 900, (0, 300, 600, 900)),
        (22, 60, (0, 20, 40, 60)),
        (0, 0, (0, 0.5, 1)),
        (7, 7, (0, 2.5, 5, 7.5)),
        (-7, -7, (-7.5, -5, -2.5, 0)),
        (5e-324, -5e-324, (0, 0.5, 1)),
        (-3, -1, (-3, -2, -1, 0)),
        (90, 100, (90, 95, 100)),
        (0, 1e-9, (0, 5e-10, 1e-9)),
    ],
)
def test_les_graduations_sont_rondes_et_partent_de_zero_quand_il_est_pres(
    mini: float, maxi: float, attendues: tuple[float, ...]
) -> None:
    assert graduations(mini, maxi) == pytest.approx(attendues)


@ESSAIS
@given(SERIES, st.sampled_from([(640.0, 120.0), (358.0, 86.0)]))
def test_un_dessin_reste_fini_et_dans_son_cadre(series: list[Serie], cadre: tuple[float, float]) -> None:
    largeur, marge = cadre
    courbe = dessiner_courbe(series, "Une phrase.", largeur=largeur, hauteur=220.0, marge_droite=marge)
    assert courbe is not None
    coordonnees = [*[(x, y) for t in courbe.traces for x, y in t.points], *[(m.x, m.y) for m in courbe.marques]]
    coordonnees += [(x, y) for a, y, b in courbe.grille for x in (a, b)]
    for x, y in coordonnees:
        assert isfinite(x)
        assert isfinite(y)
        assert 0 <= x <= largeur
        assert 0 <= y <= 220 + 60
    assert not any(mot in t.chemin for t in courbe.traces for mot in ("nan", "inf", "e+"))


@ESSAIS
@given(SERIES)
def test_deux_etiquettes_ne_se_recouvrent_jamais(series: list[Serie]) -> None:
    genres = {"mesure", "cible", "precision"}
    posees = [m for m in dessin(*series).marques if m.genre in genres]
    for a, b in combinations(posees, 2):
        assert not _touche(_etendue(a), _etendue(b)), (a, b)


def test_rien_a_montrer_ne_se_dessine_pas() -> None:
    assert dessiner_courbe([], "", largeur=640, hauteur=220, marge_droite=120) is None
    assert dessiner_courbe([Serie("mesure", ())], "", largeur=640, hauteur=220, marge_droite=120) is None


def test_une_seule_mesure_est_un_point_au_milieu_avec_son_jour() -> None:
    courbe = dessin(mesures((date(2025, 5, 31), 264)))
    assert len(courbe.traces[0].points) == 1
    assert "31\u00a0mai 2025" in {m.texte for m in courbe.marques} | {
        m.texte.replace("mai\u00a0", "mai ") for m in courbe.marques
    }


def test_des_valeurs_egales_font_une_ligne_droite() -> None:
    courbe = dessin(mesures((date(2025, 1, 1), 7), (date(2025, 6, 1), 7)))
    assert len({y for _, y in courbe.traces[0].points}) == 1


def test_l_axe_vient_en_premier_et_l_etiquette_passe_du_cote_libre() -> None:
    """The dashed way to the target passes above: measures are written below their points, as on the model page."""
    cible = Serie("cible", (Point(date(2025, 1, 6), 0), Point(date(2025, 12, 31), 900, "Cible : 900\n31 déc. 2025")))
    relevees = mesures(
        (date(2025, 1, 6), 0), (date(2025, 3, 31), 118), (date(2025, 4, 30), 187), (date(2025, 5, 31), 264)
    )
    courbe = dessin(relevees, cible)
    assert courbe.grille[0][1] == max(y for _, y, _ in courbe.grille)
    hauteurs = {m.texte: m.y for m in courbe.marques}
    assert hauteurs["118"] > courbe.traces[0].points[1][1]
    (fin,) = [m for m in courbe.marques if m.texte == "264"]
    assert (fin.ancre, fin.y) == ("start", courbe.traces[0].points[-1][1] + 4)
    assert {"0", "300", "600", "900", "Cible : 900", "31 déc. 2025"} <= set(hauteurs)


def test_une_etiquette_trop_large_pour_la_marge_se_range_a_gauche() -> None:
    longue = Serie("mesure", (Point(date(2025, 1, 1), 0), Point(date(2025, 6, 1), 9, "une étiquette bien trop longue")))
    (marque,) = [m for m in dessin(longue, largeur=358).marques if m.genre == "mesure"]
    assert marque.ancre == "end"


@ESSAIS
@given(JOURS, JOURS)
def test_les_mois_montres_sont_peu_nombreux_et_dans_la_periode(un: date, autre: date) -> None:
    premier, dernier = min(un, autre), max(un, autre)
    mois = mois_a_montrer(premier, dernier)
    assert 1 <= len(mois) <= 5
    assert all(premier <= m <= dernier for m in mois)


def test_les_siecles_ne_font_pas_tomber_l_axe() -> None:
    assert len(mois_a_montrer(date(1, 1, 1), date(9999, 12, 31))) <= 5


@ESSAIS
@given(st.lists(st.integers(0, 10**13), min_size=1, max_size=6), st.sampled_from([0.0, 2.0]))
def test_les_segments_d_une_barre_la_remplissent_en_proportion(parts: list[int], ecart: float) -> None:
    places = segments(tuple(parts), 640.0, ecart)
    assert len(places) == len(parts)
    assert all(longueur == 0 for part, (_, longueur) in zip(parts, places, strict=True) if not part)
    if any(parts):
        fin = max(x + longueur for part, (x, longueur) in zip(parts, places, strict=True) if part)
        assert fin == pytest.approx(640.0, abs=0.3)


def test_les_segments_d_exemple() -> None:
    assert segments((60, 0, 40), 100.0) == ((0.0, 60.0), (60.0, 0.0), (60.0, 40.0))
    assert segments((1, 1), 102.0, 2.0) == ((0.0, 50.0), (52.0, 50.0))
    assert segments((0, 0), 100.0) == ((0.0, 0.0), (0.0, 0.0))


@pytest.mark.parametrize("texte", ["1e15", "-1e15", "NaN", "Infinity", "1e400"])
def test_un_nombre_demesure_ne_se_dessine_pas(texte: str) -> None:
    assert nombre_de(texte) is None


@pytest.mark.parametrize(
    ("valeur", "dit"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.5, "-0,5"),
        (2.5, "2,5"),
        (12500, "12\u202f500"),
        (1250000, "1,25\u00a0M"),
        (3e9, "3\u00a0Md"),
    ],
)
def test_un_nombre_d_axe_se_lit_en_francais(valeur: float, dit: str) -> None:
    assert dire(valeur).replace("−", "-") == dit


def test_une_place_dans_un_intervalle_vide_est_son_milieu() -> None:
    assert place(3, (3, 3), (0, 100)) == 50.0
    assert isinstance(Marque(0, 0, "x").ancre, str)
