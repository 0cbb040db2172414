"""What was said in interviews, and the lines that the coach wrote about it: as rows, and as data for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from coachcli.domain.session.circle import READERS
from coachcli.domain.text import one_line, visible
from coachcli.domain.theme.answers import Answered, Tagged
from coachcli.domain.theme.lines import Theme, may_read
from coachcli.render.table import folded

_LEAST_WIDTH = 20


def answers_text(name: str, interviews: int, questions: Sequence[Answered], tags: Sequence[Tagged], width: int) -> str:
    """Each question with its answers below it, then the tags, in rows of so many cells."""
    room = max(_LEAST_WIDTH, width - 1)
    head = folded(f"{one_line(name)}: what others said, in {_counted(interviews, 'interview')}", room)
    parts = ["\n".join([*head, *folded("For you alone.", room)])]
    parts += ["\n".join(_question(one, room)) for one in questions]
    if tags:
        parts.append("\n".join(["Tags", *(f"  {one.tag}  {people_words(one.people)}" for one in tags)]))
    return visible("\n\n".join(parts) + "\n")


def discreet_answers(questions: Sequence[Answered], tags: Sequence[Tagged]) -> str:
    """How much was said, on a screen that others see."""
    said = sum(one.count for one in questions)
    counts = (_counted(said, "answer"), _counted(len(questions), "question"), _counted(len(tags), "tag"))
    return f"Interviews: {', '.join(counts)}. The rest is hidden.\n"


def answers_data(
    client: str, name: str, interviews: int, questions: Sequence[Answered], tags: Sequence[Tagged]
) -> dict[str, Any]:
    """The same for programs."""
    return {
        "client": client,
        "client_name": name,
        "interviews": interviews,
        "questions": [
            {"asked": one.asked, "answers": [{"words": words, "times": times} for words, times in one.answers]}
            for one in questions
        ],
        "tags": [{"tag": one.tag, "people": one.people} for one in tags],
    }


def lines_text(themes: Sequence[Theme], floor: int, width: int) -> str:
    """The lines by number, each with whom it is for and what it rests on."""
    room = max(_LEAST_WIDTH, width - 1)
    return visible("".join(f"{row}\n" for one in themes for row in _line(one, floor, room)))


def discreet_lines(themes: Sequence[Theme]) -> str:
    """How many lines there are."""
    return f"{_counted(len(themes), 'line')}. The rest is hidden.\n"


def lines_data(client: str, name: str, themes: Sequence[Theme], floor: int) -> list[dict[str, Any]]:
    """The lines for programs. `leaves` is whether those it is for may read it today."""
    return [
        {
            "client": client,
            "client_name": name,
            "number": one.number,
            "words": one.words,
            "tags": list(one.tags),
            "on": one.entry.at.date().isoformat(),
            "share_with": one.note.share_with,
            "engagement": one.entry.engagement,
            "people": _resting(one),
            "leaves": leaves(one, floor),
        }
        for one in themes
    ]


def kept_text(theme: Theme, floor: int | None = None) -> str:
    """A line as it was written down, and for whom; with the floor, whether it leaves."""
    return f"{theme.words}\n{_details(theme, floor)}\n"


def leaves(theme: Theme, floor: int) -> bool:
    """Whether somebody else may read a line today."""
    share = theme.note.share_with
    return share != "nobody" and may_read(share, theme, floor, theme.entry.engagement)


def people_words(people: int) -> str:
    """`1 person`, `4 people`."""
    return f"{people} {'person' if people == 1 else 'people'}"


def _question(one: Answered, room: int) -> Iterator[str]:
    yield from folded(one.asked, room)
    for words, times in one.answers:
        first, *rest = folded(f"{words}  ({times} times)" if times > 1 else words, room - 4)
        yield f"  - {first}"
        yield from (f"    {row}" for row in rest)


def _line(one: Theme, floor: int, room: int) -> Iterator[str]:
    number = f"{one.number:>3}  "
    first, *rest = folded(one.words, room - len(number))
    yield f"{number}{first}"
    yield from (f"{' ' * len(number)}{row}" for row in (*rest, *folded(_details(one, floor), room - len(number))))


def _details(one: Theme, floor: int | None) -> str:
    reader, tags = READERS[one.note.share_with], " ".join(one.tags)
    rests = f"rests on {people_words(_resting(one))}"
    held_back = floor is not None and one.note.share_with != "nobody" and not leaves(one, floor)
    parts = [tags, f"for {reader}", one.entry.engagement or "", rests]
    if held_back:
        parts.append(f"too few: nobody else reads it below {floor}")
    return " · ".join(filter(None, parts))


def _resting(one: Theme) -> int:
    """How many people count for whom it is for: for the sponsor, those of the engagement."""
    return one.in_engagement if one.note.share_with == "sponsor" else one.people


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
