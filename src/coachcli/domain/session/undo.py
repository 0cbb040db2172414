"""A session with its earlier states, so that the last thing written can be taken back."""

from datetime import datetime

from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import WRITING, Move, Undone
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.value import Value, changed


class History(Value, frozen=True):
    """`past` holds the session as it was before each thing written since it was opened, oldest first."""

    present: Session
    past: tuple[Session, ...] = ()

    def after(self, walk: Walk, move: Move | Undone, at: datetime) -> "History":
        """The history after a move."""
        if isinstance(move, Undone):
            return self._undone()
        session = walk.apply(self.present, move, at)
        past = (*self.past, self.present) if isinstance(move, WRITING) and session != self.present else self.past
        return History(session, past)

    def spend(self, seconds: int) -> "History":
        """The history with so many more seconds spent at the question at hand."""
        return changed(self, present=spend(self.present, seconds))

    def _undone(self) -> "History":
        if not self.past:
            return self
        before = self.past[-1]
        # Only the words are taken back, and not the time.
        return History(spend(before, self.present.seconds - before.seconds), self.past[:-1])
