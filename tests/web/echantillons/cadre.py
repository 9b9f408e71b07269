"""The frame shared by the samples."""

from __future__ import annotations

from datetime import date

from backend.web import adresses
from backend.web.contexts import Bandeau, Cadre, CompteDemo, Demo, Lien, Repartition, Rubrique
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.enums import Avancement

AU = date(2025, 6, 17)
ALICE = CompteDemo(nom="alice", precision="porteuse, Eure-et-Loir")
COMPTES = (
    ALICE,
    CompteDemo(nom="bob", precision="lecteur, Eure-et-Loir"),
    CompteDemo(nom="charlie", precision="lecteur, Loir-et-Cher"),
)
REGION = Lien(libelle="Région", href=adresses.REGION)
EURE_ET_LOIR = Lien(libelle="Eure-et-Loir", href=adresses.gouvernance("28"))


def jour(edtf: str, recu: str | None = None) -> DateIncertaine:
    """An uncertain date from EDTF."""
    return lire_date(edtf, recu=recu)


def repartition(
    realisee: int, en_cours: int, en_pause: int, bloquee: int, a_venir: int, abandonnee: int
) -> Repartition:
    """Counts in the order of the bar."""
    return Repartition(
        {
            Avancement.REALISEE: realisee,
            Avancement.EN_COURS: en_cours,
            Avancement.EN_PAUSE: en_pause,
            Avancement.BLOQUEE: bloquee,
            Avancement.A_VENIR: a_venir,
            Avancement.ABANDONNEE: abandonnee,
        }
    )


def demo(lecteur: CompteDemo | None = ALICE) -> Demo:
    """The demo frame."""
    return Demo(au=AU, comptes=COMPTES, retour="/", lecteur=lecteur)


def _menu(courant: str) -> tuple[Rubrique, ...]:
    return (
        Rubrique(libelle="Région", href=adresses.REGION, courante=courant == "Région"),
        Rubrique(libelle="Agenda", href=adresses.agenda(), courante=courant == "Agenda"),
    )


def de_region(titre: str, courant: str, lecteur: CompteDemo | None = ALICE) -> Cadre:
    """Frame of a page of the region; ``courant`` is one of its rubriques."""
    liens = {
        "Les six gouvernances": adresses.REGION,
        "Comitologie du hub": adresses.gouvernance("hub-lo"),
        "Agenda régional": adresses.agenda(),
    }
    rubriques = tuple(Rubrique(libelle=n, href=h, courante=n == courant) for n, h in liens.items())
    return Cadre(
        titre=titre,
        au=AU,
        menu=_menu("Agenda" if courant.startswith("Agenda") else "Région"),
        bandeau=Bandeau(lieu="Centre-Val de Loire", href=adresses.REGION, rubriques=rubriques),
        demo=demo(lecteur),
    )


def de_gouvernance(
    titre: str,
    courant: str,
    fil: tuple[Lien, ...] = (REGION, EURE_ET_LOIR),
    ici: str | None = None,
    lieu: str = "Eure-et-Loir",
    code: str = "28",
) -> Cadre:
    """Frame of a page of a governance."""
    liens = {
        "Vue d’ensemble": adresses.gouvernance(code),
        "Feuille de route": adresses.feuille_de_route(f"{code}-2024"),
        "Instances et réunions": adresses.gouvernance(code, "instances"),
        "Agenda": adresses.agenda({"gouvernance": code}),
    }
    return Cadre(
        titre=titre,
        au=AU,
        menu=_menu(""),
        bandeau=Bandeau(
            lieu=lieu,
            code=code,
            href=adresses.gouvernance(code),
            rubriques=tuple(Rubrique(libelle=n, href=h, courante=n == courant) for n, h in liens.items()),
        ),
        fil=fil,
        ici=ici,
        demo=demo(),
    )
