"""A year of a structure in words: counts by place, meetings, contributions, and the table to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from backend.queries.lecture import Ligne, date_de
from backend.queries.participation import Participation
from backend.queries.vues.reunions import ReunionVue
from backend.web import adresses
from backend.web.adresses import flux, participation as ici
from backend.web.contexts import (
    Cadre,
    ContributionLigne,
    Formulaire,
    Lien,
    LigneDeCumul,
    ParticipationContexte,
    ReunionTenue,
    RoleADire,
    TableauDeCumul,
)
from backend.web.presentation.chiffres import chiffres
from backend.web.presentation.mots import lieu_dit, texte, titre_sans_mention
from exports.formats import compte, date_incertaine, duree, majuscule, typographier
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import EtatReunion, RoleInstance, TypeContribution, TypeInstance
from fne_roadmaps.domain.participation import Cumul, cumuler, cumuler_par_lieu

SANS_INSTANCE, AU_DELA = "Sans instance", "Au-delà d’un département"
ENTETES_CSV = ("Code", "Réunion", "Date", "État", "Département", "Instance", "Type d’instance", "Rôles", "Minutes")


def contexte_participation(
    vue: Participation, acteur: Acteur, cadre: Cadre, formulaire: Formulaire | None, choix: Iterable[Ligne]
) -> ParticipationContexte:
    """The page; ``choix`` are the governances where the reader may say a contribution."""
    par_lieu, ensemble = cumuler_par_lieu(vue.tenus), cumuler(vue.tenus)
    types = [t for t in (*TypeInstance, None) if ensemble.types.get(t)]
    roles = [r for r in RoleInstance if ensemble.roles.get(r)]
    en_main = acteur.gouvernances(Droit.REUNIR)
    cle = vue.structure["id"]
    return ParticipationContexte(
        cadre=cadre,
        structure=typographier(vue.structure["nom"]),
        annee=vue.annee,
        annees=tuple((n, ici.participation(cle, n)) for n in sorted({*vue.annees, vue.annee}, reverse=True)),
        par_type=_tableau(
            "Réunions tenues, par département et par instance",
            [t.libelle if t else SANS_INSTANCE for t in types],
            {lieu: [c.types.get(t, 0) for t in types] for lieu, c in par_lieu.items()},
            par_lieu,
            ensemble,
        ),
        par_role=_tableau(
            "Réunions tenues, par département et par rôle",
            [r.libelle for r in roles],
            {lieu: [c.roles.get(r, 0) for r in roles] for lieu, c in par_lieu.items()},
            par_lieu,
            ensemble,
        ),
        reunions=tuple(map(_reunion, vue.reunions)),
        incertaines=tuple(map(_reunion, vue.incertaines)),
        contributions=tuple(
            _contribution(c, en_main=acteur.systeme or c["gouvernance"]["id"] in en_main) for c in vue.contributions
        ),
        instances=tuple(
            (
                Lien(
                    libelle=f"{typographier(i['nom'])} · {lieu_dit(i['g_nom'], i['g_type'], i['gt_nom'])}",
                    href=adresses.instance(i["id"]),
                ),
                RoleInstance(i["role"]).libelle,
            )
            for i in vue.instances
        ),
        declares=chiffres(vue.declares, ""),
        csv=ici.fichier(cle, vue.annee),
        abonner_href=flux.abonner("structure", cle),
        formulaire=formulaire,
        gouvernances=tuple((g["code"], lieu_dit(g["nom"], g["type"], g["t_nom"])) for g in choix),
        types=tuple((t.value, t.libelle) for t in TypeContribution),
    )


def lignes_csv(vue: Participation) -> Iterable[Sequence[str]]:
    """One line for each meeting of the year."""
    for r in (*vue.reunions, *vue.incertaines):
        yield (
            r["code"],
            r["titre"],
            date_incertaine(date_de(r)),
            EtatReunion(r["etat"]).libelle,
            r["d_nom"] or AU_DELA,
            r["i_nom"] or "",
            TypeInstance(r["i_type"]).libelle if r["i_type"] else "",
            ", ".join(role.libelle for role in r["roles"]),
            str(r["minutes"]) if r["minutes"] is not None else "",
        )


def role_a_dire(vue: ReunionVue, structure: UUID | None) -> RoleADire | None:
    """The form by which a role is said at a meeting, opened on what the reader's own structure already said."""
    if not vue.structures:
        return None
    r = vue.reunion
    choisie = next((s for s in vue.structures if s["id"] == structure), vue.structures[0])
    siens = [x for x in r["roles"] if x["structure"]["id"] == choisie["id"]]
    minutes = [str(x["temps_minutes"]) for x in siens if x["temps_minutes"] is not None]
    return RoleADire(
        formulaire=Formulaire(
            action=ici.role(r["id"]),
            retour=adresses.reunion(r["id"]),
            valeurs={
                "structure": (choisie["code"],),
                "roles": tuple(x["role"].value for x in siens),
                "temps_minutes": tuple(minutes[:1]),
            },
        ),
        structures=tuple((s["code"], typographier(s["nom"])) for s in vue.structures),
        roles=tuple((role.value, role.libelle) for role in RoleInstance),
        participation=Lien(libelle="Tous ses rôles et contributions", href=ici.participation(choisie["code"]))
        if choisie["id"] == structure
        else None,
    )


def _tableau(
    legende: str,
    colonnes: list[str],
    nombres: dict[str | None, list[int]],
    par_lieu: dict[str | None, Cumul],
    ensemble: Cumul,
) -> TableauDeCumul | None:
    if not par_lieu:
        return None
    sommes = [sum(colonne) for colonne in zip(*nombres.values(), strict=True)]
    return TableauDeCumul(
        legende=legende,
        colonnes=tuple(colonnes),
        lignes=tuple(_ligne(typographier(lieu or AU_DELA), nombres[lieu], c) for lieu, c in par_lieu.items()),
        ensemble=_ligne("Ensemble", sommes, ensemble),
    )


def _ligne(lieu: str, nombres: list[int], cumul: Cumul) -> LigneDeCumul:
    temps = f"{duree(cumul.minutes)}, comptées sur {compte(cumul.comptees, 'réunion')}" if cumul.comptees else ""
    return LigneDeCumul(lieu=lieu, nombres=tuple(nombres), total=cumul.reunions, temps=temps)


def _reunion(r: Ligne) -> ReunionTenue:
    etat = EtatReunion(r["etat"])
    return ReunionTenue(
        titre=titre_sans_mention(r["titre"], r["exemple"]),
        href=adresses.reunion(r["id"]),
        date=date_de(r),
        ou=typographier(r["d_nom"]) if r["d_nom"] else lieu_dit(r["g_nom"], r["g_type"], r["gt_nom"]),
        roles=tuple(role.libelle for role in r["roles"]),
        temps=duree(r["minutes"]) if r["minutes"] is not None else "",
        etat=etat.libelle,
        compte=etat is EtatReunion.TENUE and not r["exemple"],
        exemple=r["exemple"],
    )


def _contribution(c: Ligne, *, en_main: bool) -> ContributionLigne:
    temps = [duree(c["temps_minutes"]) if c["temps_minutes"] is not None else None, texte(c["temps"])]
    return ContributionLigne(
        type=c["type"].libelle,
        texte=texte(c["description"]) or c["type"].libelle,
        ou=majuscule(typographier(c["gouvernance"]["nom"])),
        date=c["date"],
        temps=" · ".join(t for t in temps if t),
        source=texte(c["source"]),
        retirer=ici.retirer(c["id"]) if en_main else None,
        exemple=c["exemple"],
    )
