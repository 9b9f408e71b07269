"""The governance whose accounts are being managed: found, seen, the right checked."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.references import QUOI, charger
from backend.queries.vues.cadre import lieu
from backend.web.adresses.comptes import acces
from backend.web.contexts import Cadre, Demo, Lien, LienACopier
from backend.web.pages.commun import Requete, preparer
from backend.web.pages.contributions.commun import COPIER, lien_a_copier
from backend.web.presentation.cadre import COMPTES, de_gouvernance
from backend.web.session_perdue import exiger_compte
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger


async def administree(ctx: Contexte, cle: UUID) -> Ligne:
    """The governance, for who administers it. One statement. Raises CompteRequis, NonTrouve or Interdit."""
    exiger_compte(ctx)
    trouvee = await charger(ctx.acteur, "gouvernance", cle)
    exiger(droits_sur_gouvernance(ctx.acteur, trouvee["id"]), Droit.ADMINISTRER, QUOI["gouvernance"])
    return trouvee


async def cadre_des_comptes(
    request: Requete, ctx: Contexte, demo: Demo | None, cle: UUID, titre: str, suite: tuple[Lien, ...] = ()
) -> Cadre:
    """Frame of a page about the accounts of a governance."""
    lecture = await preparer(request, ctx, demo)
    cadre = de_gouvernance(lecture, await lieu(ctx.acteur, cle), titre, COMPTES, suite, titre)
    return replace(cadre, scripts=(COPIER,))


def lien_d_acces(request: Requete, jeton: str) -> LienACopier:
    """The whole address of a personal link to an account, shown once."""
    return lien_a_copier(request, "Lien de l’invitation", acces(jeton), "Bon deux semaines, et une seule fois.")
