"""`coach themes jane` is `coach themes show jane`, and every other word keeps its meaning."""

import pytest
from cli.conftest import Coach


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize("words", [("jane",), ("--discreet", "jane"), ("show", "jane")])
def test_the_first_command_needs_no_name(coach: Coach, words: tuple[str, ...]) -> None:
    answer = coach("themes", *words)

    assert answer.code == 0
    assert "Nobody was asked about them yet." in answer.err


@pytest.mark.usefixtures("ended")
def test_the_others_are_called_by_theirs(coach: Coach) -> None:
    assert "There is no line yet." in coach("themes", "list", "jane").err


def test_one_that_is_misspelt_is_no_client(coach: Coach) -> None:
    answer = coach("themes", "shw", "jane")

    assert answer.code == 2
    assert "No such command 'shw'. Did you mean 'show'?" in answer.err


def test_help_is_of_all_of_them(coach: Coach) -> None:
    for words in ((), ("--help",), ("-h",)):
        answer = coach("themes", *words)
        assert "remove" in answer.out + answer.err


def test_a_client_of_a_name_like_a_command_is_named_behind_it(coach: Coach) -> None:
    coach("client", "add", "List")

    assert "Nobody was asked about them yet." in coach("themes", "show", "list").err
