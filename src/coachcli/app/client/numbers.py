"""The numbers that were given before a call, for the one that is given in it."""

from collections.abc import Callable
from functools import cache

from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.context import Context
from coachcli.domain.framework.model import Framework
from coachcli.domain.history.earlier_numbers import Given, in_one_row
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.series import all_series, scale_names
from coachcli.domain.session.model import Session
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored

Numbers = Callable[[Session, Framework], tuple[Given, ...]]
"""The numbers before the one given at the last turn of a session, and that one behind them."""


def numbers_before(context: Context, stored: Stored) -> Numbers:
    """A function that finds them; it reads files once, and not before the first number is given."""

    @cache
    def known() -> ClientHistory:
        return brought(context, client_of(stored.path)).before(stored.session)

    def numbers(session: Session, framework: Framework) -> tuple[Given, ...]:
        earlier = (extract for extract in known().extracts if extract.id != session.id)
        series = all_series((*earlier, extract_of(session)), scale_names([framework]))
        return in_one_row(series, session)

    return numbers


def no_numbers(_session: Session, _framework: Framework) -> tuple[Given, ...]:
    """None, as in a rehearsal."""
    return ()
