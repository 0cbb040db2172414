"""A client's talks with stakeholders, read in whole, with everything else that is known of the client."""

from pathlib import Path

from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.context import Context
from coachcli.domain.history.extract import SessionExtract, sponsors_in
from coachcli.domain.session.model import Session
from coachcli.domain.theme.interviews import Interview, interviews
from coachcli.domain.theme.lines import Theme, themes
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.store import settings
from coachcli.store.session import sessions


class KnownInterviews(Value, frozen=True):
    """The talks with stakeholders, oldest first, what is known besides, and what was passed over.

    `held` are those of people who have a code, `sponsors` the codes of those who are none of them, `floor` is how many
    people a line has to rest on.
    """

    history: ClientHistory
    sessions: tuple[Session, ...]
    held: tuple[Interview, ...]
    sponsors: frozenset[str]
    floor: int
    passed_over: tuple[CoachError, ...] = ()

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The lines that the coach wrote about them."""
        return themes(self.history.entries, self.held)


def known_interviews(context: Context, client_id: str) -> KnownInterviews:
    """The talks with stakeholders about a client. What cannot be read is passed over, and backs nothing."""
    history = brought(context, client_id)
    read, errors = list[Session](), list(history.passed_over)
    for extract in filter(_is_interview, history.extracts):
        one = _read(history.files[extract.id])
        if isinstance(one, Session):
            read.append(one)
        else:
            errors.append(one)
    sponsors = sponsors_in(history.extracts)
    floor = settings.load(context.practice).floor
    return KnownInterviews(history, tuple(read), interviews(read, sponsors), sponsors, floor, tuple(errors))


def _is_interview(extract: SessionExtract) -> bool:
    return "stakeholder" in {extract.framework.room, *extract.rooms}


def _read(path: Path) -> Session | CoachError:
    try:
        return sessions.load(path).session
    except CoachError as error:
        return error
