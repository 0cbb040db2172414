"""The lists that a client gave before, for the questions of a framework that bring one again."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.context import Context
from coachcli.domain.framework.model import Framework
from coachcli.domain.history.earlier_lists import list_given, names_of_list, places_of_lists
from coachcli.domain.session.lists import Lists
from coachcli.domain.session.model import Session
from coachcli.errors import CoachError
from coachcli.store.session import sessions
from coachcli.store.session.place import client_of
from coachcli.store.session.sessions import Stored


def lists_from(known: ClientHistory, framework: Framework) -> Lists:
    """The list with which each such question begins. Of all sessions, only those that hold one are read whole."""

    @cache
    def loaded(path: Path) -> Session | None:
        with suppress(CoachError):
            return sessions.load(path).session
        return None

    def with_one_of(names: set[str]) -> Iterator[Session]:
        for extract in reversed(known.extracts):
            path = known.files.get(extract.id) if names & {*extract.answered} else None
            if path is not None and (session := loaded(path)) is not None:
                yield session

    lists = {
        place.question.id: list_given(with_one_of(names_of_list(framework, place)), framework, place)
        for place in places_of_lists(framework)
    }
    return {question: lines for question, lines in lists.items() if lines}


def lists_into(context: Context, stored: Stored, framework: Framework) -> Lists:
    """The lists as they were when this session began; nothing is read for a framework that brings none again."""
    if not any(places_of_lists(framework)):
        return {}
    return lists_from(brought(context, client_of(stored.path)).before(stored.session), framework)
