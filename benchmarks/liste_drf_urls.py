"""Models, serializers and the one route of the list in Django REST framework; imported once Django is set up."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Prefetch, QuerySet
from django.urls import path
from rest_framework import generics, serializers


class Feuille(models.Model):
    """A roadmap."""

    id = models.CharField(primary_key=True, max_length=36)
    code = models.CharField(max_length=40)
    titre = models.CharField(max_length=300)
    gouvernance = models.CharField(max_length=36)

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "feuille_de_route", False


class Axe(models.Model):
    """An axe."""

    id = models.CharField(primary_key=True, max_length=36)
    rang = models.IntegerField()
    titre = models.CharField(max_length=300, null=True)

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "axe", False


class Fiche(models.Model):
    """A fiche action."""

    id = models.CharField(primary_key=True, max_length=36)
    version = models.IntegerField()
    cree_le = models.CharField(max_length=40)
    maj_le = models.CharField(max_length=40)
    supprime_le = models.CharField(max_length=40, null=True)
    exemple = models.BooleanField()
    feuille_de_route = models.ForeignKey(Feuille, on_delete=models.CASCADE, db_column="feuille_de_route")
    axe = models.ForeignKey(Axe, null=True, on_delete=models.CASCADE, db_column="axe")
    rang = models.IntegerField(null=True)
    numero_proposition = models.IntegerField(null=True)
    titre = models.CharField(max_length=300)
    instruction = models.CharField(max_length=20)
    avancement = models.CharField(max_length=20)
    priorite = models.CharField(max_length=20, null=True)
    meteo = models.CharField(max_length=30, null=True)
    debut_edtf = models.CharField(max_length=100, null=True)
    debut_premier = models.DateField(null=True)
    debut_dernier = models.DateField(null=True)
    debut_recu = models.CharField(max_length=200, null=True)
    fin_edtf = models.CharField(max_length=100, null=True)
    fin_premier = models.DateField(null=True)
    fin_dernier = models.DateField(null=True)
    fin_recu = models.CharField(max_length=200, null=True)
    en_continu = models.BooleanField()
    nouvelles_le = models.DateField(null=True)
    progression_declaree = models.IntegerField(null=True)
    besoin = models.BigIntegerField(null=True)

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "fiche_action", False


class Structure(models.Model):
    """An organisation."""

    id = models.CharField(primary_key=True, max_length=36)
    code = models.CharField(max_length=140)
    nom = models.CharField(max_length=200)

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "structure", False


class Territoire(models.Model):
    """A territory."""

    id = models.CharField(primary_key=True, max_length=36)
    code = models.CharField(max_length=80)
    nom = models.CharField(max_length=200)

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "territoire", False


class Acteur(models.Model):
    """An organisation in a role of a fiche."""

    id = models.CharField(primary_key=True, max_length=36)
    fiche_action = models.ForeignKey(Fiche, on_delete=models.CASCADE, db_column="fiche_action", related_name="acteurs")
    structure = models.ForeignKey(Structure, on_delete=models.CASCADE, db_column="structure")
    role = models.CharField(max_length=20)
    rang = models.IntegerField()

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "acteur", False


class FicheTerritoire(models.Model):
    """A territory of a fiche."""

    id = models.CharField(primary_key=True, max_length=36)
    fiche_action = models.ForeignKey(Fiche, on_delete=models.CASCADE, db_column="fiche_action", related_name="lieux")
    territoire = models.ForeignKey(Territoire, on_delete=models.CASCADE, db_column="territoire")
    rang = models.IntegerField()

    class Meta:
        """The table of the application."""

        app_label, db_table, managed = "mesure", "fiche_territoire", False


class _Feuille(serializers.ModelSerializer):
    class Meta:
        model, fields = Feuille, ("id", "code", "titre")


class _Axe(serializers.ModelSerializer):
    class Meta:
        model, fields = Axe, ("id", "rang", "titre")


class _Structure(serializers.ModelSerializer):
    class Meta:
        model, fields = Structure, ("id", "code", "nom")


class _Territoire(serializers.ModelSerializer):
    class Meta:
        model, fields = Territoire, ("id", "code", "nom")


class _Pilote(serializers.ModelSerializer):
    structure = _Structure()

    class Meta:
        model, fields = Acteur, ("structure",)


class _Lieu(serializers.ModelSerializer):
    territoire = _Territoire()

    class Meta:
        model, fields = FicheTerritoire, ("territoire",)


class _Fiche(serializers.ModelSerializer):
    feuille_de_route = _Feuille()
    axe = _Axe()
    pilotes = _Pilote(many=True)
    territoires = _Lieu(many=True)

    class Meta:
        model, exclude = Fiche, ("supprime_le",)


class Fiches(generics.ListAPIView[Any]):
    """The fiches of a roadmap, by number."""

    serializer_class = _Fiche

    def get_queryset(self) -> QuerySet[Any]:
        """Five statements with the count, as many as the real route makes of the list itself."""
        return (
            Fiche.objects.filter(
                supprime_le__isnull=True, feuille_de_route__code=self.request.query_params["feuille_de_route"]
            )
            .select_related("feuille_de_route", "axe")
            .prefetch_related(
                Prefetch(
                    "acteurs",
                    Acteur.objects.filter(role="pilote").select_related("structure").order_by("rang"),
                    "pilotes",
                ),
                Prefetch("lieux", FicheTerritoire.objects.select_related("territoire").order_by("rang"), "territoires"),
            )
            .order_by(
                "feuille_de_route__code", F("axe__rang").asc(nulls_last=True), F("rang").asc(nulls_last=True), "id"
            )
        )


urlpatterns = [path("fiches", Fiches.as_view())]
