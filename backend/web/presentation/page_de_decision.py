"""The page of a decision and its form, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from backend.queries.lecture import Ligne
from backend.queries.vues.decisions import ChoixDeDecision, DecisionVue
from backend.web import adresses
from backend.web.adresses import decisions as ici
from backend.web.contexts import Cadre, DecisionContexte, DecisionFormulaireContexte, EffetDit, Formulaire, Lien
from backend.web.dates_saisies import dire_date
from backend.web.presentation.decisions import marque, nom_de_fiche, seance
from backend.web.presentation.mots import texte
from exports.formats import compte, majuscule, typographier
from fne_roadmaps.domain.decisions import PASSAGES
from fne_roadmaps.domain.droits import Acteur, Droit, peut_tenir_le_suivi
from fne_roadmaps.domain.enums import Avancement, EtatAdoption, GenreEffet

LONGUEUR_DE_CHOIX = 90
Forme = tuple[str, Formulaire]
"""The name of a form of the page (« adoption »), and what it shows again when it was refused."""


def contexte_decision(vue: DecisionVue, acteur: Acteur, cadre: Cadre, refusee: Forme | None) -> DecisionContexte:
    """The page; ``refusee`` replaces one of its forms."""
    d = vue.decision
    tient = Droit.REUNIR in d["droits"]
    suit = peut_tenir_le_suivi(acteur, d["droits"], d["responsable"]["id"] if d["responsable"] else None)
    nom, formulaire = refusee or ("", None)
    passages = tuple(e for e in EtatAdoption if e in PASSAGES[d["adoption"]])

    def forme(quoi: str, action: str, valeurs: Mapping[str, str]) -> Formulaire:
        if nom == quoi and formulaire:
            return formulaire
        return Formulaire(
            action=action,
            retour=ici.decision(d["id"]),
            valeurs={champ: (valeur,) for champ, valeur in valeurs.items()},
            version=d["version"],
        )

    return DecisionContexte(
        cadre=cadre,
        code=d["code"],
        texte=typographier(d["texte"] or ""),
        nature=d["nature"],
        adoption=d["adoption"],
        mode=d["mode_decision"],
        votes=_votes(d),
        date=d["date"],
        echeance=d["echeance"],
        retard=d["retard"],
        suivi=d["suivi"],
        suivi_note=texte(d["suivi_note"]),
        suivi_le=d["suivi_le"],
        responsable=texte(d["responsable"]["nom"]) if d["responsable"] else None,
        reunion=_reunion(d),
        instance=Lien(libelle=typographier(d["instance"]["nom"]), href=adresses.instance(d["instance"]["id"]))
        if d["instance"]
        else None,
        gouvernance=Lien(
            libelle=typographier(d["gouvernance"]["nom"]), href=adresses.gouvernance(d["gouvernance"]["id"])
        ),
        remplace=_autre(d["remplace"]),
        remplacee_par=_autre(d["remplacee_par"]),
        fiches=tuple(
            Lien(
                libelle=f"{nom_de_fiche(f['code'], f['nom'])} · {typographier(f['nom'])}",
                href=adresses.fiche_action(f["id"]),
            )
            for f in d["fiches"]
        ),
        effets=tuple(map(effet_dit, d["effets"])),
        source=texte(d["source"]),
        exemple=d["exemple"],
        modifier=ici.modifier(d["id"]) if tient else None,
        adopter=forme("adoption", ici.adoption(d["id"]), {"date": dire_date(d["date"])})
        if tient and passages
        else None,
        adoptions=passages,
        suivre=forme("suivi", ici.suivi(d["id"]), {"suivi": d["suivi"].value, "suivi_note": d["suivi_note"] or ""})
        if suit and d["adoption"] is EtatAdoption.ADOPTEE
        else None,
        remplacer=forme(
            "remplacement", ici.remplacement(d["id"]), {"remplace": str(d["remplace"]["id"]) if d["remplace"] else ""}
        )
        if tient and vue.remplacables
        else None,
        remplacables=tuple(
            (str(r["id"]), f"{r['code']} · {typographier(r['texte'] or '')}"[:LONGUEUR_DE_CHOIX])
            for r in vue.remplacables
        ),
    )


def effet_dit(e: Ligne) -> EffetDit:
    """« Retenir la fiche p12, dans l’axe 3 »; what the reader may not follow has no link."""
    genre = e["genre"]
    if genre is GenreEffet.CADENCE:
        cadence = json.loads(e["valeur"])
        objet = (
            Lien(libelle=typographier(e["instance"]["nom"]), href=adresses.instance(e["instance"]["id"]))
            if e["instance"]
            else None
        )
        return EffetDit(
            libelle="Nouvelle cadence",
            objet=objet,
            precision=typographier(cadence["texte"]),
            motif=texte(e["motif"]),
            applique_le=e["applique_le"],
        )
    fiche = e["fiche"]
    precision = ""
    if genre is GenreEffet.RETENIR and e["vers_rang"]:
        precision = f"dans {e['vers_rang']}. {typographier(e['vers_axe'])}"
    elif genre is GenreEffet.AVANCEMENT:
        precision = f"passe à « {Avancement(e['valeur']).libelle} »"
    return EffetDit(
        libelle={GenreEffet.RETENIR: "Retenir", GenreEffet.ECARTER: "Écarter"}.get(genre, "Avancement"),
        objet=Lien(
            libelle=f"{nom_de_fiche(fiche['code'], fiche['nom'])} · {typographier(fiche['nom'])}",
            href=adresses.fiche_action(fiche["id"]),
        )
        if fiche
        else None,
        precision=typographier(precision),
        motif=texte(e["motif"]),
        applique_le=e["applique_le"],
    )


def contexte_formulaire(
    cadre: Cadre,
    formulaire: Formulaire,
    choix: ChoixDeDecision,
    structures: tuple[str, ...],
    sur_titre: str,
    d: Ligne | None,
    points: Sequence[Ligne] = (),
) -> DecisionFormulaireContexte:
    """The form of a decision ``d``, or of a new one, taken on one of ``points``."""
    plusieurs = len(choix.feuilles) > 1
    return DecisionFormulaireContexte(
        cadre=cadre,
        titre=f"Modifier la décision {d['code']}" if d else "Écrire une décision",
        sur_titre=sur_titre,
        formulaire=formulaire,
        structures=structures,
        axes=tuple(
            (
                f"{a['code']}/{a['rang']}",
                f"{majuscule(a['mot_niveau_1'])} {a['rang']}. {typographier(a['titre'])}"
                + (f" ({a['code']})" if plusieurs else ""),
            )
            for a in choix.axes
        ),
        a_arbitrer=tuple(f"{f['numero']} · {typographier(f['titre'])}" for f in choix.a_arbitrer),
        points=tuple((str(p["id"]), f"{rang}. {typographier(p['titre'])}") for rang, p in enumerate(points, start=1)),
        effets=d is None or d["adoption"] is not EtatAdoption.ADOPTEE,
        nouvelle=d is None,
    )


def _votes(d: Ligne) -> str:
    comptes = (("pour", d["voix_pour"]), ("contre", d["voix_contre"]))
    dits = [f"{n} {mot}" for mot, n in comptes if n is not None]
    if d["abstentions"] is not None:
        dits.append(compte(d["abstentions"], "abstention"))
    return ", ".join(dits)


def _reunion(d: Ligne) -> Lien | None:
    if not d["reunion"]:
        return None
    nom = seance(d["instance"] and d["instance"]["nom"], d["reunion"]["nom"], d["date"])
    return Lien(libelle=nom, href=adresses.reunion(d["reunion"]["id"], marque(d["numero"])))


def _autre(ref: Ligne | None) -> Lien | None:
    return Lien(libelle=ref["code"], href=ici.decision(ref["id"])) if ref else None
