"""The words with which Tab completes a line: those of the practice are read when the first is asked for."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from coachcli.app.context import Context
from coachcli.domain.history.open_items import Followed
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.line.place_names import names, stages_of_call
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.tags import tags_in
from coachcli.domain.text import one_line
from coachcli.domain.value import changed
from coachcli.store.client import clients
from coachcli.store.framework import catalogue
from coachcli.store.index.heads import heads


def vocabulary(context: Context) -> Vocabulary:
    """The words of the practice, names of clients included."""

    @cache
    def known_clients() -> tuple[str, ...]:
        return tuple(client.name for client in clients.known(context.practice).working)

    @cache
    def tags() -> tuple[str, ...]:
        sessions = heads(context.practice).found
        return tuple(tag for tag, _ in Counter(tag for head in sessions for tag in head.tags).most_common())

    @cache
    def frameworks() -> tuple[str, ...]:
        return tuple(source.id for source in catalogue.sources(context.practice))

    @cache
    def topics() -> tuple[str, ...]:
        from coachcli.store.framework import packs  # noqa: PLC0415 what checks them is loaded with it

        return tuple(source.id for source in packs.sources(context.practice))

    return Vocabulary(known_clients, tags, frameworks, topics)


def at_hand(walk: Walk, session: Session, words: Vocabulary, open_now: Callable[[], Iterable[Followed]]) -> Vocabulary:
    """The words of the practice and of a call: where one can go, what is open, and its tags before the practice's.

    The call's newest tag comes first.
    """

    @cache
    def tags() -> tuple[str, ...]:
        here = [tag for _, note in session.notes for tag in tags_in(note.text)]
        return tuple(dict.fromkeys((*reversed(here), *words.tags())))

    @cache
    def places() -> tuple[str, ...]:
        return tuple(names(walk, session))

    def stages() -> tuple[str, ...]:
        return tuple(stage.title for stage in stages_of_call(walk.framework))

    @cache
    def still() -> tuple[str, ...]:
        return tuple(one_line(one.thing.what) for one in open_now())

    return changed(words, tags=tags, places=places, stages=stages, open=still)
