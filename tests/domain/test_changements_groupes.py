"""A bulk change judges each fiche as one by one: rights first, then its state, then whether anything differs."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.changements_groupes import (
    SANS_DROIT,
    ChampGroupe,
    Changement,
    FicheJugee,
    GesteDePilote,
    Sort,
    droit_manquant,
    juger,
    pilotes_apres,
)
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.droits import Droit, droit_d_ecrire
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import changer_avancement

CLES = [UUID(int=n) for n in range(1, 5)]
DATES = [lire_date(t) for t in ("2024-05", "2025-06-30", "2026-23", "2026")]
TOUS = frozenset(Droit)

droits = st.frozensets(st.sampled_from([Droit.SUIVRE, Droit.RENSEIGNER, Droit.REDIGER, Droit.ARBITRER]))
fiches = st.builds(
    FicheJugee,
    droits=droits,
    instruction=st.sampled_from(Instruction),
    avancement=st.sampled_from(Avancement),
    priorite=st.none() | st.sampled_from(Priorite),
    meteo=st.none() | st.sampled_from(Meteo),
    axe=st.none() | st.sampled_from(CLES),
    numero_signe=st.none() | st.just("1.3"),
    debut=st.none() | st.sampled_from(DATES),
    fin=st.none() | st.sampled_from(DATES),
    en_continu=st.booleans(),
    pilotes=st.lists(st.sampled_from(CLES), unique=True, max_size=3).map(tuple),
    demandable=st.booleans(),
    attend=st.booleans(),
)
motifs = st.none() | st.just("") | st.just("Le local ferme.")
changements = st.one_of(
    st.builds(Changement, st.just(ChampGroupe.AVANCEMENT), st.sampled_from(Avancement), pourquoi=motifs),
    st.builds(Changement, st.just(ChampGroupe.PRIORITE), st.none() | st.sampled_from(Priorite)),
    st.builds(Changement, st.just(ChampGroupe.METEO), st.none() | st.sampled_from(Meteo)),
    st.builds(Changement, st.just(ChampGroupe.AXE), st.sampled_from(CLES)),
    st.builds(Changement, st.just(ChampGroupe.FIN), st.none() | st.sampled_from(DATES)),
    st.builds(Changement, st.just(ChampGroupe.PILOTE), st.sampled_from(CLES), st.sampled_from(GesteDePilote)),
    st.builds(Changement, st.just(ChampGroupe.NOUVELLES)),
)


@given(changements, fiches)
def test_un_refus_dit_pourquoi_et_lui_seul(changement: Changement, fiche: FicheJugee) -> None:
    jugement = juger(changement, fiche)
    assert (jugement.sort is Sort.REFUSEE) == bool(jugement.cause)
    assert jugement.cause is None or jugement.cause.endswith(".")


@given(changements, fiches)
def test_sans_droit_rien_ne_change(changement: Changement, fiche: FicheJugee) -> None:
    nu = replace(fiche, droits=frozenset({Droit.LIRE, Droit.SUIVRE}), demandable=False, instruction=Instruction.RETENUE)
    jugement = juger(changement, nu)
    assert jugement.sort is Sort.REFUSEE
    assert jugement.cause
    assert jugement.cause.startswith(SANS_DROIT)


@given(changements, fiches)
def test_plus_de_droits_ne_refuse_jamais_davantage(changement: Changement, fiche: FicheJugee) -> None:
    if juger(changement, fiche).sort is not Sort.REFUSEE:
        riche = replace(fiche, droits=fiche.droits | TOUS)
        assert juger(changement, riche).sort is juger(changement, fiche).sort


@given(st.sampled_from(Avancement), motifs, fiches)
def test_le_statut_suit_la_regle_d_une_seule_fiche(vers: Avancement, motif: str | None, fiche: FicheJugee) -> None:
    jugement = juger(Changement(ChampGroupe.AVANCEMENT, vers, pourquoi=motif), fiche)
    if Droit.RENSEIGNER not in fiche.droits:
        assert jugement.sort is Sort.REFUSEE
        return
    if fiche.instruction is Instruction.RETENUE and vers is fiche.avancement:
        assert jugement.sort is Sort.INCHANGEE
        return
    assert (jugement.sort, jugement.cause) == _seule(fiche, vers, motif)


def _seule(fiche: FicheJugee, vers: Avancement, motif: str | None) -> tuple[Sort, str | None]:
    """What the rule of one fiche says."""
    try:
        changer_avancement(fiche.instruction, fiche.avancement, vers, motif)
    except RegleViolee as refus:
        return Sort.REFUSEE, refus.message
    return Sort.CHANGE, None


@pytest.mark.parametrize(
    ("champ", "valeur", "champs"),
    [
        (ChampGroupe.PRIORITE, Priorite.ELEVE, {"priorite"}),
        (ChampGroupe.METEO, Meteo.COMPROMIS, {"meteo"}),
        (ChampGroupe.FIN, DATES[3], {"fin"}),
        (ChampGroupe.PILOTE, CLES[0], {"acteurs"}),
    ],
)
@given(droits=droits)
def test_le_droit_est_celui_de_la_page_de_la_fiche(
    champ: ChampGroupe, valeur: object, champs: set[str], droits: frozenset[Droit]
) -> None:
    fiche = FicheJugee(droits=droits, instruction=Instruction.RETENUE, avancement=Avancement.EN_COURS)
    permis = droit_d_ecrire(droits, champs) in droits
    assert (droit_manquant(champ, fiche) is None) is permis
    changement = Changement(champ, valeur)  # type: ignore[arg-type]
    assert (juger(changement, fiche).sort is Sort.CHANGE) is permis


def test_ranger_demande_de_rediger_et_d_arbitrer() -> None:
    fiche = FicheJugee(droits=TOUS, instruction=Instruction.RETENUE, avancement=Avancement.EN_COURS, axe=CLES[0])
    changement = Changement(ChampGroupe.AXE, CLES[1])
    assert juger(changement, fiche).sort is Sort.CHANGE
    for droit in (Droit.REDIGER, Droit.ARBITRER):
        assert juger(changement, replace(fiche, droits=TOUS - {droit})).sort is Sort.REFUSEE
    signee = replace(fiche, numero_signe="1.3")
    assert juger(changement, signee).sort is Sort.REFUSEE
    assert juger(Changement(ChampGroupe.AXE, CLES[0]), signee).sort is Sort.INCHANGEE


def test_une_fin_ne_vient_pas_avant_le_debut() -> None:
    fiche = FicheJugee(
        droits=TOUS, instruction=Instruction.RETENUE, avancement=Avancement.EN_COURS, debut=lire_date("2025-06")
    )
    assert juger(Changement(ChampGroupe.FIN, lire_date("2025-05-31")), fiche).sort is Sort.REFUSEE
    assert juger(Changement(ChampGroupe.FIN, lire_date("2025-06-01")), fiche).sort is Sort.CHANGE
    assert juger(Changement(ChampGroupe.FIN, None), fiche).sort is Sort.INCHANGEE


def test_ce_qui_est_en_continu_n_a_de_fin_que_par_qui_redige() -> None:
    fiche = FicheJugee(
        droits=frozenset({Droit.SUIVRE, Droit.RENSEIGNER}),
        instruction=Instruction.RETENUE,
        avancement=Avancement.EN_COURS,
    )
    fin = Changement(ChampGroupe.FIN, lire_date("2026"))
    assert juger(fin, fiche).sort is Sort.CHANGE
    assert juger(fin, replace(fiche, en_continu=True)).sort is Sort.REFUSEE


def test_on_ne_demande_des_nouvelles_qu_une_fois_et_a_quelqu_un() -> None:
    fiche = FicheJugee(
        droits=TOUS,
        instruction=Instruction.RETENUE,
        avancement=Avancement.EN_COURS,
        pilotes=(CLES[0],),
        demandable=True,
    )
    demande = Changement(ChampGroupe.NOUVELLES)
    assert juger(demande, fiche).sort is Sort.CHANGE
    assert juger(demande, replace(fiche, attend=True)).sort is Sort.INCHANGEE
    for autre in (
        replace(fiche, pilotes=()),
        replace(fiche, demandable=False, droits=frozenset({Droit.SUIVRE})),
        replace(fiche, instruction=Instruction.PROPOSEE),
    ):
        assert juger(demande, autre).sort is Sort.REFUSEE


@given(st.sampled_from(GesteDePilote), st.lists(st.sampled_from(CLES), max_size=4).map(tuple), st.sampled_from(CLES))
def test_les_pilotes_apres(geste: GesteDePilote, pilotes: tuple[UUID, ...], structure: UUID) -> None:
    apres = pilotes_apres(geste, pilotes, structure)
    assert len(set(apres)) == len(apres)
    assert (structure in apres) is (geste is not GesteDePilote.RETIRER)
    assert set(apres) <= {*pilotes, structure}
    if geste is not GesteDePilote.REMPLACER:
        assert set(pilotes) - {structure} <= set(apres)
    assert pilotes_apres(geste, apres, structure) == apres


def test_une_fin_passee_est_une_fin() -> None:
    """It makes a fiche late, which is what one may want to tell."""
    fiche = FicheJugee(droits=TOUS, instruction=Instruction.RETENUE, avancement=Avancement.EN_COURS)
    assert juger(Changement(ChampGroupe.FIN, lire_date("2020")), fiche).sort is Sort.CHANGE
