"""Drafts: one a section and an author, bounded, erased when saved, and nothing of them in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.brouillons import Brouillon, lire_brouillon
from backend.queries.lecture import lignes
from backend.services import brouillons
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC, Acteur
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.test_redaction import FANNY, piloter
from tests.support.etat import contenu_de_la_base
from tests.support.personnes import ALICE, MAINTENANT, contexte

FICHE = cle_fixe("fiche_action:28-2024/1.1")
FEUILLE = cle_fixe("feuille_de_route:28-2024")
PAIRES = (("contexte", "Un début…\n"), ("axes_servis", "a"), ("axes_servis", "b"), ("vide", ""))


async def garder(ctx: Contexte, objet: UUID = FICHE, section: str = "besoin", texte: str = "Un début…\n") -> None:
    await brouillons.garder_brouillon(ctx, objet, section, 3, (("contexte", texte), *PAIRES[1:]))


async def test_le_brouillon_se_retrouve_tel_quel(monde: Moteur, alice: Contexte) -> None:
    await garder(alice)
    assert await lire_brouillon(alice.acteur, FICHE, "besoin") == Brouillon(PAIRES, 3, MAINTENANT)
    assert await lire_brouillon(alice.acteur, FICHE, "suivi") is None
    assert await lire_brouillon(alice.acteur, FEUILLE, "besoin") is None


async def test_le_dernier_garde_remplace_le_premier(monde: Moteur) -> None:
    await garder(contexte(ALICE))
    plus_tard = MAINTENANT + timedelta(minutes=5)
    await garder(contexte(ALICE, maintenant=plus_tard), texte="Plus loin")
    trouve = await lire_brouillon(ALICE, FICHE, "besoin")
    assert trouve
    assert (trouve.paires[0], trouve.le) == (("contexte", "Plus loin"), plus_tard)
    assert len(await lignes("SELECT id FROM brouillon")) == 1


async def test_abandonner_n_efface_que_le_sien(monde: Moteur, alice: Contexte) -> None:
    await piloter("asso-a")
    await garder(alice)
    await garder(contexte(FANNY), texte="De Fanny")
    await brouillons.abandonner_brouillon(alice, FICHE, "besoin")
    assert await lire_brouillon(alice.acteur, FICHE, "besoin") is None
    trouve = await lire_brouillon(FANNY, FICHE, "besoin")
    assert trouve
    assert trouve.paires[0] == ("contexte", "De Fanny")
    await brouillons.abandonner_brouillon(alice, FICHE, "besoin")


async def test_rien_du_domaine_ne_change_et_le_journal_se_tait(monde: Moteur, alice: Contexte) -> None:
    avant = await contenu_de_la_base()
    await garder(alice)
    await garder(alice, FEUILLE, "nouvelle")
    apres = await contenu_de_la_base()
    assert {t for t in avant if avant[t] != apres[t]} == {"brouillon"}


async def test_on_ne_garde_que_ce_qu_on_peut_ecrire(monde: Moteur, bob: Contexte, charlie: Contexte) -> None:
    for objet in (FICHE, FEUILLE):
        with pytest.raises(Interdit):
            await garder(bob, objet)
        with pytest.raises(NonTrouve):
            await garder(charlie, objet)
        for inconnu in (COMPTE_SANS_PROFIL, PUBLIC):
            with pytest.raises(NonTrouve):
                await garder(contexte(inconnu), objet)
    with pytest.raises(Interdit):
        await garder(contexte(FANNY))
    await garder(contexte(FANNY), FEUILLE, "nouvelle")
    assert len(await lignes("SELECT id FROM brouillon")) == 1


async def test_un_lien_personnel_ouvre_son_objet_et_lui_seul(monde: Moteur) -> None:
    depot = uuid4()
    lien = Acteur(f"depot:{depot}", "Dépôt", liens=frozenset({depot}), compte=False)
    await garder(contexte(lien), depot, "fiche")
    assert await lire_brouillon(lien, depot, "fiche")
    for objet in (uuid4(), FICHE):
        with pytest.raises(NonTrouve):
            await garder(contexte(lien), objet, "fiche")


async def test_un_brouillon_est_borne(monde: Moteur, alice: Contexte) -> None:
    await garder(alice, texte="x" * 290_000)
    with pytest.raises(RegleViolee) as refus:
        await garder(alice, texte="x" * 300_000)
    assert refus.value.champ == "contenu"
    for section in ("", "x" * 41, "a b", "a/b", "é"):
        with pytest.raises(NonTrouve):
            await garder(alice, section=section)


async def test_le_nombre_de_brouillons_est_borne(
    monde: Moteur, alice: Contexte, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brouillons, "BROUILLONS_MAX", 2)
    await garder(alice, section="besoin")
    await garder(alice, section="suivi")
    with pytest.raises(RegleViolee):
        await garder(alice, section="jalons")
    await garder(alice, section="suivi", texte="Encore")
    await garder(replace(alice, acteur=replace(ALICE, identifiant="alix-28")), section="jalons")


@pytest.mark.parametrize("texte", ["\x00", "</script>", "'; DROP TABLE brouillon; --", "😀", "\u202e", '{"a": [1]}'])
async def test_un_contenu_hostile_revient_tel_quel(monde: Moteur, alice: Contexte, texte: str) -> None:
    await garder(alice, texte=texte)
    trouve = await lire_brouillon(alice.acteur, FICHE, "besoin")
    assert trouve
    assert trouve.paires[0] == ("contexte", texte)
