"""A name that is nearly somebody's: at a terminal a question, in a pipe refused."""

from collections.abc import Callable
from typing import Annotated

import pytest
import typer
from app.play import Chooser
from cli.conftest import Coach

from coachcli.cli.main import app
from coachcli.cli.usage import near_name
from coachcli.errors import NearNameError

Ask = Callable[[str], Chooser]
JAEN = NearNameError("There is no client jaen.", "Did you mean Jane Doe?", typed="jaen", meant="Jane Doe")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Somebody at a terminal who gives this answer."""

    def sit(answer: str) -> Chooser:
        chooser = Chooser([answer])
        monkeypatch.setattr(near_name, "_is_at_a_terminal", lambda: True)
        monkeypatch.setattr(near_name, "somebody_to_ask", lambda: chooser)
        return chooser

    return sit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("session show jaen", "session show|Jane Doe"),
        ("session export jaen/2024-03-01 --for client", "session export|Jane Doe/2024-03-01|--for client"),
        ("--practice jaen session delete jaen", "--practice jaen session delete|Jane Doe"),
        ("prep jaen --as text", "prep|Jane Doe|--as text"),
        ("session list --since monday jaen", "session list --since monday|Jane Doe"),
    ],
)
def test_yes_goes_on_with_the_name_that_was_meant(answering: Ask, typed: str, meant: str) -> None:
    answering("yes")
    before, name, *after = meant.split("|")

    assert near_name.meant(app, typed.split(), JAEN) == [*before.split(), name, *" ".join(after).split()]


def test_a_command_of_that_very_name_stays_what_it_is(answering: Ask) -> None:
    answering("yes")
    show = NearNameError("There is no client show.", "", typed="show", meant="Shaw")

    assert near_name.meant(app, ["session", "show", "show"], show) == ["session", "show", "Shaw"]


@pytest.mark.parametrize("command", ["session show", "session list", "action list", "prep"])
def test_enter_agrees_where_something_is_only_shown(answering: Ask, command: str) -> None:
    chooser = answering("yes")
    near_name.meant(app, [*command.split(), "jaen"], JAEN)

    assert chooser.on_enter == [True]


@pytest.mark.parametrize(
    "command", ["session export", "session delete", "session edit", "session resume", "action add", "action done"]
)
def test_enter_agrees_to_nothing_where_something_is_written_or_handed_on(answering: Ask, command: str) -> None:
    chooser = answering("yes")
    near_name.meant(app, [*command.split(), "jaen"], JAEN)

    assert chooser.on_enter == [None]
    assert chooser.asked == ["There is no client jaen. Did you mean Jane Doe?"]


def test_no_leaves_it(answering: Ask) -> None:
    answering("no")

    assert near_name.meant(app, ["session", "show", "jaen"], JAEN) is None


def test_where_others_see_the_screen_nobody_is_named(answering: Ask) -> None:
    chooser = answering("yes")

    assert near_name.meant(app, ["session", "show", "jaen", "--discreet"], JAEN) is None
    assert chooser.asked == []


@pytest.mark.usefixtures("ended")
def test_a_pipe_is_refused_with_the_name(coach: Coach) -> None:
    answer = coach("session", "show", "jaen")

    assert answer.code == 3
    assert answer.err == "There is no client jaen.\nDid you mean Jane Doe?\n"


@pytest.mark.usefixtures("ended")
def test_the_command_is_carried_out(coach: Coach, answering: Ask) -> None:
    answering("yes")

    assert "Jane Doe" in coach("session", "show", "jaen").out


def in_a_folder(folder: Annotated[str, typer.Option("--in")] = "") -> None:
    del folder


class TestAProgramWithAnotherGroup:
    """The groups, and which commands only show something, are known from the program, and from no list beside it."""

    @pytest.fixture
    def program(self) -> typer.Typer:
        letters = typer.Typer()
        letters.command("read", cls=near_name.ShowCommand)(lambda: None)
        letters.command("send")(lambda: None)
        program = typer.Typer()
        program.add_typer(letters, name="letter")
        program.callback()(in_a_folder)
        return program

    @pytest.mark.parametrize(("verb", "on_enter"), [("read", True), ("send", None)])
    def test_its_commands_are_known(
        self, program: typer.Typer, answering: Ask, verb: str, on_enter: bool | None
    ) -> None:
        chooser = answering("yes")
        words = ["--in", "jaen", "letter", verb, "jaen"]

        assert near_name.meant(program, words, JAEN) == [*words[:-1], "Jane Doe"]
        assert chooser.on_enter == [on_enter]
