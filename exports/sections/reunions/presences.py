"""Who was there: by state then college, each organisation once; the quorum; the rows of the sheet to sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.formats import FINE, INSECABLE, compte, majuscule, pluriel
from exports.payloads import EmargementDoc, PresenceDoc, ReunionDoc
from exports.sections.modele import ABSENT
from exports.sections.reunions.identite import vie_du_compte_rendu
from fne_roadmaps.domain.enums import EtatPresence, ModeDecision

EN_TEXTE_JUSQU_A = 24  # persons; beyond, the text only counts them and a table names them
SANS_COLLEGE = "Autres membres"
LISTE = "Liste de présence"
DESCRIPTION_LISTE = "Chaque organisation par collège, qui parle pour elle, et sa présence."
ENTETES_LISTE = ("Organisation", "Personne", "Présence")
A_LA_FIN = "Voir la liste de présence, à la fin du compte rendu."
NON_RELEVEES = "Présences non relevées."
_ETATS = {
    EtatPresence.PRESENT: "Présent",
    EtatPresence.REPRESENTE: "Représenté",
    EtatPresence.EXCUSE: "Excusé",
    EtatPresence.ABSENT: "Absent",
    EtatPresence.INVITE: "Invité",
}
_MODES = {
    ModeDecision.CONSENSUS: "décisions par consensus",
    ModeDecision.MAJORITE: "décisions à la majorité",
    ModeDecision.AVIS: "l’instance rend des avis",
}


@dataclass(frozen=True, slots=True)
class Repere:
    """A label and its text; an empty label goes on with the one before. ``college`` opens the text, stronger."""

    libelle: str
    texte: str
    college: str = ""


def reperes(r: ReunionDoc) -> list[Repere]:
    """Under the circumstances: attendance, quorum, who else organised, where the minutes stand."""
    lignes = _presences(r.presences)
    if r.quorum or r.mode_decision:
        lignes.append(Repere("Quorum", quorum(r)))
    if r.co_organisateurs:
        lignes.append(Repere("Avec", ", ".join(r.co_organisateurs)))
    lignes.append(Repere("Compte rendu", vie_du_compte_rendu(r)))
    return lignes


def quorum(r: ReunionDoc) -> str:
    """« Atteint : 9 présents ou représentés, 7 requis ; décisions par consensus. »."""
    q = r.quorum
    if q is None:
        phrase = "Non requis"
    else:
        presents = compte(q.presents + q.representes, "présent")
        if q.representes:
            presents = f"{compte(q.presents, 'présent')} et {compte(q.representes, 'représenté')}"
        issue = "Atteint" if q.atteint else "Non atteint"
        phrase = f"{issue}{INSECABLE}: {presents}, {compte(q.requis, 'requis', 'requis')}"
    return f"{phrase}{FINE}; {_MODES[r.mode_decision]}." if r.mode_decision else f"{phrase}."


def _presences(presences: Sequence[PresenceDoc]) -> list[Repere]:
    lignes = []
    annexe, colleges = en_annexe(presences), list(dict.fromkeys(p.college or "" for p in presences))
    for etat, mot in _ETATS.items():
        concernees = [p for p in presences if p.etat is etat]
        if not concernees:
            continue
        libelle = f"{pluriel(len(concernees), mot)} ({len(concernees)})"
        if annexe:
            lignes.append(Repere(libelle, _compte_par_college(concernees, colleges)))
            continue
        for college, siens in _par_college(concernees):
            lignes.append(Repere(libelle, f"{FINE}; ".join(_organismes(siens)) + ".", college))
            libelle = ""
    if annexe:
        lignes.append(Repere("Noms", A_LA_FIN))
    return lignes or [Repere("Présences", NON_RELEVEES)]


def en_annexe(presences: Sequence[PresenceDoc]) -> bool:
    """Whether the names stand in a table at the end."""
    return sum(p.etat is not None for p in presences) > EN_TEXTE_JUSQU_A


def _compte_par_college(presences: Sequence[PresenceDoc], colleges: Sequence[str]) -> str:
    """« Consortium : 35 ; Institutions : 33. »; without colleges, how many alone."""
    if not any(colleges):
        return f"{compte(len(presences), 'organisation ou personne', 'organisations ou personnes')}."
    comptes = Counter(p.college or "" for p in presences)
    dits = [f"{college or SANS_COLLEGE}{INSECABLE}: {comptes[college]}" for college in colleges if comptes[college]]
    return f"{f'{FINE}; '.join(dits)}."


@dataclass(frozen=True, slots=True)
class LigneDePresence:
    """Organisation, who speaks for it, and how it was there."""

    organisme: str
    personne: str
    presence: str


def liste(presences: Sequence[PresenceDoc]) -> list[tuple[str, list[LigneDePresence]]]:
    """Rows by college; a single group has no name."""
    groupes = _par_college(p for p in presences if p.etat is not None)
    seul = len(groupes) == 1
    return [
        (college or ("" if seul else SANS_COLLEGE), [_ligne_de_presence(p) for p in siens])
        for college, siens in groupes
    ]


def _ligne_de_presence(p: PresenceDoc) -> LigneDePresence:
    personne = "\n".join(filter(None, (p.personne, p.fonction and majuscule(p.fonction))))
    details = [_ETATS[p.etat] if p.etat else "", "à distance" if p.a_distance else ""]
    details.append(f"par {p.represente_par}" if p.represente_par else "")
    return LigneDePresence(p.organisme, personne or ABSENT, ", ".join(filter(None, details)))


def _par_college(presences: Iterable[PresenceDoc]) -> list[tuple[str, list[PresenceDoc]]]:
    """In the order colleges are met; those of none come first, without a name."""
    groupes: dict[str, list[PresenceDoc]] = {"": []}
    for p in presences:
        groupes.setdefault(p.college or "", []).append(p)
    return [(college, siens) for college, siens in groupes.items() if siens]


def _organismes(presences: Iterable[PresenceDoc]) -> list[str]:
    """« Préfecture : Prénom NOM (secrétaire générale), Prénom NOM », « CAF (à distance) », « CARSAT (par CPAM) »."""
    par_organisme: dict[str, list[str]] = {}
    for p in presences:
        par_organisme.setdefault(p.organisme, []).append(_personne(p))
    return [_organisme(nom, personnes) for nom, personnes in par_organisme.items()]


def _organisme(nom: str, personnes: list[str]) -> str:
    dites = [p for p in personnes if p and not p.startswith("(")]
    anonymes = [p for p in personnes if not p or p.startswith("(")]
    if dites:
        return f"{nom}{INSECABLE}: {', '.join([*dites, *filter(None, anonymes)])}"
    precisions = [p for p in anonymes if p]
    nombre = f" × {len(personnes)}" if len(personnes) > 1 else ""
    return " ".join([f"{nom}{nombre}", *dict.fromkeys(precisions)])


def _personne(p: PresenceDoc) -> str:
    details = [
        p.fonction,
        f"par {p.represente_par}" if p.represente_par else None,
        "à distance" if p.a_distance else None,
    ]
    parenthese = ", ".join(d for d in details if d)
    return " ".join(filter(None, (p.personne, f"({parenthese})" if parenthese else None)))


@dataclass(frozen=True, slots=True)
class LigneAEmarger:
    """Organisation, function or quality, name; what is already known of its coming, in the place of the signature."""

    organisme: str
    qualite: str
    personne: str
    annonce: str


INVITE, INVITES = "Invité", "Invités"
A_PART = "Personnes présentes non convoquées"
ENTETES_EMARGEMENT = ("Organisation", "Fonction ou qualité", "Prénom et nom", "Signature, ou «\u202fen visio\u202f»")


LISTE_A_SIGNER = "Feuille d’émargement"
DESCRIPTION_EMARGEMENT = "Une ligne à signer par membre convoqué, puis des lignes libres."
PHRASE_EMARGEMENT = (
    "Lignes libres\u00a0: personnes présentes non convoquées. Pouvoir reçu\u00a0: inscrire "
    "«\u202fpouvoir de\u202f» et le nom."
)


def a_emarger(doc: EmargementDoc) -> list[tuple[str, list[LigneAEmarger]]]:
    """Rows by college, guests last. Without colleges: one group without a name, where guests are told to be so."""
    membres = [p for p in doc.reunion.presences if p.etat is not EtatPresence.INVITE]
    invites = [p for p in doc.reunion.presences if p.etat is EtatPresence.INVITE]
    groupes = _par_college(membres)
    if not any(college for college, _ in groupes):
        lignes = [*(_a_emarger(p) for p in membres), *(_a_emarger(p, INVITE) for p in invites)]
        return [("", lignes)] if lignes else []
    nommes = sorted(groupes, key=lambda g: not g[0])  # those of no college after the colleges
    parties = [*((college or SANS_COLLEGE, siens) for college, siens in nommes), (INVITES, invites)]
    return [(nom, [_a_emarger(p) for p in siens]) for nom, siens in parties if siens]


def _a_emarger(p: PresenceDoc, qualite: str | None = None) -> LigneAEmarger:
    annonce = ""
    if p.etat is EtatPresence.EXCUSE:
        annonce = "Excusé"
    elif p.etat is EtatPresence.REPRESENTE:
        annonce = f"Pouvoir à {p.represente_par}" if p.represente_par else "Représenté"
    qualites = dict.fromkeys(majuscule(x) for x in (p.fonction, p.qualite, qualite) if x)
    return LigneAEmarger(p.organisme, "\n".join(qualites), p.personne or "", annonce)
