"""Settings read from the environment; each one is documented in ``docs/guide/reglages.md`` (tested)."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Variables ``FNE_…`` of the environment."""

    model_config = SettingsConfigDict(env_prefix="FNE_", frozen=True, extra="ignore")

    database_url: str = Field("sqlite:///var/fne.sqlite", description="Base : fichier SQLite ou PostgreSQL")
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="Secret des liens personnels, 32 caractères au moins ; une démonstration s’en passe",
    )
    smtp_url: SecretStr = Field(SecretStr(""), description="Serveur de courriel ; vide : aucun courriel ne part")
    courriel_expediteur: str = Field("", description="Adresse d’où partent les courriels")
    contact: str = Field("", description="Adresse où signaler un défaut d’accessibilité ; vide : aucune")
    base_url: str = Field("", description="Adresse publique du site, écrite dans les courriels et les agendas")
