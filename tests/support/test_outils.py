"""Missing programs: a skip at home, a failure on the continuous integration, never a silent pass."""

from pathlib import Path

import pytest

from tests.support import outils


def test_un_programme_absent_saute_le_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(outils, "trouver", lambda _outil: None)
    with pytest.raises(pytest.skip.Exception, match="Chromium est introuvable"):
        outils.exiger("chromium")


def test_un_programme_absent_fait_echouer_l_integration_continue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(outils, "trouver", lambda _outil: None)
    with pytest.raises(pytest.fail.Exception, match="apt install libreoffice-writer"):
        outils.exiger("libreoffice")


def test_un_programme_present_est_rendu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outils, "trouver", lambda _outil: Path("/opt/node"))
    assert outils.exiger("node") == Path("/opt/node")
