"""Pages of mails: those of a governance, never with their links, and the letterbox of a demonstration."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from litestar.testing import TestClient
from pydantic import SecretStr

from backend.context import maintenant
from backend.queries.lecture import lignes
from backend.services.comptes import ouvrir_session
from backend.services.ecriture import inserer
from backend.settings import Settings
from backend.web.adresses import courriels as ici
from backend.web.session import TEMOIN
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
from fne_roadmaps.tables.comptes import Reglage
from fne_roadmaps.tables.courriels import Courriel
from tests.support.application import application
from tests.support.fabriques import BasesSqlite, ouverte
from tests.support.personnes import GOUVERNANCE_28, MAINTENANT, contexte
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie
from tests.web.test_pages_requetes import requetes

ICI = ici.courriels(GOUVERNANCE_28)
HOSTILE = "<script>alert(1)</script>"


def a_part(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Run in a loop of its own, before the site opens the base."""
    with ThreadPoolExecutor(1) as fil:
        return fil.submit(asyncio.run, coroutine).result()


def un_courriel(etat: EtatCourriel, rang: int, **autres: Any) -> dict[str, Any]:
    instant = MAINTENANT + timedelta(minutes=rang)
    return {
        "id": uuid4(),
        "gouvernance": GOUVERNANCE_28,
        "destinataire": f"personne-{rang}@asso-a.example",
        "modele": ModeleCourriel.INVITATION.value,
        "donnees": '{"gouvernance": "Eure-et-Loir"}',
        "objet_lie": uuid4(),
        "etat": etat.value,
        "cree_le": instant,
        "prochain_essai_le": datetime(2999, 1, 1, tzinfo=MAINTENANT.tzinfo),
        **autres,
    }


