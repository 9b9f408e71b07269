"""Meetings through their life: code and calendar identity kept, dates remembered, SEQUENCE only when it must rise."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from backend.context import Contexte
from backend.queries import agendas
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services import reunions
from backend.services.commands.decisions import CreerDecision, ModifierDecision
from backend.services.commands.reunions import (
    ChangerEtatReunion,
    CreerReunion,
    ModifierReunion,
)
from exports.ical import rendre_agenda
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte

R1 = "28/copil/r1"


async def creer(ctx: Contexte, **champs: Any) -> str:
    """The code of a new meeting of the COPIL."""
    cle = await reunions.creer_reunion(ctx, CreerReunion.model_validate({"instance": "28/copil", **champs}))
    return str(await valeur("SELECT code FROM reunion WHERE id = {}", cle))


async def modifier(ctx: Contexte, reference: str = R1, **champs: Any) -> int:
    """Change a meeting."""
    return await reunions.modifier_reunion(ctx, reference, None, ModifierReunion.model_validate(champs))


async def etat(ctx: Contexte, nouvel_etat: str, motif: str | None = None, reference: str = R1) -> int:
    """Move a meeting in its life."""
    commande = ChangerEtatReunion.model_validate({"etat": nouvel_etat, "motif": motif})
    return await reunions.changer_etat_reunion(ctx, reference, None, commande)


async def lire(code: str = R1) -> Ligne:
    """The stored meeting."""
    trouvee = await ligne("SELECT * FROM reunion WHERE code = {}", code)
    assert trouvee
    return trouvee


async def options(code: str) -> list[tuple[str, str, int, str]]:
    """(day, state, sequence, uid) of the options of a meeting."""
    rangees = await lignes(
        "SELECT o.* FROM option_de_date o JOIN reunion r ON r.id = o.reunion WHERE r.code = {} ORDER BY o.rang", code
    )
    return [(o["date_edtf"], o["etat"], o["sequence"], o["uid"]) for o in rangees]


async def agenda(ctx: Contexte) -> str:
    """The calendar of 28 as a file."""
    portee = await agendas.portee_gouvernance(ctx.acteur, "28")
    rendu = rendre_agenda(await agendas.agenda(ctx.acteur, portee))
    return rendu.octets.decode()


async def test_deplacer_garde_le_code_et_l_identite_et_se_souvient(monde: Moteur, alice: Contexte) -> None:
    avant = await lire()
    await modifier(alice, date="2025-10-02", heure_debut="14:00", heure_fin="16:00", motif="Salle prise.")
    apres = await lire()
    assert {c: apres[c] for c in ("id", "code", "uid", "numero", "etat")} == {
        c: avant[c] for c in ("id", "code", "uid", "numero", "etat")
    }
    assert (avant["sequence"], apres["sequence"], apres["maj_le"]) == (0, 1, alice.maintenant)
    (ancienne,) = await lignes("SELECT * FROM date_anterieure")
    assert (ancienne["date_edtf"], ancienne["heure_debut"], ancienne["heure_fin"], ancienne["motif"]) == (
        "2025-09-18",
        "09:30",
        "12:00",
        "Salle prise.",
    )


@pytest.mark.parametrize(
    ("changement", "monte"),
    [
        ({"titre": "Autre titre"}, False),
        ({"note": "Une note"}, False),
        ({"date": "2025-09-18"}, False),
        ({"roles": [{"structure": "hub-lo", "role": "expert"}]}, False),
        ({"territoire": "bv-chartres"}, False),
        ({"lieu": "Chartres"}, True),
        ({"lien_visio": "https://exemple.fr/visio"}, True),
        ({"heure_fin": "12:30"}, True),
        ({"date": "2025-09-19"}, True),
        ({"confirmee": False}, True),
    ],
)
async def test_la_sequence_ne_monte_que_si_les_invites_doivent_le_voir(
    monde: Moteur, alice: Contexte, changement: dict[str, Any], monte: bool
) -> None:
    await modifier(alice, **changement)
    assert (await lire())["sequence"] == int(monte)


async def test_quatorze_ou_vingt_et_un_puis_un_seul(monde: Moteur, alice: Contexte) -> None:
    date = {"edtf": "[2025-09-14,2025-09-21]", "recu": "14 ou 21 septembre"}
    code = await creer(alice, date=date, etat="a_dater", confirmee=False)
    uid = (await lire(code))["uid"]
    (j14, e14, s14, u14), (j21, e21, s21, u21) = await options(code)
    assert [(j14, e14, s14), (j21, e21, s21)] == [("2025-09-14", "ouverte", 0), ("2025-09-21", "ouverte", 0)]
    assert len({uid, u14, u21}) == 3

    await modifier(alice, code, date="2025-09-21", heure_debut="09:00")
    choisie = await lire(code)
    assert (choisie["uid"], choisie["sequence"], choisie["date_edtf"]) == (uid, 1, "2025-09-21")
    assert await options(code) == [("2025-09-14", "ecartee", 1, u14), ("2025-09-21", "retenue", 1, u21)]
    assert [d["date_edtf"] for d in await lignes("SELECT date_edtf FROM date_anterieure")] == [date["edtf"]]

    await modifier(alice, code, date="[2025-09-14,2025-09-28]", heure_debut=None)
    j28 = (await options(code))[2]
    assert await options(code) == [
        ("2025-09-14", "ouverte", 2, u14),
        ("2025-09-21", "ecartee", 2, u21),
        ("2025-09-28", "ouverte", 0, j28[3]),
    ]
    fichier = await agenda(alice)
    assert fichier.count("STATUS:TENTATIVE") == 2
    assert f"UID:{u14}" in fichier


async def test_reporter_retire_la_date_et_une_nouvelle_la_convoque(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee) as refus:
        await etat(alice, "reportee")
    assert refus.value.champ == "motif"
    await etat(alice, "reportee", "Grève des trains.")
    reportee = await lire()
    assert (reportee["etat"], reportee["date_edtf"], reportee["date_premier"], reportee["heure_debut"]) == (
        "reportee",
        None,
        None,
        None,
    )
    assert [d["date_edtf"] for d in await lignes("SELECT date_edtf FROM date_anterieure")] == ["2025-09-18"]
    await modifier(alice, date="2025-11-20")
    redatee = await lire()
    assert (redatee["etat"], redatee["date_edtf"], redatee["uid"]) == ("convoquee", "2025-11-20", reportee["uid"])
    assert redatee["sequence"] == reportee["sequence"] + 1 == 2


async def test_annuler_est_definitif(monde: Moteur, alice: Contexte) -> None:
    await etat(alice, "annulee", "Faute de sujet.")
    assert (await lire())["sequence"] == 1
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="ne change plus"):
        await modifier(alice, titre="Tout de même")
    for suivant in ("convoquee", "tenue", "reportee"):
        with pytest.raises(RegleViolee, match="définitif"):
            await etat(alice, suivant, "Pourquoi pas.")
    assert await contenu_de_la_base() == avant
    assert "STATUS:CANCELLED" in await agenda(alice)


async def test_supprimer_sort_des_pages_et_reste_annulee_dans_les_agendas(monde: Moteur, alice: Contexte) -> None:
    uid = (await lire())["uid"]
    assert "STATUS:CANCELLED" not in await agenda(alice)
    await reunions.supprimer_reunion(alice, R1, 1, "Saisie en double.")
    with pytest.raises(NonTrouve):
        await modifier(alice, titre="Tout de même")
    fichier = await agenda(alice)
    bloc = next(b for b in fichier.split("BEGIN:VEVENT") if uid in b)
    assert "STATUS:CANCELLED" in bloc
    assert "SEQUENCE:1" in bloc


async def test_tenir_demande_un_jour_passe(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="à venir"):
        await etat(alice, "tenue")
    for date, champ in (("2025-12", "etat"), (None, "date")):
        with pytest.raises(RegleViolee) as refus:
            await creer(alice, etat="tenue", date=date)
        assert refus.value.champ == champ
    code = await creer(alice, etat="tenue", date="2024")
    with pytest.raises(RegleViolee):
        await modifier(alice, code, date="2026")


@pytest.mark.parametrize(
    ("saisie", "champ"),
    [
        ({"heure_debut": "09:00"}, "heure_debut"),
        ({"date": "2025-09", "heure_debut": "09:00"}, "heure_debut"),
        ({"date": "2025-09-18", "heure_fin": "12:00"}, "heure_debut"),
        ({"date": "2025-09-18", "heure_debut": "12:00", "heure_fin": "09:00"}, "heure_fin"),
        ({"instance": None}, "gouvernance"),
        ({"instance": None, "gouvernance": "28", "titre": "RDV"}, "genre"),
        ({"instance": None, "gouvernance": "28", "genre": "visio"}, "titre"),
        ({"instance": "28/copil", "gouvernance": "41"}, "instance"),
        ({"etat": "annulee"}, "motif"),
        ({"gouvernances_associees": ["41", "personne"]}, "gouvernances_associees.1"),
    ],
)
async def test_un_refus_nomme_son_champ(monde: Moteur, systeme: Contexte, saisie: dict[str, Any], champ: str) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await creer(systeme, **saisie)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


@pytest.mark.parametrize(
    "saisie",
    [
        {"heure_debut": "9h"},
        {"date": "14 ou 21 septembre"},
        {"date": "2023-02-29"},
        {"jour_annonce": "quelquefois"},
        {"lien_visio": "ftp://exemple.fr"},
        {"titre": "Un\u202etitre"},
        {"genre": "fête"},
        {"roles": [{"structure": "hub-lo", "role": "expert", "temps_minutes": -5}]},
    ],
)
def test_une_saisie_impossible_est_arretee_a_la_porte(saisie: dict[str, Any]) -> None:
    (champ,) = saisie
    with pytest.raises(ValidationError) as refus:
        CreerReunion.model_validate({"instance": "28/copil", **saisie})
    assert {e["loc"][0] for e in refus.value.errors()} == {champ}


async def test_une_reunion_garde_son_instance_et_son_genre(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="garde l’instance"):
        await modifier(alice, instance="28/cotech")
    sans = await reunions.creer_reunion(
        alice, CreerReunion.model_validate({"gouvernance": "28", "genre": "visio", "titre": "Point"})
    )
    with pytest.raises(RegleViolee) as refus:
        await modifier(alice, str(sans), genre="instance")
    assert refus.value.champ == "genre"


async def test_les_heures_suivent_le_fuseau_du_lieu(monde: Moteur, systeme: Contexte, alice: Contexte) -> None:
    from backend.services.commands.territoires import CreerTerritoire
    from backend.services.territoires import creer_territoire

    assert (await lire())["fuseau"] == "Europe/Paris"
    reunion = {"code": "974", "type": "departement", "nom": "La Réunion", "du_nom": "de La Réunion"}
    await creer_territoire(systeme, CreerTerritoire.model_validate(reunion))
    await modifier(alice, territoire="974")
    ailleurs = await lire()
    assert (ailleurs["fuseau"], ailleurs["heure_debut"], ailleurs["sequence"]) == ("Indian/Reunion", "09:30", 1)
    await modifier(alice, territoire=None)
    assert (await lire())["fuseau"] == "Europe/Paris"


async def test_un_siege_laisse_suivre_sans_laisser_ecrire(monde: Moteur, alice: Contexte) -> None:
    copil = await valeur("SELECT id FROM instance WHERE code = '28/copil'")
    membre = contexte(Acteur("membre", "Membre", sieges=frozenset({copil})))
    for essai in (
        creer(membre),
        modifier(membre, titre="Non"),
        reunions.creer_decision(membre, CreerDecision(reunion=R1, annee=2025, texte="Non")),
        reunions.modifier_decision(membre, "28/copil/2025-1", 1, ModifierDecision.model_validate({"texte": "Non"})),
    ):
        with pytest.raises(Interdit):
            await essai
    brouillon = await creer(alice)
    with pytest.raises(NonTrouve):
        await modifier(membre, brouillon, titre="Non")


async def test_une_decision_reste_dans_son_instance(monde: Moteur, alice: Contexte) -> None:
    commande = CreerDecision(instance="28/cotech", reunion=R1, annee=2025, texte="Ailleurs")
    with pytest.raises(RegleViolee) as refus:
        await reunions.creer_decision(alice, commande)
    assert refus.value.champ == "reunion"
    hors_instance = await reunions.creer_decision(
        alice, CreerDecision(gouvernance="28", annee=2025, texte="Sans instance", numero=7)
    )
    assert await valeur("SELECT code FROM decision WHERE id = {}", hors_instance) == "28/2025-7"
    with pytest.raises(RegleViolee) as refus:
        await reunions.modifier_decision(alice, "28/2025-7", 1, ModifierDecision.model_validate({"reunion": R1}))
    assert refus.value.champ == "reunion"


async def test_les_numeros_de_decision_recommencent_chaque_annee(monde: Moteur, alice: Contexte) -> None:
    for annee, attendu in ((2025, "28/copil/2025-2"), (2026, "28/copil/2026-1")):
        cle = await reunions.creer_decision(
            contexte(ALICE, requete=f"an-{annee}"), CreerDecision(instance="28/copil", annee=annee, texte="Dit.")
        )
        assert await valeur("SELECT code FROM decision WHERE id = {}", cle) == attendu
