"""The outline of notes: under which headings they stand."""

from collections import Counter
from collections.abc import Iterable, Sequence

from coachcli.domain.foreign.blocks import Block
from coachcli.domain.value import Value

UNTITLED = "Notes"
"""What stands above the notes that have no heading."""


class Passage(Value, frozen=True):
    """What stands under one heading; `stage` is the heading of the part that it belongs to, which may be itself."""

    stage: str
    heading: str
    lines: tuple[Block, ...]


def outline(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The passages of a text. A title above all of it is its first line, and no part."""
    every = list(blocks)
    title, level = _levels(every)
    passages: list[Passage] = []
    stage = heading = UNTITLED
    lines: list[Block] = []

    def close() -> None:
        if lines or heading is not UNTITLED:
            passages.append(Passage(stage, heading, tuple(lines)))
            lines.clear()

    for block in every:
        if not block.level:
            lines.append(block)
        elif block is title or not block.text:
            lines += [Block(block.text, plain=False)] if block.text else []
        else:
            close()
            heading = block.text
            stage = heading if block.level <= level or stage is UNTITLED else stage
    close()
    return tuple(passages)


def _levels(blocks: Sequence[Block]) -> tuple[Block | None, int]:
    """The title of the whole text, if it has one, and the level of the headings that begin its parts."""
    headings = [block for block in blocks if block.level and block.text]
    if not headings:
        return None, 0
    counts = Counter(block.level for block in headings)
    highest, *lower = sorted(counts)
    if counts[highest] == 1 and headings[0].level == highest and blocks[0] is headings[0]:
        return headings[0], lower[0] if lower else highest
    return None, highest
