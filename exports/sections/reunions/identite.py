"""Identity of a meeting in words: its title, where and when, the running header and footer, where its minutes stand."""

from __future__ import annotations

from exports.formats import (
    INSECABLE,
    complement_de_date,
    date_avec_jour,
    date_incertaine,
    date_longue,
    date_sans_preposition,
    empreinte_courte,
    heure_locale,
    majuscule,
)
from exports.formats.agenda import horaire as _horaire
from exports.payloads import CompteRenduDoc, ProchaineDoc, ReunionDoc
from exports.sections.modele import Rubrique
from fne_roadmaps.domain.dates import Grain
from fne_roadmaps.domain.enums import EtatCompteRendu

REUNION = "Réunion"
PHRASE_PROJET = "Projet\u00a0: ce compte rendu n’est pas approuvé."
DOCUMENT_D_EXEMPLE = "Document d’exemple."


def nom(r: ReunionDoc) -> str:
    """Its own title, or that of its instance."""
    return r.titre or r.instance or REUNION


def titre(r: ReunionDoc) -> str:
    """« Comité de pilotage du 18 juin 2024 »."""
    return complement_de_date(nom(r), r.date)


def horaire(r: ReunionDoc) -> str:
    """« 14 h – 16 h 30 », then, on a line of its own, the zone that is not that of Paris; empty when not known."""
    heures = _horaire(r.heure_debut, r.heure_fin)
    zone = heure_locale(r.fuseau)
    return f"{heures}\n{zone}" if heures and zone else heures


def date_dite(r: ReunionDoc) -> str:
    """« Lundi 4 novembre 2024 », or the date as it is known."""
    forme = r.date.forme if r.date else None
    un_jour = forme and forme.point and forme.point.grain is Grain.JOUR and not forme.approximative
    if un_jour and r.date and r.date.premier:
        return majuscule(date_avec_jour(r.date.premier))
    return majuscule(date_sans_preposition(r.date))


def lieu(r: ReunionDoc, liaison: str = "et") -> str:
    """« Préfecture, Chartres » then, on a line of its own, « et visioconférence »."""
    if not r.lien_visio:
        return r.lieu or ""
    return f"{r.lieu}\n{liaison} visioconférence" if r.lieu else "Visioconférence"


def circonstances(r: ReunionDoc) -> list[Rubrique]:
    """Under the title of the minutes: what is known of place, hours, chair and secretary."""
    rubriques = (
        Rubrique("Lieu", lieu(r)),
        Rubrique("Horaire", horaire(r)),
        Rubrique("Présidence", r.presidence or ""),
        Rubrique("Secrétariat", r.secretariat or ""),
    )
    return [x for x in rubriques if x.texte]


def a_signer_ou(r: ReunionDoc) -> list[Rubrique]:
    """Under the title of the attendance sheet."""
    rubriques = (
        Rubrique("Horaire", horaire(r)),
        Rubrique("Lieu", lieu(r)),
        Rubrique("Présidence", r.presidence or ""),
    )
    return [x for x in rubriques if x.texte]


def rendez_vous(r: ReunionDoc) -> list[Rubrique]:
    """In the letter: date, hours, place; what is not settled says so."""
    return [
        Rubrique("Date", date_dite(r)),
        Rubrique("Horaire", horaire(r) or "À fixer"),
        Rubrique("Lieu", lieu(r, "ou") or "À fixer"),
    ]


def etat_du_compte_rendu(r: ReunionDoc) -> str:
    """« version 2, approuvé le 5 juillet 2024 », « version 1, diffusé le … », « projet du 17 juin 2025 »."""
    cr = r.compte_rendu
    etat = f"projet du {date_longue(r.arrete_au)}" if cr is None else _etat(cr, r)
    return f"version {cr.version}, {etat}" if cr and cr.version is not None else etat


def _etat(cr: CompteRenduDoc, r: ReunionDoc) -> str:
    if not cr.projet:
        return f"approuvé le {date_longue(cr.approuve_le)}" if cr.approuve_le else "approuvé"
    if cr.etat is EtatCompteRendu.DIFFUSE and cr.diffuse_le:
        return f"diffusé le {date_longue(cr.diffuse_le)}"
    return f"projet du {date_longue(r.arrete_au)}"