@pytest.fixture
def base_garnie(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """A demonstration with a failed mail, a cut one, one being tried again, and sixty sent ones."""

    async def garnir(url: str) -> None:
        async with ouverte(url):
            await inserer(
                Courriel,
                [
                    un_courriel(EtatCourriel.ECHEC, 90, essais=6, erreur=HOSTILE),
                    un_courriel(EtatCourriel.INCERTAIN, 91, erreur="Coupé : peut-être parti."),
                    un_courriel(EtatCourriel.A_ENVOYER, 92, essais=1, erreur="Muet."),
                    un_courriel(EtatCourriel.ECHEC, 93, gouvernance=None, destinataire="seule@ailleurs.example"),
                    *(un_courriel(EtatCourriel.ENVOYE, n, envoye_le=MAINTENANT) for n in range(60)),
                ],
            )

    with bases_sqlite.copie("demo") as url:
        a_part(garnir(url))
        yield url


@pytest.fixture
def garni(base_garnie: str) -> Iterator[Site]:
    """The site on it."""
    with ouvrir_site(base_garnie) as site:
        yield site


def test_qui_administre_voit_les_courriels_de_sa_gouvernance(garni: Site) -> None:
    lire_comme(garni, "alice")
    reponse = garni.get(ICI)
    assert reponse.status_code == 200
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    assert "personne-90@asso-a.example" in page.texte
    assert "6\u00a0essais" in page.texte
    assert HOSTILE in page.texte
    assert "seule@ailleurs.example" not in page.texte
    assert not [lien for lien in page.liens if "/acces/" in lien or "/public/" in lien]
    assert [f["action"] for f in page.tous("form") if "renvoyer" in (f["action"] or "")]


def test_les_filtres_et_les_pages_sont_dans_l_adresse(garni: Site) -> None:
    lire_comme(garni, "alice")
    echecs = PageLue(garni.get(ici.courriels(GOUVERNANCE_28, etat="echec")).text)
    assert "personne-90@" in echecs.texte
    assert "personne-91@" not in echecs.texte
    envoyes = PageLue(garni.get(ici.courriels(GOUVERNANCE_28, etat="envoye")).text)
    suivante = next(a["href"] for a in envoyes.tous("a") if a.get("rel") == "next")
    assert suivante
    assert "etat=envoye" in suivante
    assert garni.get(suivante).status_code == 200
    for faux in ("?etat=perdu", "?page=0", "?page=x"):
        assert garni.get(f"{ICI}{faux}").status_code == 422


def test_les_pages_de_courriels_coutent_autant_de_requetes_quoi_qu_elles_montrent(garni: Site) -> None:
    lire_comme(garni, "alice")
    vide, pleine = (requetes(garni, ici.courriels(GOUVERNANCE_28, etat=e)) for e in ("en_cours", "envoye"))
    assert vide == pleine <= 14
    assert requetes(garni, ici.BOITE) == requetes(garni, ici.boite(2)) <= 9


def test_renvoyer_remet_en_file_et_le_dit(garni: Site) -> None:
    lire_comme(garni, "alice")
    page = PageLue(garni.get(ici.courriels(GOUVERNANCE_28, etat="incertain")).text)
    (action,) = [a for f in page.tous("form") if "renvoyer" in (a := f["action"] or "")]
    reponse = garni.post(action, follow_redirects=True)
    assert reponse.status_code == 200
    assert "repart dans la minute" in reponse.text
    assert garni.post(action, follow_redirects=False).status_code == 422


@pytest.mark.parametrize(("lecteur", "statut"), [("bob", 403), ("charlie", 404), ("visiteur", 401), ("diane", 403)])
def test_personne_d_autre_ne_les_voit_ni_ne_les_renvoie(garni: Site, lecteur: str, statut: int) -> None:
    lire_comme(garni, lecteur)
    assert garni.get(ICI).status_code == statut
    assert garni.post(ici.renvoyer(GOUVERNANCE_28, uuid4()), follow_redirects=False).status_code == statut


def test_la_boite_montre_le_message_et_son_lien_se_suit(garni: Site) -> None:
    boite = garni.get(ici.BOITE)
    assert boite.status_code == 200
    page = verifier_page(boite.text)
    lettre = next(lien for lien in page.liens if re.fullmatch(rf"{ici.BOITE}/[0-9a-f-]{{36}}", lien))
    lue = garni.get(lettre)
    assert lue.status_code == 200
    message = verifier_page(lue.text)
    verifier_typographie(message)
    liens = [lien for lien in message.liens if lien.startswith("http://testserver.local/")]
    assert len(liens) == 1
    assert lue.text.count(liens[0]) == 3  # the link and its words, then the plain text
    assert garni.get(f"{ici.BOITE}/{uuid4()}").status_code == 404


def test_le_lien_d_un_message_de_la_demonstration_ouvre_sa_page(site: Site) -> None:
    boite = PageLue(site.get(ici.BOITE).text)
    lettres = [lien for lien in boite.liens if re.fullmatch(rf"{ici.BOITE}/[0-9a-f-]{{36}}", lien)]
    assert len(lettres) >= 3
    for lettre in lettres:
        (lien,) = [a for a in PageLue(site.get(lettre).text).liens if a.startswith("http://testserver.local/")]
        assert site.get(lien).status_code == 200


def test_hors_demonstration_la_boite_n_existe_pas(bases_sqlite: BasesSqlite) -> None:
    async def rendre_vraie(url: str) -> str:
        async with ouverte(url):
            await Reglage.update({Reglage.valeur: "0"}).where(Reglage.cle == "demo").run()
            (alice,) = await lignes("SELECT id FROM compte WHERE identifiant = {}", "alice-28")
            return await ouvrir_session(contexte(SYSTEME, maintenant=maintenant()), alice["id"], "")

    with bases_sqlite.copie("demo") as url:
        temoin = a_part(rendre_vraie(url))
        reglages = Settings(database_url=url, secret_key=SecretStr("x" * 40))
        with application(reglages) as app, TestClient(app, base_url="http://testserver.local") as client:
            client.cookies.set(TEMOIN, temoin)
            assert client.get(ICI).status_code == 200
            for adresse in (ici.BOITE, f"{ici.BOITE}/{uuid4()}"):
                assert client.get(adresse).status_code == 404
            assert "lettres" not in client.get("/").text


def test_lire_la_demonstration_n_envoie_ni_n_ecrit_rien(url_base_demo_lecture: str) -> None:
    async def etats() -> set[str]:
        async with ouverte(url_base_demo_lecture):
            return {c["etat"] for c in await lignes("SELECT etat FROM courriel")}

    assert a_part(etats()) == {EtatCourriel.ENVOYE}
