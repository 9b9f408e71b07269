"""Lists are written from the rows as their models would write them."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter

from backend.api.catalogue import RESSOURCES
from backend.api.rendu import rendre_page
from backend.api.ressources import Ressource
from backend.api.schemas.base import Page
from backend.queries.listes import lire_demande, lister
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.tables.engines import Moteur


@pytest.mark.parametrize("ressource", RESSOURCES, ids=lambda r: r.chemin)
async def test_une_liste_dit_ce_que_dit_son_modele(base_demo_lecture: Moteur, ressource: Ressource) -> None:
    modele = TypeAdapter(Page[ressource.resume])  # type: ignore[name-defined]
    numero, lus = 1, 0
    while True:
        demande = lire_demande(ressource.liste, [("page", str(numero)), ("par_page", "200")])
        page = await lister(SYSTEME, ressource.liste, demande, AU)
        attendue = json.loads(modele.dump_json(modele.validate_python(page, from_attributes=True)))
        assert json.loads(rendre_page(ressource.resume, page)) == attendue
        lus += len(page.elements)
        if not page.elements:
            break
        numero += 1
    assert lus > 2
