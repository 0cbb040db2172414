"""The parts of a framework as nodes, and what of a file a message repeats."""

import pytest

from coachcli.store.framework.parts import id_of, is_empty, items, short, shown, text_of, walk
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping

TEXT = """\
id: mine
cue:
stages:
- title: How it is
  steps:
  - id: look
    ask:
    - What do you see?
    - {id: felt, ask: How is it?}
- id: end
  ask: one text
"""


@pytest.fixture
def tree() -> Mapping:
    tree = strict_reader.read(TEXT.encode(), strict_reader.FRAMEWORK)
    assert isinstance(tree, Mapping)
    return tree


def test_every_part_is_found_with_what_is_around_it(tree: Mapping) -> None:
    assert [(part.kind, part.id, part.container) for part in walk(tree)] == [
        ("stages", "how_it_is", ()),
        ("steps", "look", ("how_it_is",)),
        ("ask", "felt", ("how_it_is", "look")),
        ("stages", "end", ()),
    ]


def test_a_bare_question_goes_by_its_words(tree: Mapping) -> None:
    step = next(part.node for part in walk(tree) if part.id == "look")

    assert [id_of("ask", item) for item in items(step, "ask")] == ["what_do_you_see", "felt"]


def test_what_is_no_list_has_no_items(tree: Mapping) -> None:
    end = next(part.node for part in walk(tree) if part.id == "end")

    assert (items(end, "ask"), items(end, "steps"), items(None, "ask")) == ((), (), ())


def test_a_setting_may_be_there_and_say_nothing(tree: Mapping) -> None:
    assert is_empty(tree.entries["cue"].value)
    assert not is_empty(tree.entries["id"].value)
    assert (text_of(tree, "id"), text_of(tree, "stages"), text_of(tree, "title")) == ("mine", "", "")


@pytest.mark.parametrize(
    ("written", "repeated"),
    [
        ("a: word", "'word'"),
        ("a: [one]", "a list"),
        ("a: {one: two}", "a group of settings"),
        ("a: {type: scale}", "'scale'"),
        (f"a: {'long ' * 20}", "the text 'long long long long long long long long …'"),
    ],
)
def test_a_value_is_repeated_on_one_line_and_not_too_long(written: str, repeated: str) -> None:
    tree = strict_reader.read(written.encode(), strict_reader.FRAMEWORK)
    assert isinstance(tree, Mapping)

    assert shown(tree.entries["a"].value) == repeated


def test_so_is_a_name() -> None:
    assert short("a\nname") == "a name"
    assert len(short("x" * 100)) == 40
