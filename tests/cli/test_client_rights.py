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
        "Nothing was erased: here nobody can be asked for the name.\nTo say it: "
        'coach client erase jane-example --yes "Jane Example"\n'
    )
    assert practice.client_file("jane-example").exists()


def test_in_a_narrow_window_no_option_is_broken(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachcli.cli.client_rights.terminal_width", lambda: 40)

    practice.earlier_hours.write_text("format: 1\nrelationships:\n  - {client: Jane Example, paid: 7}\n")

    answer = coach("client", "erase", "jane")

    assert "\n7 h stay, as numbers without a name;\n  --no-hours takes them as well.\n" in answer.out


def test_where_no_hours_are_none_are_told_to_stay(coach: Coach) -> None:
    assert "stay" not in coach("client", "erase", "jane").out


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


def test_all_that_is_held_goes_into_their_exports_and_it_is_said_what_to_look_at(
    coach: Coach, practice: Practice
) -> None:
    (practice.clients / "jane-example" / "contract.pdf").write_bytes(b"x")
    answer = coach("client", "export", "jane")

    assert answer.code == 0
    assert answer.out.startswith(f"{practice.exports('jane-example') / 'all-held-'}")
    assert "2 files. What others said is not in it, nor are your themes, which rest on it." in answer.err
    assert "contract.pdf" in answer.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [("yes", "Read it before you hand it over."), ("no", "Nothing was given out, and nothing was written down.")],
)
def test_others_are_given_out_only_once_it_was_weighed(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    refused = coach("client", "export", "jane", "--with-others")
    chooser = at_a_terminal(typed).chooser
    monkeypatch.setattr("coachcli.cli.client_rights.somebody_to_ask", lambda: chooser)
    answer = coach("client", "export", "jane", "--with-others")

    assert (refused.code, answer.code) == (2, 0)
    assert said in answer.err
    assert practice.exports("jane-example").exists() == (typed == "yes")
    assert refused.err.startswith("Nothing was given out: here nobody can be asked.\n")
    assert coach("client", "export", "jane", "--with-others", "--yes").code == 0


def test_one_person_and_all_others_are_two_requests(coach: Coach) -> None:
    assert coach("client", "export", "jane", "--person", "P3", "--with-others").code == 2
    assert coach("client", "export", "jane", "--person", "P3").code == 3
