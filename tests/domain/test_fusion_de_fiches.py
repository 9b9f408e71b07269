"""Merges and splits of fiches: whatever they say, nothing is lost, and undoing gives all back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.arbitrage import (
    CHOISIS,
    Ajouter,
    ChoixDeFusion,
    Composer,
    Garder,
    Partage,
    choix_par_defaut,
    cle_d_element,
    defaire,
    fusionner,
    reunir,
    scinder,
)
from fne_roadmaps.domain.arbitrage.contenus import CHAMPS, LISTES, TEXTES
from fne_roadmaps.domain.arbitrage.scission import LISTES_SCINDEES, PARTAGES, TEXTES_SCINDES
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier
from tests.domain.contenus import CONTENU, ELEMENTS, TEXTE


@given(st.lists(CONTENU, min_size=2, max_size=4), st.data())
def test_par_defaut_une_fusion_ne_perd_aucun_mot_ni_aucune_ligne(contenus: list[Any], data: st.DataObject) -> None:
    cible = data.draw(st.integers(0, len(contenus) - 1))
    resultat = fusionner(contenus, cible, choix_par_defaut(contenus, cible)).resultat
    assert set(resultat) == set(CHAMPS)
    assert resultat["titre"] == contenus[cible]["titre"]
    for contenu in contenus:
        for champ in TEXTES:
            if champ != "titre" and contenu[champ]:
                assert replier(contenu[champ]) in replier(resultat[champ])
        for champ in LISTES:
            attendues = {cle_d_element(champ, e) for e in contenu[champ]}
            assert attendues <= {cle_d_element(champ, e) for e in resultat[champ]}
        for champ in ("axe", "priorite", "besoin"):
            if contenu[champ] is not None:
                assert resultat[champ] is not None


@given(st.lists(CONTENU, min_size=2, max_size=3), st.data())
def test_une_fusion_defaite_rend_la_fiche_telle_qu_elle_etait(contenus: list[Any], data: st.DataObject) -> None:
    choix = data.draw(choix_quelconque(len(contenus)))
    avant = contenus[0]
    apres = fusionner(contenus, 0, choix).resultat
    defait = defaire(avant, apres, apres)
    assert {**apres, **defait.rendu} == avant
    assert defait.retouches == {}


@given(CONTENU, CONTENU, CONTENU)
def test_ce_qui_a_ete_retouche_depuis_n_est_jamais_ecrase(avant: Any, apres: Any, actuel: Any) -> None:
    defait = defaire(avant, apres, actuel)
    apres_le_retour = {**actuel, **defait.rendu}
    for champ in CHAMPS:
        if champ in defait.retouches:
            assert defait.retouches[champ] == (avant[champ], actuel[champ])
            assert apres_le_retour[champ] == actuel[champ] != apres[champ]
        elif actuel[champ] == apres[champ]:
            assert apres_le_retour[champ] == avant[champ]
        else:
            assert apres_le_retour[champ] == actuel[champ]


def choix_quelconque(n: int) -> st.SearchStrategy[ChoixDeFusion]:
    garder = st.integers(0, n - 1).map(Garder)
    champs = {
        champ: garder | st.just(Ajouter()) | (st.builds(Composer, TEXTE) if champ in TEXTES else st.nothing())
        if champ in TEXTES or champ == "besoin"
        else garder
        for champ in CHOISIS
    }
    ecartes = st.dictionaries(st.sampled_from(LISTES), st.frozensets(st.integers(0, 4), max_size=2))
    return st.builds(ChoixDeFusion, champs=st.fixed_dictionaries(champs), ecartes=ecartes, sommer=st.booleans())


@given(st.lists(CONTENU, min_size=2, max_size=3), st.data())
def test_ce_qui_est_venu_de_qui_fait_le_tout(contenus: list[Any], data: st.DataObject) -> None:
    fusion = fusionner(contenus, 0, data.draw(choix_quelconque(len(contenus))))
    for champ in LISTES:
        venus = {cle_d_element(champ, e) for apport in fusion.apports for e in apport.get(champ, ())}
        assert venus == {cle_d_element(champ, e) for e in fusion.resultat[champ]}
    for place, apport in enumerate(fusion.apports):
        for champ in LISTES:
            siens = {cle_d_element(champ, e) for e in contenus[place][champ]}
            assert {cle_d_element(champ, e) for e in apport.get(champ, ())} <= siens


@given(st.lists(st.lists(ELEMENTS["financements"], max_size=3), min_size=1, max_size=3), st.booleans())
def test_un_financeur_et_une_annee_font_une_ligne(listes: list[Any], sommer: bool) -> None:
    reunis = reunir("financements", listes, sommer=sommer)
    cles = [cle_d_element("financements", r.element) for r in reunis]
    assert len(set(cles)) == len(cles)
    for cle, reuni in zip(cles, reunis, strict=True):
        memes = [e for liste in listes for e in liste if cle_d_element("financements", e) == cle]
        for montant in ("demande", "promis", "obtenu", "depense"):
            connus = [e[montant] for e in memes if e[montant] is not None]
            attendu = (sum(connus) if sommer else max(connus)) if connus else None
            assert reuni.element[montant] == attendu


def test_un_jalon_dit_deux_fois_garde_ce_que_chacun_en_sait() -> None:
    commun = {"titre": "Ouvrir", "date": {"edtf": "2025-09", "recu": None}}
    un = {**commun, "livrable": None, "fait_le": "2025-09-12"}
    autre = {**commun, "titre": "ouvrir", "livrable": "Un lieu", "fait_le": None}
    (reuni,) = reunir("jalons", [[un], [autre]])
    assert (reuni.element, reuni.de) == ({**un, "livrable": "Un lieu"}, (0, 1))


def test_on_ne_compose_ni_n_ajoute_une_priorite() -> None:
    contenus: list[Any] = [dict.fromkeys(CHAMPS) | {c: [] for c in LISTES} for _ in range(2)]
    for choix in (Ajouter(), Composer("x"), Garder(2)):
        with pytest.raises(RegleViolee) as refus:
            fusionner(contenus, 0, ChoixDeFusion(champs={"priorite": choix}))
        assert refus.value.champ == "priorite"
    contenus[0]["besoin"], contenus[1]["besoin"] = 100, 250
    assert fusionner(contenus, 0, ChoixDeFusion(champs={"besoin": Ajouter()})).resultat["besoin"] == 350


@given(CONTENU, st.integers(1, 3), st.data())
def test_une_scission_place_chaque_part_une_fois_et_se_defait(contenu: Any, n: int, data: st.DataObject) -> None:
    place = st.integers(0, n)
    partage = Partage(
        textes=data.draw(st.dictionaries(st.sampled_from(TEXTES_SCINDES), place)),
        elements={
            c: data.draw(st.lists(place, min_size=len(contenu[c]), max_size=len(contenu[c])))
            for c in data.draw(st.sets(st.sampled_from(LISTES_SCINDEES)))
        },
        copies=data.draw(st.frozensets(st.sampled_from(TEXTES_SCINDES), max_size=2)),
    )
    reste, nouvelles = scinder(contenu, [f"Suite {i}" for i in range(n)], partage)
    for champ in LISTES_SCINDEES:
        reunies = [e for fiche in (reste, *nouvelles) for e in fiche[champ]]
        assert sorted(map(repr, reunies)) == sorted(map(repr, contenu[champ]))
    for champ in TEXTES_SCINDES:
        dits = [fiche[champ] for fiche in (reste, *nouvelles)]
        if champ in partage.copies:
            assert dits == [contenu[champ]] * (n + 1)
        else:
            assert [d for d in dits if d] == ([contenu[champ]] if contenu[champ] else [])
    for nouvelle in nouvelles:
        assert {c: nouvelle[c] for c in PARTAGES} == {c: contenu[c] for c in PARTAGES}
        assert set(nouvelle) == set(CHAMPS)
    assert {**reste, **defaire(contenu, reste, reste).rendu} == contenu


@pytest.mark.parametrize(
    ("titres", "partage", "champ"),
    [
        ([], Partage(), "titres"),
        (["a"] * 6, Partage(), "titres"),
        (["a"], Partage(textes={"contexte": 2}), "contexte"),
        (["a"], Partage(elements={"jalons": [1]}), "jalons"),
    ],
)
def test_une_scission_impossible_dit_quoi(titres: list[str], partage: Partage, champ: str) -> None:
    contenu: Any = dict.fromkeys(CHAMPS) | {c: [] for c in LISTES}
    with pytest.raises(RegleViolee) as refus:
        scinder(contenu, titres, partage)
    assert refus.value.champ == champ
