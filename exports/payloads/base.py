"""What every payload is, and what several documents share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Payload(BaseModel):
    """Base of all payloads: immutable, nothing unknown accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OrganismeDoc(Payload):
    """An organisation, and the function that speaks for it when known."""

    nom: str
    fonction: str | None = None


class SignataireDoc(Payload):
    """One line of the signature page. ``qualite`` and ``nom`` stay None when no source documents them."""

    organisme: str
    qualite: str | None = None
    nom: str | None = None
    mandat: str | None = None
    source: str | None = None
