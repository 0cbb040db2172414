"""Whose notes a file has. Nobody is guessed, and nobody becomes a client by accident."""

import pytest

from coachcli.app.foreign.notes_owner import Owner, owner_named, owner_of
from coachcli.domain.client.model import Client
from coachcli.domain.foreign.notes import read_notes
from coachcli.errors import NotFoundError
from coachcli.store.client.clients import Clients

JANE, ROBIN, OTHER = Client("jane-example", "Jane Example"), Client("robin", "Robin Sample"), Client("bo", "Bo")
EVERYONE = (JANE, ROBIN, OTHER, Client("jan-2", "Jan Two"), Client("jan-3", "Jan Three"))


def owner(stem: str, text: str = "", *, new: bool = False) -> Owner:
    return owner_of(read_notes(text, stem), EVERYONE, new=new)


@pytest.mark.parametrize(
    ("stem", "whose"),
    [
        ("2024-03-12 Jane Example", "jane-example"),
        ("jane-2024-03-12", "jane-example"),
        ("jane-example 12.03.2024", "jane-example"),
        ("2024-03-12 Coaching Jane Example", "jane-example"),
        ("2024-03-12 Bo", "bo"),
        ("2024-03-12 Coaching Bo", ""),  # a name of one word stands in many names
        ("2024-03-12 Jane Example and Robin Sample", ""),
        ("2024-03-12 Jan", ""),
        ("2024-03-12", ""),
        ("2024-03-12 Zoe", ""),
    ],
)
def test_the_name_of_a_file_says_whose_it_is(stem: str, whose: str) -> None:
    found = owner(stem)

    assert (found.id, bool(found.trouble)) == (whose, not whose)


def test_the_top_of_a_file_goes_before_its_name() -> None:
    assert owner("2024-03-12 Robin Sample", "---\nclient: Jane\n---\n").id == "jane-example"


def test_a_name_that_nobody_has_is_told_with_whom_it_may_mean() -> None:
    assert owner("2024-03-12 Jaen Example").trouble == (
        "there is no client Jaen Example, did you mean Jane Example? (--client says whose it is, --new makes one)"
    )


def test_somebody_new_is_one_only_where_that_is_said() -> None:
    assert owner("2024-03-12 Zoe", new=True) == Owner(name="Zoe")
    assert owner("2024-03-12 Jane Example", new=True) == Owner("jane-example", "Jane Example")
    assert owner_named("Zoe", Clients(EVERYONE, ()), new=True) == Owner(name="Zoe")
    assert owner_named("jane", Clients(EVERYONE, ()), new=False) == Owner("jane-example", "Jane Example")
    with pytest.raises(NotFoundError):
        owner_named("Zoe", Clients(EVERYONE, ()), new=False)
