"""Reads a pasted agenda line after line, remembering the headings above: territory, subject, period, year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fne_roadmaps.domain.agenda_colle import indices, intitules
from fne_roadmaps.domain.agenda_colle.composition import DuDessus, composer, rattacher, vide_hors_heures
from fne_roadmaps.domain.agenda_colle.coupure import coupes, date_ecrite, recoller
from fne_roadmaps.domain.agenda_colle.datation import Datation, Reperage, dater
from fne_roadmaps.domain.agenda_colle.modele import CHEMIN, AgendaColle, LigneLue, Proposition
from fne_roadmaps.domain.agenda_colle.reperes import Repere, ailleurs, annee_finale, au_debut, sans_jour
from fne_roadmaps.domain.agenda_colle.signes import SEPARATEURS, Ligne, decouper, ebarber, lignes_propres, plier
from fne_roadmaps.domain.dates import NatureDate

_INTITULE_MAX = 100
_RETOUR = 180
"""Days: a list that goes back by more has probably passed a new year."""
SANS_DATE = "Aucune date n’est lue dans cette ligne."
INTITULE_INCONNU = "Lue comme le titre de ce qui suit, sans savoir ce qu’elle désigne."
DATE_ILLISIBLE = "Ni date, ni intitulé, ni réunion reconnus."


def lire_agenda(texte: str, annee: int | None = None, territoires: Iterable[str] = ()) -> AgendaColle:
    """The meetings a pasted French text speaks of, its headings, and the lines that were not understood.

    ``annee`` completes the lines without year when no heading gives one; ``territoires`` are names that headings may
    bear, beside those of the départements. Linear in the length of the text. Raises RegleViolee when it is too long,
    empty or holds invisible signs.
    """
    lignes = recoller(decouper(lignes_propres(texte)))
    lecture = _Lecture(intitules.noms_connus(territoires), Reperage(annee))
    for ligne, suivante in zip(lignes, [*lignes[1:], None], strict=True):
        lecture.ligne(ligne, suivante)
    return AgendaColle(tuple(lecture.propositions), tuple(lecture.intitules), tuple(lecture.non_compris))


@dataclass(slots=True)
class _Periode:
    """A date that stands alone above lines without one; ``servie`` once a line took it."""

    datation: Datation
    mots: str
    servie: bool = False


@dataclass(slots=True)
class _Lecture:
    connus: Mapping[str, str]
    reperage: Reperage
    propositions: list[Proposition] = field(default_factory=list)
    intitules: list[LigneLue] = field(default_factory=list)
    non_compris: list[LigneLue] = field(default_factory=list)
    territoire: str | None = None
    intitule: str | None = None
    periode: _Periode | None = None
    derniere: int | None = None
    dernier_jour: date | None = None
    precedente: tuple[int, int, Ligne] | None = None

    def ligne(self, ligne: Ligne, suivante: Ligne | None) -> None:
        """Read one line; ``suivante`` tells a heading from a meeting."""
        plie = plier(ligne.corps)
        if self.intitule and ligne.saut and not ligne.puce and self.precedente and self.precedente[2].puce:
            self.intitule = None
        if self._est_un_intitule(ligne, plie, suivante):
            return
        separations = coupes(plie)
        debuts = [0, *(c.end() for c in separations)]
        fins = [*(c.start() for c in separations), len(plie)]
        for debut, fin in zip(debuts, fins, strict=True):
            seule = len(debuts) == 1
            if not ligne.corps[debut:fin].strip():
                continue
            recue = ligne.recue if seule else ligne.corps[debut:fin].strip()
            if not seule and debut == 0 and ligne.recue.endswith(ligne.corps):
                recue = ligne.recue[: len(ligne.recue) - len(ligne.corps)] + recue
            derniere = fin == len(plie)
            self._part(ligne, recue, ligne.corps[debut:fin], suivante if derniere else None)

    def _part(self, ligne: Ligne, recue: str, corps: str, suivante: Ligne | None) -> None:
        plie = plier(corps)
        repere, avant = au_debut(plie, mois_connu=self._repere().mois is not None), ""
        if repere is None and not intitules.MISE_A_JOUR.match(plie) and (repere := ailleurs(plie)):
            avant = ebarber(corps[: repere.debut])
            territoire = intitules.territoire_de(avant, self.connus) if avant else None
            if territoire:
                self._entrer_au_territoire(territoire)
                avant = ""
        if repere is None and (ligne.puce or indices.parle_d_une_reunion(plie)):
            repere = sans_jour(plie)
            if repere is not None:
                garde = repere.nature == "cadence"
                avant = corps if garde else ebarber(f"{corps[: repere.debut]} {corps[repere.fin :]}")
                corps = corps if garde else f"{corps[: repere.fin]}"
                self._dater(ligne, recue, corps, avant, repere, "")
                return
        if repere is None:
            self._sans_date(ligne, recue, corps, plie)
            return
        reste = corps[repere.fin :]
        if (
            avant
            and intitules.ENTETE.match(plier(avant))
            and repere.nature in {"large", "annee"}
            and not ebarber(reste)
        ) or (not avant and vide_hors_heures(reste) and self._annonce(ligne, repere, suivante)):
            self._entrer_en_periode(ligne, recue, self._lire(corps, plie, repere))
        else:
            self._dater(ligne, recue, corps, avant, repere, reste)

    def _dater(self, ligne: Ligne, recue: str, corps: str, avant: str, repere: Repere, reste: str) -> None:
        """A line that gives its own date."""
        lue = self._lire(corps, plier(corps), repere)
        separe = reste.lstrip()[:1] in SEPARATEURS or not reste[:1].isspace()
        texte = (
            f"{avant}{', ' if separe and ebarber(reste) else ' '}{ebarber(reste) if separe else reste}"
            if avant
            else reste
        )
        du_mois = repere.nature == "jour_du_mois"
        if not du_mois:
            self._sortir_de_periode(lue)
        self._ajouter(ligne, composer(ligne.rang, recue, texte, lue, self._dessus(periode=du_mois)))
        if lue.ecrite:
            self.derniere = lue.ecrite

    def _sortir_de_periode(self, lue: Datation) -> None:
        """A line dated outside the period above ends it."""
        d = lue.dates[0]
        p = self.periode.datation.dates[0] if self.periode else None
        if p and d.premier and not (p.premier and p.dernier and p.premier <= d.premier <= p.dernier):
            self.periode = None
            self.reperage = replace(self.reperage, mois=None)

    def _lire(self, corps: str, plie: str, repere: Repere) -> Datation:
        lue = dater(corps[repere.debut : repere.fin], plie[repere.debut : repere.fin], repere, self._repere())
        premier = lue.dates[0].premier
        if premier and repere.nature in {"jours", "jour_du_mois"}:
            if not lue.ecrite and self.dernier_jour and (self.dernier_jour - premier).days > _RETOUR:
                lue.alertes.append(f"La liste revient en arrière : est-ce {premier.year + 1} ?")
            self.dernier_jour = premier
        return lue

    def _sans_date(self, ligne: Ligne, recue: str, corps: str, plie: str) -> None:
        """The end of the line before, a meeting of the period above, a meeting without date, or nothing known."""
        reunion = indices.parle_d_une_reunion(plie) and not intitules.POLITESSE.match(plie)
        if self._est_une_suite(ligne, corps, reunion=reunion):
            return
        meme_bloc = self.periode is not None and not ligne.saut
        if self.periode and (ligne.puce or reunion or (meme_bloc and not intitules.POLITESSE.match(plie))):
            self.periode.servie = True
            self._ajouter(ligne, composer(ligne.rang, recue, corps, self.periode.datation, self._dessus()))
        elif ligne.puce or reunion:
            inconnue = dater("", "", Repere(0, 0, "sans_date"), Reperage())
            inconnue.alertes[:] = [SANS_DATE]
            inconnue.dates[0] = replace(inconnue.dates[0], recu=None)
            self._ajouter(ligne, composer(ligne.rang, recue, corps, inconnue, self._dessus(periode=False)))
        else:
            self.non_compris.append(LigneLue(ligne.rang, recue, DATE_ILLISIBLE))
            self.precedente = None

    def _est_une_suite(self, ligne: Ligne, corps: str, *, reunion: bool) -> bool:
        """Join the line to the meeting before: the rest of a cut sentence, or a detail further from the margin."""
        if self.precedente is None or ligne.saut:
            return False
        debut, fin, au_dessus = self.precedente
        detail = ligne.marge > au_dessus.marge and not (self.periode and not au_dessus.puce)
        coupee = not ligne.puce and not reunion and (corps[0].islower() or corps[0] in "(&+")
        if not (detail or coupee):
            return False
        for rang in range(debut, fin):
            self.propositions[rang] = rattacher(
                self.propositions[rang], ligne.recue, corps, au_titre=coupee and not detail
            )
        return True

    def _ajouter(self, ligne: Ligne, nouvelles: list[Proposition]) -> None:
        debut = len(self.propositions)
        self.propositions += nouvelles
        self.precedente = (debut, len(self.propositions), ligne)

    def _repere(self) -> Reperage:
        if self.reperage.annee is None and self.derniere is not None:
            return replace(self.reperage, annee=self.derniere, supposee=True)
        return self.reperage

    def _dessus(self, *, periode: bool = True) -> DuDessus:
        chemin = [self.territoire, self.intitule, self.periode.mots if self.periode and periode else None]
        return DuDessus(self._repere(), self.territoire, self.intitule, CHEMIN.join(c for c in chemin if c) or None)

    # Headings

    def _est_un_intitule(self, ligne: Ligne, plie: str, suivante: Ligne | None) -> bool:
        if au_debut(plie, mois_connu=self.reperage.mois is not None) and not annee_finale(plie):
            return False
        an = annee_finale(plie)
        corps = ligne.corps[: an[0]] if an else ligne.corps
        nom = ebarber(corps)
        if an and not nom:
            if an[2] is None:
                return False
            self._noter(ligne, f"Années {an[1]}-{an[2]}", an)
            return True
        if au_debut(plie):
            return False
        territoire = intitules.territoire_de(nom, self.connus)
        if territoire:
            self._entrer_au_territoire(territoire)
            self._noter(ligne, f"Territoire : {territoire}", an)
            return True
        datee = ailleurs(plie) is not None or sans_jour(plie) is not None
        annonce = ligne.titre or ligne.corps.endswith(":") or (an and intitules.ENTETE.match(plie))
        if datee or not (annonce or self._au_dessus_d_une_liste(ligne, suivante)):
            return False
        if intitules.POLITESSE.match(plie):
            return False
        self.intitule = None if intitules.ENTETE.match(plie) else nom
        if self.periode and self.periode.servie:
            self.periode = None
        if annonce or (suivante and suivante.puce) or indices.parle_d_une_reunion(plie):
            self._noter(ligne, "Intitulé" if self.intitule else "En-tête", an)
        else:
            self.non_compris.append(LigneLue(ligne.rang, ligne.recue, INTITULE_INCONNU))
            self.precedente = None
        return True

    def _au_dessus_d_une_liste(self, ligne: Ligne, suivante: Ligne | None) -> bool:
        """A short line above dated ones or bullets, that is none itself."""
        if ligne.puce or suivante is None or len(ligne.corps) > _INTITULE_MAX or ligne.corps[-1] in ".,;!?":
            return False
        if not (ligne.saut or suivante.puce or self.precedente is None):
            return False
        if self.periode and not ligne.saut:
            return False
        if self.precedente and not ligne.saut and ligne.corps[0].islower():
            return False
        return suivante.puce or date_ecrite(au_debut(plier(suivante.corps)))

    def _noter(self, ligne: Ligne, sens: str, an: tuple[int, int, int | None] | None = None) -> None:
        self.intitules.append(LigneLue(ligne.rang, ligne.recue, sens))
        self.precedente = None
        if an:
            self.reperage = Reperage(an[1], an[2])
            self.periode = self.dernier_jour = None

    def _entrer_au_territoire(self, territoire: str) -> None:
        self.territoire, self.intitule, self.precedente, self.dernier_jour = territoire, None, None, None
        if self.periode is None or self.periode.servie:
            self.periode = None
            self.reperage = replace(self.reperage, mois=None)

    def _annonce(self, ligne: Ligne, repere: Repere, suivante: Ligne | None) -> bool:
        """A date alone on its line stands above what follows, unless that has dates of its own."""
        if repere.nature in {"cadence", "sans_date", "jour_du_mois"} or suivante is None:
            return repere.nature == "annee" and suivante is not None
        plie = plier(suivante.corps)
        plie = plie[: suite[0].start()] if (suite := coupes(plie)) else plie
        large = repere.nature in {"large", "annee"}
        datee = au_debut(plie, mois_connu=large)
        if datee is not None:
            seule = not ebarber(plie[datee.fin :])
            return large and not (ligne.puce and suivante.marge <= ligne.marge) and not seule
        if intitules.territoire_de(ebarber(suivante.corps), self.connus):
            return large
        if plie.endswith(":") or ailleurs(plie):
            return large
        return not (ligne.puce and suivante.puce and suivante.marge < ligne.marge)

    def _entrer_en_periode(self, ligne: Ligne, recue: str, lue: Datation) -> None:
        d = lue.dates[0]
        mois = d.premier.month if d.nature is NatureDate.MOIS and d.premier else None
        annee = d.premier.year if d.premier and (lue.ecrite or self.reperage.annee) else self.reperage.annee
        seconde = self.reperage.seconde if not lue.ecrite and mois is None else None
        self.reperage = Reperage(annee, seconde, mois)
        mots = ebarber(recue)
        self.periode = None if d.nature is NatureDate.ANNEE else _Periode(lue, mots)
        self._noter(ligne, f"Période : {mots}")
