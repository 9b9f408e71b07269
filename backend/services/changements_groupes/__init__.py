"""One change made to many fiches at once: seen before, done in one transaction, undone as one."""

from __future__ import annotations

from backend.services.changements_groupes.annulation import annuler_changement
from backend.services.changements_groupes.apercu import Apercu, LigneApercu, prevoir_changement

__all__ = ["Apercu", "LigneApercu", "annuler_changement", "prevoir_changement"]
