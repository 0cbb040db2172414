"""Parts in the order that is asked for: nothing is lost, nothing comes twice, whatever stands beside what."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from coachcli.store.framework.merge_rules import SIDES, Beside, Item, Side, arranged
from coachcli.store.yaml_io.nodes import Scalar

NOWHERE = Scalar("", plain=True, line=1, column=1, end_line=1, end_column=1)


def item(name: str, side: Side | None = None, other: str = "") -> Item:
    return Item(name, NOWHERE, Beside(side, other, NOWHERE) if side else None)


def names(items: Sequence[Item]) -> str:
    return "".join(found.id for found in items)


def test_what_says_nothing_stays_in_its_order() -> None:
    assert names(arranged([item("a"), item("b"), item("c")])[0]) == "abc"


def test_what_stands_beside_another_takes_its_own_neighbours_along() -> None:
    items = [item("a"), item("b"), item("x", "after", "a"), item("y", "before", "x"), item("z", "after", "a")]

    assert names(arranged(items)[0]) == "ayxzb"


def test_those_that_wait_for_each_other_are_told_apart() -> None:
    order, circling = arranged([item("a"), item("x", "after", "y"), item("y", "before", "x"), item("z", "after", "x")])

    assert (names(order), sorted(names(circling))) == ("a", ["x", "y", "z"])


def test_a_long_line_of_neighbours_is_no_trouble() -> None:
    count = 5000
    items = [item("0"), *(item(str(n), "before", str(n - 1)) for n in range(1, count))]

    assert [found.id for found in arranged(items)[0]] == [str(n) for n in reversed(range(count))]


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from((None, *SIDES)), st.sampled_from("abcde"))))
def test_nothing_is_lost_and_nothing_comes_twice(wanted: list[tuple[str, Side | None, str]]) -> None:
    items = [item(*said) for said in wanted]

    order, circling = arranged(items)

    come = [id(found) for found in (*order, *circling)]
    assert len(set(come)) == len(come)
    assert set(come) <= {id(found) for found in items}
    known = {found.id for found in items}
    if all(found.beside is None or found.beside.id in known for found in items):
        assert len(come) == len(items)
