"""From a dated part of a line to the meetings it speaks of: what the words say besides the date is set apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fne_roadmaps.domain.agenda_colle import heures as h, indices
from fne_roadmaps.domain.agenda_colle.datation import Datation, Reperage, dater
from fne_roadmaps.domain.agenda_colle.modele import TITRE_MAX, Proposition
from fne_roadmaps.domain.agenda_colle.reperes import ailleurs, au_debut
from fne_roadmaps.domain.agenda_colle.signes import ebarber, plier
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion

SANS_TITRE = "Réunion"
_LIEU_MAX, _NOTE_MAX = 300, 15_000
NOTE_COUPEE = "La note est trop longue : seul son début est gardé."


@dataclass(frozen=True, slots=True)
class DuDessus:
    """What the headings above say of a meeting."""

    reperage: Reperage
    territoire: str | None = None
    intitule: str | None = None
    chemin: str | None = None


@dataclass(slots=True)
class _Propos:
    """What was understood of the words around the date."""

    texte: str
    dates: list[DateIncertaine]
    annonces: list[str | None]
    alertes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    etat: EtatReunion | None = None
    avant: DateIncertaine | None = None
    confirmee: bool = True
    heures: tuple[str | None, str | None] = (None, None)
    lieu: str | None = None
    lien: str | None = None


def composer(rang: int, recue: str, texte: str, datation: Datation, dessus: DuDessus) -> list[Proposition]:
    """The meetings of a line. ``texte`` is what stands around its date, ``recue`` the whole of it."""
    propos = _Propos(texte, list(datation.dates), list(datation.annonces), list(datation.alertes))
    _retirer_etat(propos, dessus.reperage)
    propos.texte, propos.lien, autres = indices.retirer_lien(propos.texte)
    propos.notes += autres
    _retirer_heures(propos)
    _retirer_doute(propos)
    retrait = indices.retirer_lieu(propos.texte)
    propos.texte, propos.lieu = ebarber(retrait.reste), retrait.pris
    if propos.lieu and len(propos.lieu) > _LIEU_MAX:
        propos.notes.append(propos.lieu)
        propos.lieu = None
    return _par_reunion(rang, recue, propos, datation, dessus)


def vide_hors_heures(texte: str) -> bool:
    """Nothing but hours stands beside the date."""
    trouvees = h.lire_heures(plier(texte))
    reste = texte if trouvees is None else f"{texte[: trouvees.places[0]]} {texte[trouvees.places[1] :]}"
    return not any(map(str.isalnum, reste))


def _retirer_etat(propos: _Propos, reperage: Reperage) -> None:
    """« annulée », « reportée », « reportée au 6 juillet »: the last gives the date, and the former one is kept."""
    texte, propos.etat, place = indices.retirer_etat(propos.texte)
    if propos.etat is None:
        return
    suite = texte[place:].lstrip()
    plie = plier(suite)
    repere = au_debut(plie) if propos.etat is EtatReunion.REPORTEE else None
    if repere is not None and repere.nature in {"jours", "large", "semaine"} and len(propos.dates) == 1:
        lue = dater(suite[: repere.fin], plie[: repere.fin], repere, reperage)
        ancienne = propos.dates[0]
        propos.avant, propos.etat = (ancienne if ancienne.edtf else None), None
        propos.dates, propos.annonces = lue.dates[:1], lue.annonces[:1]
        propos.alertes += [
            *lue.alertes,
            "La ligne dit que la réunion est reportée à une autre date : c’est celle qui est lue.",
        ]
        texte = f"{texte[:place]} {suite[repere.fin :]}"
    else:
        propos.alertes.append(f"La ligne dit que la réunion est {propos.etat.libelle.lower()}.")
    propos.texte = ebarber(texte)


def _retirer_heures(propos: _Propos) -> None:
    trouvees = h.lire_heures(plier(propos.texte))
    if trouvees is not None:
        debut, fin = trouvees.places
        ote = propos.texte[debut:fin]
        ouvrante = "(" if ote.startswith("(") and not propos.texte[fin:].lstrip().startswith(")") else ""
        fin += 1 if ote.startswith("(") and propos.texte[fin : fin + 1] == ")" else 0
        propos.texte = ebarber(f"{propos.texte[:debut]} {ouvrante}{propos.texte[fin:]}")
        if trouvees.alerte:
            propos.alertes.append(trouvees.alerte)
        if trouvees.debut and all(d.nature is NatureDate.JOUR for d in propos.dates):
            propos.heures = (trouvees.debut, trouvees.fin)
        else:
            propos.notes.append(f"Heures écrites : {ote.strip(' ,(-–')}.")
            if trouvees.debut:
                propos.alertes.append("Des heures demandent un jour exact : elles sont gardées dans la note.")
    nettoye = ebarber(propos.texte)
    moment = h.lire_moment(plier(nettoye))
    if moment:
        dit = nettoye[: moment[1]]
        propos.notes.append(f"Moment de la journée : {dit}.")
        propos.alertes.append(f"« {dit} » n’est pas une heure : gardé dans la note.")
        propos.texte = nettoye[moment[1] :]


def _retirer_doute(propos: _Propos) -> None:
    trouve = indices.A_CONFIRMER.search(plier(propos.texte))
    if trouve:
        propos.confirmee = False
        dit = propos.texte[trouve.start() : trouve.end()].strip(" ()[]")
        propos.alertes.append(f"« {dit} » : la réunion est notée à confirmer.")
        propos.texte = ebarber(f"{propos.texte[: trouve.start()]} {propos.texte[trouve.end() :]}")


def _par_reunion(rang: int, recue: str, propos: _Propos, datation: Datation, dessus: DuDessus) -> list[Proposition]:
    titres, trop = indices.titres_comptes(propos.texte)
    if trop:
        propos.alertes.append(trop)
    couples = _apparier(titres, propos)
    titre_de = _Titre(propos, dessus, recue, datation.grain)
    propositions = []
    for numero, (titre, date, annonce) in enumerate(couples, start=1):
        fini, notes, alertes = titre_de(titre)
        genre, type_ = indices.genre_de(fini)
        if dessus.intitule and not indices.parle_d_une_reunion(plier(fini)):
            genre, type_ = indices.genre_de(dessus.intitule)
        if propos.lien and genre is GenreReunion.AUTRE:
            genre = GenreReunion.VISIO
        propositions.append(
            Proposition(
                rang=rang,
                ligne=recue,
                titre=fini,
                date=date,
                jour_annonce=annonce,
                confirmee=propos.confirmee,
                heure_debut=propos.heures[0],
                heure_fin=propos.heures[1],
                lieu=propos.lieu,
                lien_visio=propos.lien,
                genre=genre,
                type_instance=type_,
                etat=propos.etat,
                date_avant=propos.avant,
                territoire=dessus.territoire,
                intitule=dessus.chemin,
                note=(note := "\n".join(notes))[:_NOTE_MAX] or None,
                numero=numero,
                nombre=len(couples),
                alertes=tuple(dict.fromkeys((*propos.alertes, *alertes, *_si_coupee(note)))),
            )
        )
    return propositions


def _apparier(titres: list[str], propos: _Propos) -> list[tuple[str, DateIncertaine, str | None]]:
    """One title and one date for each meeting; what does not pair is told."""
    datees = list(zip(propos.dates, propos.annonces, strict=True))
    nombre = max(len(titres), len(datees))
    if len(titres) == len(datees) == 1:
        return [(titres[0], *datees[0])]
    if len(titres) > 1 and len(datees) > 1 and len(titres) != len(datees):
        propos.alertes.append(f"La ligne annonce {len(titres)} réunions pour {len(datees)} dates : vérifiez.")
        return [(propos.texte, *d) for d in datees]
    if len(datees) > 1:
        propos.alertes.append(f"La ligne donne {nombre} dates : une réunion pour chacune.")
    else:
        propos.alertes.append(f"La ligne annonce {nombre} réunions : autant de propositions.")
    titres = titres if len(titres) == nombre else titres * nombre
    datees = datees if len(datees) == nombre else datees * nombre
    return [(t, *d) for t, d in zip(titres, datees, strict=True)]


@dataclass(frozen=True, slots=True)
class _Titre:
    """Finishes a title: never empty, never too long, another date in it is told."""

    propos: _Propos
    dessus: DuDessus
    recue: str
    grain: str

    def __call__(self, brut: str) -> tuple[str, list[str], list[str]]:
        """The title, and the notes and alerts that go with it."""
        notes, alertes = list(self.propos.notes), []
        titre = ebarber(brut).replace(" | ", ", ")
        titre = titre.removesuffix(".") if not titre.endswith("..") else titre
        if not any(map(str.isalnum, titre)):
            if self.dessus.intitule:
                titre = self.dessus.intitule
                alertes.append("L’intitulé manque : c’est celui du titre au-dessus.")
            elif self.grain == "cadence":
                titre = " ".join(self.recue.split())
            else:
                titre = SANS_TITRE
                alertes.append("L’intitulé de la réunion manque.")
        autre = ailleurs(plier(titre)) if self.grain != "cadence" else None
        if autre is not None:
            dite = titre[autre.debut : autre.fin]
            alertes.append(f"Une autre date est écrite dans la ligne : « {dite[:80]} ».")
        if len(titre) > TITRE_MAX:
            notes.insert(0, titre)
            titre = f"{titre[: TITRE_MAX - 1].rsplit(' ', 1)[0]}…"
            alertes.append("L’intitulé est trop long : sa suite est dans la note.")
        haute = titre[:1].upper()
        return (haute + titre[1:] if len(haute) == 1 else titre), notes, alertes


def rattacher(p: Proposition, ligne: str, corps: str, *, au_titre: bool) -> Proposition:
    """The meeting with one more line of its own: the end of its title, or a detail kept in its note."""
    jointe = replace(p, ligne=f"{p.ligne}\n{ligne}")
    titre = f"{p.titre} {corps}"
    if au_titre and len(titre) <= TITRE_MAX:
        return replace(jointe, titre=titre)
    note = f"{p.note}\n{corps}" if p.note else corps
    alertes = tuple(dict.fromkeys((*p.alertes, *_si_coupee(note))))
    return replace(jointe, note=note[:_NOTE_MAX], alertes=alertes)


def _si_coupee(note: str) -> tuple[str, ...]:
    return (NOTE_COUPEE,) if len(note) > _NOTE_MAX else ()
