"""The answers of stakeholders as the coach alone reads them: by question, and never by who gave them.

Answers to one question are sorted by their words, so that nothing shows which of two questions one person answered.
A question has no words in it that somebody said, and no code.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from coachcli.domain.note_kinds import is_open
from coachcli.domain.session.answers import UNKNOWN
from coachcli.domain.session.framework_change import full_name
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.voice import whose
from coachcli.domain.session.wording import headline
from coachcli.domain.terms import Kind
from coachcli.domain.text import PLACEHOLDER, folded, one_line
from coachcli.domain.theme.interviews import Interview, people_with, said_by_stakeholders
from coachcli.domain.value import Value


class Wording(Value, frozen=True):
    """A question as its framework has it today, its place in it, and the kind of note that answers it."""

    asked: str
    place: int
    kind: Kind


class Answered(Value, frozen=True):
    """A question with its answers, each once, and how often it was given."""

    asked: str
    answers: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(times for _, times in self.answers)


class Tagged(Value, frozen=True):
    """A tag, and in the interviews of how many people it was set."""

    tag: str
    people: int


class _Asked(Value, frozen=True):
    """A question, with what it was asked about where that is the client's own word."""

    question: str
    item: str


def answers(
    sessions: Iterable[Session], wordings: Mapping[str, Wording], client: str, own_items: Container[str]
) -> tuple[Answered, ...]:
    """Every answer by its question, in the order of the frameworks.

    `own_items` are the things, in folded words, that the client rates too: only these are told apart, as whatever else
    a question is asked about may be what the same person said a moment before.
    """
    found: dict[_Asked, Counter[tuple[float, str]]] = {}
    for session in sessions:
        for turn, note in said_by_stakeholders(session):
            question = full_name(turn.question, session.framework.id)
            words = _words(turn, note, own_items) if _answers(note, wordings.get(question)) else ""
            if words:
                item = one_line(turn.item or "") if folded(turn.item or "") in own_items else ""
                asked = _Asked(question, item)
                found.setdefault(asked, Counter())[_score(note), words] += 1
    in_order = sorted(found, key=lambda asked: _place(asked, wordings))
    return tuple(Answered(_question(asked, wordings, client), _sorted(found[asked])) for asked in in_order)


def tags_of(held: Iterable[Interview]) -> tuple[Tagged, ...]:
    """The tags set in interviews, those of most people first."""
    known = tuple(held)
    tags = {tag for one in known for tag in one.tags}
    return tuple(sorted((Tagged(tag, people_with(tag, known)) for tag in tags), key=lambda one: (-one.people, one.tag)))


def _answers(note: Note, asked: Wording | None) -> bool:
    """Whether a note answers its question: what is to be done, or waits, was set down there unless it was asked for."""
    return asked is None or note.kind == asked.kind or not is_open(note.kind)


def _words(turn: Turn, note: Note, own_items: Container[str]) -> str:
    """The words of an answer; none where the note is the coach's, or the client's own list was read out."""
    is_read_out = turn.again is not None and folded(note.text) in own_items
    is_coachs = note.kind == "observation" or whose(note, turn.room) == "coach"
    return "" if is_coachs or is_read_out else one_line(headline(note))


def _score(note: Note) -> float:
    return note.scale.score if note.scale is not None else 0


def _sorted(given: Counter[tuple[float, str]]) -> tuple[tuple[str, int], ...]:
    in_order = sorted(given.items(), key=lambda one: (one[0][0], folded(one[0][1]), one[0][1]))
    return tuple((words, times) for (_, words), times in in_order)


def _place(asked: _Asked, wordings: Mapping[str, Wording]) -> tuple[str, int, str, str]:
    framework, _, question = asked.question.rpartition(".")
    known = wordings.get(asked.question)
    return framework, known.place if known else len(wordings), question, folded(asked.item)


def _question(asked: _Asked, wordings: Mapping[str, Wording], client: str) -> str:
    """The question in words: of what it quotes only the client's name and their own thing."""
    known = wordings.get(asked.question)
    if known is None:
        return asked.item or "A question that its framework has no more"
    words = {"client": client, "item": asked.item or UNKNOWN}
    return one_line(PLACEHOLDER.sub(lambda match: words.get(match[1], UNKNOWN), known.asked))


def wordings_of(places: Iterable[tuple[str, str, Kind]]) -> dict[str, Wording]:
    """The wordings of questions, which come by their full names in the order of their framework."""
    last = {name: (asked, kind) for name, asked, kind in places}
    return {name: Wording(asked, place, kind) for place, (name, (asked, kind)) in enumerate(last.items())}
