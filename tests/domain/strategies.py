"""Values shared by the property tests: days, and EDTF texts of every kind this project holds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.dates.forme import lire_forme

jours = st.dates(date(1950, 1, 1), date(2150, 12, 31))
mois = st.builds(lambda j: j.strftime("%Y-%m"), jours)
annees = st.builds(lambda j: j.strftime("%Y"), jours)
saisons = st.builds(lambda j, s: f"{j.year}-{s}", jours, st.sampled_from((21, 22, 23, 24)))
trimestres = st.builds(lambda j, t: f"{j.year}-{t}", jours, st.sampled_from((33, 34, 35, 36)))
approximatifs = st.builds(lambda p, q: p + q, st.one_of(st.builds(str, jours), mois, annees), st.sampled_from("~?%"))
points = st.one_of(st.builds(str, jours), mois, annees, saisons, trimestres, approximatifs)

_ecarts = st.integers(1, 40)
durees = st.builds(lambda j, n: f"{j}/{j + timedelta(n)}", jours, _ecarts)
plages = st.builds(lambda j, n: f"[{j}..{j + timedelta(n)}]", jours, _ecarts)
options = st.builds(
    lambda j, ns: "[" + ",".join(str(j + timedelta(n)) for n in ns) + "]",
    jours,
    st.lists(st.integers(0, 60), min_size=2, max_size=5, unique=True),
)
ouvertes = st.builds(
    lambda p, m: m.format(p), st.one_of(mois, annees), st.sampled_from(("{}/..", "../{}", "[{}..]", "[..{}]"))
)
deux_mois = st.builds(
    lambda an, m, forme: forme.format(f"{an}-{m:02d}", f"{an}-{m + 1:02d}"),
    st.integers(1950, 2150),
    st.integers(1, 11),
    st.sampled_from(("[{}..{}]", "[{},{}]", "{}/{}")),
)


def connue(texte: str) -> DateIncertaine:
    """What ``lire_date`` gives for a sound text, without the slow second opinion of the edtf library."""
    forme = lire_forme(texte)
    return DateIncertaine(str(forme), *forme.bornes)


edtf = st.one_of(points, durees, plages, options, ouvertes, deux_mois)
