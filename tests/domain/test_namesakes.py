"""Which framework or pack a typed name means."""

import pytest

from coachcli.domain.namesakes import meant, which_of

OTHERS = {
    "board": ("directors", "trustees"),
    "career-transition": ("changing jobs", "retirement"),
    "leadership-transition": ("new job", "taking over"),
    "persuasion": ("influence", "buy-in", "Überzeugen"),
    "presence": ("confidence", "influence of a person"),
    "skill": ("directors",),
    "skills-gap": (),
}


def found(said: str) -> list[str]:
    return meant(said, OTHERS, OTHERS.__getitem__)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("persuasion", ["persuasion"]),
        ("Influence", ["persuasion"]),
        ("buy in", ["persuasion"]),
        ("BUY-IN", ["persuasion"]),
        ("u\u0308berzeugen", ["persuasion"]),
        ("  new   job ", ["leadership-transition"]),
        ("career transition", ["career-transition"]),
        ("leader", ["leadership-transition"]),
        ("suasion", ["persuasion"]),
        ("retire", ["career-transition"]),
        ("of a person", ["presence"]),
    ],
)
def test_a_name_another_name_or_a_part_of_one_will_do(said: str, ids: list[str]) -> None:
    assert found(said) == ids


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("transition", ["career-transition", "leadership-transition"]),
        ("directors", ["board", "skill"]),
        ("job", ["career-transition", "leadership-transition"]),
    ],
)
def test_a_name_that_means_several_means_all_of_them(said: str, ids: list[str]) -> None:
    assert found(said) == ids


@pytest.mark.parametrize(
    ("said", "ids"), [("skill", ["skill"]), ("influence", ["persuasion"]), ("tru", ["board"]), ("per", ["persuasion"])]
)
def test_what_fits_more_closely_comes_first(said: str, ids: list[str]) -> None:
    assert found(said) == ids


@pytest.mark.parametrize("said", ["", "  ", "-", "xyzzy"])
def test_of_others_there_are_none(said: str) -> None:
    assert found(said) == []


def test_other_names_are_not_read_where_an_id_is_the_name() -> None:
    def never(one: str) -> list[str]:
        raise AssertionError(one)

    assert meant("Board", OTHERS, never) == ["board"]


def test_of_many_only_some_are_told() -> None:
    assert which_of(["a", "b"]) == "It could be: a, b. Which one?"
    assert which_of(list("abcdefghij")) == "It could be: a, b, c, d, e, f, g, h and 2 more. Which one?"
