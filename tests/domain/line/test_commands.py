"""The words that begin with a slash."""

import pytest

from coachcli.domain.line.commands import COMMANDS, nearest_command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_is_typed_and_what_it_does(name: str) -> None:
    command = COMMANDS[name]

    assert command.usage.split()[0] == f"/{name}"
    assert command.summary


def test_the_help_card_fits_a_narrow_window() -> None:
    assert max(len(command.usage) for command in COMMANDS.values()) <= 16
    assert max(len(command.summary) for command in COMMANDS.values()) <= 40


def test_no_two_commands_have_the_same_key() -> None:
    keys = [command.key for command in COMMANDS.values() if command.key]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("n", "next"),
        ("nxt", "next"),
        ("bakc", "back"),
        ("ba", "back"),
        ("skpi", "skip"),
        ("probes", "probe"),
        ("uno", "undo"),
        ("edti", "edit"),
        ("actoin", "action"),
        ("tiem", "time"),
        ("puase", "pause"),
        ("endd", "end"),
        ("hlep", "help"),
    ],
)
def test_a_slip_of_the_fingers_is_understood(slip: str, meant: str) -> None:
    assert nearest_command(slip) == meant


@pytest.mark.parametrize("word", ["", "xyzzy", "7", "home/jane"])
def test_what_is_like_nothing_is_like_nothing(word: str) -> None:
    assert nearest_command(word) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_nearest_to_itself(name: str) -> None:
    assert nearest_command(name) == name
