"""Contents of fiches, as plain values, for the properties of merges and splits."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st

from fne_roadmaps.domain.arbitrage import (
    cle_d_element,
)
from fne_roadmaps.domain.arbitrage.contenus import TEXTES

MOTS = st.sampled_from(["Ateliers", "ateliers", "Bus", "Prêt", "Médiation", "Écoles"])


TEXTE = st.none() | MOTS


DATE = st.none() | st.sampled_from(["2025", "2025-09", "2026-01-15"]).map(lambda d: {"edtf": d, "recu": None})


MONTANT = st.none() | st.integers(0, 10**6)


ELEMENTS: dict[str, st.SearchStrategy[Any]] = {
    "axes_servis": st.sampled_from("ABC"),
    "acteurs": st.fixed_dictionaries(
        {"role": st.sampled_from(["pilote", "partenaire"]), "structure": st.sampled_from("xyz"), "poste": st.none()}
    ),
    "publics": MOTS,
    "territoires": st.sampled_from(["28", "41"]),
    "jalons": st.fixed_dictionaries({"titre": MOTS, "date": DATE, "livrable": TEXTE, "fait_le": st.none()}),
    "financements": st.fixed_dictionaries(
        {
            "financeur": MOTS,
            "structure": st.none(),
            "annee": st.integers(2024, 2026),
            **dict.fromkeys(("demande", "promis", "obtenu", "depense"), MONTANT),
        }
    ),
    "indicateurs": st.fixed_dictionaries(
        {
            "libelle": MOTS,
            "unite": TEXTE,
            "source": TEXTE,
            "depart": st.none(),
            "cible": st.none(),
            "mesures": st.lists(st.fixed_dictionaries({"valeur": st.sampled_from("123")}), max_size=2),
        }
    ),
    "liens": st.fixed_dictionaries({"libelle": MOTS, "url": st.sampled_from(["https://a.fr", "https://b.fr"])}),
}


CONTENU = st.fixed_dictionaries(
    {
        **dict.fromkeys(TEXTES, TEXTE),
        "titre": MOTS,
        "debut": DATE,
        "fin": DATE,
        "en_continu": st.booleans(),
        "axe": st.none() | st.sampled_from("AB"),
        "priorite": st.none() | st.sampled_from(["eleve", "bas"]),
        "besoin": MONTANT,
        # Within a fiche, a thing is named once: the service refuses the rest.
        **{champ: st.lists(e, max_size=3, unique_by=partial(cle_d_element, champ)) for champ, e in ELEMENTS.items()},
    }
)
