"""A session with its earlier states, so that the last thing written can be taken back."""

from datetime import datetime

from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import WRITING, Move, Undone
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.value import Value, changed


class History(Value, frozen=True):
    """`past` holds the session before each thing written in this sitting, oldest first."""

    present: Session
    past: tuple[Session, ...] = ()

    def after(self, walk: Walk, move: Move | Undone, at: datetime) -> "History":
        """The history after a move."""
        if isinstance(move, Undone):
            return self._undone()
        changed = walk.apply(self.present, move, at)
        past = (*self.past, self.present) if isinstance(move, WRITING) and changed != self.present else self.past
        return History(changed, past)

    def spend(self, seconds: int) -> "History":
        """The history with this much more time spent here."""
        return changed(self, present=spend(self.present, seconds))

    def _undone(self) -> "History":
        if not self.past:
            return self
        before = self.past[-1]
        # Time is not taken back with the words.
        return History(spend(before, self.present.seconds - before.seconds), self.past[:-1])
