"""A private PostgreSQL server for the tests, from the installed binaries. A `pytest_plugins` module.

One server per process of pytest (so one per xdist worker), started at the first test that asks for it: a folder of its
own (in memory where there is room: making a database writes hundreds of files), a free loopback port, a password drawn
for the run, no durability. Run by root, it lives under another account, as PostgreSQL demands. It stops with the tests,
and with pytest when pytest is killed. `FNE_TEST_POSTGRES_URL` (an account that may create databases) replaces it.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.outils import exiger, renoncer

ESSAIS = 5
DELAI_DEMARRAGE = 60.0
"""Seconds."""
MEMOIRE = Path("/dev/shm")  # noqa: S108 - a folder of our own is made there
PLACE_UTILE = 2 * 1024**3
"""Bytes that must be free before a server goes there; it takes a tenth."""

_REGLAGES = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
    "shared_buffers": "64MB",
    "synchronous_commit": "off",
    "timezone": "UTC",
    "unix_socket_directories": "",
    "wal_level": "minimal",
}


class DemarrageImpossible(RuntimeError):
    """The server did not start; the message holds the end of its own log."""


def _compte() -> pwd.struct_passwd | None:
    """The account to run under: None for our own, another one when we are root."""
    if os.geteuid() != 0:
        return None
    for nom in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(nom)
    raise DemarrageImpossible("Ni compte « postgres » ni « nobody » : PostgreSQL refuse de tourner sous root.")


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return int(prise.getsockname()[1])


def _emplacement() -> Path | None:
    """Where the server's folder is made; None for the usual temporary folder."""
    if MEMOIRE.is_dir() and os.access(MEMOIRE, os.W_OK) and shutil.disk_usage(MEMOIRE).free > PLACE_UTILE:
        return MEMOIRE
    # The usual folder may be below one that the other account cannot enter.
    return Path("/tmp") if os.geteuid() == 0 else None  # noqa: S108


def _fin(journal: Path) -> str:
    return journal.read_text(encoding="utf-8", errors="replace")[-2000:] if journal.exists() else ""


class _Serveur:
    """One server in one folder."""

    def __init__(self, binaires: Path, dossier: Path, compte: pwd.struct_passwd | None) -> None:
        self.binaires, self.dossier, self.compte = binaires, dossier, compte
        self.journal = dossier / "journal.txt"
        self.processus: subprocess.Popen[bytes] | None = None

    def _popen(self, *commande: str) -> subprocess.Popen[bytes]:
        with self.journal.open("ab") as journal:
            return subprocess.Popen(
                commande,
                stdin=subprocess.DEVNULL,
                stdout=journal,
                stderr=journal,
                cwd=self.dossier,
                env={**os.environ, "LC_ALL": "C", "HOME": str(self.dossier)},
                user=self.compte.pw_uid if self.compte else None,
                group=self.compte.pw_gid if self.compte else None,
                extra_groups=[] if self.compte else None,
                start_new_session=True,  # Ctrl-C is for pytest, which stops the server itself
            )

    def initdb(self, mot_de_passe: str) -> None:
        """Creates the cluster: superuser `fne`, UTF-8, the order of bytes (as SQLite sorts)."""
        secret = self.dossier / "mot-de-passe"
        secret.write_text(mot_de_passe, encoding="ascii")
        if self.compte:
            for chemin in (self.dossier, secret):
                os.chown(chemin, self.compte.pw_uid, self.compte.pw_gid)
        commande = [str(self.binaires / "initdb"), "-D", str(self.dossier / "donnees"), "-U", "fne"]
        commande += ["-E", "UTF8", "--no-locale", "--no-sync", "--auth=scram-sha-256", f"--pwfile={secret}"]
        if self._popen(*commande).wait(DELAI_DEMARRAGE):
            raise DemarrageImpossible(f"initdb a échoué : {_fin(self.journal)}")

    def start(self) -> int:
        """Starts on a free port, the answer; another program may take that port first, hence the tries."""
        for _ in range(ESSAIS - 1):
            with suppress(DemarrageImpossible):
                return self._start_on(_port_libre())
        return self._start_on(_port_libre())

    def _start_on(self, port: int) -> int:
        """Starts on this port and waits until connections are accepted."""
        # Linux only: the server is told to stop when pytest dies, however it dies.
        garde = ["setpriv", "--pdeathsig", "INT", "--"] if shutil.which("setpriv") else []
        reglages = [f"-c{nom}={valeur}" for nom, valeur in _REGLAGES.items()]
        commande = [str(self.binaires / "postgres"), "-D", str(self.dossier / "donnees"), "-p", str(port)]
        self.processus = self._popen(*garde, *commande, *reglages)
        sonde = [str(self.binaires / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
        limite = time.monotonic() + DELAI_DEMARRAGE
        while time.monotonic() < limite and self.processus.poll() is None:
            if subprocess.run(sonde, check=False).returncode == 0:
                return port
            time.sleep(0.05)
        self.stop()
        raise DemarrageImpossible(f"PostgreSQL n’a pas démarré : {_fin(self.journal)}")

    def stop(self) -> None:
        """Fast shutdown, then the hard way; nothing survives."""
        if self.processus is None or self.processus.poll() is not None:
            return
        self.processus.send_signal(signal.SIGINT)
        try:
            self.processus.wait(20)
        except subprocess.TimeoutExpired:
            self.processus.send_signal(signal.SIGQUIT)
            self.processus.wait(20)


@contextmanager
def serveur_prive(binaires: Path) -> Iterator[str]:
    """Runs a private server from the programs of `binaires`; gives the URL of its `postgres` database."""
    dossier = Path(tempfile.mkdtemp(prefix="fne-postgresql-", dir=_emplacement()))
    serveur = _Serveur(binaires, dossier, _compte())
    mot_de_passe = secrets.token_hex(16)
    try:
        serveur.initdb(mot_de_passe)
        port = serveur.start()
        yield f"postgresql://fne:{mot_de_passe}@127.0.0.1:{port}/postgres"
    finally:
        serveur.stop()
        shutil.rmtree(dossier, ignore_errors=True)


@pytest.fixture(scope="session")
def serveur_postgresql() -> Iterator[str]:
    """URL of a server where databases may be created; skips (fails when CI=true) where there is none."""
    adresse = os.environ.get("FNE_TEST_POSTGRES_URL")
    if adresse:
        yield adresse
        return
    initdb = exiger("postgresql")
    if not (initdb.parent / "postgres").exists():
        renoncer(f"{initdb.parent} contient initdb mais pas le serveur : test sauté.")
    with serveur_prive(initdb.parent) as privee:
        yield privee