def vie_du_compte_rendu(r: ReunionDoc) -> str:
    """Its whole life, in sentences: circulated, open to changes, approved where, published, what it corrects."""
    cr = r.compte_rendu
    if cr is None:
        return f"Projet du {date_longue(r.arrete_au)}, ni diffusé ni approuvé."
    phrases = []
    if cr.diffuse_le:
        remarques = (
            f", amendements jusqu’au {date_longue(cr.amendements_jusqu_au)}"
            if cr.amendements_jusqu_au and cr.projet
            else ""
        )
        phrases.append(f"Diffusé le {date_longue(cr.diffuse_le)}{remarques}.")
    if not cr.projet:
        quand = f" le {date_longue(cr.approuve_le)}" if cr.approuve_le else ""
        ou = f" ({cr.approuve_a})" if cr.approuve_a else ""
        phrases.append(f"Approuvé{quand}{ou}.")
    elif cr.etat is EtatCompteRendu.DIFFUSE:
        phrases.append("Pas encore approuvé.")
    else:
        phrases.append(f"Projet du {date_longue(r.arrete_au)}, ni diffusé ni approuvé.")
    if cr.publie_le:
        phrases.append(f"Publié le {date_longue(cr.publie_le)}.")
    if cr.motif:
        phrases.append(f"Cette version corrige la précédente{INSECABLE}: {cr.motif.rstrip('. ')}.")
    return " ".join(phrases)


def titre_courant(r: ReunionDoc) -> tuple[str, str]:
    """Running header: the governance at left, the instance at right."""
    return r.gouvernance_nom, marque_d_exemple(r.instance or r.titre or REUNION, exemple=r.exemple)


def marque_d_exemple(texte: str, *, exemple: bool) -> str:
    """« Comité de pilotage · exemple »."""
    return f"{texte} · exemple" if exemple else texte


def pied_du_compte_rendu(r: ReunionDoc) -> tuple[str, str]:
    """Running footer: reference, version and state, short digest; then what the edition is."""
    morceaux = [r.reference, f"compte rendu, {etat_du_compte_rendu(r)}"]
    if r.compte_rendu and r.compte_rendu.empreinte:
        morceaux.append(f"empreinte {empreinte_courte(r.compte_rendu.empreinte)}")
    return " · ".join(morceaux), mention(PHRASE_PROJET if r.projet else None, r.mention, exemple=r.exemple)


def pied_de(r: ReunionDoc, document: str, conservation: str | None = None) -> tuple[str, str]:
    """Footer of any other document of the meeting."""
    return f"{r.reference} · {document}", mention(conservation, r.mention, exemple=r.exemple)


def mention(*phrases: str | None, exemple: bool) -> str:
    """Second line of a footer: its sentences, the last of which, when none is given, tells an example."""
    *avant, derniere = phrases
    return " ".join(filter(None, (*avant, derniere or (DOCUMENT_D_EXEMPLE if exemple else ""))))


def titre_de_fichier(document: str, quoi: str, *, projet: bool = False, exemple: bool = False) -> str:
    """Title in the properties of the file: « Compte rendu – Comité de pilotage du 18 juin 2024 (projet) »."""
    marques = [m for m, vrai in (("projet", projet), ("exemple", exemple)) if vrai]
    return f"{document} – {quoi}" + (f" ({', '.join(marques)})" if marques else "")


def prochaines(reunions: tuple[ProchaineDoc, ...]) -> list[str]:
    """One sentence for each: « Comité technique : le 14 ou le 21 septembre 2023, 14 h, Chartres. »."""
    return [_prochaine(p) for p in reunions]


def _prochaine(p: ProchaineDoc) -> str:
    heures = _horaire(p.heure_debut, p.heure_fin)
    quand = ", ".join(filter(None, (date_incertaine(p.date), heures, p.lieu)))
    return f"{p.titre}{INSECABLE}: {quand.rstrip('.')}."
