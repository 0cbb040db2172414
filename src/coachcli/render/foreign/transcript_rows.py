"""What was said in a call, as rows to read: the time, who, and the words below each other."""

from collections.abc import Iterable, Iterator

from coachcli.cells import cells, wrap
from coachcli.domain.foreign.transcript import Saying
from coachcli.domain.text import visible

_USUAL_WIDTH, _NARROWEST = 80, 30
_INDENT = "         "


def transcript_text(sayings: Iterable[Saying], width: int | None = None) -> str:
    """The sayings, each with its time and who said it where that is not who spoke before."""
    room = max(_NARROWEST, (width or _USUAL_WIDTH) - 1)
    return "".join(f"{row}\n" for row in _rows(sayings, room))


def clock(at: int | None) -> str:
    """A time in a call: 0:12:03."""
    return "" if at is None else f"{at // 3600}:{at // 60 % 60:02}:{at % 60:02}"


def _rows(sayings: Iterable[Saying], room: int) -> Iterator[str]:
    before = None
    for one in sayings:
        who = visible(one.who)
        name = f"{who}: " if who and who != before else ""
        before = who
        lead = f"{clock(one.at):>7}  "
        yield from _folded(f"{name}{visible(one.words)}", room, lead)


def _folded(text: str, room: int, lead: str) -> Iterator[str]:
    """A text in rows, the first behind the time: hours of them, for which a general way takes seconds."""
    words = [(word, cells(word)) for word in text.split(" ")]
    if any(len(_INDENT) + width > room for _, width in words):
        yield from wrap(text, room, lead, _INDENT, breaks=True)
        return
    row, used = lead, len(lead)
    for word, width in words:
        if used + width > room and row is not lead:
            yield row.rstrip()
            row, used = _INDENT, len(_INDENT)
        row, used = f"{row}{word} ", used + width + 1
    yield row.rstrip()
