"""Runs every measure in turn: ``make bench``, or ``make bench ARGS="listes"`` for those whose name holds the word."""

from __future__ import annotations

import sys
from importlib import import_module

MESURES = ("bench_docx", "bench_ecritures", "bench_flux", "bench_listes", "bench_pages", "bench_suivi")


def main(voulues: list[str]) -> None:
    """Print each measure's lines: what was compared, then the ratio or the count."""
    for nom in MESURES:
        if voulues and not any(mot in nom for mot in voulues):
            continue
        module = import_module(f"benchmarks.{nom}")
        print(f"\n{module.TITRE}")
        for quoi, combien in module.mesurer():
            print(f"  {quoi} : {combien}")


if __name__ == "__main__":
    main(sys.argv[1:])
