"""Who may see a note, decided when it is taken and kept with it."""

from coachcli.domain.note_kinds import NOTE_KINDS, is_coachs_alone, signed
from coachcli.domain.terms import Kind, ShareWith

PRIVATE_SIGN = signed()["observation"].typed


def is_private(text: str) -> bool:
    """Whether words begin with the sign that says that they are for the coach alone."""
    return text.startswith(PRIVATE_SIGN)


def share_of_answer(kind: Kind, marked: ShareWith | None) -> ShareWith:
    """Who may see an answer: as the framework marks its question, else as is usual for the kind."""
    if is_coachs_alone(kind):
        return "nobody"
    return marked or _usual(kind)


def share_of_capture(kind: Kind, marked: ShareWith | None) -> ShareWith:
    """Who may see a note with a sign. It is the coach's own, even where the answers to the question are shared.

    Only kinds that are usually shared are shared, and not where the framework says nobody.
    """
    return "nobody" if marked == "nobody" else _usual(kind)


def _usual(kind: Kind) -> ShareWith:
    return "client" if NOTE_KINDS[kind].is_usually_shared else "nobody"
