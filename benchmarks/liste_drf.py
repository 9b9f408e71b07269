"""The list of fiches as one writes it with Django REST framework: models over the same tables, standard serializers.

Keys are text here: Django writes those of SQLite otherwise. Less is worked out than by the real route: no lateness, no
label beside a code, no date in words, no rights.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

import django
from django.conf import settings

FEUILLE = "28-2024"


def ouvrir_drf(fichier: str, par_page: int) -> Callable[[], bytes]:
    """The list as a call that gives its JSON, straight through the WSGI interface."""
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": fichier}},
        ROOT_URLCONF="benchmarks.liste_drf_urls",
        MIDDLEWARE=[],
        INSTALLED_APPS=["rest_framework"],
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="mesure",  # noqa: S106 - signs nothing
        USE_TZ=True,
        REST_FRAMEWORK={
            "DEFAULT_AUTHENTICATION_CLASSES": [],
            "DEFAULT_PERMISSION_CLASSES": [],
            "UNAUTHENTICATED_USER": None,
            "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
            "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
            "PAGE_SIZE": par_page,
        },
    )
    # The measure calls it from a loop of its own: without this, Django refuses to touch its database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    django.setup()
    from django.core.handlers.wsgi import WSGIHandler

    application = WSGIHandler()

    def demander() -> bytes:
        statuts: list[str] = []

        def commencer(statut: str, entetes: Any, erreur: Any = None) -> None:
            statuts.append(statut)

        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": "/fiches",
            "QUERY_STRING": f"feuille_de_route={FEUILLE}",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(b""),
            "wsgi.errors": io.StringIO(),
        }
        reponse = application(environ, commencer)
        corps = b"".join(reponse)
        if not statuts[0].startswith("200"):
            raise RuntimeError(f"Django REST framework répond {statuts[0]}")
        return corps

    return demander
