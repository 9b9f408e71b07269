"""Dates as people write them: read as they are known, never more exact, refused with a way out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from exports.formats import date_incertaine, date_sans_preposition
from fne_roadmaps.domain.dates import MOIS, lire_date, lire_date_dite, lire_jour_dit
from fne_roadmaps.domain.errors import RegleViolee
from tests.domain import strategies

LUES = {
    "6 janvier 2025": "2025-01-06",
    "1er septembre 2025": "2025-09-01",
    "lundi 4 novembre 2024": "2024-11-04",
    "06/01/2025": "2025-01-06",
    "09/2025": "2025-09",
    "septembre 2025": "2025-09",
    "En SEPTEMBRE 2025.": "2025-09",
    "sept. 2025": "2025-09",
    "au mois d’août 2025": "2025-08",
    "2025": "2025",
    "courant 2025": "2025",
    "à l’automne 2025": "2025-23",
    "hiver 2025-2026": "2025-24",
    "hiver 2025-26": "2025-24",
    "3e trimestre 2025": "2025-35",
    "au deuxième trimestre de l’année 2025": "2025-34",
    "T3 2025": "2025-35",
    "second semestre 2025": "2025-41",
    "14 ou 21 septembre 2023": "[2023-09-14,2023-09-21]",
    "le 14 ou le 21 septembre 2023": "[2023-09-14,2023-09-21]",
    "3, 10 ou 17 octobre 2025": "[2025-10-03,2025-10-10,2025-10-17]",
    "septembre ou octobre 2023": "[2023-09,2023-10]",
    "entre septembre et octobre 2023": "[2023-09..2023-10]",
    "entre le 11 et le 15 septembre 2023": "[2023-09-11..2023-09-15]",
    "du 19 au 20 octobre 2024": "2024-10-19/2024-10-20",
    "19 et 20 octobre 2024": "2024-10-19/2024-10-20",
    "du 28 septembre au 3 octobre 2025": "2025-09-28/2025-10-03",
    "de septembre 2025 à mars 2026": "2025-09/2026-03",
    "décembre 2025 à mars 2026": "2025-12/2026-03",
    "à partir de janvier 2025": "2025-01/..",
    "dès le 3 mars 2025": "2025-03-03/..",
    "jusqu’en 2026": "../2026",
    "au plus tard en septembre 2025": "[..2025-09]",
    "avant l’été 2025": "[..2025-08]",
    "d’ici la fin de l’année 2026": "[..2026]",
    "vers septembre 2025": "2025-09~",
    "2025-09-14": "2025-09-14",
    "[2023-09-14,2023-09-21]": "[2023-09-14,2023-09-21]",
}
"""Words → what they say, in EDTF."""

MOINS_EXACTES = {
    "début 2025": "2025",
    "fin septembre 2025": "2025-09",
    "mi-septembre 2025": "2025-09",
    "vers l’automne 2025": "2025~",
}
REFUSEES = (
    "bidule",
    "31 novembre 2025",
    "30 février",
    "19 et 25 octobre 2025",
    "mardi 4 novembre 2024",
    "hiver 2025-2027",
    "12",
    "le 12",
    "13/2025",
    "3e semestre 2025",
    "septembre 1066",
    "<script>alert(1)</script>",
    "du 20 au 19 octobre 2024",
    "septembre 2025 ".join("ab" * 40),
    "\x00",
    "",
)


@pytest.mark.parametrize(("mots", "edtf"), [*LUES.items(), *MOINS_EXACTES.items()])
def test_les_mots_disent_une_date_et_sont_gardes(mots: str, edtf: str) -> None:
    lue = lire_date_dite(mots)
    assert lue.edtf == edtf == lire_date(edtf).edtf
    assert lue.recu == mots.strip()


@pytest.mark.parametrize("mots", ["à l’automne", "juin", "fin juin", "le 14 juillet", "du 3 au 5 mai"])
def test_sans_annee_rien_n_est_connu_que_les_mots(mots: str) -> None:
    lue = lire_date_dite(mots)
    assert (lue.edtf, lue.premier, lue.dernier, lue.recu) == ("", None, None, mots)


@pytest.mark.parametrize("mots", REFUSEES)
def test_ce_qui_n_est_pas_une_date_est_refuse_en_le_disant(mots: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_date_dite(mots, "fin")
    assert refus.value.champ == "fin"
    assert refus.value.message.endswith(".")


def test_un_jour_qui_n_existe_pas_donne_ce_qu_on_peut_ecrire() -> None:
    with pytest.raises(RegleViolee, match="« 30 novembre 2025 » ou « novembre 2025 »"):
        lire_date_dite("31 novembre 2025")
    with pytest.raises(RegleViolee, match="« 28 février 2025 »"):
        lire_date_dite("29/02/2025")


@settings(max_examples=80)
@given(strategies.edtf.map(strategies.connue), st.booleans())
def test_ce_qui_est_imprime_se_relit(d, avec_preposition: bool) -> None:
    """Never more exact than what was printed; the same, but for « ? » and « % » that are printed « vers »."""
    dite = date_incertaine(d) if avec_preposition else date_sans_preposition(d)
    lue = lire_date_dite(dite)
    voisins = d.edtf.replace("..", ",").replace("[", "").replace("]", "").split(",")
    if not d.approximative and len(voisins) != 2 and "/" not in d.edtf:
        assert lue.edtf == d.edtf
    assert lue.premier == d.premier or d.edtf.endswith("/..")
    assert lue.dernier == d.dernier
    assert lue.approximative == d.approximative


@given(strategies.jours)
def test_un_jour_se_lit_en_mots_et_en_chiffres(jour: date) -> None:
    for ecrit in (f"{jour.day} {MOIS[jour.month - 1]} {jour.year}", f"{jour:%d/%m/%Y}", f"{jour}"):
        assert lire_jour_dit(ecrit) == jour


@pytest.mark.parametrize("mots", ["septembre 2025", "vers le 6 janvier 2025", "du 19 au 20 octobre 2024", "juin"])
def test_un_jour_precis_se_demande_comme_tel(mots: str) -> None:
    with pytest.raises(RegleViolee, match="jour précis"):
        lire_jour_dit(mots)


@given(st.text(max_size=60))
def test_aucun_texte_ne_fait_tomber_la_lecture(texte: str) -> None:
    try:
        lue = lire_date_dite(texte)
    except RegleViolee:
        return
    assert lue.recu
