"""The mail of a request for news: what its author adds, and until when, in both of its parts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from backend.services import contributions as s
from backend.services.commands.contributions import RelancerDemande
from backend.settings import Settings
from fne_roadmaps.tables.engines import Moteur
from tests.services.demandes import demander
from tests.support.courriels import Serveur
from tests.support.envois import Horloge, envoyer, textes_de
from tests.support.personnes import ALICE, contexte

A = "pilote@asso-a.example"
MESSAGE = "Le COPIL se réunit bientôt.\n\n- où en sont les tournées ?\nMoins de 3 < 5 jours & merci"


def mots(texte: str) -> str:
    """The words of a mail, whatever separates them."""
    return " ".join(texte.split())


async def recu(serveur: Serveur, reglages: Settings) -> tuple[str, str]:
    """Both parts of the last mail."""
    await envoyer(reglages)
    return textes_de(serveur.recus[-1][1])


async def test_le_courriel_dit_le_message_et_l_echeance(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    await demander(contexte(ALICE), courriel=A, message=MESSAGE, echeance=date(2025, 7, 1))
    texte, html = await recu(serveur_smtp, reglages_smtp)
    for partie in (texte, html):
        assert "Votre réponse est attendue pour le 1er juillet 2025." in mots(partie)
        assert "Le COPIL se réunit bientôt." in partie
    cites = [ligne.rstrip() for ligne in texte.splitlines() if ligne.startswith("> ")]
    assert [mots(ligne) for ligne in cites] == [
        "> Le COPIL se réunit bientôt.",
        "> - où en sont les tournées ?",
        "> Moins de 3 < 5 jours & merci",
    ]
    assert "3 &lt; 5" in mots(html)
    assert "&amp; merci</p>" in html
    assert not re.search(r"(\r?\n){3}", texte)


async def test_sans_message_ni_echeance_le_courriel_n_en_dit_rien(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    await demander(contexte(ALICE), courriel=A)
    texte, html = await recu(serveur_smtp, reglages_smtp)
    for partie in (texte, html):
        assert "ajoute" not in partie
        assert "attendue" not in partie
        assert "None" not in partie
    assert "blockquote" not in html
    assert not re.search(r"(\r?\n){3}", texte)


@pytest.mark.parametrize(
    ("jour", "echeance", "attendu"),
    [
        (date(2025, 6, 20), None, "attendue pour le 1er juillet 2025."),
        (date(2025, 7, 2), None, None),
        (date(2025, 7, 2), date(2025, 7, 15), "attendue pour le 15 juillet 2025."),
    ],
)
async def test_relancee_elle_redit_le_message_et_le_jour_s_il_est_a_venir(
    monde: Moteur,
    horloge: Horloge,
    serveur_smtp: Serveur,
    reglages_smtp: Settings,
    jour: date,
    echeance: date | None,
    attendu: str | None,
) -> None:
    _, demande = await demander(contexte(ALICE), courriel=A, message=MESSAGE, echeance=date(2025, 7, 1))
    await envoyer(reglages_smtp)
    plus_tard = replace(contexte(ALICE, requete="relance"), au=jour)
    await s.relancer_demande(plus_tard, demande, RelancerDemande(echeance=echeance))
    await envoyer(reglages_smtp)
    premier, relance = (mots(textes_de(message)[0]) for _, message in serveur_smtp.recus)
    assert "attendue pour le 1er juillet 2025." in premier
    assert "Le COPIL se réunit bientôt." in relance
    assert (attendu in relance) if attendu else ("attendue" not in relance)
