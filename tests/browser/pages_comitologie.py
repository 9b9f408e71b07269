"""Pages where meetings are written, decided and told, in the states worth looking at."""

from __future__ import annotations

from backend.web.adresses import comptes_rendus, decisions, flux, instances, invitations, reunions
from fne_roadmaps.demo import ACTES
from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.pages_contributions import jeton

GOUVERNANCE, COPIL = cle_fixe("gouvernance:28"), cle_fixe("instance:28/copil")
CONVOQUEE = cle_fixe("reunion:28/copil/r4")
COTECH = cle_fixe("reunion:28/cotech/r7")
INVITATION = cle_fixe("invitation:28/cotech/r7:3")
SONDAGE = cle_fixe("sondage:28/gt-education/r2:2025-06-16T12:01:00+00:00")
EN_RETARD = cle_fixe("decision:28/copil/2025-1")
POINT_MENSUEL = cle_fixe("instance:28/point-mensuel")
CADENCE = cle_fixe("cadence:28/point-mensuel:Mensuelle:2024-11-01")
SIEGE = cle_fixe("siege:28/point-mensuel:1")
COMPTE_RENDU = cle_fixe("compte_rendu:28/copil/r3")


def _reponse() -> str:
    """The address of the last answer to the poll of the demonstration, by its personal link."""
    dernier = max(n for n, acte in enumerate(ACTES, start=1) if acte[0] == "repondre_au_sondage")
    return reunions.reponse_publique(
        jeton("reponse_sondage", cle_fixe(f"reponse_sondage:{SONDAGE}:demonstration-{dernier}"))
    )


COMITOLOGIE: dict[str, tuple[str, str]] = {
    "compte-rendu": ("alice", comptes_rendus.compte_rendu(COMPTE_RENDU)),
    "comptes-rendus-de-l-annee": ("alice", comptes_rendus.annee(GOUVERNANCE, 2025)),
    "comptes-rendus-d-une-annee-vide": ("alice", comptes_rendus.annee(GOUVERNANCE, 2019)),
    "decisions": ("diane", decisions.registre()),
    "decisions-vides": ("charlie", decisions.registre()),
    "decision": ("alice", decisions.decision(EN_RETARD)),
    "decision-lue": ("bob", decisions.decision(EN_RETARD)),
    "decision-modifier": ("alice", decisions.modifier(EN_RETARD)),
    "decision-nouvelle": ("alice", decisions.nouvelle(CONVOQUEE)),
    "instance-adresses": ("alice", instances.courriels(POINT_MENSUEL)),
    "instance-cadence": ("alice", instances.cadence(POINT_MENSUEL, CADENCE)),
    "instance-cadence-nouvelle": ("alice", instances.nouvelle_cadence(COPIL)),
    "instance-composition": ("alice", instances.composition(POINT_MENSUEL)),
    "instance-composition-vide": ("diane", instances.composition(cle_fixe("instance:hub-lo/comite-36"))),
    "instance-fermer": ("alice", instances.fermer(COPIL)),
    "instance-modifier": ("alice", instances.modifier(COPIL)),
    "instance-nouvelle": ("alice", instances.nouvelle(GOUVERNANCE)),
    "instance-roles": ("alice", instances.roles(POINT_MENSUEL)),
    "instance-siege": ("alice", instances.siege(POINT_MENSUEL, SIEGE)),
    "instance-siege-nouveau": ("alice", instances.nouveau_siege(COPIL)),
    "invitations": ("alice", invitations.invitations(COTECH)),
    "invitation-recue": ("émile", f"/reunions/{COTECH}"),
    "lien-invitation": ("visiteur", invitations.publique(jeton("invitation_reunion", INVITATION))),
    "lien-reponse": ("visiteur", _reponse()),
    "lien-sondage": ("visiteur", reunions.sondage_public(jeton("sondage", SONDAGE))),
    "mes-agendas": ("alice", flux.MES_AGENDAS),
    "reunion-nouvelle": ("alice", reunions.nouvelle(GOUVERNANCE)),
    "reunion-modifier": ("alice", reunions.modifier(CONVOQUEE)),
    "reunion-tenue-par": ("alice", f"/reunions/{CONVOQUEE}"),
    "annee-de-reunions": ("alice", reunions.annee(COPIL)),
    "sondage": ("alice", reunions.sondage(CONVOQUEE)),
    "sondage-ouvert": ("alice", reunions.sondage(cle_fixe("reunion:28/gt-education/r2"))),
}
