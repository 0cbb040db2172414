"""A command as it is printed is one that a shell takes as it was meant."""

import shlex
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.command_line import command, for_anybody, on_practice, quoted

assert sys.platform != "win32"

PLAIN = ["grow", "jane-doe/2026-11-20-1400", "--for", "8/10", "/srv/notes/x.yaml", "Größe"]
WITH_BLANKS = ["My GROW", "it's", "a;b", "a&b", "(x)", "*", "~", "", "50%", "#1", "a, b", "<x>", "a\u00a0b", "C#"]
READ_BY_SHELLS = ["$HOME", "`id`", 'say "no"', "a\\b", "wait!", "it's $5"]


@pytest.mark.parametrize("word", PLAIN)
def test_a_word_that_every_shell_takes_stands_as_it_is(word: str) -> None:
    assert quoted(word) == word


@pytest.mark.parametrize("word", WITH_BLANKS)
def test_another_stands_in_double_quotes_as_most_shells_take_them(word: str) -> None:
    assert quoted(word) == f'"{word}"'


@pytest.mark.parametrize("word", [*PLAIN, *WITH_BLANKS, *READ_BY_SHELLS])
def test_a_shell_takes_each_for_the_word_it_is(word: str) -> None:
    told = subprocess.run(["sh", "-c", f"printf %s {quoted(word)}"], capture_output=True, check=True)

    assert told.stdout.decode() == word


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]))))
def test_whatever_the_words_they_come_back(words: list[str]) -> None:
    assert shlex.split(command(*words)) == ["coach", *words]


def test_a_command_is_for_the_practice_that_was_named() -> None:
    on_practice("/srv/my notes")
    assert command("session", "list") == 'coach --practice "/srv/my notes" session list'

    on_practice(None)
    assert command("session", "list") == "coach session list"


def test_where_others_see_the_screen_it_names_none() -> None:
    on_practice("/srv/jane doe")
    said = for_anybody(f"{command('session', 'start', 'Jane Doe')} begins one.")

    assert said == 'coach --practice "/srv/jane doe" session start "Jane Doe" begins one.'
    assert said.discreet == 'coach session start "Jane Doe" begins one.'
