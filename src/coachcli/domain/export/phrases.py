"""The words that a summary spells out where the coach's own pages are short."""

from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.answers import number_words
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.session.voice import who_said
from coachcli.domain.session.wording import FIELD_NAMES, extras
from coachcli.domain.terms import Audience, Kind, Mode, Outcome
from coachcli.domain.text import one_line
from coachcli.domain.value import changed

BY: dict[Mode, str] = {"coaching": "coach", "mentoring": "mentor"}
"""Who does it, by what it is."""
FOR_SPONSOR: dict[Outcome, str] = {
    "done": "Done",
    "partly": "Done in part",
    "not yet": "Still to come",
    "dropped": "No longer planned",
}


def outcome_words(review: Reviewed, audience: Audience) -> str:
    """What came of something, as its reader is told: `You did it: call Tom`."""
    lead = FOR_SPONSOR[review.outcome] if audience == "sponsor" else _to_client(review)
    return f"{lead}: {one_line(review.what)}"


def _to_client(review: Reviewed) -> str:
    words = NOTE_KINDS[review.kind].open_words
    return words.outcomes[review.outcome] if words is not None else review.outcome.capitalize()


def kind_label(kind: Kind, audience: Audience) -> str:
    """The label of a note whose heading does not say its kind."""
    return _for(audience, NOTE_KINDS[kind].label)


def details_of(note: Note, audience: Audience) -> tuple[str, ...]:
    """What else a goal or an action holds, in words that need no explaining."""
    day = extras(changed(note, confidence=None, details={}))
    # A number beside a goal says how near it is.
    what = "how near" if "goal" in {note.kind, note.reviewed and note.reviewed.kind} else "how sure"
    sure = [] if note.confidence is None else [f"{what}: {number_words(note.confidence)} of 10"]
    told = {field: who_said(words) if field == "who" else words for field, words in note.details.items()}
    others = [f"{_for(audience, FIELD_NAMES[field])}: {words}" for field, words in told.items()]
    return (*day, *sure, *others)


def _for(audience: Audience, words: str) -> str:
    """The words for an audience: a sponsor reads "they" of the client."""
    if audience != "sponsor":
        return words
    return words.replace("You will", "They will").replace("you will", "they will")
