"""Two states of a list side by side: nothing is lost, nothing that did not change is told."""

from __future__ import annotations

from hypothesis import given, strategies as st

from fne_roadmaps.domain.listes import Change, Ecarts, Element, rapprocher

elements = st.builds(
    Element,
    st.sampled_from("abc"),
    st.sampled_from(["Convention", "Bilan"]),
    st.lists(st.tuples(st.sampled_from(["date", "livrable"]), st.sampled_from(["mai", "juin"])), max_size=2).map(
        lambda paires: tuple(dict(paires).items())
    ),
)
listes = st.lists(elements, max_size=6)


@given(listes)
def test_a_list_differs_in_nothing_from_itself_in_any_order(liste: list[Element]) -> None:
    assert not rapprocher(liste, liste)
    assert not rapprocher(liste, liste[::-1])


@given(listes, listes)
def test_every_line_is_kept_changed_gone_or_new_and_only_one_of_these(
    avant: list[Element], apres: list[Element]
) -> None:
    ecarts = rapprocher(avant, apres)
    assert len(avant) - len(ecarts.retires) == len(apres) - len(ecarts.ajoutes)
    assert len(ecarts.changes) + len(ecarts.retires) <= len(avant)
    assert {e.cle for e in ecarts.retires}.isdisjoint({e.cle for e in ecarts.ajoutes})
    for change in ecarts.changes:
        assert change.dits
        assert all(ancien != neuf for _, ancien, neuf in change.dits)


@given(listes, listes)
def test_backwards_what_came_is_what_goes(avant: list[Element], apres: list[Element]) -> None:
    aller, retour = rapprocher(avant, apres), rapprocher(apres, avant)
    assert len(aller.ajoutes) == len(retour.retires)
    assert len(aller.changes) == len(retour.changes)


def test_a_line_that_changed_tells_what_changed_in_it() -> None:
    avant = [Element("c", "Conventions", (("date", "mai 2025"),)), Element("b", "Bilan")]
    apres = [Element("c", "Conventions", (("date", "juillet 2025"), ("livrable", "12 textes"))), Element("v", "Vote")]
    assert rapprocher(avant, apres) == Ecarts(
        retires=(Element("b", "Bilan"),),
        ajoutes=(Element("v", "Vote"),),
        changes=(Change("Conventions", (("date", "mai 2025", "juillet 2025"), ("livrable", None, "12 textes"))),),
    )


def test_a_line_reads_in_one_sentence() -> None:
    assert Element("e", "État, 2025", (("promis", "24 000 €"), ("obtenu", "18 000 €"))).phrase == (
        "État, 2025 : promis 24 000 €, obtenu 18 000 €"
    )
    assert Element("i", "Personnes", (("mesure du 30 avril 2025", "63"), ("", "fin"))).phrase == (
        "Personnes : mesure du 30 avril 2025 : 63, fin"
    )
    assert Element("b", "Bilan").phrase == "Bilan"
