"""Agenda, attendance, quorum and proposals: properties that hold whatever the meeting."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.enums import EtatPoint, EtatPresence, EtatReunion, NaturePoint
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.seances import (
    Fait,
    GenreProposition,
    Pointage,
    changer_etat,
    compter_quorum,
    durees,
    en_minutes,
    exiger_report,
    exiger_un_objet,
    horaires,
    placer,
    points_a_reprendre,
    proposer,
    remonter,
    verifier_pointage,
)

cles = st.uuids()
P = EtatPresence


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_placer_garde_tout_le_monde_et_se_repete_sans_effet(ordre: list[int], donnees: st.DataObject) -> None:
    point = donnees.draw(st.sampled_from(ordre))
    avant = donnees.draw(st.sampled_from([*ordre, None]))
    apres = placer(ordre, point, avant)
    assert sorted(apres) == sorted(ordre)
    assert placer(apres, point, avant) == apres
    assert [x for x in apres if x != point] == [x for x in ordre if x != point]
    if avant is None:
        assert apres[-1] == point
    elif avant != point:
        assert apres[apres.index(avant) - 1] == point


@given(st.lists(st.integers(), unique=True, min_size=4), st.data())
def test_deux_deplacements_de_voisins_differents_tiennent_dans_les_deux_ordres(
    ordre: list[int], donnees: st.DataObject
) -> None:
    a, b, x, y = donnees.draw(st.permutations(ordre))[:4]
    un = placer(placer(ordre, a, x), b, y)
    autre = placer(placer(ordre, b, y), a, x)
    for resultat in (un, autre):
        assert resultat.index(a) < resultat.index(x)
        assert resultat.index(b) < resultat.index(y)


def test_placer_ce_qui_n_est_plus_la_est_refuse() -> None:
    for point, avant in ((9, 1), (1, 9)):
        with pytest.raises(RegleViolee, match="Rechargez"):
            placer((1, 2), point, avant)


minutes = st.lists(st.one_of(st.none(), st.integers(1, 600)), max_size=12)


@given(minutes, st.integers(0, 23 * 60))
def test_chaque_point_commence_quand_finit_celui_d_avant(temps: list[int | None], debut: int) -> None:
    heure = f"{debut // 60:02d}:{debut % 60:02d}"
    passages = horaires(heure, temps)
    assert len(passages) == len(temps)
    connus = [p for p in passages if p]
    assert [p is not None for p in passages] == sorted((p is not None for p in passages), reverse=True)
    for un, suivant in pairwise(connus):
        assert un.fin == suivant.debut
    for p, m in zip(passages, temps, strict=True):
        if p and p.fin:
            assert en_minutes(p.fin) - en_minutes(p.debut) == m
    if None in temps:
        assert not any(passages[temps.index(None) + 1 :])
    assert horaires(None, temps) == (None,) * len(temps)


@given(minutes, st.integers(1, 600))
def test_le_depassement_et_le_reste_ne_sont_jamais_tous_deux(temps: list[int | None], seance: int) -> None:
    fin = f"{8 + seance // 60:02d}:{seance % 60:02d}"
    tenue = durees(temps, "08:00", fin)
    assert tenue.prevues == sum(m for m in temps if m)
    assert tenue.seance == seance
    assert tenue.sans_duree == temps.count(None)
    assert tenue.prevues - tenue.depassement + (tenue.reste or 0) == seance
    assert not (tenue.depassement and tenue.reste)
    inconnue = durees(temps, "08:00", None)
    assert (inconnue.seance, inconnue.depassement, inconnue.reste) == (None, 0, None)


def test_la_vie_d_un_point() -> None:
    changer_etat(EtatPoint.A_TRAITER, EtatPoint.TRAITE)
    changer_etat(EtatPoint.REPORTE, EtatPoint.A_TRAITER)
    with pytest.raises(RegleViolee, match="déjà à l’ordre du jour"):
        changer_etat(EtatPoint.REPORTE, EtatPoint.A_TRAITER, copie_vivante=True)
    with pytest.raises(RegleViolee, match="possible"):
        changer_etat(EtatPoint.RETIRE, EtatPoint.TRAITE)


def test_un_report_va_vers_une_reunion_vivante_de_la_meme_instance() -> None:
    bon: dict[str, Any] = {
        "meme_reunion": False,
        "meme_instance": True,
        "etat_cible": EtatReunion.CONVOQUEE,
        "plus_tard": True,
    }
    exiger_report(**bon)
    for ecart in (
        {"meme_reunion": True},
        {"meme_instance": False},
        {"etat_cible": EtatReunion.TENUE},
        {"plus_tard": False},
    ):
        with pytest.raises(RegleViolee) as refus:
            exiger_report(**{**bon, **ecart})
        assert refus.value.champ == "reunion"


@given(st.dictionaries(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12))), st.integers(0, 12))
def test_remonter_finit_toujours_meme_dans_une_boucle(liens: dict[int, int | None], point: int) -> None:
    chaine = remonter(point, liens)
    assert len(set(chaine)) == len(chaine)
    assert point not in chaine
    assert all(liens.get(a) == b for a, b in zip((point, *chaine), chaine, strict=False))


@given(st.lists(st.tuples(st.integers(), st.sampled_from(EtatPoint)), unique_by=lambda p: p[0]), st.data())
def test_on_reprend_ce_que_personne_n_a_fini_ni_repris(
    points: list[tuple[int, EtatPoint]], donnees: st.DataObject
) -> None:
    repris = donnees.draw(st.sets(st.sampled_from([p for p, _ in points]))) if points else set()
    gardes = points_a_reprendre(points, {-n: p for n, p in enumerate(repris, start=1)})
    assert set(gardes) == {
        p for p, etat in points if etat in {EtatPoint.A_TRAITER, EtatPoint.REPORTE} and p not in repris
    }


def test_un_objet_et_un_seul() -> None:
    exiger_un_objet("a", None, None)
    for objets in ((None, None, None), ("a", "b", None)):
        with pytest.raises(RegleViolee):
            exiger_un_objet(*objets)


@given(st.dictionaries(cles, st.sampled_from((P.PRESENT, P.REPRESENTE, P.EXCUSE, P.ABSENT))), st.integers(1, 20))
def test_le_quorum_compte_les_voix_presentes_ou_representees(etats: dict[UUID, EtatPresence], requis: int) -> None:
    pointages = {siege: Pointage(etat) for siege, etat in etats.items()}
    voix = set(etats)
    if requis > len(voix):
        with pytest.raises(RegleViolee, match="quorum"):
            compter_quorum(requis, voix, pointages)
        return
    quorum = compter_quorum(requis, voix, pointages)
    assert quorum.comptes == sum(e in {P.PRESENT, P.REPRESENTE} for e in etats.values())
    assert quorum.atteint == (quorum.comptes >= requis)
    assert quorum.comptes + quorum.manquent >= requis
    assert compter_quorum(None, (), pointages).atteint


S1, S2, S3 = (UUID(int=n) for n in (1, 2, 3))
PRESENT = Pointage(P.PRESENT)


def pouvoir(a: UUID) -> Pointage:
    return Pointage(P.REPRESENTE, represente_par=a)


@pytest.mark.parametrize(
    ("siege", "dit", "autres", "champ"),
    [
        (S1, Pointage(P.INVITE), {}, "etat"),
        (None, Pointage(P.PRESENT), {}, "etat"),
        (S1, Pointage(P.ABSENT, a_distance=True), {}, "a_distance"),
        (S1, Pointage(P.PRESENT, representant="X"), {}, "representant"),
        (S1, Pointage(P.REPRESENTE), {}, "representant"),
        (S1, Pointage(P.REPRESENTE, represente_par=S2, representant="X"), {S2: PRESENT}, "representant"),
        (S1, pouvoir(S1), {}, "represente_par"),
        (S1, pouvoir(S2), {}, "represente_par"),
        (S1, pouvoir(S2), {S2: Pointage(P.EXCUSE)}, "represente_par"),
        (S1, pouvoir(S2), {S2: PRESENT, S3: pouvoir(S2)}, "represente_par"),
        (S2, Pointage(P.EXCUSE), {S1: pouvoir(S2)}, "etat"),
        (S2, pouvoir(S3), {S1: pouvoir(S2), S3: PRESENT}, "etat"),
    ],
)
def test_un_pointage_impossible_nomme_son_champ(
    siege: UUID | None, dit: Pointage, autres: dict[UUID, Pointage], champ: str
) -> None:
    with pytest.raises(RegleViolee) as refus:
        verifier_pointage(siege, dit, autres)
    assert refus.value.champ == champ


def test_les_pointages_permis() -> None:
    verifier_pointage(S1, Pointage(P.PRESENT, a_distance=True), {})
    verifier_pointage(S1, pouvoir(S2), {S2: PRESENT})
    verifier_pointage(S1, pouvoir(S2), {S2: Pointage(P.REPRESENTE, representant="Directrice adjointe")})
    verifier_pointage(S2, Pointage(P.REPRESENTE, representant="Directrice adjointe"), {S1: pouvoir(S2)})
    verifier_pointage(S2, Pointage(P.PRESENT, a_distance=True), {S1: pouvoir(S2)})
    verifier_pointage(None, Pointage(P.INVITE, a_distance=True), {})


@given(st.lists(st.builds(Fait, st.sampled_from(GenreProposition), cles, st.text(max_size=5))), st.data())
def test_tout_ce_qui_attend_est_propose_une_fois(faits: list[Fait], donnees: st.DataObject) -> None:
    deja = donnees.draw(st.sets(st.sampled_from([f.cle for f in faits]))) if faits else set()
    propositions = proposer(faits, deja)
    dites = [f.cle for p in propositions for f in p.faits]
    assert sorted(dites) == sorted({f.cle for f in faits} - deja)
    assert [p.genre for p in propositions] == sorted((p.genre for p in propositions), key=list(GenreProposition).index)
    for p in propositions:
        assert {f.genre for f in p.faits} == {p.genre}
        assert p.genre not in {GenreProposition.APPROBATION, GenreProposition.POINT} or len(p.faits) == 1
    arbitrages = [p for p in propositions if p.genre is GenreProposition.ARBITRAGE]
    assert all(p.nature is NaturePoint.ARBITRAGE for p in arbitrages)
