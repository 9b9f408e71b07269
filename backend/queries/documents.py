"""What a roadmap's document says, read in a fixed number of statements and frozen as a payload."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.fiches_du_document import fiches_par_axe
from backend.queries.lecture import Ligne, date_de, ligne, lignes, par_cle
from exports.formats import date_incertaine, date_longue
from exports.payloads import (
    AppuiDoc,
    AxeDoc,
    ChiffreDoc,
    FeuilleDeRouteDoc,
    InstanceDoc,
    MembreDoc,
    OrganismeDoc,
    SignataireDoc,
)
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import (
    EtatFeuille,
    Perimetre,
    RoleMembre,
    TypeAppui,
    TypeGouvernance,
    TypeInstance,
    UsageChiffre,
)
from fne_roadmaps.domain.signatures import SCHEMA_FEUILLE

PORTEURS = (RoleMembre.PORTEUR.value, RoleMembre.CO_PORTEUR.value)


async def contenu(
    feuille: UUID,
    *,
    etat: EtatFeuille,
    version: int | None,
    date_etat: DateIncertaine | None,
    occasion: str | None,
    arrete_au: date,
) -> FeuilleDeRouteDoc:
    """The complete content of a roadmap as it stands, in the state it is printed or frozen in.

    Only retained fiches are printed, in the order of their numbers. The caller has checked the reader's rights.
    """
    tete = await ligne(
        "SELECT f.*, g.code AS g_code, g.nom AS g_nom, g.type AS g_type, g.porteurs_source, t.code AS t_code, "
        "t.nom AS t_nom, t.du_nom FROM feuille_de_route f JOIN gouvernance g ON g.id = f.gouvernance "
        "JOIN territoire t ON t.id = g.territoire WHERE f.id = {}",
        feuille,
    )
    if tete is None:
        raise LookupError(f"feuille de route {feuille}")
    membres = await _membres(tete["gouvernance"])
    fiches = await fiches_par_axe(feuille)
    axes = await lignes(
        "SELECT * FROM axe WHERE feuille_de_route = {} AND parent IS NULL AND supprime_le IS NULL ORDER BY rang",
        feuille,
    )
    departementale = tete["g_type"] == TypeGouvernance.DEPARTEMENTALE
    perimetre = Perimetre(tete["perimetre"])
    return FeuilleDeRouteDoc(
        schema_=SCHEMA_FEUILLE,
        reference=tete["code"],
        gouvernance=tete["g_code"],
        departement=tete["t_code"] if departementale else None,
        territoire=tete["t_nom"],
        du_territoire=tete["du_nom"],
        titre=tete["titre"],
        sous_titre=tete["sous_titre"],
        surtitre=_surtitre(perimetre),
        mot_niveau_1=tete["mot_niveau_1"],
        mots_niveau_1=tete["mots_niveau_1"],
        etat=etat,
        version=version,
        date_etat=date_etat,
        occasion=occasion,
        arrete_au=arrete_au,
        periode=_periode(tete["debut"], tete["fin"]),
        exemple=tete["exemple"] or any(f.exemple for liste in fiches.values() for f in liste),
        mention=tete["mention"],
        porteurs=tuple(OrganismeDoc(nom=m["nom"]) for m in membres if m["role_porteur"]),
        porteurs_source=tete["porteurs_source"],
        signataires=await _signataires(feuille),
        signataires_note=tete["signataires_note"],
        avant_propos=tete["avant_propos"],
        appuis=await _appuis(feuille),
        membres=tuple(MembreDoc(organisme=m["nom"], roles=m["roles"], source=m["source"]) for m in membres),
        instances=await _instances(tete["gouvernance"], tete["annee"]),
        comitologie_chapo=tete["comitologie_chapo"],
        annee_reunions=tete["annee"],
        diagnostic=await _diagnostic(tete["gouvernance"]),
        axes=tuple(
            AxeDoc(
                rang=a["rang"],
                titre=a["titre"],
                transversal=a["transversal"],
                chapo=a["chapo"],
                fiches=tuple(fiches.get(a["id"], ())),
            )
            for a in axes
        ),
    )


def _surtitre(perimetre: Perimetre) -> str:
    if perimetre is Perimetre.BASSIN_DE_VIE:
        return perimetre.libelle
    return f"Feuille de route {perimetre.libelle.lower()}"


def _periode(debut: date | None, fin: date | None) -> str | None:
    if debut and fin:
        return f"{debut.year}–{fin.year}"
    return f"à partir de {debut.year}" if debut else f"jusqu’en {fin.year}" if fin else None


async def _membres(gouvernance: UUID) -> list[dict[str, Any]]:
    """Members in protocol order with the labels of their roles, in the order of the vocabulary."""
    rangees = await lignes(
        "SELECT m.id, m.rang, s.nom, r.role, r.source FROM membre m JOIN structure s ON s.id = m.structure "
        "LEFT JOIN role_de_membre r ON r.membre = m.id "
        "WHERE m.gouvernance = {} AND m.supprime_le IS NULL ORDER BY m.rang, s.code, r.role",
        gouvernance,
    )
    membres = []
    for groupe in par_cle(rangees, "id").values():
        roles = {RoleMembre(r["role"]) for r in groupe if r["role"]}
        sources = list(dict.fromkeys(r["source"] for r in groupe if r["source"]))
        membres.append(
            {
                "nom": groupe[0]["nom"],
                "roles": tuple(role.libelle for role in RoleMembre if role in roles),
                "role_porteur": any(role.value in PORTEURS for role in roles),
                "source": " ; ".join(sources) or None,
            }
        )
    return membres


async def _signataires(feuille: UUID) -> tuple[SignataireDoc, ...]:
    rangees = await lignes(
        "SELECT s.nom, g.qualite, g.mandat, g.source FROM signataire g JOIN structure s ON s.id = g.structure "
        "WHERE g.feuille_de_route = {} ORDER BY g.rang",
        feuille,
    )
    return tuple(
        SignataireDoc(organisme=r["nom"], qualite=r["qualite"], mandat=r["mandat"], source=r["source"]) for r in rangees
    )


async def _appuis(feuille: UUID) -> tuple[AppuiDoc, ...]:
    rangees = await lignes("SELECT type, intitule FROM appui WHERE feuille_de_route = {} ORDER BY rang", feuille)
    return tuple(AppuiDoc(type=TypeAppui(r["type"]).libelle, intitule=r["intitule"]) for r in rangees)


async def _instances(gouvernance: UUID, annee: int) -> tuple[InstanceDoc, ...]:
    """Bodies in tree order, each with its composition, its cadences and what it held in the year."""
    instances = await lignes(
        "SELECT i.*, (SELECT COUNT(*) FROM reunion r WHERE r.instance = i.id AND r.etat = 'tenue' "
        "AND r.exemple = {} AND r.supprime_le IS NULL AND r.date_premier >= {} AND r.date_dernier <= {}) AS tenues "
        "FROM instance i WHERE i.gouvernance = {} AND i.supprime_le IS NULL ORDER BY i.rang, i.code",
        False,
        date(annee, 1, 1),
        date(annee, 12, 31),
        gouvernance,
    )
    sieges = par_cle(
        await lignes(
            "SELECT g.instance, g.college, g.libelle, s.nom, p.fonction FROM siege g "
            "JOIN instance i ON i.id = g.instance LEFT JOIN poste p ON p.id = g.poste "
            "LEFT JOIN structure s ON s.id = COALESCE(g.structure, p.structure) "
            "WHERE i.gouvernance = {} AND g.supprime_le IS NULL ORDER BY g.instance, g.rang",
            gouvernance,
        ),
        "instance",
    )
    cadences = par_cle(
        await lignes(
            "SELECT c.* FROM cadence c JOIN instance i ON i.id = c.instance "
            "WHERE i.gouvernance = {} AND c.supprime_le IS NULL ORDER BY c.debut NULLS FIRST, c.texte",
            gouvernance,
        ),
        "instance",
    )
    codes = {i["id"]: i["code"] for i in instances}
    return tuple(
        InstanceDoc(
            code=i["code"],
            nom=i["nom"],
            type=TypeInstance(i["type"]),
            parent=codes.get(i["parent"]),
            role=i["role"],
            composition=tuple(libelle_siege(s) for s in sieges.get(i["id"], ())),
            cadences=tuple(texte_cadence(c) for c in cadences.get(i["id"], ())),
            tenues=i["tenues"],
            note=i["note"],
        )
        for i in en_arbre(instances)
    )


def en_arbre(instances: list[Ligne]) -> list[Ligne]:
    """Each body followed by those under it; the order among siblings is the given one."""
    enfants = par_cle(instances, "parent")
    ordre: list[Ligne] = []

    def descendre(parent: UUID | None) -> None:
        for instance in enfants.get(parent, ()):
            ordre.append(instance)
            descendre(instance["id"])

    descendre(None)
    return ordre


def libelle_siege(siege: Ligne) -> str:
    """A seat in words: its own label, or its organisation (and function); its college after."""
    nom = siege["libelle"] or siege["nom"] or ""
    if siege["fonction"]:
        nom = f"{nom}, {siege['fonction'].lower()}" if nom else siege["fonction"]
    return f"{nom} ({siege['college'].lower()})" if siege["college"] else str(nom)


def texte_cadence(cadence: Ligne) -> str:
    """A cadence in words with the period in which it holds."""
    texte = cadence["texte"]
    if cadence["debut"] and cadence["fin"]:
        return f"{texte}, du {date_longue(cadence['debut'])} au {date_longue(cadence['fin'])}"
    if cadence["debut"]:
        return f"{texte}, depuis le {date_longue(cadence['debut'])}"
    return f"{texte}, jusqu’au {date_longue(cadence['fin'])}" if cadence["fin"] else str(texte)


async def _diagnostic(gouvernance: UUID) -> tuple[ChiffreDoc, ...]:
    rangees = await lignes(
        "SELECT c.*, t.nom AS territoire_nom FROM chiffre c LEFT JOIN territoire t ON t.id = c.territoire "
        "WHERE c.gouvernance = {} AND c.usage IN ({}, {}) AND c.supprime_le IS NULL ORDER BY c.rang",
        gouvernance,
        UsageChiffre.DIAGNOSTIC.value,
        UsageChiffre.ACTIVITE.value,
    )
    return tuple(
        ChiffreDoc(
            theme=r["theme"] or UsageChiffre(r["usage"]).libelle,
            libelle=r["libelle"],
            valeur=r["valeur"],
            unite=r["unite"],
            comparateur=r["comparateur"],
            territoire=r["territoire_nom"],
            periode=r["periode"] or _en_mots(date_de(r)),
            source=r["source"],
            note=r["note"],
            nature=r["nature"],
        )
        for r in rangees
    )


def _en_mots(quand: DateIncertaine | None) -> str | None:
    return date_incertaine(quand) if quand else None
