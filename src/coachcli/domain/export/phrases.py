"""How a summary words what the coach's own pages say in short."""

from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.session.wording import FIELD_NAMES, extras
from coachcli.domain.terms import Audience, Commitments, Kind, Outcome
from coachcli.domain.text import one_line

_FOR_CLIENT: dict[Commitments, dict[Outcome, str]] = {
    "action": {
        "done": "You did it",
        "partly": "You made a start",
        "not yet": "Still to come",
        "dropped": "You let it go",
    },
    "goal": {
        "done": "You got there",
        "partly": "You came closer",
        "not yet": "Still ahead of you",
        "dropped": "You let it go",
    },
    "promise": {
        "done": "I did it",
        "partly": "I made a start",
        "not yet": "I still owe you this",
        "dropped": "I let it go",
    },
    "parked": {
        "done": "We came back to it",
        "partly": "We began with it",
        "not yet": "It can wait a little longer",
        "dropped": "No longer needed",
    },
}
_FOR_SPONSOR: dict[Outcome, str] = {
    "done": "Done",
    "partly": "Done in part",
    "not yet": "Still to come",
    "dropped": "No longer planned",
}
# Under a heading that several kinds share, what says which one it is.
_KIND_LABELS: dict[Kind, str] = {
    "value": "What matters:",
    "resource": "What helps:",
    "obstacle": "In the way:",
    "measure": "You will know by:",
}


def outcome_words(seen: Reviewed, audience: Audience) -> str:
    """You did it: call Tom."""
    lead = _FOR_SPONSOR[seen.outcome] if audience == "sponsor" else _FOR_CLIENT[seen.kind][seen.outcome]
    return f"{lead}: {one_line(seen.what)}"


def kind_label(kind: Kind, audience: Audience) -> str:
    """What a note is, where its heading does not say it."""
    return _for(audience, _KIND_LABELS.get(kind, ""))


def details_of(note: Note, audience: Audience) -> tuple[str, ...]:
    """What else a goal or an action holds, in words that need no explaining."""
    day = extras(note.model_copy(update={"confidence": None, "details": {}}))
    sure = [] if note.confidence is None else [f"how sure: {number_words(note.confidence)} of 10"]
    rest = [f"{_for(audience, FIELD_NAMES[field])}: {words}" for field, words in note.details.items()]
    return (*day, *sure, *rest)


def _for(audience: Audience, words: str) -> str:
    """A sponsor is told of the client, and is not meant by "you"."""
    if audience != "sponsor":
        return words
    return words.replace("You will", "They will").replace("you will", "they will")
