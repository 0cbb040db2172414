"""The words of a summary for what the coach's own pages say in short."""

from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.session.wording import FIELD_NAMES, extras
from coachcli.domain.terms import Audience, Kind, Outcome
from coachcli.domain.text import one_line
from coachcli.domain.value import changed

_FOR_SPONSOR: dict[Outcome, str] = {
    "done": "Done",
    "partly": "Done in part",
    "not yet": "Still to come",
    "dropped": "No longer planned",
}


def outcome_words(seen: Reviewed, audience: Audience) -> str:
    """You did it: call Tom."""
    lead = _FOR_SPONSOR[seen.outcome] if audience == "sponsor" else _to_client(seen)
    return f"{lead}: {one_line(seen.what)}"


def _to_client(seen: Reviewed) -> str:
    words = NOTE_KINDS[seen.kind].open_words
    return words.outcomes[seen.outcome] if words is not None else seen.outcome.capitalize()


def kind_label(kind: Kind, audience: Audience) -> str:
    """The label of a note whose heading does not say its kind."""
    return _for(audience, NOTE_KINDS[kind].label)


def details_of(note: Note, audience: Audience) -> tuple[str, ...]:
    """What else a goal or an action holds, in words that need no explaining."""
    day = extras(changed(note, confidence=None, details={}))
    sure = [] if note.confidence is None else [f"how sure: {number_words(note.confidence)} of 10"]
    rest = [f"{_for(audience, FIELD_NAMES[field])}: {words}" for field, words in note.details.items()]
    return (*day, *sure, *rest)


def _for(audience: Audience, words: str) -> str:
    """The words for an audience: a sponsor reads "they" of the client."""
    if audience != "sponsor":
        return words
    return words.replace("You will", "They will").replace("you will", "they will")
