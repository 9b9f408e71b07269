"""Quick filters, the filter bar, filters in words, and which one to drop when nothing answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from backend.queries.fiches_action import FICHES, SuiviAxe
from backend.queries.lecture import Ligne
from backend.queries.vues.liste_de_fiches import MOIS_SANS_NOUVELLES, ListeDeFiches
from backend.web import adresses
from backend.web.contexts import ChampJour, ChampListe, FiltreActif, Filtres, Option, Raccourci, SansResultat
from backend.web.presentation.liste_de_fiches.etat import ANCRE, EtatDeListe, adresse
from backend.web.presentation.mots import texte
from exports.formats import compte, date_longue, majuscule, typographier
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction, Meteo, Priorite, TypeTerritoire, Vocabulaire
from fne_roadmaps.domain.textes import replier

_TRIS = (("numero", "Numéro"), ("fin", "Échéance"), ("nouvelles", "Nouvelles les plus anciennes"),
         ("-nouvelles", "Nouvelles les plus récentes"), ("titre", "Titre"), ("avancement", "Statut"),
         ("priorite", "Priorité"), ("-maj", "Dernière modification"))  # fmt: skip
_VOCABULAIRES: Mapping[str, type[Vocabulaire]] = {
    "avancement": Avancement,
    "instruction": Instruction,
    "priorite": Priorite,
    "meteo": Meteo,
}
LIBELLES = {
    "texte": "texte",
    "avancement": "statut",
    "instruction": "instruction",
    "priorite": "priorité",
    "meteo": "météo",
    "pilote": "pilote",
    "partenaire": "partenaire",
    "structure": "structure",
    "territoire": "territoire",
    "public": "public",
    "financeur": "financeur",
    "en_retard": "en retard",
    "sans_pilote": "sans pilote",
    "sans_nouvelles": "sans nouvelles",
    "jalon_dans": "jalon à venir",
    "echeance_dans": "échéance à venir",
    "sans_meteo": "sans météo",
    "sans_besoin": "sans besoin chiffré",
    "finance_en": "financées en",
    "modifiee_depuis": "modifiées",
    "exemple": "exemples",
}
_CONTRAIRES = {
    "en_retard": "pas en retard",
    "sans_pilote": "avec pilote",
    "sans_meteo": "avec météo",
    "sans_besoin": "avec besoin chiffré",
    "exemple": "sans les exemples",
}
_SUITES = frozenset({"sans_nouvelles", "jalon_dans", "echeance_dans", "finance_en", "modifiee_depuis"})
"""Filters whose value goes on with the sentence."""
_OUI_NON = (("oui", "Oui"), ("non", "Non"))
_MOIS = (1, 3, 6, 12)
_JOURS = (7, 30, 90, 180)
Choix = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Barre:
    """What the filters of a list are made from."""

    etat: EtatDeListe
    liste: ListeDeFiches
    suivi: SuiviAxe
    feuille: Ligne
    au: date

    def raccourcis(self) -> tuple[Raccourci, ...]:
        """Quick filters replace the others and keep order, presentation and columns."""
        mois = str(MOIS_SANS_NOUVELLES)
        choix: tuple[tuple[str, int, str | None, dict[str, str]], ...] = (
            ("Toutes", self.suivi.fiches, None, {}),
            ("En retard", self.suivi.en_retard, "clock-history", {"en_retard": "oui"}),
            ("Sans pilote", self.suivi.sans_pilote, "person-x", {"sans_pilote": "oui"}),
            (
                f"Sans nouvelles depuis {mois} mois",
                self.liste.sans_nouvelles,
                "chat-left-text",
                {"sans_nouvelles": mois},
            ),
        )
        autres = {n: v for n, v in self.etat.requete.items() if n not in self.etat.filtres}
        return tuple(
            Raccourci(
                libelle=libelle,
                nombre=nombre,
                icone=icone,
                href=adresse(self.etat.feuille, {**filtres, **autres}),
                courant=self.etat.filtres == filtres,
            )
            for libelle, nombre, icone, filtres in choix
        )

    def actifs(self) -> tuple[FiltreActif, ...]:
        """Each filter in words, with the same list without it."""
        return tuple(self._actif(nom, brut) for nom, brut in self.etat.filtres.items())

    def _actif(self, nom: str, brut: str) -> FiltreActif:
        """« statut « Bloquée » », but « en retard » or « sans nouvelles depuis 6 mois »: these say themselves."""
        libelle = self.feuille["mot_niveau_1"] if nom == "axe" else LIBELLES[nom]
        valeur = self._valeur(nom, brut)
        if nom in _CONTRAIRES:
            libelle, valeur = libelle if valeur == "oui" else _CONTRAIRES[nom], ""
        elif nom in _SUITES:
            libelle, valeur = f"{libelle} {valeur}", ""
        return FiltreActif(libelle=libelle, valeur=valeur, href_sans=self.etat.lien(**{nom: None}))

    def filtres(self, actifs: tuple[FiltreActif, ...]) -> Filtres:
        """The bar: four lists that most people use, the others folded."""
        listes = self._champs(self._principaux())
        plus = self._champs(self._autres())
        montres = {"texte", "tri", "page", "selection", "modifier", *(champ.nom for champ in (*listes, *plus))}
        tri = self.etat.valeurs.get("tri", FICHES.tri)
        garde = {n: v for n, v in self.etat.requete.items() if n not in self.etat.filtres}
        return Filtres(
            action=adresses.feuille_de_route(self.etat.feuille, None, ANCRE),
            href_effacer=adresse(self.etat.feuille, garde),
            listes=listes,
            plus=plus,
            jour=ChampJour(nom="modifiee_depuis_jour", libelle="Ou modifiées depuis le"),
            texte=self.etat.valeurs.get("texte", ""),
            indication="Mots du titre ou du texte",
            tri=ChampListe(
                nom="tri",
                libelle="Trier par",
                options=_options(((v if v != FICHES.tri else "", mot) for v, mot in _TRIS), tri, FICHES.tri),
            ),
            caches=tuple((nom, valeur) for nom, valeur in self.etat.ici.items() if nom not in montres),
            actifs=actifs,
        )

    def piste(self, actifs: tuple[FiltreActif, ...]) -> SansResultat:
        """The filter whose removal alone gives the most."""
        nom = max(self.liste.sans, key=lambda n: self.liste.sans[n])
        if not self.liste.sans[nom]:
            return SansResultat()
        return SansResultat(a_retirer=actifs[list(self.etat.filtres).index(nom)], donnerait=self.liste.sans[nom])

    def _champs(self, choix: Iterable[tuple[str, str, str, list[tuple[str, str]]]]) -> tuple[ChampListe, ...]:
        """What has no choice is left out, unless it is chosen all the same."""
        return tuple(
            ChampListe(nom=nom, libelle=libelle, options=self._options(nom, [("", vide), *options]))
            for nom, libelle, vide, options in choix
            if options or nom in self.etat.filtres
        )

    def _options(self, nom: str, choix: list[tuple[str, str]]) -> tuple[Option, ...]:
        """A chosen value that is not among the usual ones joins them, in words."""
        choisie = self.etat.valeurs.get(nom, "")
        if choisie and choisie not in {valeur for valeur, _ in choix}:
            choix = [*choix, (choisie, majuscule(self._valeur(nom, choisie)))]
        return _options(choix, choisie)

    def _principaux(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        retenues = self.suivi.par_instruction.get(Instruction.RETENUE, 0)
        return [
            ("axe", majuscule(self.feuille["mot_niveau_1"]), "Tout", self._axes()),
            ("avancement", "Statut", "Tous", [(a.value, a.libelle) for a in Avancement] if retenues else []),
            ("pilote", "Pilote", "Tous", _noms(self.liste.choix.pilotes)),
            ("territoire", "Territoire", "Tous", _noms(self.liste.choix.territoires)),
        ]

    def _autres(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        en_cours = self.suivi.par_instruction.get(Instruction.RETENUE, 0) < self.suivi.fiches
        choix = self.liste.choix
        return [
            ("instruction", "Instruction", "Toutes", [(i.value, i.libelle) for i in Instruction] if en_cours else []),
            ("en_retard", "En retard", "Indifférent", list(_OUI_NON)),
            ("sans_pilote", "Sans pilote", "Indifférent", list(_OUI_NON)),
            ("sans_nouvelles", "Sans nouvelles", "Indifférent", [(str(n), majuscule(_depuis_mois(n))) for n in _MOIS]),
            ("jalon_dans", "Jalon à venir", "Indifférent", [(str(n), majuscule(_dans_jours(n))) for n in _JOURS]),
            ("modifiee_depuis", "Modifiées", "Indifférent", self._depuis()),
            ("priorite", "Priorité", "Toutes", [(p.value, p.libelle) for p in Priorite]),
            ("meteo", "Météo", "Toutes", [(m.value, m.libelle) for m in Meteo]),
            ("partenaire", "Partenaire", "Tous", _noms(choix.partenaires)),
            ("public", "Public", "Tous", _textes(choix.publics)),
            ("financeur", "Financeur", "Tous", _textes(choix.financeurs)),
        ]

    def _axes(self) -> list[tuple[str, str]]:
        """Headings of level 1; « Tout » is the word of « axe » and « objectif » alike."""
        return [
            (a["code"], f"{a['rang']}. {texte(a['titre']) or 'titre non publié'}")
            for a in self.feuille["axes"]
            if a["code"]
        ]

    def _depuis(self) -> list[tuple[str, str]]:
        reperes = self.liste.reperes
        choix = [(str(self.au - timedelta(days=30)), "Depuis 30\u00a0jours")]
        if reperes.copil:
            choix.insert(0, ("copil", majuscule(self._depuis_le("copil"))))
        if reperes.signature:
            choix.insert(1 if reperes.copil else 0, ("signature", majuscule(self._depuis_le("signature"))))
        return choix

    def _depuis_le(self, brut: str) -> str:
        """« depuis le dernier COPIL (28 janvier 2025) »; what never happened is said."""
        if brut not in {"copil", "signature"}:
            return f"depuis le {date_longue(date.fromisoformat(brut))}"
        jour = self.liste.reperes.copil if brut == "copil" else self.liste.reperes.signature
        presentee = self.feuille["etat"] is EtatFeuille.PRESENTEE
        quoi = "le dernier COPIL" if brut == "copil" else "la présentation" if presentee else "la signature"
        return f"depuis {quoi} ({date_longue(jour) if jour else 'aucune date connue'})"

    def _valeur(self, nom: str, brut: str) -> str:
        """A value in the words of the page: labels of codes, names of what is pointed to."""
        if nom in _VOCABULAIRES:
            return ", ".join(_VOCABULAIRES[nom](code.strip()).libelle for code in brut.split(","))
        if nom in _DIRE:
            return _DIRE[nom](brut)
        if nom == "modifiee_depuis":
            return self._depuis_le(brut)
        if nom == "axe":
            return next((str(a["rang"]) for a in self.feuille["axes"] if brut in {a["code"], str(a["id"])}), brut)
        choix = self.liste.choix
        rangees = [*choix.pilotes, *choix.partenaires] if nom != "territoire" else choix.territoires
        return typographier({r["code"]: r["nom"] for r in rangees}.get(brut, brut))


def _oui_non(brut: str) -> str:
    return "oui" if brut.lower() in {"oui", "true", "1"} else "non"


def _depuis_mois(n: int) -> str:
    return f"depuis {compte(n, 'mois', 'mois')}"


def _dans_jours(n: int) -> str:
    return f"dans les {compte(n, 'jour')}" if n > 1 else "aujourd’hui ou demain"


_DIRE: Mapping[str, Callable[[str], str]] = {
    "en_retard": _oui_non,
    "sans_pilote": _oui_non,
    "exemple": _oui_non,
    "sans_nouvelles": lambda brut: _depuis_mois(int(brut)),
    "jalon_dans": lambda brut: _dans_jours(int(brut)),
    "echeance_dans": lambda brut: _dans_jours(int(brut)),
    "sans_meteo": _oui_non,
    "sans_besoin": _oui_non,
    "finance_en": str,
}


def _options(choix: Choix, choisie: str, defaut: str = "") -> tuple[Option, ...]:
    return tuple(
        Option(valeur=valeur, libelle=mot, choisie=(valeur or defaut) == (choisie or defaut)) for valeur, mot in choix
    )


def _noms(rangees: Iterable[Ligne]) -> list[tuple[str, str]]:
    """Départements first, then by name, the same on both engines."""
    tries = sorted(rangees, key=lambda r: (r.get("type") != TypeTerritoire.DEPARTEMENT, replier(r["nom"])))
    return [(r["code"], typographier(r["nom"])) for r in tries]


def _textes(noms: Iterable[str]) -> list[tuple[str, str]]:
    return [(nom, typographier(nom)) for nom in sorted(noms, key=lambda n: (replier(n), n))]
