"""What stakeholders said when they were asked about a client: who they are, and how many of them a tag was set with."""

from collections.abc import Container, Iterable, Iterator

from coachcli.domain.session.model import Note, Session, Turn, code_of
from coachcli.domain.session.voice import came_later
from coachcli.domain.tags import tags_in
from coachcli.domain.text import folded
from coachcli.domain.value import Value


class Interview(Value, frozen=True):
    """A talk with a stakeholder: their code, the engagement it belongs to, and the tags set in it, in folded words."""

    code: str
    engagement: str | None
    tags: frozenset[str]


def said_by_stakeholders(session: Session) -> Iterator[tuple[Turn, Note]]:
    """What was noted while a stakeholder was there; what the coach thinks of it afterwards is nothing they said."""
    in_room = ((turn, note) for turn, note in session.notes if turn.room == "stakeholder")
    return ((turn, note) for turn, note in in_room if not came_later(turn, note))


def interviews(sessions: Iterable[Session], sponsors: Container[str] = ()) -> tuple[Interview, ...]:
    """The talks with stakeholders who have a code; `sponsors` are the codes, folded, of those who are none of them."""
    held = (_interview(one) for one in sessions if any(turn.room == "stakeholder" for turn in one.turns))
    return tuple(one for one in held if one.code and one.code not in sponsors)


def people_with(tag: str, among: Iterable[Interview]) -> int:
    """How many people there are in whose interviews a tag was set."""
    return len({one.code for one in among if folded(tag) in one.tags})


def in_engagement(among: Iterable[Interview], engagement: str) -> tuple[Interview, ...]:
    """The interviews that say that they belong to an engagement."""
    return tuple(one for one in among if one.engagement == engagement)


def _interview(session: Session) -> Interview:
    tags = (tag for _, note in said_by_stakeholders(session) for tag in tags_in(note.text))
    return Interview(folded(code_of(session)), session.engagement, frozenset(map(folded, tags)))
