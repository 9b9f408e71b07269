"""Copies the few web assets we serve from `node_modules/` to the git-ignored `backend/web/static/vendor/`.

Policy: only what a page uses, same origin only. Every stylesheet and icon is checked before it is kept: no
`data:` address, no address of another site, no source map. Licences go along with what is copied. The folder
is replaced whole, so an interrupted run never leaves half of it. `make setup` runs this module.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

RACINE = Path(__file__).resolve().parents[2]
MODULES = RACINE / "node_modules"
VENDOR = Path(__file__).resolve().parent / "static" / "vendor"

ICONES = (
    # Statut d’une fiche.
    "circle",
    "circle-half",
    "check-circle-fill",
    "pause-circle",
    "x-octagon-fill",
    "slash-circle",
    # Pages: état, météo, signaux, listes.
    "archive",
    "arrow-left",
    "arrow-left-right",
    "arrow-repeat",
    "arrow-right",
    "bar-chart-steps",
    "bookmark",
    "calendar-check",
    "calendar-x",
    "calendar3",
    "camera-video",
    "chat-left-text",
    "check2",
    "envelope",
    "hourglass",
    "check2-circle",
    "chevron-down",
    "clock-history",
    "cloud-drizzle",
    "cloud-lightning-rain",
    "cloud-sun",
    "diagram-3",
    "dash-circle",
    "download",
    "easel",
    "exclamation-circle",
    "exclamation-diamond",
    "exclamation-triangle",
    "flask",
    "geo-alt",
    "hourglass-split",
    "inbox",
    "info-circle",
    "kanban",
    "layout-three-columns",
    "link-45deg",
    "list",
    "megaphone",
    "list-check",
    "list-ul",
    "patch-check",
    "pencil",
    "send",
    "person",
    "person-x",
    "plus-lg",
    "printer",
    "question-diamond",
    "record-circle",
    "sign-merge-right",
    "sort-down",
    "sort-up",
    "sun",
    "table",
    "x-lg",
)
"""Names of the `bootstrap-icons` in the sprite; a page uses one as `icones.svg#<name>`."""

_BOOTSTRAP = "bootstrap/dist/css"
_POLICE = "@fontsource-variable/atkinson-hyperlegible-next"
COPIES = {
    "htmx.org/dist/htmx.min.js": "htmx.js",
    f"{_BOOTSTRAP}/bootstrap-reboot.min.css": "bootstrap-reboot.min.css",
    f"{_BOOTSTRAP}/bootstrap-utilities.min.css": "bootstrap-utilities.min.css",
    f"{_POLICE}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2": "atkinson-latin.woff2",
    f"{_POLICE}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2": "atkinson-latin-ext.woff2",
    f"{_POLICE}/files/atkinson-hyperlegible-next-latin-wght-italic.woff2": "atkinson-latin-italique.woff2",
    "bootstrap/LICENSE": "licences/bootstrap.txt",
    "htmx.org/LICENSE": "licences/htmx.txt",
    "bootstrap-icons/LICENSE": "licences/bootstrap-icons.txt",
    f"{_POLICE}/LICENSE": "licences/atkinson-hyperlegible-next.txt",
}
"""Source under `node_modules/` → name under `vendor/`."""

_SVG = "http://www.w3.org/2000/svg"
_SOURCE_MAP = re.compile(r"\s*/\*# sourceMappingURL=.*?\*/\s*")
_COMMENTAIRE = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADRESSE = re.compile(r"data:|https?:|url\(\s*['\"]?//|@import", re.IGNORECASE)


class AssetRefuse(Exception):
    """A source is missing or would make a page ask for something outside this site."""


def clean_css(nom: str, texte: str) -> str:
    """The stylesheet without its source map; raises `AssetRefuse` when it reaches outside (comments may)."""
    texte = _SOURCE_MAP.sub("\n", texte)
    trouve = _ADRESSE.search(_COMMENTAIRE.sub("", texte))
    if trouve:
        raise AssetRefuse(f"{nom} contient une adresse interdite ({trouve.group()}).")
    return texte


def build_sprite(dossier: Path, noms: tuple[str, ...] = ICONES) -> str:
    """One SVG of a `<symbol id="<name>">` per icon of `dossier`; raises `AssetRefuse` for an unknown icon."""
    ET.register_namespace("", _SVG)
    sprite = ET.Element(f"{{{_SVG}}}svg")
    for nom in noms:
        fichier = dossier / f"{nom}.svg"
        if not fichier.is_file():
            raise AssetRefuse(f"L’icône {nom} n’existe pas dans bootstrap-icons.")
        source = ET.fromstring(fichier.read_text(encoding="utf-8"))  # noqa: S314 — pinned package, hash checked
        symbole = ET.SubElement(sprite, f"{{{_SVG}}}symbol", id=nom, viewBox=source.attrib["viewBox"])
        symbole.extend(source)
    texte = ET.tostring(sprite, encoding="unicode")
    trouve = _ADRESSE.search(texte.replace(f'xmlns="{_SVG}"', ""))
    if trouve:
        raise AssetRefuse(f"Une icône contient une adresse interdite ({trouve.group()}).")
    return texte + "\n"


def copy_assets(modules: Path = MODULES, vendor: Path = VENDOR) -> None:
    """Replaces `vendor` by fresh copies; a wrong source raises `AssetRefuse` and leaves it untouched."""
    nouveau = vendor.with_name(vendor.name + ".nouveau")
    shutil.rmtree(nouveau, ignore_errors=True)
    (nouveau / "licences").mkdir(parents=True)
    try:
        for source, nom in COPIES.items():
            origine = modules / source
            if not origine.is_file():
                raise AssetRefuse(f"{source} manque dans node_modules.")
            if nom.endswith(".css"):
                texte = clean_css(source, origine.read_text(encoding="utf-8"))
                (nouveau / nom).write_text(texte, encoding="utf-8")
            else:
                shutil.copyfile(origine, nouveau / nom)
        sprite = build_sprite(modules / "bootstrap-icons" / "icons")
        (nouveau / "icones.svg").write_text(sprite, encoding="utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        nouveau.rename(vendor)
    finally:
        shutil.rmtree(nouveau, ignore_errors=True)


if __name__ == "__main__":
    try:
        copy_assets()
    except AssetRefuse as erreur:
        sys.exit(f"Fichiers du site non copiés : {erreur} Remède : relancez « make setup ».")
