"""What the documents of a meeting say, read in a fixed number of statements and arranged as a payload."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.documents import PORTEURS
from backend.queries.lecture import Ligne, lignes, par_cle, parmi
from backend.queries.vues.seances import SeanceVue
from exports.payloads import DecisionDoc, OrganismeDoc, PointDoc, PresenceDoc, QuorumDoc, ReunionDoc
from fne_roadmaps.domain.enums import EtatAdoption, EtatPresence, SuiviDecision
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.seances import Pointage, compter_quorum

_A_FAIRE = frozenset({SuiviDecision.A_FAIRE, SuiviDecision.EN_COURS})


async def contenu_de_reunion(vue: SeanceVue, au: date) -> ReunionDoc:
    """A meeting the reader has already been given, as its documents say it: agenda, attendance, decisions.

    Three statements.
    """
    r = vue.reunion
    porteurs = await lignes(
        "SELECT DISTINCT m.rang, s.code, s.nom FROM membre m JOIN structure s ON s.id = m.structure "
        "JOIN role_de_membre x ON x.membre = m.id "
        f"WHERE m.gouvernance = {{}} AND m.supprime_le IS NULL AND {parmi('x.role', PORTEURS).sql} "
        "ORDER BY m.rang, s.code",
        r["gouvernance"],
        *PORTEURS,
    )
    gouvernances = await lignes(
        "SELECT g.nom, 0 AS rang FROM gouvernance g WHERE g.id = {} UNION ALL "
        "SELECT g.nom, 1 AS rang FROM reunion_associee j JOIN gouvernance g ON g.id = j.gouvernance "
        "WHERE j.reunion = {} ORDER BY rang, nom",
        r["gouvernance"],
        r["id"],
    )
    remplacantes = await _remplacantes([d["id"] for d in vue.decisions])
    par_point = par_cle(sorted(vue.decisions, key=lambda d: d["numero"]), "point")
    titre = r["titre"].removesuffix(" (exemple)") if r["exemple"] else r["titre"]
    return ReunionDoc(
        reference=r["code"],
        gouvernance_nom=gouvernances[0]["nom"],
        instance=r["instance_nom"],
        titre="" if titre == r["instance_nom"] else titre,
        date=r["date"],
        heure_debut=r["heure_debut"],
        heure_fin=r["heure_fin"],
        fuseau=r["fuseau"],
        lieu=r["lieu"],
        lien_visio=r["lien_visio"],
        porteurs=tuple(OrganismeDoc(nom=p["nom"]) for p in porteurs),
        co_organisateurs=tuple(g["nom"] for g in gouvernances[1:]),
        presidence=r["presidence"],
        secretariat=r["secretariat"],
        mode_decision=r["mode_decision"],
        presences=_presences(vue),
        quorum=_quorum(vue),
        points=tuple(
            _point(vue, p, rang, [_decision(d, remplacantes, au) for d in par_point.get(p["id"], ())])
            for rang, p in enumerate(vue.vivants, start=1)
        ),
        decisions=tuple(_decision(d, remplacantes, au) for d in par_point.get(None, ())),
        arrete_au=au,
        exemple=r["exemple"],
    )


def _point(vue: SeanceVue, p: Ligne, rang: int, decisions: list[DecisionDoc]) -> PointDoc:
    presente = [n for n in (p["presentateur_structure"], p["presentateur_nom"]) if n]
    suite = vue.suites.get(p["id"])
    return PointDoc(
        rang=rang,
        titre=p["titre"].removesuffix(" (exemple)") if p["exemple"] else p["titre"],
        nature=p["nature"],
        duree=p["duree"],
        presente_par=", ".join(presente) or None,
        references=tuple(_reference(o) for o in vue.objets.get(p["id"], ())),
        texte=p["texte"],
        notes=p["notes"],
        etat=p["etat"],
        reporte_a=suite["reunion_code"] if suite else None,
        decisions=tuple(decisions),
    )


def _reference(o: Ligne) -> str:
    """A number says enough of a fiche once it is in the roadmap; one that is only proposed is named too."""
    numero = o["code"] or ""
    connue = bool(numero) and not numero.startswith("p")
    mots = {"fiche_action": f"fiche {numero}" if connue else f"fiche {numero} « {o['titre']} »".replace("  ", " ")}
    mots |= {"axe": str(o["code"]), "decision": f"décision {o['code']}"}
    return mots[o["genre"]]


def _decision(d: Ligne, remplacantes: dict[UUID, str], au: date) -> DecisionDoc:
    echeance = d["echeance"]
    passee = echeance is not None and echeance.dernier is not None and echeance.dernier < au
    numeros = [f["code"].partition("/")[2] if f["code"] else f["nom"] for f in d["fiches"]]
    return DecisionDoc(
        code=d["code"],
        texte=d["texte"],
        nature=d["nature"],
        adoption=d["adoption"],
        mode=d["mode_decision"],
        voix_pour=d["voix_pour"],
        voix_contre=d["voix_contre"],
        abstentions=d["abstentions"],
        responsable=d["responsable"]["nom"] if d["responsable"] else None,
        echeance=echeance,
        suivi=d["suivi"],
        en_retard=passee and d["suivi"] in _A_FAIRE and d["adoption"] is EtatAdoption.ADOPTEE,
        fiches=tuple(numeros),
        remplacee_par=remplacantes.get(d["id"]),
    )


async def _remplacantes(decisions: list[UUID]) -> dict[UUID, str]:
    """Codes of the later decisions that supersede these. One statement."""
    clause = parmi("remplace", decisions)
    rangees = await lignes(
        f"SELECT remplace, code FROM decision WHERE supprime_le IS NULL AND {clause.sql} ORDER BY annee, numero",
        *clause.valeurs,
    )
    return {r["remplace"]: r["code"] for r in rangees}


def _presences(vue: SeanceVue) -> tuple[PresenceDoc, ...]:
    """Seats in order, said or not, then guests."""
    par_siege = {p["siege"]: p for p in vue.presences if p["siege"]}
    noms = {s["id"]: s["nom"] or s["libelle"] or "Siège sans nom" for s in vue.sieges}
    sieges = []
    for s in vue.sieges:
        p = par_siege.get(s["id"])
        par = p and (noms.get(p["represente_par"]) if p["represente_par"] else p["representant"])
        sieges.append(
            PresenceDoc(
                organisme=noms[s["id"]],
                fonction=s["fonction"],
                college=s["college"],
                etat=EtatPresence(p["etat"]) if p else None,
                represente_par=par or None,
                a_distance=bool(p and p["a_distance"]),
            )
        )
    invites = [
        PresenceDoc(
            organisme=p["structure_nom"] or p["libelle"],
            fonction=p["libelle"] if p["structure_nom"] else None,
            etat=EtatPresence(p["etat"]),
            a_distance=bool(p["a_distance"]),
        )
        for p in vue.presences
        if not p["siege"]
    ]
    return (*sieges, *invites)


def _quorum(vue: SeanceVue) -> QuorumDoc | None:
    """None when none is asked, when it cannot be reached, or when nobody has said who was there."""
    requis = vue.reunion["quorum"]
    dits = {
        p["siege"]: Pointage(EtatPresence(p["etat"]), bool(p["a_distance"]), p["represente_par"], p["representant"])
        for p in vue.presences
        if p["siege"]
    }
    if requis is None or not dits:
        return None
    try:
        q = compter_quorum(requis, [s["id"] for s in vue.sieges if s["voix"]], dits)
    except RegleViolee:
        return None
    return QuorumDoc(requis=requis, presents=q.presents, representes=q.representes, atteint=q.atteint)
