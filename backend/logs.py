"""Structured logs on stderr, one JSON object a line: never a key, a person, nor what somebody typed."""

from __future__ import annotations

import logging
import sys

import structlog


def configurer_journaux(niveau: int = logging.INFO) -> None:
    """Set up structlog for the process; standard output belongs to what is run."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="le"),
            structlog.processors.EventRenamer("evenement"),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(niveau),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
