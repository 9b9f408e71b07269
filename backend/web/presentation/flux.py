"""One's calendar feeds in words: what each shows, when it was read, what may be done of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne
from backend.queries.vues.flux import ChoixDeFlux
from backend.web.adresses import comptes, flux as ici
from backend.web.contexts import (
    AdresseDeFlux,
    Cadre,
    ErreurDeChamp,
    FluxTenu,
    Formulaire,
    LienACopier,
    MesAgendasContexte,
)
from backend.web.formulaires import Saisie, nouvelle_cle
from backend.web.presentation.mots import lieu_dit
from exports.formats import duree, typographier
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.flux import RAPPELS
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE

DEMANDE = ("portee", "cible")
"""Parameters of the address that say what to follow."""
_AIDE = "Personnelle : qui l’a lit cet agenda. Elle ne se montre qu’une fois, copiez-la maintenant."
_AUCUN = "Aucun rappel"
_HEXAGONE = ZoneInfo(FUSEAU_HEXAGONE)


def contexte_mes_agendas(
    cadre: Cadre,
    siens: Sequence[Ligne],
    choix: ChoixDeFlux,
    *,
    demandee: str,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    regle: UUID | None,
    racine: str,
    ouvert: tuple[Ligne, str] | None,
) -> MesAgendasContexte:
    """The page. What was typed goes back to the form it came from: the one of feed ``regle``, or the one that opens."""
    ouvre = regle is None
    choisie = demandee or PorteeFlux.MES_REUNIONS.value
    return MesAgendasContexte(
        cadre=cadre,
        formulaire=Formulaire(
            action=ici.MES_AGENDAS,
            retour=comptes.COMPTE,
            valeurs=saisie.valeurs if saisie and ouvre else {"portee": (choisie,)},
            erreurs=erreurs if ouvre else (),
            cle=nouvelle_cle(),
        ),
        choix=_choix(choix),
        rappels=(("", _AUCUN), *((str(m), _rappel(m)) for m in RAPPELS)),
        flux=tuple(_flux(f, *((saisie, erreurs) if f["id"] == regle else (None, ()))) for f in siens),
        adresse=_adresse(*ouvert, racine) if ouvert else None,
    )


def _adresse(flux: Ligne, secret: str, racine: str) -> AdresseDeFlux:
    entiere = racine + ici.secret(secret)
    return AdresseDeFlux(
        nom=typographier(flux["nom"]),
        https=LienACopier(libelle="Adresse à coller dans votre agenda", adresse=entiere, aide=typographier(_AIDE)),
        webcal=LienACopier(
            libelle="La même, pour les agendas qui s’ouvrent d’eux-mêmes", adresse=f"webcal:{entiere.partition(':')[2]}"
        ),
    )


def _flux(f: Ligne, saisie: Saisie | None, erreurs: tuple[ErreurDeChamp, ...]) -> FluxTenu:
    rappel = f["rappel_minutes"]
    tenues = {"nom": (f["nom"],), "rappel_minutes": (str(rappel or ""),)}
    reglage = Formulaire(
        action=ici.acte(f["id"], "regler"),
        retour=ici.MES_AGENDAS,
        valeurs=saisie.valeurs if saisie else tenues,
        erreurs=erreurs,
        version=f["version"],
    )
    return FluxTenu(
        cle=str(f["id"]),
        nom=typographier(f["nom"]),
        portee=PorteeFlux(f["portee"]),
        cree_le=f["cree_le"].astimezone(_HEXAGONE),
        dernier_usage_le=f["dernier_usage_le"] and f["dernier_usage_le"].astimezone(_HEXAGONE),
        revoque_le=f["revoque_le"] and f["revoque_le"].astimezone(_HEXAGONE),
        rappel=_rappel(rappel) if rappel else None,
        reglage=None if f["revoque_le"] else reglage,
        remplacer=ici.acte(f["id"], "remplacer"),
        revoquer=ici.acte(f["id"], "revoquer"),
        retablir=ici.acte(f["id"], "retablir"),
    )


def _rappel(minutes: int) -> str:
    return "La veille, à la même heure" if minutes == 24 * 60 else f"{duree(minutes)} avant"


def _choix(choix: ChoixDeFlux) -> tuple[tuple[str, str], ...]:
    """What may be followed: one's meetings, what is asked for, one's structure, regions, governances, bodies."""
    dits = [(PorteeFlux.MES_REUNIONS.value, PorteeFlux.MES_REUNIONS.libelle)]
    if choix.demandee:
        dits.append(choix.demandee)
    if choix.structure:
        dits.append((f"structure:{choix.structure}", "Les réunions de ma structure"))
    dits += [(f"region:{r['code']}", f"Toute la région : {r['nom']}") for r in choix.regions]
    dits += [(f"gouvernance:{g['code']}", lieu_dit(g["nom"], g["type"], g["t_nom"])) for g in choix.gouvernances]
    dits += [(f"instance:{i['code']}", f"{i['nom']} · {i['g_nom']}") for i in choix.instances]
    return tuple({valeur: typographier(mot) for valeur, mot in reversed(dits)}.items())[::-1]
