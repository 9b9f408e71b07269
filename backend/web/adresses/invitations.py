"""Who is invited to a meeting, and where each person answers."""

from __future__ import annotations

from uuid import UUID


def invitations(reunion: UUID | str, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """The people of a meeting, with what was just done."""
    suite = f"&objet={objet}" if objet else ""
    return f"/reunions/{reunion}/invitations" + (f"?fait={fait}{suite}" if fait else "")


def sieges(reunion: UUID | str) -> str:
    """Writing in who occupies the seats."""
    return f"/reunions/{reunion}/invitations/sieges"


def envoi(reunion: UUID | str) -> str:
    """Sending what is due."""
    return f"/reunions/{reunion}/invitations/envoi"


def acte(cle: UUID | str, nom: str) -> str:
    """One of the acts on an invitation: reponse, retirer, retablir."""
    return f"/invitations/{cle}/{nom}"


def retablir(cle: UUID | str) -> str:
    """Inviting again somebody just taken off."""
    return acte(cle, "retablir")


def publique(jeton: str, fait: str | None = None) -> str:
    """Where one answers, by a personal link."""
    return f"/public/invitations/{jeton}" + (f"?fait={fait}" if fait else "")
