"""Properties of calls, deposits and answers: a call is open by its days alone, nothing typed is lost, nothing is
overwritten without a choice.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from uuid import UUID, uuid4

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.contributions import (
    CHAMPS_DE_NOUVELLES,
    ETAPES,
    PASSAGES_DEMANDE,
    PASSAGES_DEPOT,
    changer_demande,
    changer_depot,
    clore,
    comparer,
    etape_de,
    etape_du_champ,
    etat_appel,
    exiger_complet,
    lire_contenu,
    prolonger,
    retenir,
    retirable,
    verifier_appel,
)
from fne_roadmaps.domain.droits import (
    Acteur,
    DepotTenu,
    Droit,
    FicheTenue,
    droits_sur_demande,
    droits_sur_depot,
    peut_demander_des_nouvelles,
)
from fne_roadmaps.domain.enums import EtatAppel, EtatDemande, EtatDepot, Instruction, Profil
from fne_roadmaps.domain.errors import NonTrouve, ReglesViolees, RegleViolee
from tests.domain.strategies import jours

facultatifs = st.none() | jours


@given(facultatifs, facultatifs, jours)
def test_un_appel_est_ouvert_exactement_pendant_sa_periode(ouvre: date | None, ferme: date | None, au: date) -> None:
    if ouvre and ferme and ferme < ouvre:
        with pytest.raises(RegleViolee):
            verifier_appel(ouvre, ferme)
        return
    periode = verifier_appel(ouvre, ferme)
    assert (etat_appel(ouvre, ferme, au) is EtatAppel.OUVERT) == periode.contient(au)


@given(facultatifs, facultatifs, jours)
def test_les_etats_d_un_appel_se_suivent_sans_retour(ouvre: date | None, ferme: date | None, au: date) -> None:
    ordre = list(EtatAppel)
    demain = au + timedelta(days=1)
    assert ordre.index(etat_appel(ouvre, ferme, au)) <= ordre.index(etat_appel(ouvre, ferme, demain)) or (
        ouvre is not None and ferme is not None and ferme < ouvre
    )


@given(facultatifs, facultatifs, jours)
def test_clore_ferme_le_jour_meme_et_prolonger_rouvre(ouvre: date | None, ferme: date | None, au: date) -> None:
    if ouvre and ferme and ferme < ouvre:
        return
    if etat_appel(ouvre, ferme, au) is EtatAppel.CLOS:
        with pytest.raises(RegleViolee):
            clore(ouvre, ferme, au)
        return
    periode = clore(ouvre, ferme, au)
    verifier_appel(periode.debut, periode.fin)
    assert etat_appel(periode.debut, periode.fin, au) is EtatAppel.CLOS
    assert periode.fin is not None
    assert etat_appel(periode.debut, prolonger(periode.fin, au, au), au) is EtatAppel.OUVERT


@given(facultatifs, jours, jours)
def test_on_ne_prolonge_que_vers_plus_tard(ferme: date | None, jusqu_au: date, au: date) -> None:
    if ferme is not None and ferme < jusqu_au and au <= jusqu_au:
        assert prolonger(ferme, jusqu_au, au) == jusqu_au
    else:
        with pytest.raises(RegleViolee):
            prolonger(ferme, jusqu_au, au)


textes = st.text(max_size=400) | st.sampled_from(
    (
        "",
        " ",
        "septembre 2025",
        "31 novembre 2025",
        "fin 2024",
        "12 500",
        "douze",
        "-1",
        "\x00",
        "\u202e",
        "2026",
        "x" * 20_001,
    )
)
champs = st.sampled_from(
    [c for e in ETAPES[1:] for c in e.champs]
    + [f"financements.{i}.{c}" for i in (0, 1, 19, 20, 99) for c in ("financeur", "annee", "demande", "autre")]
    + ["inconnu", "financements..annee", "financements.x.annee"]
)
saisies = st.dictionaries(champs, st.lists(textes, max_size=3).map(tuple), max_size=12)


@given(saisies)
def test_tout_ce_qui_se_tape_se_lit_ou_se_dit(typees: dict[str, tuple[str, ...]]) -> None:
    lus, refus = lire_contenu(typees)
    refuses = {r.champ for r in refus}
    assert all(etape_du_champ(champ) in {e.code for e in ETAPES[1:4]} for champ in refuses)
    assert not refuses & lus.keys()
    for champ in ("titre", "contexte", "description", "debut", "fin", "besoin"):
        valeur = next(iter(typees.get(champ, ())), "")
        if valeur.strip(" \t\r\n\u00a0\u202f\u2009\u3000"):
            assert champ in lus or champ in refuses
        else:
            assert champ not in lus
    assert all(v not in ("", (), None) for v in lus.values())


@given(saisies)
def test_une_fiche_se_propose_quand_titre_besoin_et_description_sont_la(typees: dict[str, tuple[str, ...]]) -> None:
    lus, _ = lire_contenu(typees)
    absents = [c for c in ("titre", "contexte", "description") if c not in lus]
    if absents:
        with pytest.raises(ReglesViolees) as refus:
            exiger_complet(lus)
        assert [v.champ for v in refus.value.violations] == absents
    else:
        exiger_complet(lus)


def test_une_fin_avant_le_debut_et_un_financeur_en_double_sont_dits() -> None:
    double = {f"financements.{i}.{c}": (v,) for i in (0, 1) for c, v in (("financeur", "CD"), ("annee", "2026"))}
    lus, refus = lire_contenu({"debut": ("2026",), "fin": ("2025",), **double})
    assert [r.champ for r in refus] == ["financements.1.financeur", "fin"]
    assert lus["financements"] == ({"financeur": "CD", "annee": 2026, "demande": None},)
    assert "fin" not in lus


def test_une_ligne_de_financement_dit_ce_qui_lui_manque() -> None:
    for champ, manque in (("financeur", "annee"), ("annee", "financeur"), ("demande", "financeur")):
        _, refus = lire_contenu({f"financements.3.{champ}": ("2026",)})
        assert [r.champ for r in refus] == [f"financements.3.{manque}"]


def test_les_etapes_portent_chaque_champ_une_fois() -> None:
    for une, autre in combinations(ETAPES, 2):
        assert une.code != autre.code
        assert not set(une.champs) & set(autre.champs)
    assert etape_de("moyens").titre == "Les moyens"
    with pytest.raises(NonTrouve):
        etape_de("rien")


@pytest.mark.parametrize("de", EtatDepot)
@pytest.mark.parametrize("vers", EtatDepot)
def test_un_depot_va_ou_son_cycle_le_dit(de: EtatDepot, vers: EtatDepot) -> None:
    if vers in PASSAGES_DEPOT[de]:
        changer_depot(de, vers)
    else:
        with pytest.raises(RegleViolee):
            changer_depot(de, vers)
    assert not PASSAGES_DEPOT[EtatDepot.RETIRE]


@pytest.mark.parametrize("instruction", [None, *Instruction])
def test_un_depot_se_retire_tant_que_personne_n_instruit(instruction: Instruction | None) -> None:
    assert retirable(EtatDepot.EN_COURS, instruction)
    assert not retirable(EtatDepot.RETIRE, instruction)
    assert retirable(EtatDepot.SOUMIS, instruction) == (instruction in {Instruction.BROUILLON, Instruction.PROPOSEE})


@pytest.mark.parametrize("de", EtatDemande)
@pytest.mark.parametrize("vers", EtatDemande)
def test_une_demande_va_ou_son_cycle_le_dit(de: EtatDemande, vers: EtatDemande) -> None:
    if vers in PASSAGES_DEMANDE[de]:
        changer_demande(de, vers)
    else:
        with pytest.raises(RegleViolee):
            changer_demande(de, vers)


valeurs = st.fixed_dictionaries({champ: st.sampled_from([None, "a", "b", "c"]) for champ in CHAMPS_DE_NOUVELLES})
choix = st.dictionaries(st.sampled_from(CHAMPS_DE_NOUVELLES), st.sampled_from(["fiche", "reponse", "autre"]))


@given(valeurs, valeurs, valeurs, choix)
def test_rien_de_ce_que_la_fiche_dit_depuis_n_est_ecrase_sans_choix(
    lu: dict[str, str | None], propose: dict[str, str | None], actuel: dict[str, str | None], choisi: dict[str, str]
) -> None:
    ecarts = comparer(lu, propose, actuel)
    perimes = {e.champ for e in ecarts if e.etat == "perime"}
    assert perimes == {c for c in CHAMPS_DE_NOUVELLES if lu[c] != propose[c] != actuel[c] != lu[c]}
    tranches = {c for c in perimes if choisi.get(c) in {"fiche", "reponse"}}
    if tranches != perimes:
        with pytest.raises(ReglesViolees) as refus:
            retenir(ecarts, choisi)
        assert {v.champ for v in refus.value.violations} == {f"choix.{c}" for c in perimes - tranches}
        return
    apres = {**actuel, **retenir(ecarts, choisi)}
    for champ in CHAMPS_DE_NOUVELLES:
        if apres[champ] != actuel[champ]:
            assert apres[champ] == propose[champ] != lu[champ]
            assert lu[champ] == actuel[champ] or choisi[champ] == "reponse"
        elif propose[champ] not in {lu[champ], actuel[champ]}:
            assert choisi[champ] == "fiche"


ICI, AILLEURS, AIDE = UUID(int=1), UUID(int=2), UUID(int=3)


@pytest.mark.parametrize("profil", Profil)
@pytest.mark.parametrize("etat", EtatDepot)
@pytest.mark.parametrize("aide", [True, False])
def test_les_droits_sur_un_depot(profil: Profil, etat: EtatDepot, aide: bool) -> None:
    cle = uuid4()
    acteur = Acteur("x", "X", profils={ICI: profil}, structure=AIDE)
    droits = droits_sur_depot(acteur, ICI, DepotTenu(cle, etat, AIDE if aide else None))
    propose = profil is not Profil.LECTEUR
    redige = profil in {Profil.ADMINISTRATEUR, Profil.PORTEUR, Profil.REDACTEUR}
    attendus: set[Droit] = set()
    if aide and propose:
        attendus = {Droit.SUIVRE, Droit.REDIGER} if etat is EtatDepot.EN_COURS else {Droit.SUIVRE}
    elif redige and etat is EtatDepot.SOUMIS:
        attendus = {Droit.SUIVRE}
    assert droits == attendus
    assert droits_sur_depot(acteur, AILLEURS, DepotTenu(cle, etat, AIDE)) == set()
    porteur = Acteur("lien", "Lien", liens=frozenset({cle}), compte=False)
    tous = {Droit.SUIVRE, Droit.PROPOSER} | ({Droit.REDIGER} if etat is EtatDepot.EN_COURS else set())
    assert droits_sur_depot(porteur, ICI, DepotTenu(cle, etat)) == tous
    assert droits_sur_depot(porteur, ICI, DepotTenu(uuid4(), etat)) == set()


@pytest.mark.parametrize("etat", EtatDemande)
def test_les_droits_sur_une_demande_viennent_de_son_lien(etat: EtatDemande) -> None:
    cle = uuid4()
    porteur = Acteur("lien", "Lien", liens=frozenset({cle}), compte=False)
    attendus = {Droit.SUIVRE, Droit.RENSEIGNER} if etat is EtatDemande.ENVOYEE else {Droit.SUIVRE}
    assert droits_sur_demande(porteur, cle, etat) == attendus
    assert droits_sur_demande(porteur, uuid4(), etat) == set()
    assert droits_sur_demande(Acteur("x", "X", profils={ICI: Profil.PORTEUR}), cle, etat) == set()


@pytest.mark.parametrize("profil", Profil)
@pytest.mark.parametrize("instruction", Instruction)
@pytest.mark.parametrize("close", [True, False])
def test_qui_demande_des_nouvelles(profil: Profil, instruction: Instruction, close: bool) -> None:
    acteur = Acteur("x", "X", profils={ICI: profil}, structure=AIDE)
    vivante = instruction is Instruction.RETENUE and not close
    redige = profil in {Profil.ADMINISTRATEUR, Profil.PORTEUR, Profil.REDACTEUR}
    for auteurs, anime in ((frozenset({AIDE}), profil is Profil.ANIMATEUR), (frozenset[UUID](), False)):
        fiche = FicheTenue(instruction=instruction, feuille_close=close, auteurs=auteurs)
        assert peut_demander_des_nouvelles(acteur, ICI, fiche) == (vivante and (redige or anime))
        assert not peut_demander_des_nouvelles(acteur, AILLEURS, fiche)
