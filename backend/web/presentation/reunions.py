"""Meetings in words: a line of a list, and the page of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne, date_de
from backend.queries.vues.reunions import AU_MOINS, ReunionVue
from backend.web import adresses
from backend.web.adresses import flux, invitations
from backend.web.adresses.comptes_rendus import compte_rendu as adresse_du_compte_rendu, ouvrir as ouvrir_compte_rendu
from backend.web.adresses.decisions import nouvelle as nouvelle_decision
from backend.web.contexts import (
    Cadre,
    DateAnterieure,
    GestionDeReunion,
    InvitationRecue,
    Lien,
    LigneReunion,
    OptionDate,
    ReunionContexte,
    RoleReunion,
)
from backend.web.presentation.decisions import decision
from backend.web.presentation.invitations import a_envoyer
from backend.web.presentation.mots import lieu_dit, texte, titre_sans_mention
from backend.web.presentation.participation import role_a_dire
from exports.formats import INSECABLE, complement_de_date, date_incertaine, majuscule, typographier
from exports.ical.placement import placer
from fne_roadmaps.domain.dates import JOURS, DateIncertaine, NatureDate, jour_contredit
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion, ReponseInvitation
from fne_roadmaps.domain.invitations import repondable
from fne_roadmaps.domain.reunions import PASSAGES
from fne_roadmaps.domain.sondages import SONDABLES


def ligne_reunion(r: Ligne, *, ou: bool = True, instance: bool = True) -> LigneReunion:
    """A meeting in a list; ``ou`` and ``instance`` False leave out what the page already names."""
    date = date_de(r)
    titre = titre_sans_mention(r["titre"], r["exemple"])
    precisions = [
        _autre(r["i_nom"], titre) if instance else None,
        texte(r["lieu"]),
        "visioconférence" if r["lien_visio"] else None,
        _autre(r["t_nom"], titre) if r["t_nom"] != r["gt_nom"] else None,
        lieu_dit(r["g_nom"], r["g_type"], r["gt_nom"]) if ou else None,
        _note(r["note"], date),
    ]
    return LigneReunion(
        titre=titre,
        href=adresses.reunion(r["id"]),
        date=date,
        etat=EtatReunion(r["etat"]),
        debut=r["heure_debut"],
        fin=r["heure_fin"],
        precisions=tuple(majuscule(p) if rang == 0 else p for rang, p in enumerate(filter(None, precisions))),
        alerte=_alerte(date, r["jour_annonce"]),
        suite=_suite(r),
        cadence=texte(r["cadence"]) if r["a_venir"] else None,
        a_confirmer=_a_confirmer(r),
        exemple=r["exemple"],
        retard_compte_rendu=r["retard_compte_rendu"],
    )


def _a_confirmer(r: Ligne) -> bool:
    """The day is written down, not yet certain; held, postponed or cancelled, there is nothing left to confirm."""
    return not r["confirmee"] and r["etat"] in (EtatReunion.A_DATER, EtatReunion.CONVOQUEE)


def _note(note: str | None, date: DateIncertaine | None) -> str | None:
    """« au moins une, nombre non précisé »: what one line of a year may stand for."""
    if not note or date is None or date.nature is not NatureDate.ANNEE or not note.startswith(AU_MOINS):
        return None
    return typographier(note[:1].lower() + note[1:].removesuffix("."))


def _autre(nom: str | None, titre: str) -> str | None:
    """A name the title does not already say."""
    return typographier(nom) if nom and typographier(nom).casefold() not in titre.casefold() else None


def _alerte(date: DateIncertaine | None, jour_annonce: str | None) -> str | None:
    """The question a weekday that contradicts its date raises."""
    annonce = (jour_annonce or "").strip().lower()
    if date is None or annonce not in JOURS:
        return None
    contredit = jour_contredit(date, annonce)
    return f"{contredit} Quel jour est le bon\u202f?" if contredit else None


def _suite(r: Ligne) -> str | None:
    """Why a cancelled meeting is, or where a moved one stood before."""
    if r["etat"] == EtatReunion.ANNULEE:
        return texte(r["motif"])
    avant = date_de(r, "avant")
    return f"Prévue d’abord {date_incertaine(avant)}." if avant and avant.edtf != r["date_edtf"] else None


def contexte_reunion(vue: ReunionVue, cadre: Cadre, structure: UUID | None) -> ReunionContexte:
    """The page of a meeting, for somebody of ``structure``."""
    r = vue.reunion
    raison = placer(vue.evenement).raison if vue.evenement else "brouillon"
    annulee = r["etat"] is EtatReunion.ANNULEE
    return ReunionContexte(
        cadre=cadre,
        titre=titre_sans_mention(r["titre"], r["exemple"]),
        code=r["code"],
        etat=r["etat"],
        genre=r["genre"],
        portee=r["portee"],
        date=r["date"],
        gouvernances=tuple(
            Lien(libelle=lieu_dit(g["nom"], g["type"], g["t_nom"]), href=adresses.gouvernance(g["id"]))
            for g in vue.gouvernances
        ),
        exemple=r["exemple"],
        debut=r["heure_debut"],
        fin=r["heure_fin"],
        instance=Lien(libelle=typographier(r["instance"]["nom"]), href=adresses.instance(r["instance"]["id"]))
        if r["instance"]
        else None,
        territoire=r["territoire"]["nom"] if r["territoire"] else None,
        lieu=texte(r["lieu"]),
        visio=bool(r["lien_visio"]),
        options=tuple(OptionDate(date=o["date"], etat=o["etat"]) for o in r["options"] if o["date"]),
        alerte=_alerte(r["date"], r["jour_annonce"]),
        cadence=texte(vue.ligne["cadence"]) if vue.ligne["a_venir"] else None,
        a_confirmer=_a_confirmer(vue.ligne),
        note=texte(r["note"]),
        source=texte(r["source"]),
        motif_annulation=texte(r["motif"]) if annulee else None,
        hors_calendrier=f"Non{INSECABLE}: {raison}" if raison else None,
        roles=roles(r["roles"]),
        decisions=tuple(decision(d, chez_elle=True) for d in sorted(vue.decisions, key=lambda d: d["numero"])),
        dates_anterieures=tuple(
            DateAnterieure(
                date=a["date"],
                changee_le=a["changee_le"].astimezone(ZoneInfo(r["fuseau"])).date(),
                motif=texte(a["motif"]),
                debut=a["heure_debut"],
                fin=a["heure_fin"],
            )
            for a in r["dates_anterieures"]
            if a["date"]
        ),
        gerer=_gestion(vue) if Droit.REUNIR in r["droits"] else None,
        decider=nouvelle_decision(r["id"]) if Droit.REUNIR in r["droits"] else None,
        **_compte_rendu(vue),
        role_a_dire=role_a_dire(vue, structure),
        invitation=_recue(vue, cadre.au),
        ics_href=None if raison else adresses.agenda_ics({"reunion": r["code"]}),
        abonner_href=flux.abonner("reunion", r["code"]) if vue.evenement else None,
    )


def roles(lus: Iterable[Ligne]) -> tuple[RoleReunion, ...]:
    """Roles by organisation, in order, each in words."""
    par_nom: dict[str, list[str]] = {}
    for role in lus:
        par_nom.setdefault(typographier(role["structure"]["nom"]), []).append(role["role"].libelle)
    return tuple(RoleReunion(nom=nom, roles=tuple(mots)) for nom, mots in par_nom.items())


def _compte_rendu(vue: ReunionVue) -> dict[str, Any]:
    """The way to the minutes: read, begun, or late."""
    r, rendu = vue.reunion, vue.compte_rendu
    etat = EtatCompteRendu(rendu["etat"]) if rendu else None
    peut = Droit.REUNIR in r["droits"]
    lisible = etat is not None and (peut or (Droit.SUIVRE in r["droits"] and etat is not EtatCompteRendu.BROUILLON))
    commence = peut and rendu is None and r["etat"] in {EtatReunion.EN_SEANCE, EtatReunion.TENUE}
    return {
        "compte_rendu": Lien(libelle=f"Compte rendu, {etat.libelle.lower()}", href=adresse_du_compte_rendu(rendu["id"]))
        if lisible and rendu and etat
        else None,
        "ouvrir_compte_rendu": ouvrir_compte_rendu(r["id"]) if commence else None,
        "retard_compte_rendu": vue.ligne["retard_compte_rendu"],
        "a_approuver": tuple(map(lien_a_approuver, vue.a_approuver)),
    }


def lien_a_approuver(rendu: Ligne) -> Lien:
    """« Comité de pilotage du 18 juin 2024 », to its minutes."""
    return Lien(
        libelle=typographier(complement_de_date(titre_sans_mention(rendu["titre"], rendu["exemple"]), date_de(rendu))),
        href=adresse_du_compte_rendu(rendu["cle"]),
    )


def _recue(vue: ReunionVue, au: date) -> InvitationRecue | None:
    """The reader's own invitation."""
    if vue.sienne is None:
        return None
    ouverte = repondable(EtatReunion(vue.ligne["etat"]), vue.ligne["date_dernier"], au)
    return InvitationRecue(
        reponse=ReponseInvitation(vue.sienne["reponse"]),
        repondre=invitations.acte(vue.sienne["id"], "reponse") if ouverte else None,
    )


def _gestion(vue: ReunionVue) -> GestionDeReunion:
    r = vue.reunion
    etat = r["etat"]
    permis = [e for e in EtatReunion if e in PASSAGES[etat]]
    return GestionDeReunion(
        cle=r["id"],
        version=r["version"],
        etats=tuple(permis),
        expliques=frozenset({EtatReunion.REPORTEE, EtatReunion.ANNULEE}),
        sondage=etat in SONDABLES,
        invites=len(vue.invitations),
        a_prevenir=a_envoyer(vue.ligne, [i for i in vue.invitations if i["sequence_envoyee"] is not None]),
    )
