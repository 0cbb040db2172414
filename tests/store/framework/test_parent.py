"""What a framework may name that is not in its file."""

from collections.abc import Collection

import pytest

from coachcli.store.framework.parent import NOWHERE, Inherited, ParentError, inherited, unknown_packs
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Scalar, plain

DATA = {"id": "mine", "stages": [{"id": "start", "minutes": 5, "ask": [{"id": "topic", "ask": "What?"}]}]}
PACKED = b"packs: [delegation, delegtion]\nstages:\n- {title: A, packs: [zzzz], ask: [What]}\n"


class TwoPacks:
    """A practice in which there are two packs and no framework."""

    def parent(self, name: str, language: str | None) -> Inherited:
        return NOWHERE.parent(name, language)

    def packs(self) -> Collection[str]:
        return ("delegation", "feedback")


def packed() -> Mapping:
    tree = strict_reader.read(PACKED, strict_reader.FRAMEWORK)
    assert isinstance(tree, Mapping)
    return tree


def test_a_framework_is_a_tree_that_another_is_laid_over() -> None:
    assert plain(inherited("mine", DATA).tree) == {
        "id": "mine",
        "stages": [{"id": "start", "minutes": "5", "ask": [{"id": "topic", "ask": "What?"}]}],
    }


def test_each_of_its_nodes_knows_of_which_part_it_is() -> None:
    whole = inherited("mine", DATA)
    (stage,) = whole.tree.entries["stages"].value.items  # type: ignore[union-attr]
    (question,) = stage.entries["ask"].value.items  # type: ignore[union-attr]
    words = question.entries["ask"].value  # type: ignore[union-attr]

    assert isinstance(words, Scalar)
    assert (words.line, whole.part(words.column), whole.part(stage.column)) == (0, "topic", "start")


def test_packs_that_are_not_there_are_told_of_with_what_is_near() -> None:
    told = [(problem.line, problem.text, problem.hint) for problem in unknown_packs(packed(), TwoPacks())]

    assert told == [
        (1, "there is no topic pack 'delegtion'", "did you mean 'delegation'?"),
        (3, "there is no topic pack 'zzzz'", "there are: delegation, feedback"),
    ]


def test_a_text_that_stands_alone_is_taken_at_its_word() -> None:
    assert unknown_packs(packed(), NOWHERE) == []
    with pytest.raises(ParentError, match="'grow' cannot be looked up from here"):
        NOWHERE.parent("grow", None)
