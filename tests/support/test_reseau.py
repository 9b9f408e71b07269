"""The guard itself: nothing leaves the machine, everything local passes."""

import socket

import pytest

from tests.support.reseau import ReseauInterdit, est_locale

DOCUMENTATION = "192.0.2.1"
"""An address reserved for documentation: nothing answers there."""


@pytest.mark.parametrize("hote", ["127.0.0.1", "127.8.9.10", "::1", "localhost", "", None, b"127.0.0.1"])
def test_la_boucle_locale_est_permise(hote: object) -> None:
    assert est_locale(hote)


@pytest.mark.parametrize("hote", [DOCUMENTATION, "10.0.0.1", "2001:db8::1", "0.0.0.0", "exemple.invalid"])  # noqa: S104
def test_le_reste_ne_l_est_pas(hote: str) -> None:
    assert not est_locale(hote)


def test_une_connexion_locale_passe() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as serveur,
        socket.create_connection(serveur.getsockname()) as client,
    ):
        client.sendall(b"bonjour")
        pair, _ = serveur.accept()
        with pair:
            assert pair.recv(16) == b"bonjour"


def test_une_connexion_au_dehors_est_refusee() -> None:
    with socket.socket() as prise, pytest.raises(ReseauInterdit, match=r"192\.0\.2\.1"):
        prise.connect((DOCUMENTATION, 80))


def test_un_datagramme_au_dehors_est_refuse() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as prise, pytest.raises(ReseauInterdit):
        prise.sendto(b"x", (DOCUMENTATION, 53))


def test_un_nom_n_est_pas_cherche() -> None:
    with pytest.raises(ReseauInterdit, match=r"exemple\.invalid"):
        socket.getaddrinfo("exemple.invalid", 80)
