"""Three named people and one instant, in every test that writes or reads. A `pytest_plugins` module.

alice carries the governance of 28; bob reads it; charlie carries that of 41, and nothing of 28 that lives is open
to him. Keys of governances are those of a demonstration, so the same people serve every database of the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from backend.context import Contexte, cle_au_hasard
from fne_roadmaps.demo import AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.enums import Profil

MAINTENANT = datetime(2025, 6, 17, 9, 0, tzinfo=UTC)
SECRET = "secret-des-essais-qui-ne-protege-rien"
GOUVERNANCE_28 = cle_fixe("gouvernance:28")
GOUVERNANCE_41 = cle_fixe("gouvernance:41")

ALICE = Acteur("alice-28", "Alice", profils={GOUVERNANCE_28: Profil.PORTEUR})
BOB = Acteur("bob-28", "Bob", profils={GOUVERNANCE_28: Profil.LECTEUR})
CHARLIE = Acteur("charlie-41", "Charlie", profils={GOUVERNANCE_41: Profil.PORTEUR})


def contexte(
    acteur: Acteur,
    *,
    requete: str = "essai",
    maintenant: datetime = MAINTENANT,
    cle: Callable[[str], UUID] = cle_au_hasard,
) -> Contexte:
    """The context of a request by ``acteur`` at the fixed instant, on the reference day of a demonstration."""
    return Contexte(acteur, maintenant, AU, requete, cle, SECRET)


@pytest.fixture
def alice() -> Contexte:
    """Porteuse of 28: may do everything there."""
    return contexte(ALICE)


@pytest.fixture
def bob() -> Contexte:
    """Reader of 28."""
    return contexte(BOB)


@pytest.fixture
def charlie() -> Contexte:
    """Porteur of 41: what lives in 28 does not exist for him."""
    return contexte(CHARLIE)


@pytest.fixture
def systeme() -> Contexte:
    """The command line of the machine."""
    return contexte(SYSTEME)
