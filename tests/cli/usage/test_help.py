"""The first page of help: what a coach is about to do, on a wide and on a narrow screen."""

import re

import pytest
from cli.conftest import Coach


@pytest.mark.parametrize("columns", [80, 40])
class TestHelpByTask:
    def test_the_examples_stand_under_what_a_coach_is_about_to_do(
        self, coach: Coach, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = coach("--help").out

        tasks = ["Before a call:", "During it:", "After it:", "Between sessions:", "Frameworks:", "All that you keep:"]
        assert [line for line in shown.split("\n") if line in tasks] == tasks
        assert '\n  coach session start "Jane Doe" -f grow' in shown
        assert max(len(line) for line in shown.split("\n")) <= columns

    @pytest.mark.parametrize("noun", ["session", "framework", "practice", "themes"])
    def test_a_noun_has_examples_too(
        self, coach: Coach, monkeypatch: pytest.MonkeyPatch, columns: int, noun: str
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = coach(noun, "--help").out

        assert re.search(rf"Examples:\n\n  coach {noun} ", shown)
        assert max(len(line) for line in shown.split("\n") if not line.startswith("  coach ")) <= columns


def test_an_example_is_whole_however_narrow_the_window_is(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert '\n  coach session start "Jane Doe" -f egan -m 50\n' in coach("session", "start", "--help").out
    assert "\n  coach action add jane Talk to Ana by friday 8/10\n" in coach("action", "add", "--help").out


@pytest.mark.parametrize("nouns", [(), ("hours",), ("themes",), ("practice",)])
def test_what_a_command_does_is_one_line(coach: Coach, monkeypatch: pytest.MonkeyPatch, nouns: tuple[str, ...]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, _, listed = coach(*nouns, "--help").out.partition("\nCommands:\n")

    assert [line for line in listed.split("\n\n")[0].split("\n") if line.endswith("...")] == []


def test_every_command_of_the_examples_is_there(coach: Coach) -> None:
    examples = re.findall(r"^  (coach(?: [a-z]+)+)", coach("--help").out, re.MULTILINE)

    assert len(examples) > 12
    for example in examples:
        assert coach(*example.split()[1:], "--help").code == 0, example
