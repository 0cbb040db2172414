"""`coach client erase` and `coach client export`, as a coach calls them."""

import pytest
from app.play import at_a_terminal
from cli.conftest import Coach

from coachcli.store.paths import Practice


@pytest.fixture(autouse=True)
def jane(coach: Coach) -> None:
    coach("client", "add", "Jane Example")


def test_without_the_name_it_only_lists(coach: Coach, practice: Practice) -> None:
    answer = coach("client", "erase", "jane")

    assert answer.code == 2
    assert answer.out.startswith("There is of Jane Example:\n\nclients/jane-example/client.yaml")
    assert answer.err == (
        "Is all of this to be erased for good?\nNothing was erased. To say so: "
        'coach client erase jane-example --yes "Jane Example"\n'
    )
    assert practice.client_file("jane-example").exists()


def test_a_wrong_name_erases_nothing(coach: Coach, practice: Practice) -> None:
    answer = coach("client", "erase", "jane", "--yes", "jane")

    assert (answer.code, answer.err) == (2, "That is not their name.\nNothing was erased.\n")
    assert practice.client_file("jane-example").exists()


def test_with_the_name_it_erases_and_says_what_it_cannot_reach(coach: Coach, practice: Practice) -> None:
    answer = coach("client", "erase", "jane", "--yes", "Jane Example")

    assert answer.code == 0
    assert "Jane Example is erased. Nothing of theirs is left in your practice" in answer.out
    for word in ("backups", "mails", "SSD", "scrolled back"):
        assert word in answer.err
    assert list(practice.clients.iterdir()) == []
    assert coach("client", "erase", "jane").code == 3


@pytest.mark.parametrize(("typed", "code"), [("Jane Example", 0), ("yes", 2)])
def test_at_a_terminal_the_name_is_asked_for(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    chooser = at_a_terminal(typed).chooser
    monkeypatch.setattr("coachcli.cli.client_rights.somebody_to_ask", lambda: chooser)
    answer = coach("client", "erase", "jane")

    assert answer.code == code
    assert practice.client_file("jane-example").exists() == bool(code)
