"""The API of roadmaps and axes, and of what hangs on a roadmap: versions and diagnostic."""

from __future__ import annotations

from litestar import get
from litestar.handlers import HTTPRouteHandler
from pydantic import TypeAdapter

from backend.api.acces import contexte_api
from backend.api.conditions import deja_lue
from backend.api.ressources import RACINE, Acte, Creation, Modification, Ressource
from backend.api.routes import Reponse, reference_de, repondre
from backend.api.schemas import feuilles_de_route as formes
from backend.api.schemas.gouvernances import Chiffre
from backend.errors.reponses import Requete
from backend.queries.chiffres import diagnostic_de
from backend.queries.feuilles_de_route import AXES as LISTE_AXES, FEUILLES, lire_axe, lire_feuille
from backend.queries.versions import lire_version, lire_versions
from backend.services.commands import feuilles_de_route as commandes
from backend.services.feuilles_de_route import changer_etat, modifier_axe, modifier_feuille_de_route
from backend.services.signatures import presenter, signer
from fne_roadmaps.domain.errors import NonTrouve

FEUILLES_DE_ROUTE = Ressource(
    chemin="feuilles-de-route",
    concept="feuille_de_route",
    un="une feuille de route",
    des="feuilles de route",
    exemple="28-2024",
    liste=FEUILLES,
    resume=formes.FeuilleResume,
    entier=formes.Feuille,
    lire=lire_feuille,
    creation=Creation(
        commandes.CreerFeuilleDeRoute,
        {
            "gouvernance": "28",
            "titre": "Numérique 28 Ensemble, deuxième volet",
            "perimetre": "departemental",
            "annee": 2026,
            "mot_niveau_1": "axe",
            "mots_niveau_1": "axes",
            "territoires": ["28"],
        },
        {"gouvernance": "gouvernance"},
    ),
    modification=Modification(
        commandes.ModifierFeuilleDeRoute, modifier_feuille_de_route, {"sous_titre": "2026–2028", "debut": "2026-01-01"}
    ),
    actes=(
        Acte(
            "etat",
            "Faire avancer une feuille de route, sauf jusqu’à la présentation et à la signature, qui figent un texte.",
            commandes.ChangerEtat,
            changer_etat,
            {"etat": "concertation", "date": "2025-06"},
        ),
        Acte(
            "signature",
            "Signer une feuille de route validée : le texte est figé, avec son empreinte.",
            commandes.ChangerEtat,
            signer,
            {"etat": "signee", "date": "2025-06-17", "occasion": "Comité de pilotage"},
        ),
        Acte(
            "presentation",
            "Présenter officiellement une feuille de route validée : le texte est figé, avec son empreinte.",
            commandes.ChangerEtat,
            presenter,
            {"etat": "presentee", "date": "2025-06-17", "occasion": "Journée départementale"},
        ),
    ),
)
AXES = Ressource(
    chemin="axes",
    concept="axe",
    un="un axe",
    des="axes",
    exemple="28-2024/1",
    liste=LISTE_AXES,
    resume=formes.Axe,
    entier=formes.AxeEntier,
    lire=lire_axe,
    a_barres=True,
    creation=Creation(
        commandes.CreerAxe,
        {"feuille_de_route": "28-2024", "titre": "Faire vivre le réseau", "transversal": True},
        {"feuille_de_route": "feuille_de_route"},
    ),
    modification=Modification(commandes.ModifierAxe, modifier_axe, {"titre": "Faire vivre le réseau des lieux"}),
)

_UNE = f"{RACINE}/feuilles-de-route/{{reference:str}}"
_VERSIONS = TypeAdapter(tuple[formes.Version, ...])
_CHIFFRES = TypeAdapter(tuple[Chiffre, ...])
NUMERO_MAX = 9999


@get(f"{_UNE}/versions", name="api-versions")
async def versions(request: Requete) -> Reponse:
    """Presented and signed texts of a roadmap, first to last."""
    ctx = await contexte_api(request)
    trouvees = await lire_versions(ctx.acteur, reference_de(request))
    return repondre(_VERSIONS.dump_json(_VERSIONS.validate_python(trouvees)))


@get(f"{_UNE}/versions/{{numero:int}}", name="api-version")
async def version(request: Requete) -> Reponse:
    """One frozen text; its digest is its ETag, since it never changes."""
    ctx = await contexte_api(request)
    numero = int(request.path_params["numero"])
    if not 1 <= numero <= NUMERO_MAX:
        raise NonTrouve("Cette version")
    trouvee = formes.VersionEntiere.model_validate(await lire_version(ctx.acteur, reference_de(request), numero))
    etiquette = f'"{trouvee.empreinte}"'
    if deja_lue(request, etiquette):
        return repondre(b"", statut=304, etag=etiquette)
    return repondre(trouvee.model_dump_json(), etag=etiquette)


@get(f"{_UNE}/diagnostic", name="api-diagnostic")
async def diagnostic(request: Requete) -> Reponse:
    """Figures of the diagnostic the roadmap leans on: open to every account, like the governance's identity."""
    ctx = await contexte_api(request)
    trouves = await diagnostic_de(ctx.acteur, reference_de(request))
    return repondre(_CHIFFRES.dump_json(_CHIFFRES.validate_python(trouves)))


ANNEXES: list[HTTPRouteHandler] = [versions, version, diagnostic]
