"""New words in the place of a note: what it is and who may see it stay, unless the words say otherwise."""

from coachcli.domain.answers import is_answer
from coachcli.domain.line.commitments import DateReader, read_commitment
from coachcli.domain.line.grammar import SIGNS
from coachcli.domain.line.note_changes import COMMITMENTS
from coachcli.domain.session.model import Note
from coachcli.domain.text import clean
from coachcli.domain.wording import as_typed


def is_signed(line: str) -> bool:
    """Whether a line says by its sign what it is; a block of several lines never does."""
    text = clean(line).strip()
    return text[:1] in SIGNS and "\n" not in text


def mended(old: Note, new: Note, dates: DateReader, *, signed: bool) -> Note:
    """`new` as it was read, in the place of `old`; `signed`: whether it said what it is."""
    if signed or is_answer(old) or is_answer(new) or old.kind == new.kind:
        share = old.share_with if new.kind == old.kind else new.share_with
        return new.model_copy(update={"details": old.details, "share_with": share})
    words = as_typed(new)
    if old.kind in COMMITMENTS and "\n" not in words:
        said = read_commitment(words, dates)
        return old.model_copy(update={"text": said.what, "due": said.due, "confidence": said.confidence})
    return old.model_copy(update={"text": words, "due": None, "confidence": None})
