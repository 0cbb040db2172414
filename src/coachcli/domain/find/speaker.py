"""Who said what a note holds, in words for the coach."""

from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.people import group_words
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.voice import came_later, is_clients


def speaker(session: Session, turn: Turn, note: Note, client: str) -> str:
    """Who said it: the client by name, you, the sponsor, or somebody who was asked, by their code."""
    if NOTE_KINDS[note.kind].by_coach or came_later(turn, note) or turn.room == "alone":
        return "you"
    if is_clients(turn, note):
        return f"{client}, with the sponsor there" if turn.room == "three" else client
    if turn.room == "three":
        return f"{client} or the sponsor"
    return _somebody_else(session, turn)


def _somebody_else(session: Session, turn: Turn) -> str:
    person = session.person
    if person is None:
        return "the sponsor" if turn.room == "sponsor" else "somebody you asked"
    group = f", {group_words(person.group)}" if person.group else ""
    return f"{'the sponsor, ' if turn.room == 'sponsor' else ''}{person.code}{group}"
