"""What a line may become while it is typed, and what only where somebody asks."""

import time

import pytest

from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.line.completion import Suggestion, Vocabulary, initials, suggestions, who_suggestions
from coachcli.domain.tags import ACTION_TAGS

CLIENTS = ("Jane Doe", "Jo-Ann Smith", "Jean de la Fontaine", "jack")
PLACES = ("Opening", "Middle", "Will", "Rating", "How much does … matter?")
WORDS = Vocabulary(
    lambda: CLIENTS,
    lambda: ("#delegation", "#Delight", "#rest"),
    lambda: ("egan", "grow"),
    lambda: ("trust", "team"),
    lambda: PLACES,
    lambda: PLACES[:3],
)


def offered(line: str, *, asked: bool = False) -> list[str]:
    return [one.text for one in suggestions(line, WORDS, asked=asked)]


def completed(line: str, *, asked: bool = False) -> list[str]:
    """The whole line as each of them would make it."""
    found = suggestions(line, WORDS, asked=asked)
    return [line[: len(line) - one.replaces] + one.text for one in found]


# Commands


def test_a_slash_offers_every_command_with_what_it_does() -> None:
    found = suggestions("/", WORDS, asked=False)

    assert [one.text for one in found] == [f"/{name}" for name in COMMANDS]
    assert all(one.about for one in found)


def test_its_beginning_narrows_them() -> None:
    assert offered("/p") == offered("/P") == ["/probe", "/pause"]


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("/go rat", ["/go Rating"]),
        ("/go WILL", ["/go Will"]),
        ("/go matter", ["/go How much does … matter?"]),
        ("/map mid", ["/map Middle"]),
        ("/switch e", ["/switch egan"]),
        ("/probe t", ["/probe trust", "/probe team"]),
        ("/kind obs", ["/kind observation", "/kind obstacle"]),
        ("/share s", ["/share sponsor"]),
        ("/help dis", ["/help discreet"]),
    ],
)
def test_what_may_follow_a_command_is_offered_behind_it(line: str, becomes: list[str]) -> None:
    assert completed(line) == becomes


def test_behind_go_stands_every_stage_and_every_question() -> None:
    assert offered("/go ") == list(PLACES)


@pytest.mark.parametrize("line", ["/edit p", "/editor", "/nothing x", "/topic r"])
def test_where_anything_may_follow_nothing_is_offered(line: str) -> None:
    assert [text for text in offered(line) if not text.startswith("/")] == []


@pytest.mark.parametrize("line", ["", "p", "and/or", "//p", "see /p", "!/p", "she is at rest"])
def test_nothing_is_offered_in_prose(line: str) -> None:
    assert offered(line) == []


# Tags


@pytest.mark.parametrize("line", ["#del", "about #del", "!so #DEL", "*call Tom #del"])
def test_a_begun_tag_is_offered_in_any_note(line: str) -> None:
    assert offered(line) == ["#delegation", "#Delight"]


def test_a_tag_that_is_there_already_is_not_offered_again() -> None:
    assert offered("about #rest") == []


def test_only_the_tag_is_replaced() -> None:
    assert completed("!about #del") == ["!about #delegation", "!about #Delight"]


# Initials


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Jane Doe", "JD"),
        ("Jo-Ann Smith", "JAS"),
        ("Jean de la Fontaine", "JF"),
        ("jane doe", "JD"),
        ("Émile Zola", "ÉZ"),
        ("Jane 2", "J"),
        ("Анна Петрова", "АП"),
        ("42", ""),
    ],
)
def test_initials_are_what_a_note_calls_somebody_by(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("told Jane", ["told JD"]),
        ("told doe", ["told JD"]),
        ("told JD", ["told JD"]),
        ("ann", ["JAS"]),
        ("x", []),
    ],
)
def test_they_are_offered_to_whoever_asks(line: str, becomes: list[str]) -> None:
    assert completed(line, asked=True) == becomes
    assert offered(line) == []


def test_it_is_said_whose_they_are() -> None:
    assert suggestions("jane", WORDS, asked=True) == [Suggestion("JD", 4, "Jane Doe")]


@pytest.mark.parametrize("line", ["jane", "JD", "#", "it is #t"])
def test_where_others_see_the_screen_nobody_and_no_tag_is_offered(line: str) -> None:
    assert suggestions(line, WORDS, asked=True, named=False) == []
    assert suggestions("/pau", WORDS, asked=True, named=False) != []


@pytest.mark.parametrize("line", ["", "told ", "told\n"])
def test_with_no_word_begun_nobody_is_offered(line: str) -> None:
    assert offered(line, asked=True) == []


@pytest.mark.parametrize("line", ["x" * 200_000 + " ", "#" * 200_000, "#a" * 100_000 + " ", " #" * 100_000])
def test_the_longest_paste_is_looked_through_at_once(line: str) -> None:
    begun = time.process_time()
    offered(line)
    offered(line, asked=True)

    assert time.process_time() - begun < 2


# Kinds of action


@pytest.mark.parametrize(
    ("line", "asked", "becomes"),
    [
        ("*Ask twice #exp", False, ["*Ask twice #experiment"]),
        ("*Ask twice #S", False, ["*Ask twice #skill"]),
        (
            "*Ask twice #",
            True,
            [f"*Ask twice {tag}" for tag in ACTION_TAGS],
        ),
        ("*Ask twice #", False, []),
    ],
)
def test_the_kinds_of_action_are_tags_that_are_always_offered(line: str, asked: bool, becomes: list[str]) -> None:
    assert completed(line, asked=asked) == becomes


def test_each_says_what_it_is_for_and_one_that_was_used_is_offered_as_it_was_spelled() -> None:
    words = Vocabulary(tuple, lambda: ("#Experiment", "#exams"), tuple, tuple)

    assert [(one.text, one.about) for one in suggestions("#ex", words, asked=False)] == [
        ("#Experiment", "to try out, and learn from"),
        ("#exams", ""),
        ("#exercise", "to work through alone"),
    ]


def test_who_does_it_is_one_of_four_words() -> None:
    assert [one.text for one in who_suggestions("")] == ["client", "coach", "sponsor", "other"]
    assert [one.text for one in who_suggestions("C")] == ["client", "coach"]
    assert who_suggestions("Tom") == []
