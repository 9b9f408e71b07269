"""The queue of mails: written with the act that asks for them, sent again only by who administers the governance."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.services.courriels import livrer_sur_place, noter_echec, poster, prendre, renvoyer
from backend.services.ecriture import ecriture
from fne_roadmaps.domain.courriels import DELAIS, prochain_essai
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.personnes import GOUVERNANCE_28, MAINTENANT

ADRESSE = "Fanny@Asso-A.example"


async def en_file(ctx: Contexte, *, a: str = ADRESSE, gouvernance: UUID | None = GOUVERNANCE_28) -> UUID:
    async with ecriture():
        return await poster(
            ctx,
            destinataire=a,
            modele=ModeleCourriel.INVITATION,
            donnees={"gouvernance": "Eure-et-Loir"},
            objet_lie=uuid4(),
            gouvernance=gouvernance,
        )


async def lu(cle: UUID) -> dict[str, Any]:
    courriel = await ligne("SELECT * FROM courriel WHERE id = {}", cle)
    assert courriel
    return courriel


async def en_echec(ctx: Contexte) -> UUID:
    cle = await en_file(ctx)
    pris = await prendre(ctx)
    assert pris
    await noter_echec(ctx, pris, "Le serveur refuse.", definitif=True)
    return cle


async def test_a_mail_is_queued_with_its_act_or_not_at_all(monde: Moteur, alice: Contexte) -> None:
    cle = await en_file(alice)
    courriel = await lu(cle)
    assert (courriel["destinataire"], courriel["etat"]) == ("fanny@asso-a.example", EtatCourriel.A_ENVOYER)
    assert courriel["cree_le"] == courriel["prochain_essai_le"] == MAINTENANT

    async def acte_manque() -> None:
        async with ecriture():
            await poster(
                alice,
                destinataire=ADRESSE,
                modele=ModeleCourriel.DEPOT,
                donnees={},
                objet_lie=uuid4(),
                gouvernance=GOUVERNANCE_28,
            )
            raise RegleViolee("acte", "Non.")

    with pytest.raises(RegleViolee):
        await acte_manque()
    assert [c["id"] for c in await lignes("SELECT id FROM courriel")] == [cle]


@pytest.mark.parametrize(
    "adresse",
    [
        "",
        "fanny",
        "a@b",
        "a@b.example\r\nBcc: tous@ailleurs.example",
        "a@b.example\nSubject: x",
        "a@b.example, c@d.example",
        "Fanny <a@b.example>",
        "a@b.example\x00",
        "a@b.example\u2028c",
        "a@" + "b" * 250 + ".example",
    ],
)
async def test_what_is_no_address_never_reaches_a_header(monde: Moteur, alice: Contexte, adresse: str) -> None:
    with pytest.raises(RegleViolee, match="adresse de courriel"):
        await en_file(alice, a=adresse)
    assert await lignes("SELECT id FROM courriel") == []


async def test_who_administers_sends_a_failure_again_and_it_is_journaled(monde: Moteur, alice: Contexte) -> None:
    cle = await en_echec(alice)
    await renvoyer(alice, cle)
    courriel = await lu(cle)
    assert (courriel["etat"], courriel["essais"], courriel["erreur"]) == (EtatCourriel.A_ENVOYER, 0, None)
    entrees = await lignes("SELECT acteur, champ, avant, apres FROM entree_journal WHERE objet = {}", cle)
    assert [tuple(e.values()) for e in entrees] == [("alice-28", "etat", '"echec"', '"a_envoyer"')]


async def test_nobody_else_does(monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte) -> None:
    cle = await en_echec(alice)
    with pytest.raises(Interdit):
        await renvoyer(bob, cle)
    with pytest.raises(NonTrouve):
        await renvoyer(charlie, cle)
    assert (await lu(cle))["etat"] == EtatCourriel.ECHEC


async def test_only_what_failed_or_was_cut_is_sent_again(monde: Moteur, alice: Contexte) -> None:
    cle = await en_file(alice)
    with pytest.raises(RegleViolee, match="À envoyer"):
        await renvoyer(alice, cle)
    await prendre(alice)
    with pytest.raises(RegleViolee, match="Envoi en cours"):
        await renvoyer(alice, cle)
    for absente in (uuid4(), await en_file(alice, gouvernance=None)):
        with pytest.raises(NonTrouve):
            await renvoyer(alice, absente)


async def test_a_demonstration_delivers_on_the_spot(base: Moteur, systeme: Contexte) -> None:
    cles = [await en_file(systeme, gouvernance=None, a=f"a{i}@b.example") for i in range(2)]
    async with ecriture():
        await livrer_sur_place(systeme)
    for cle in cles:
        courriel = await lu(cle)
        assert (courriel["etat"], courriel["envoye_le"]) == (EtatCourriel.ENVOYE, MAINTENANT)
    assert await prendre(systeme) is None


def test_waits_grow_and_end() -> None:
    attentes = [prochain_essai(n) for n in range(1, 7)]
    assert attentes == [*DELAIS, None]
    assert list(DELAIS) == sorted(DELAIS)
