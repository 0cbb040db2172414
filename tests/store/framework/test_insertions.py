"""A line put into a framework's text: it says what it should, and everything else stands as it stood."""

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.items import questions_of
from coachcli.store.framework.check import check
from coachcli.store.framework.insertions import setting_in, with_id, with_renamed

TEXT = """\
# my own model
title: Mine
stages:
  - title: Start
    # the first one is always asked
    ask:
      - What brings you here?   # slowly
      - "Quoted: how so?"
      - What matters: money or time?
      - type: scale   # one to ten
        ask: How calm are you?
      - {type: scale, ask: How sure are you}
      -
        ask: What is below a dash?
      - What is
        very long?
      - >
        What is folded
        like this?
  - title: End
    ask:
    - What stays?
    - And what goes?
"""


def changed_lines(before: bytes, after: bytes | None) -> tuple[list[str], list[str]]:
    """What is only in the one, and only in the other."""
    assert after is not None
    old, new = before.decode().split("\n"), after.decode().split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("words", "gone", "come"),
    [
        (
            "What brings you here?",
            ["      - What brings you here?   # slowly"],
            ["      - id: kept", "        ask: What brings you here?   # slowly"],
        ),
        (
            "Quoted: how so?",
            ['      - "Quoted: how so?"'],
            ["      - id: kept", '        ask: "Quoted: how so?"'],
        ),
        (
            "What matters: money or time?",
            ["      - What matters: money or time?"],
            ["      - id: kept", '        ask: "What matters: money or time?"'],
        ),
        (
            "How calm are you?",
            ["      - type: scale   # one to ten"],
            ["      - id: kept", "        type: scale   # one to ten"],
        ),
        (
            "How sure are you",
            ["      - {type: scale, ask: How sure are you}"],
            ["      - {id: kept, type: scale, ask: How sure are you}"],
        ),
        ("What is below a dash?", [], ["        id: kept"]),
        (
            "What is very long?",
            ["      - What is", "        very long?"],
            ["      - id: kept", '        ask: "What is very long?"'],
        ),
        (
            "What is folded like this?",
            ["      - >", "        What is folded", "        like this?"],
            ["      - id: kept", '        ask: "What is folded like this?"'],
        ),
        ("What stays?", ["    - What stays?"], ["    - id: kept", "      ask: What stays?"]),
    ],
)
def test_an_id_is_written_to_a_question_and_nothing_else_changes(words: str, gone: list[str], come: list[str]) -> None:
    after = with_id(TEXT.encode(), words, "kept")

    assert changed_lines(TEXT.encode(), after) == (gone, come)
    framework = check(after or b"", "mine").framework
    assert framework is not None
    assert questions_of(framework)["kept"].words == words


def test_the_ends_of_lines_and_the_mark_at_the_beginning_stay_as_they_are() -> None:
    data = b"\xef\xbb\xbf" + "title: Größe\r\nstages:\r\n- title: A\r\n  ask:\r\n  - Wohin?\r\n".encode()
    after = data.replace(b"- Wohin?", b"- id: kept\r\n    ask: Wohin?")

    assert with_id(data, "Wohin?", "kept") == after


@pytest.mark.parametrize(
    "text",
    [
        "stages:\n- title: A\n  ask: [What now?, And then]\n",
        "stages:\n- title: A\n  ask:\n  - What now?\n  - What now?\n",
        "stages:\n- title: A\n  ask:\n  - {id: given, ask: What now?}\n",
        "stages:\n- title: A\n  ask: What now?\n",
        "stages: [\n",
        "- a list\n",
        "",
    ],
    ids=["in brackets", "twice", "with an id", "no list", "broken", "no settings", "empty"],
)
def test_where_it_cannot_be_written_nothing_is(text: str) -> None:
    assert with_id(text.encode(), "What now?", "kept") is None


@OFTEN
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=5).map("\n".join))
def test_whatever_the_text_is_it_is_answered(text: str) -> None:
    for words in text.split("\n"):
        with_id(text.encode(), words, "kept")
    with_renamed(text.encode(), "old", "new")
    assert isinstance(setting_in(text.encode(), "id"), str)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# mine\ntitle: A\n# these\nstages: []\n", "# mine\ntitle: A\n# these\nrenamed: {a: b}\nstages: []\n"),
        ("extends: grow\nremove: [x]\n", "renamed: {a: b}\nextends: grow\nremove: [x]\n"),
        ("renamed: {x: y}  # why\nstages: []\n", "renamed: {a: b, x: y}  # why\nstages: []\n"),
        ("renamed: {}\nstages: []\n", "renamed: {a: b}\nstages: []\n"),
        ("renamed:\n  x: y\nstages: []\n", "renamed:\n  a: b\n  x: y\nstages: []\n"),
    ],
)
def test_a_pair_is_put_into_what_is_renamed(before: str, after: str) -> None:
    assert with_renamed(before.encode(), "a", "b") == after.encode()


@pytest.mark.parametrize("text", ["renamed: no\nstages: []\n", "stages: [\n", ""])
def test_where_there_is_no_place_for_a_pair_nothing_is_written(text: str) -> None:
    assert with_renamed(text.encode(), "a", "b") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [("id: mine\ntitle: A\n", "mine"), ("extends: ' grow '\n", "grow"), ("id: [a]\n", ""), ("x: [", ""), ("- a", "")],
)
def test_what_a_text_says_of_itself(text: str, said: str) -> None:
    assert setting_in(text.encode(), "extends" if "extends" in text else "id") == said
