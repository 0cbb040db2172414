"""New words in the place of a note: what it is and who may see it stay, unless the words say otherwise."""

from coachcli.domain.line.commitments import read_commitment
from coachcli.domain.line.days import DateReader
from coachcli.domain.line.signs import held_back
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import as_typed
from coachcli.domain.terms import ShareWith


def mended(old: Note, new: Note, dates: DateReader, *, signed: bool) -> Note:
    """`new` as it was read, in the place of `old`; `signed`: whether it said what it is."""
    if signed or is_answer(old) or is_answer(new) or old.kind == new.kind:
        return new.model_copy(update={"details": old.details, "share_with": _share(old, new, signed=signed)})
    words = as_typed(new)
    if NOTE_KINDS[old.kind].has_terms and "\n" not in words:
        said = read_commitment(words, dates)
        return old.model_copy(update={"text": said.what, "due": said.due, "confidence": said.confidence})
    return old.model_copy(update={"text": words, "due": None, "confidence": None})


def _share(old: Note, new: Note, *, signed: bool) -> ShareWith:
    """As it was while it stays what it was; what is for the coach alone only now, by how it begins, is that."""
    held_now = signed and new.kind == "note" and held_back(old.text) is None
    return old.share_with if new.kind == old.kind and not held_now else new.share_with
