"""Rights: the whole matrix as published, and what holds whoever asks and whatever the object is in."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, strategies as st

from fne_roadmaps.domain.droits import (
    COMPTE_SANS_PROFIL,
    PUBLIC,
    Acteur,
    DepotTenu,
    Droit,
    FicheTenue,
    droits_sur_depot,
    droits_sur_fiche,
    droits_sur_gouvernance,
    droits_sur_instance,
    droits_sur_reunion,
    peut_demander_des_nouvelles,
)
from fne_roadmaps.domain.enums import EtatDepot, EtatReunion, Instruction, Profil
from tests.support.matrice import AILLEURS, AUTRE, DEPOT, FICHIER, ICI, INSTANCE, REUNION, SIENNE, matrice

ECRITURES = {Droit.RENSEIGNER, Droit.REDIGER, Droit.ARBITRER}
lieux = st.sampled_from([ICI, AILLEURS])
structures = st.sampled_from([SIENNE, AUTRE])
acteurs = st.builds(
    lambda profils, structure: Acteur("essai", "Essai", profils=profils, structure=structure),
    st.dictionaries(lieux, st.sampled_from(Profil)),
    st.none() | structures,
)
fiches = st.builds(
    FicheTenue,
    st.sampled_from(Instruction),
    st.booleans(),
    st.frozensets(structures),
    st.frozensets(structures),
)


def test_la_matrice_publiee_est_celle_des_regles() -> None:
    """``python -m tests.support.matrice`` writes it again."""
    assert FICHIER.read_text(encoding="utf-8") == matrice()


@given(acteurs, fiches)
def test_qui_n_a_pas_de_profil_ici_ne_voit_ni_n_ecrit_rien_d_une_fiche(acteur: Acteur, fiche: FicheTenue) -> None:
    droits = droits_sur_fiche(acteur, ICI, fiche)
    if ICI not in acteur.profils:
        assert Droit.SUIVRE not in droits
        assert not droits & ECRITURES
        assert not peut_demander_des_nouvelles(acteur, ICI, fiche)
    else:
        assert Droit.SUIVRE in droits


@given(acteurs, fiches)
def test_une_feuille_close_ne_s_ecrit_plus(acteur: Acteur, fiche: FicheTenue) -> None:
    if fiche.feuille_close:
        assert not droits_sur_fiche(acteur, ICI, fiche) & ECRITURES
        assert not peut_demander_des_nouvelles(acteur, ICI, fiche)


@given(acteurs, fiches)
def test_etre_pilote_ou_auteur_n_enleve_rien_et_n_ajoute_que_son_droit(acteur: Acteur, fiche: FicheTenue) -> None:
    seule = FicheTenue(fiche.instruction, fiche.feuille_close)
    gagnes = droits_sur_fiche(acteur, ICI, fiche) - droits_sur_fiche(acteur, ICI, seule)
    assert droits_sur_fiche(acteur, ICI, fiche) >= droits_sur_fiche(acteur, ICI, seule)
    permis = set()
    if acteur.structure in fiche.pilotes:
        permis.add(Droit.RENSEIGNER)
    if acteur.structure in fiche.auteurs and fiche.instruction in {Instruction.BROUILLON, Instruction.PROPOSEE}:
        permis.add(Droit.REDIGER)
    assert gagnes <= permis


@given(acteurs, st.sampled_from(EtatReunion))
def test_un_brouillon_de_reunion_n_est_qu_a_qui_reunit(acteur: Acteur, etat: EtatReunion) -> None:
    droits = droits_sur_reunion(acteur, [ICI], REUNION, INSTANCE, etat)
    if etat is EtatReunion.BROUILLON and Droit.REUNIR not in droits_sur_gouvernance(acteur, ICI):
        assert droits == frozenset()
    assert droits <= droits_sur_gouvernance(acteur, ICI) | {Droit.SUIVRE}


@given(acteurs, st.sampled_from(EtatDepot), st.none() | structures)
def test_un_depot_ne_s_ecrit_que_par_qui_l_a_ou_l_aide(acteur: Acteur, etat: EtatDepot, aide: UUID | None) -> None:
    droits = droits_sur_depot(acteur, ICI, DepotTenu(DEPOT, etat, aide))
    if Droit.REDIGER in droits:
        assert etat is EtatDepot.EN_COURS
        assert acteur.structure == aide is not None


@given(acteurs)
def test_le_public_et_qui_n_a_pas_de_profil_ont_toujours_moins(acteur: Acteur) -> None:
    tiens = droits_sur_gouvernance(acteur, ICI)
    assert droits_sur_gouvernance(COMPTE_SANS_PROFIL, ICI) <= tiens
    assert droits_sur_gouvernance(PUBLIC, ICI) == frozenset()
    assert droits_sur_gouvernance(PUBLIC, ICI, publique=True) <= tiens
    assert droits_sur_instance(acteur, ICI, INSTANCE) == tiens
