"""The same for the pages where one writes: two files, so that two processes share the work."""

from __future__ import annotations

import pytest

from tests.browser.axe import verifier
from tests.browser.conftest import Lectures
from tests.browser.pages import ECRITES

pytestmark = pytest.mark.navigateur


@pytest.mark.parametrize("etat", ECRITES)
def test_une_page_est_sans_violation_sans_debordement_et_sans_rien_d_exterieur(lectures: Lectures, etat: str) -> None:
    lecteur, chemin = ECRITES[etat]
    verifier(lectures(lecteur), chemin)
