"""Date polls and years of meetings through the services: opened, answered by a link, closed once; all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.sondages import REPONSE, SONDAGE, lire_sondage, reponse_du_lien, sondage_du_lien
from backend.services import reunions, sondages
from backend.services.commands import reunions as cr, sondages as cs
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base
from tests.support.personnes import contexte

R1 = "28/copil/r1"


def jours(ctx: Contexte, *ecarts: int) -> tuple[str, ...]:
    """Days to come."""
    return tuple((ctx.au + timedelta(e)).isoformat() for e in ecarts)


async def ouvert(ctx: Contexte) -> UUID:
    """A poll on three days, one of them given twice."""
    commande = cs.OuvrirSondage.model_validate({"reunion": R1, "jours": jours(ctx, 30, 37, 44, 37)})
    return await sondages.ouvrir_sondage(ctx, commande)


async def reponse(ctx: Contexte, sondage: UUID, nom: str, *avis: str, a_la_place_de: UUID | None = None) -> UUID:
    """An answer for the days in order."""
    vue = await lire_sondage(sondage, ctx.au)
    dits = [{"option": o["id"], "avis": a} for o, a in zip(vue.options, avis, strict=True)]
    donnees = {"sondage": sondage, "nom": nom, "avis": dits, "reponse": a_la_place_de}
    return await sondages.repondre_sondage(ctx, cs.RepondreSondage.model_validate(donnees))


async def lire_reunion() -> Ligne:
    """The stored meeting."""
    trouvee = await ligne("SELECT * FROM reunion WHERE code = {}", R1)
    assert trouvee
    return trouvee


async def test_un_sondage_fait_des_options_puis_une_date_et_garde_les_identites(monde: Moteur, alice: Contexte) -> None:
    sondage = await ouvert(alice)
    options = await lignes("SELECT * FROM option_de_date ORDER BY rang")
    assert [o["etat"] for o in options] == ["ouverte"] * 3
    await reponse(alice, sondage, "Ana", "oui", "oui", "non")
    await reponse(contexte(alice.acteur, requete="deux"), sondage, "Bob", "non", "si_besoin", "oui")
    vue = await lire_sondage(sondage, alice.au)
    assert [(b.oui, b.si_besoin, b.non) for b in (vue.bilans[o["id"]] for o in vue.options)] == [
        *((1, 0, 1), (1, 1, 0), (1, 0, 1))
    ]
    avant = await lire_reunion()
    choix = cs.ChoisirLaDate(option=options[1]["id"], heure_debut="09:30", heure_fin="11:00")
    await sondages.choisir_la_date(alice, sondage, choix)
    apres = await lire_reunion()
    assert (apres["uid"], apres["etat"], apres["heure_debut"]) == (avant["uid"], "convoquee", "09:30")
    assert apres["date_edtf"] == options[1]["date_premier"].isoformat()
    assert apres["sequence"] == avant["sequence"] + 1
    relues = {o["id"]: o for o in await lignes("SELECT * FROM option_de_date")}
    assert [relues[o["id"]]["etat"] for o in options] == ["ecartee", "retenue", "ecartee"]
    assert all(relues[o["id"]]["uid"] == o["uid"] for o in options)
    assert all(relues[o["id"]]["sequence"] == o["sequence"] + 1 for o in options)
    for suite in (
        sondages.choisir_la_date(alice, sondage, choix),
        sondages.abandonner_sondage(alice, sondage),
        reponse(alice, sondage, "Tard", "oui", "oui", "oui"),
    ):
        with pytest.raises(RegleViolee, match=r"déjà clos|fermé"):
            await suite


async def test_le_lien_partage_repond_et_le_lien_personnel_change_sa_reponse(monde: Moteur, alice: Contexte) -> None:
    alice = replace(alice, secret="s" * 40)
    sondage = await ouvert(alice)
    personne = replace(contexte(Acteur("visiteur", "Visiteur", compte=False), requete="visite"), secret=alice.secret)
    porteur, cle = await sondage_du_lien(personne, creer_jeton(alice.secret, SONDAGE, sondage))
    assert cle == sondage
    mienne = await reponse(porteur, sondage, "Ana", "oui", "non", "non")
    autre = await reponse(contexte(alice.acteur, requete="autre"), sondage, "Bea", "non", "non", "oui")
    personnel, _, la_mienne = await reponse_du_lien(personne, creer_jeton(alice.secret, REPONSE, mienne))
    assert la_mienne == mienne
    await reponse(personnel, sondage, "Ana", "non", "oui", "si_besoin", a_la_place_de=mienne)
    with pytest.raises(NonTrouve):
        await reponse(personnel, sondage, "Ana", "oui", "oui", "oui", a_la_place_de=autre)
    assert len((await lire_sondage(sondage, alice.au)).reponses) == 2
    await sondages.remplacer_le_lien(alice, sondage)
    with pytest.raises(NonTrouve):
        await sondage_du_lien(personne, creer_jeton(alice.secret, SONDAGE, sondage))
    with pytest.raises(NonTrouve):
        await sondage_du_lien(personne, "é" * 50)


async def test_un_sondage_ferme_sans_date_se_rouvre(monde: Moteur, alice: Contexte) -> None:
    sondage = await ouvert(alice)
    with pytest.raises(RegleViolee, match="déjà ouvert"):
        await ouvert(alice)
    await sondages.abandonner_sondage(alice, sondage)
    await sondages.rouvrir_sondage(alice, sondage)
    with pytest.raises(RegleViolee, match="se rouvre"):
        await sondages.rouvrir_sondage(alice, sondage)


async def test_bob_charlie_et_les_passants_ne_tiennent_pas_de_sondage(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    sondage = await ouvert(alice)
    (option, *_) = await lignes("SELECT id FROM option_de_date ORDER BY rang")
    avant = await contenu_de_la_base()
    passant = contexte(Acteur("visiteur", "Visiteur", compte=False))
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve), (passant, NonTrouve)):
        with pytest.raises(refus):
            await sondages.choisir_la_date(ctx, sondage, cs.ChoisirLaDate(option=option["id"]))
        with pytest.raises(refus):
            await sondages.abandonner_sondage(ctx, sondage)
    for ctx in (charlie, passant):
        with pytest.raises(NonTrouve):
            await reponse(ctx, sondage, "Non", "oui", "oui", "oui")
    assert await contenu_de_la_base() == avant


async def test_une_annee_se_cree_en_un_acte_et_se_retire_de_meme(monde: Moteur, alice: Contexte) -> None:
    commande = cr.CreerSerie.model_validate(
        {"instance": "28/cotech", "dates": ["2026-03", "2026-06-12", "2026-09"], "heure_debut": "14:00"}
    )
    serie = await reunions.creer_serie(alice, commande)
    creees = await lignes("SELECT code, etat, heure_debut FROM reunion WHERE serie = {} ORDER BY numero", serie)
    assert [(r["etat"], r["heure_debut"]) for r in creees] == [
        *(("a_dater", None), ("convoquee", "14:00"), ("a_dater", None))
    ]
    await reunions.modifier_reunion(
        alice, creees[0]["code"], None, cr.ModifierReunion.model_validate({"lieu": "Dreux"})
    )
    assert await reunions.annuler_serie(alice, serie) == 2
    avant = await contenu_de_la_base()
    passee = cr.CreerSerie.model_validate({"instance": "28/cotech", "dates": ["2026-03", "2020-01-01"]})
    with pytest.raises(RegleViolee) as refus:
        await reunions.creer_serie(alice, passee)
    assert refus.value.champ == "dates.1"
    assert await contenu_de_la_base() == avant


async def test_une_reunion_supprimee_se_retablit_et_les_agendas_le_savent(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    avant = await lire_reunion()
    await reunions.supprimer_reunion(alice, R1, None, "Erreur.")
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await reunions.restaurer_reunion(ctx, avant["id"])
    await reunions.restaurer_reunion(alice, avant["id"])
    apres = await lire_reunion()
    assert (apres["supprime_le"], apres["sequence"], apres["uid"]) == (None, avant["sequence"] + 2, avant["uid"])
