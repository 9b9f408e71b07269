"""The retained fiches of a roadmap as its document prints them: one statement per kind of list."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from backend.queries.lecture import Ligne, date_de, lignes, par_cle
from exports.payloads import FicheDoc, FinancementDoc, IndicateurDoc, JalonDoc, LienDoc, OrganismeDoc
from fne_roadmaps.domain.enums import Instruction, Priorite, RoleActeur, UsageChiffre

_DE_LA_FEUILLE = (
    " JOIN fiche_action f ON f.id = {alias}.fiche_action WHERE {choix} = {{}} AND f.instruction = {{}} "
    "AND f.supprime_le IS NULL ORDER BY {alias}.fiche_action, "
)


class _Listes:
    """The lists of all the fiches of one roadmap, grouped by fiche."""

    def __init__(self) -> None:
        self.par_nom: dict[str, dict[UUID, list[Ligne]]] = {}

    def de(self, nom: str, fiche: UUID) -> list[Ligne]:
        """The rows of one list of one fiche, in order."""
        return self.par_nom[nom].get(fiche, [])


async def fiches_par_axe(feuille: UUID) -> dict[UUID, list[FicheDoc]]:
    """Retained fiches by axe, in the order of their numbers. No progress is read: the text does not move."""
    groupes: dict[UUID, list[FicheDoc]] = {}
    for axe, fiche in await _retenues("f.feuille_de_route", feuille):
        groupes.setdefault(axe, []).append(fiche)
    return groupes


async def fiche_du_document(cle: UUID) -> FicheDoc | None:
    """One fiche as a text published now would print it; None when it would not."""
    return next((fiche for _, fiche in await _retenues("f.id", cle)), None)


async def _retenues(choix: str, cle: UUID) -> list[tuple[UUID, FicheDoc]]:
    """Retained fiches whose column ``choix`` is ``cle``, each with its axe, in the order of their numbers."""
    retenue = Instruction.RETENUE.value
    fiches = await lignes(
        f"SELECT f.*, a.rang AS rang_axe FROM fiche_action f JOIN axe a ON a.id = f.axe WHERE {choix} = {{}} "
        "AND f.instruction = {} AND f.supprime_le IS NULL ORDER BY a.rang, f.rang",
        cle,
        retenue,
    )
    listes = _Listes()
    for nom, (debut, alias, ordre) in _LISTES.items():
        requete = debut + _DE_LA_FEUILLE.format(alias=alias, choix=choix) + ordre
        listes.par_nom[nom] = par_cle(await lignes(requete, cle, retenue), "fiche_action")
    return [(fiche["axe"], _fiche(fiche, listes)) for fiche in fiches]


_LISTES: dict[str, tuple[str, str, str]] = {
    "acteurs": (
        "SELECT x.fiche_action, x.role, s.nom, p.fonction FROM acteur x JOIN structure s ON s.id = x.structure "
        "LEFT JOIN poste p ON p.id = x.poste",
        "x",
        "x.rang",
    ),
    "axes": ("SELECT x.fiche_action, a.rang FROM axe_servi x JOIN axe a ON a.id = x.axe", "x", "a.rang"),
    "publics": ("SELECT x.* FROM public_cible x", "x", "x.rang"),
    "territoires": (
        "SELECT x.fiche_action, t.nom FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire",
        "x",
        "x.rang",
    ),
    "jalons": ("SELECT x.* FROM jalon x", "x", "x.rang"),
    "financements": ("SELECT x.* FROM financement x", "x", "x.rang"),
    "indicateurs": (
        "SELECT x.*, c.usage, c.valeur, c.periode FROM indicateur x LEFT JOIN chiffre c ON c.indicateur = x.id "
        "AND c.usage IN ('depart', 'cible')",
        "x",
        "x.rang, c.rang",
    ),
    "liens": ("SELECT x.* FROM lien x", "x", "x.rang"),
    "decisions": (
        "SELECT x.fiche_action, d.annee, d.numero, i.nom, d.date_edtf FROM decision_fiche x "
        "JOIN decision d ON d.id = x.decision AND d.supprime_le IS NULL LEFT JOIN instance i ON i.id = d.instance",
        "x",
        "d.annee, d.numero",
    ),
}


def _fiche(fiche: Ligne, listes: _Listes) -> FicheDoc:
    lire: Callable[[str], list[Ligne]] = lambda nom: listes.de(nom, fiche["id"])  # noqa: E731
    acteurs = par_cle(lire("acteurs"), "role")

    def organismes(role: RoleActeur) -> tuple[OrganismeDoc, ...]:
        return tuple(OrganismeDoc(nom=a["nom"], fonction=a["fonction"]) for a in acteurs.get(role.value, ()))

    return FicheDoc(
        numero=f"{fiche['rang_axe']}.{fiche['rang']}",
        titre=fiche["titre"],
        exemple=fiche["exemple"],
        pilotes=organismes(RoleActeur.PILOTE),
        co_pilotes=organismes(RoleActeur.CO_PILOTE),
        partenaires=organismes(RoleActeur.PARTENAIRE),
        contributeurs=organismes(RoleActeur.CONTRIBUTEUR),
        proposee_par=organismes(RoleActeur.PROPOSEUR),
        aide_redaction=organismes(RoleActeur.AIDE_REDACTION),
        debut=date_de(fiche, "debut"),
        fin=date_de(fiche, "fin"),
        en_continu=fiche["en_continu"],
        territoires=tuple(t["nom"] for t in lire("territoires")),
        axes_servis=tuple(a["rang"] for a in lire("axes")),
        priorite=Priorite(fiche["priorite"]).libelle if fiche["priorite"] else None,
        contexte=fiche["contexte"],
        objectifs=fiche["objectifs"],
        description=fiche["description"],
        publics=tuple(p["libelle"] for p in lire("publics")),
        moyens_humains=fiche["moyens_humains"],
        livrables=fiche["livrables"],
        lien_diagnostic=fiche["lien_diagnostic"],
        decisions=tuple(_decision(d) for d in lire("decisions")),
        jalons=tuple(JalonDoc(titre=j["titre"], date=date_de(j), livrable=j["livrable"]) for j in lire("jalons")),
        besoin=fiche["besoin"],
        financements=tuple(
            FinancementDoc(
                financeur=f["financeur"],
                annee=f["annee"],
                demande=f["demande"],
                promis=f["promis"],
                obtenu=f["obtenu"],
                depense=f["depense"],
            )
            for f in lire("financements")
        ),
        indicateurs=tuple(_indicateur(groupe) for groupe in par_cle(lire("indicateurs"), "id").values()),
        liens=tuple(LienDoc(libelle=x["libelle"], url=x["url"]) for x in lire("liens")),
    )


def _decision(decision: Ligne) -> str:
    numero = f"décision {decision['annee']}-{decision['numero']}"
    return f"{decision['nom']}, {numero}" if decision["nom"] else numero


def _indicateur(groupe: list[Ligne]) -> IndicateurDoc:
    valeurs = {r["usage"]: r for r in groupe if r["usage"]}
    depart, cible = valeurs.get(UsageChiffre.DEPART.value), valeurs.get(UsageChiffre.CIBLE.value)
    return IndicateurDoc(
        libelle=groupe[0]["libelle"],
        unite=groupe[0]["unite"],
        source=groupe[0]["source"],
        depart=depart["valeur"] if depart else None,
        cible=cible["valeur"] if cible else None,
        cible_periode=cible["periode"] if cible else None,
    )
