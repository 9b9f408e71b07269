"""Runs `fne` as `python -m backend.cli`: what the Makefile does, since scripts break on long paths."""

from backend.cli import main

if __name__ == "__main__":
    main()
