"""Web assets reach nothing outside this site, and a wrong source leaves the served folder alone."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from backend.web import assets


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A small `node_modules/` with every file the copy expects."""
    racine = tmp_path / "node_modules"
    for source in assets.COPIES:
        fichier = racine / source
        fichier.parent.mkdir(parents=True, exist_ok=True)
        fichier.write_text(
            "/*! https://exemple.invalid/ */\na{b:c}\n/*# sourceMappingURL=a.css.map */", encoding="utf-8"
        )
    icones = racine / "bootstrap-icons" / "icons"
    icones.mkdir()
    for nom in assets.ICONES:
        (icones / f"{nom}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M0 0"/></svg>',
            encoding="utf-8",
        )
    return racine


def test_tout_est_copie_sans_source_map(modules: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    assets.copy_assets(modules, vendor)
    copies = {str(p.relative_to(vendor)) for p in vendor.rglob("*") if p.is_file()}
    assert copies == {*assets.COPIES.values(), "icones.svg"}
    assert "sourceMappingURL" not in (vendor / "bootstrap-reboot.min.css").read_text(encoding="utf-8")


def test_le_sprite_a_un_symbole_par_icone(modules: Path) -> None:
    sprite = ET.fromstring(assets.build_sprite(modules / "bootstrap-icons" / "icons"))  # noqa: S314 — our own output
    symboles = list(sprite)
    assert [s.attrib["id"] for s in symboles] == list(assets.ICONES)
    assert all(s.attrib["viewBox"] == "0 0 16 16" and len(s) == 1 for s in symboles)


@pytest.mark.parametrize(
    "css",
    [
        "a{b:url(data:image/png;base64,AA)}",
        "a{b:url(https://x.invalid/y)}",
        "a{b:url(//x.invalid/y)}",
        '@import "x.css";',
    ],
)
def test_une_adresse_du_dehors_est_refusee_et_rien_ne_change(modules: Path, tmp_path: Path, css: str) -> None:
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    (vendor / "ancien.css").write_text("a{}", encoding="utf-8")
    (modules / "bootstrap/dist/css/bootstrap-utilities.min.css").write_text(css, encoding="utf-8")
    with pytest.raises(assets.AssetRefuse, match="adresse interdite"):
        assets.copy_assets(modules, vendor)
    assert [p.name for p in tmp_path.glob("vendor*")] == ["vendor"]
    assert [p.name for p in vendor.iterdir()] == ["ancien.css"]


def test_une_icone_inconnue_est_refusee(modules: Path) -> None:
    with pytest.raises(assets.AssetRefuse, match="inexistante"):
        assets.build_sprite(modules / "bootstrap-icons" / "icons", ("inexistante",))
