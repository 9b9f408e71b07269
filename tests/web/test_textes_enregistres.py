"""Long texts brought back to their form after a preview, and cleaned of what Word put in them when saved."""

from __future__ import annotations

import pytest

from backend.web.adresses import edition, textes as ici
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir

FICHE = cle_fixe("fiche_action:28-2024/1.1")
BESOIN = edition.modifier(FICHE, "besoin")
NOUVELLE = edition.nouvelle_fiche(cle_fixe("feuille_de_route:28-2024"))
TEXTE = "## Constat\nUn **besoin** réel.\n\n- un\n- deux"


@pytest.mark.parametrize("adresse", [BESOIN, NOUVELLE])
def test_revenir_au_formulaire_rend_tout_ce_qui_etait_tape(url_base_demo: str, adresse: str) -> None:
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        tape = ouvrir(site, adresse).remplir(contexte=TEXTE, objectifs="Autre <texte>")
        montre = envoyer(site, ici.apercu(adresse), [*tape.champs, ("apercu", "contexte")])
        repris = FormulaireLu(montre.text, adresse).remplir(contexte=f"{TEXTE}\nretouché")
        reponse = repris.envoyer(site, "reprendre:contexte")
        assert reponse.status_code == 200
        rendu = FormulaireLu(reponse.text, adresse)
        assert rendu.valeur("contexte") == f"{TEXTE}\nretouché"
        assert rendu.valeur("objectifs") == "Autre <texte>"
        attendus = {(n, v) for n, v in tape.champs if n not in {"contexte", "geste"}}
        assert attendus <= set(rendu.champs)


def test_un_texte_colle_de_word_est_nettoye_en_etant_enregistre(url_base_demo: str) -> None:
    colle = "<p class=MsoNormal>Un <b>besoin</b><o:p></o:p></p><ul><li>un</li><li>deux</li></ul>"
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        reponse = ouvrir(site, BESOIN).remplir(contexte=colle).envoyer(site)
        assert reponse.status_code == 303
        assert ouvrir(site, BESOIN).valeur("contexte") == "Un **besoin**\n\n- un\n- deux"
        fiche = site.get(f"/fiches-action/{FICHE}").text
        assert "<strong>besoin</strong>" in fiche
        assert "mso" not in fiche.lower()
