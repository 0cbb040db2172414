"""A note as one of another kind, and a note with new words."""

from typing import get_args

from coachcli.domain.answer.commitments import Commitment, read_commitment
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.sharing import share_of_capture
from coachcli.domain.line.signs import SIGNS, held_back
from coachcli.domain.note_kinds import NOTE_KINDS, is_coachs_alone
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import as_typed
from coachcli.domain.terms import Capture, Kind, Role, ShareWith
from coachcli.domain.text import folded
from coachcli.domain.value import changed

OF_WORDS: tuple[Kind, ...] = ("note", *get_args(Role), *get_args(Capture))
"""The kinds that words alone can have."""


def kinds_meant(name: str) -> list[Kind]:
    """The kinds that a name, the beginning of one, or a sign can mean."""
    word = folded(name)
    if word in SIGNS:
        return [SIGNS[word]]
    exact = [kind for kind in OF_WORDS if kind in {word, word.removesuffix("s")}]
    return exact or [kind for kind in OF_WORDS if word and kind.startswith(word)]


def turned(note: Note, kind: Kind, dates: DateReader, marked: ShareWith | None) -> Note:
    """The note as one of another kind. `marked`: who may see answers at its question.

    A kind with terms takes its day and score from the words; details stay with the note in any kind.
    """
    as_kind = changed(note, kind=kind, share_with=_share_as_typed(note, kind, marked))
    commitment = _read_anew(note, kind, dates)
    if commitment is None:
        return as_kind
    sure = note.confidence if commitment.confidence is None else commitment.confidence
    new = {"text": commitment.what, "due": commitment.due or note.due, "confidence": sure}
    return changed(as_kind, **new)


def told_of(note: Note, kind: Kind, dates: DateReader) -> str:
    """A remark for the coach on the day in the words of a note that becomes one of that kind."""
    commitment = _read_anew(note, kind, dates)
    return commitment.told if commitment else ""


def mended(old: Note, new: Note, dates: DateReader, *, signed: bool) -> Note:
    """A note with new words. Its kind and who may see it stay, unless the words say otherwise.

    `new` is the note as the words were read; `signed`: they began with a sign that says the kind.
    """
    if signed or is_answer(old) or is_answer(new) or old.kind == new.kind:
        return changed(new, details=old.details, share_with=_share_of_mended(old, new, signed=signed))
    words = as_typed(new)
    if NOTE_KINDS[old.kind].has_terms and "\n" not in words:
        commitment = read_commitment(words, dates)
        new_parts = {"text": commitment.what, "due": commitment.due, "confidence": commitment.confidence}
        return changed(old, **new_parts)
    return changed(old, text=words, due=None, confidence=None)


def _share_of_mended(old: Note, new: Note, *, signed: bool) -> ShareWith:
    """Who sees the mended note: those who saw it before, if it keeps its kind and is not held back only now."""
    held_now = signed and new.kind == "note" and held_back(old.text) is None
    return old.share_with if new.kind == old.kind and not held_now else new.share_with


def _share_as_typed(note: Note, kind: Kind, marked: ShareWith | None) -> ShareWith:
    """Who would see the note had it been typed as this kind; one that was kept back on purpose stays for the coach."""
    kept_back = NOTE_KINDS[note.kind].is_usually_shared and note.share_with == "nobody"
    is_alone = is_coachs_alone(note.kind) or is_coachs_alone(kind)
    return "nobody" if kept_back or is_alone else share_of_capture(kind, marked)


def _read_anew(note: Note, kind: Kind, dates: DateReader) -> Commitment | None:
    is_read = NOTE_KINDS[kind].has_terms and not NOTE_KINDS[note.kind].has_terms and "\n" not in note.text
    return read_commitment(note.text, dates) if is_read else None
