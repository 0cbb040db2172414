"""From a place to the node there, and to the line and the columns that it takes."""

import pytest

from coachcli.domain.problems import Where
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, marked, node_at, plain, problem_at, span

TEXT = """\
title: My way
stages:
  - title: Start
    ask: [What is new?, And else?]
    cue: >
      Take your
      time.
empty:
"""
LINES = TEXT.split("\n")


@pytest.fixture
def tree() -> Node:
    return strict_reader.read(TEXT.encode(), strict_reader.FRAMEWORK)


def under_carets(place: tuple[int, int, int]) -> str:
    line, column, width = place
    return LINES[line - 1][column - 1 : column - 1 + width]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (("title",), "My way"),
        (("stages", 0), "title: Start"),
        (("stages", 0, "title"), "Start"),
        (("stages", 0, "ask", 1), "And else?"),
    ],
)
def test_a_node_takes_the_line_it_begins_on(tree: Node, where: Where, words: str) -> None:
    assert under_carets(span(node_at(tree, where)[0])) == words


@pytest.mark.parametrize("where", [("stages", 0, "aim"), ("stages", 0, "function-before"), ("stages", 0)])
def test_what_is_not_there_stands_in_what_it_would_be_in(tree: Node, where: Where) -> None:
    node, _ = node_at(tree, where)

    assert isinstance(node, Mapping)
    assert set(node.entries) == {"title", "ask", "cue"}


def test_the_key_a_node_stands_under_is_known(tree: Node) -> None:
    _, key = node_at(tree, ("stages", 0, "ask"))
    _, none = node_at(tree, ("stages", 0))

    assert isinstance(key, Scalar)
    assert under_carets(span(key)) == "ask"
    assert none is None


def test_words_are_marked_where_they_stand(tree: Node) -> None:
    node, _ = node_at(tree, ("stages", 0, "ask", 0))

    assert under_carets(marked(node, "new", "", LINES)) == "new"
    assert under_carets(marked(node, "ne", "", LINES)) == "What is new?"


def test_words_are_marked_behind_those_that_are_near() -> None:
    node = Scalar("is new, is it", True, 1, 1, 1, 14)

    assert marked(node, "is", "new", ["is new, is it"]) == (1, 9, 2)


def test_a_problem_stands_where_its_node_does(tree: Node) -> None:
    problem = problem_at(node_at(tree, ("title",))[0], "E000", "no", "yes")

    assert (problem.line, problem.column, problem.width, problem.hint) == (1, 8, 6, "yes")


def test_where_nothing_was_written_there_is_nothing(tree: Node) -> None:
    assert plain(tree) == {
        "title": "My way",
        "stages": [{"title": "Start", "ask": ["What is new?", "And else?"], "cue": "Take your time.\n"}],
        "empty": None,
    }
