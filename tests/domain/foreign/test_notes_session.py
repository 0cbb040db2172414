"""Notes as the turns of a session: their headings are what was asked, and all of it is for the coach alone."""

from datetime import UTC, datetime

from builders import FRAMEWORK

from coachcli.domain.foreign.blocks import Block, blocks_of
from coachcli.domain.foreign.notes_session import PLAIN_NOTES, Walked, walked
from coachcli.domain.foreign.outline import outline
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import Note, Turn

AT = datetime(2024, 3, 12, 14, tzinfo=UTC)
TEXT = "first\n\n# Goal\nwhat\n## Why so?\nthat\n\n# Next\n- [ ] one\n- [ ] two"


def noted(block: Block) -> Note:
    return Note(kind="note", text=block.text)


def made(text: str, framework: Framework = PLAIN_NOTES) -> Walked:
    return walked(outline(blocks_of(text)), framework, AT, noted)


def row(turn: Turn) -> tuple[str, str, list[str]]:
    return turn.stage, turn.asked, [note.text for note in turn.notes]


def test_each_heading_is_what_was_asked_and_each_part_a_stage() -> None:
    session = made(TEXT)

    assert [(stage.id, stage.title) for stage in session.stages] == [
        ("notes", "Notes"), ("part_1", "Goal"), ("part_2", "Next"),
    ]  # fmt: skip
    assert [row(turn) for turn in session.turns] == [
        ("notes", "Notes", ["first"]),
        ("part_1", "Goal", ["what"]),
        ("part_1", "Why so?", ["that"]),
        ("part_2", "Next", ["[ ] one", "[ ] two"]),
    ]
    assert len({turn.question for turn in session.turns}) == 4


def test_a_part_that_comes_twice_is_one_stage() -> None:
    session = made("# Goal\na\n# Next\nb\n# Goal\nc")

    assert [turn.stage for turn in session.turns] == ["part_1", "part_2", "part_1"]


def test_headings_that_a_framework_knows_stand_there() -> None:
    stage, place = FRAMEWORK.stages[0], FRAMEWORK.places[0]
    session = made(f"# {stage.title.upper()}\na\n## {place.question.ask}\nb\n## Other\nc\n# Elsewhere\nd", FRAMEWORK)

    assert [turn.stage for turn in session.turns] == [stage.id, stage.id, stage.id, "part_1"]
    assert session.turns[1].question == place.question.id
    assert [one.id for one in session.stages] == [*(one.id for one in FRAMEWORK.stages), "part_1"]


def test_nothing_is_shared_whatever_a_note_says() -> None:
    session = walked(
        outline(blocks_of(TEXT)), PLAIN_NOTES, AT, lambda block: Note(kind="note", text=block.text, share_with="client")
    )

    assert {note.share_with for turn in session.turns for note in turn.notes} == {"nobody"}
