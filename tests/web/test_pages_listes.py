"""Filters, sort and pages live in the address; what an address asks wrongly is told in French."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Site
from tests.web.lecture_html import PageLue

FEUILLE = "/feuilles-de-route/28-2024"


def numeros(html: str) -> list[str]:
    """Numbers of the fiches listed, in order."""
    return re.findall(r'<td role="cell" class="rang">([^<]+)</td>', html)


def adresse_canonique(site: Site) -> str:
    """The page of the roadmap itself."""
    return str(site.get(FEUILLE, follow_redirects=False).headers["location"])


def test_la_liste_montre_cinquante_fiches_par_page(alice: Site) -> None:
    premiere = alice.get(FEUILLE).text
    assert len(numeros(premiere)) == 50
    assert numeros(premiere)[:3] == ["1.1", "1.2", "1.3"]
    assert "Fiches 1 à 50 sur 131" in PageLue(premiere).texte
    troisieme = alice.get(f"{FEUILLE}?page=3").text
    assert len(numeros(troisieme)) == 31
    assert numeros(troisieme)[-1] == "5.18"
    assert "Fiches 101 à 131 sur 131" in PageLue(troisieme).texte


@pytest.mark.parametrize(
    ("requete", "total"),
    [
        ("en_retard=oui", 14),
        ("sans_pilote=oui", 6),
        ("sans_nouvelles=6", 35),
        ("avancement=bloquee", 3),
        ("axe=28-2024/3", 22),
        ("avancement=realisee&axe=28-2024/1", 6),
        ("territoire=bv-dreux", 14),
        ("texte=mediateurs", 10),
        ("texte=MÉDIATEURS", 10),
    ],
)
def test_un_filtre_se_lit_dans_l_adresse(alice: Site, requete: str, total: int) -> None:
    html = alice.get(f"{FEUILLE}?{requete}").text
    assert len(numeros(html)) == total
    assert f"Fiches 1 à {total} sur {total}" in PageLue(html).texte


def test_un_raccourci_dit_le_nombre_que_sa_liste_donne(alice: Site) -> None:
    page = alice.get(FEUILLE).text
    raccourcis = re.search(r'<ul class="raccourcis".*?</ul>', page, re.DOTALL)
    assert raccourcis
    trouves = re.findall(r'href="([^"#]+)[^"]*"[^>]*>(?:<svg.*?</svg> )?[^<]+ <span>(\d+)</span>', raccourcis[0])
    assert [int(nombre) for _, nombre in trouves] == [131, 14, 6, 35]
    for adresse, nombre in trouves:
        assert f"sur {nombre}<" in alice.get(adresse.replace("&amp;", "&")).text


def test_une_colonne_trie_puis_trie_dans_l_autre_sens(alice: Site) -> None:
    montant = alice.get(f"{FEUILLE}?tri=titre").text
    titres = re.findall(r'<a href="/fiches-action/[^"]+">([^<]+)</a>', montant)
    assert titres[0].startswith("Accompagner")
    colonne = re.search(r'aria-sort="ascending"><a class="large" href="([^"]+)"', montant)
    assert colonne
    assert "tri=-titre" in colonne[1]
    descendant = alice.get(colonne[1].split("#")[0]).text
    assert 'aria-sort="descending"' in descendant
    assert re.findall(r'<a href="/fiches-action/[^"]+">([^<]+)</a>', descendant)[0].startswith("Vérifier")


def test_un_lien_de_page_garde_les_filtres_et_le_tri(alice: Site) -> None:
    page = PageLue(alice.get(f"{FEUILLE}?avancement=en_cours&tri=-fin").text)
    suivantes = {lien.split("#")[0] for lien in page.liens if "page=2" in lien}
    assert len(suivantes) == 1
    assert suivantes.pop().endswith("?avancement=en_cours&tri=-fin&page=2")


def test_le_formulaire_garde_ce_qu_il_ne_montre_pas(alice: Site) -> None:
    html = alice.get(f"{FEUILLE}?exemple=oui&avancement=bloquee&en_retard=oui").text
    formulaire = html.split('<form class="filtres large"')[1].split("</form>")[0]
    assert '<input type="hidden" name="exemple" value="oui">' in formulaire
    assert '<option value="bloquee" selected>Bloquée</option>' in formulaire
    assert '<option value="oui" selected>Oui</option>' in formulaire


def test_les_champs_vides_disparaissent_de_l_adresse(alice: Site) -> None:
    canonique = adresse_canonique(alice)
    reponse = alice.get(f"{canonique}?texte=&axe=&avancement=bloquee&tri=", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, f"{canonique}?avancement=bloquee#fiches")
    reponse = alice.get("/agenda?gouvernance=&periode=2023", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, "/agenda?periode=2023")


def test_un_parametre_inconnu_est_ignore(alice: Site) -> None:
    assert len(numeros(alice.get(f"{FEUILLE}?utm_source=lettre&avancement=bloquee").text)) == 3
    assert alice.get("/agenda?utm_source=lettre").status_code == 200


def test_une_liste_vide_dit_quel_filtre_retirer(alice: Site) -> None:
    html = alice.get(f"{FEUILLE}?avancement=bloquee&texte=introuvable").text
    texte = PageLue(html).texte
    assert "Aucune fiche ne correspond à ces filtres" in texte
    assert "statut «\u202fBloquée\u202f»" in texte
    assert "Sans le filtre «\u202ftexte\u202f», trois fiches correspondent." in texte
    retirer = re.search(r'<a class="bouton" href="([^"]+)">Retirer ce filtre', html)
    assert retirer
    assert len(numeros(alice.get(retirer[1].split("#")[0]).text)) == 3


def test_l_avancement_ne_se_demande_qu_aux_fiches_retenues(charlie: Site) -> None:
    assert numeros(charlie.get("/feuilles-de-route/41-2024?avancement=a_venir").text) == ["1.1", "4.1"]
    en_attente = numeros(charlie.get("/feuilles-de-route/41-2024?instruction=proposee,en_instruction").text)
    assert sorted(en_attente, key=lambda n: int(n[1:])) == [f"p{n}" for n in (*range(1, 12), 15, 16, 17)]


@pytest.mark.parametrize(
    ("chemin", "champ"),
    [
        (f"{FEUILLE}?avancement=enretard", "avancement"),
        (f"{FEUILLE}?page=0", "page"),
        (f"{FEUILLE}?page=100000000000000000000000000", "page"),
        (f"{FEUILLE}?page=99", "page"),
        (f"{FEUILLE}?tri=pilote", "tri"),
        (f"{FEUILLE}?axe=28-2024/9", "axe"),
        (f"{FEUILLE}?pilote=personne", "pilote"),
        (f"{FEUILLE}?sans_nouvelles=jamais", "sans_nouvelles"),
        (f"{FEUILLE}?texte=%00", "texte"),
        (f"{FEUILLE}?texte={'x' * 201}", "texte"),
        (f"{FEUILLE}?avancement=bloquee&avancement=en_cours", "avancement"),
        ("/agenda?periode=jamais", "periode"),
        ("/agenda?periode=99999", "periode"),
        ("/agenda?type=apero", "type"),
        ("/agenda?vue=camembert", "vue"),
        ("/agenda?mois=2025-13", "mois"),
        ("/agenda?gouvernance=99", "gouvernance"),
        ("/agenda?instance=28/inconnue", "instance"),
        ("/agenda?a_confirmer=peut-etre", "a_confirmer"),
        ("/agenda?periode=2023&periode=2024", "periode"),
        ("/agenda.ics?periode=jamais", "periode"),
        ("/agenda.ics?reunion=28/copil/r99", "reunion"),
    ],
)
def test_une_valeur_impossible_est_refusee_en_francais(alice: Site, chemin: str, champ: str) -> None:
    reponse = alice.get(chemin)
    assert reponse.status_code == 422
    page = PageLue(reponse.text)
    assert "Ce qui est refusé" in page.texte
    assert re.search(rf"<strong>{champ}</strong>", reponse.text)
    assert "situation au 17\u00a0juin\u00a02025" in page.texte


@pytest.mark.parametrize(
    ("requete", "attendues"),
    [
        ("", 5),
        ("?periode=2023", 0),
        ("?type=copil", 1),
        ("?type=copil&periode=toutes", 4),
        ("?gouvernance=28&periode=2024", 13),
        ("?instance=28/gt-sante&periode=toutes", 2),
        ("?a_confirmer=oui", 2),
    ],
)
def test_l_agenda_se_filtre_par_l_adresse(alice: Site, requete: str, attendues: int) -> None:
    reponse = alice.get(f"/agenda{requete}")
    assert reponse.text.count('class="quand"') == attendues


def test_une_date_qui_n_est_pas_sure_se_voit(alice: Site) -> None:
    page = alice.get("/agenda?a_confirmer=oui").text
    assert 'class="incertaine"' in page
    assert "À confirmer</span>" in page
    assert "À confirmer</span>" in alice.get("/reunions/28/gt-sante/r2").text
    assert "À confirmer</span>" not in alice.get("/reunions/28/copil/r4").text


def test_l_agenda_range_par_mois_ce_qui_est_d_un_mois(diane: Site) -> None:
    html = diane.get("/agenda?periode=toutes&gouvernance=37").text
    assert re.findall(r'<h2 id="mois-(\d{4}-\d{2})">', html) == [
        *("2023-06", "2023-07", "2023-09", "2023-10", "2023-11", "2023-12", "2025-09"),
    ]
    assert '<h2 id="sans-groupe">Sans mois précis</h2>' in html
    assert "15\u00a0réunions hors du fichier" in PageLue(html).texte


def test_l_agenda_d_un_mois_pose_chaque_jour_possible_et_dit_le_reste(diane: Site) -> None:
    page = diane.get("/agenda?vue=mois&mois=2023-09&gouvernance=37").text
    assert page.count("Jour possible") == 2
    jours = re.findall(r'<li class="colonne-(\d)( libre)?', page)
    assert len(jours) == 30
    assert jours[0][0] == "5"
    assert sum(not libre for _, libre in jours) == 4
    vide = diane.get("/agenda?vue=mois&mois=2023-08&gouvernance=37").text
    assert "Aucune réunion n’a de jour fixé" in vide
    assert 'href="/agenda?vue=mois&amp;gouvernance=37&amp;mois=2023-09"' in vide


def test_un_mois_a_une_seule_adresse(diane: Site) -> None:
    reponse = diane.get("/agenda?periode=2023&mois=2023-09", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, "/agenda?mois=2023-09&vue=mois")
    du_jour = diane.get("/agenda?vue=mois").text
    assert '<h2 id="grille">Juin\u00a02025</h2>' in du_jour
    assert "ce-jour" in du_jour


def test_l_agenda_se_range_par_instance_et_par_departement_sans_rien_perdre(diane: Site) -> None:
    toutes = diane.get("/agenda?periode=toutes").text.count('class="quand"')
    pages = [diane.get(f"/agenda?periode=toutes&vue={vue}").text for vue in ("instances", "departements")]
    for page in pages:
        assert page.count('class="quand"') == toutes
        assert 'id="sans-groupe"' in page
    titres = re.findall(r'<h2 id="groupe-\d+">([^<]+)</h2>', pages[-1])
    assert titres == ["Cher", "Eure-et-Loir", "Indre", "Indre-et-Loire", "Loiret"]


def test_chaque_reunion_de_l_annee_est_dans_le_fichier_ou_dite_hors_de_lui(diane: Site) -> None:
    html = diane.get("/agenda?periode=2024").text
    page = PageLue(html)
    dehors = re.search(r"(\d+)\u00a0réunions hors du fichier", page.texte)
    dedans = re.search(r"(\d+)\u00a0événement", page.texte)
    assert dehors
    assert dedans
    assert int(dehors[1]) + int(dedans[1]) == html.count('class="quand"')
