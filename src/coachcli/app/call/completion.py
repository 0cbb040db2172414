"""The words of a practice that a line may be completed with, looked up when the first of them is typed."""

from collections import Counter
from dataclasses import replace
from functools import cache

from coachcli.app.context import Context
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.session.model import Session
from coachcli.domain.tags import tags_in
from coachcli.store import frameworks, packs
from coachcli.store.client import clients
from coachcli.store.session.heads import heads


def vocabulary(context: Context) -> Vocabulary:
    """The names there are; a client's as they are written."""

    @cache
    def names() -> tuple[str, ...]:
        return tuple(client.name for client in clients.clients(context.practice))

    @cache
    def tags() -> tuple[str, ...]:
        found = heads(context.practice).found
        return tuple(tag for tag, _ in Counter(tag for head in found for tag in head.tags).most_common())

    @cache
    def models() -> tuple[str, ...]:
        return tuple(source.id for source in frameworks.sources(context.practice))

    @cache
    def topics() -> tuple[str, ...]:
        return tuple(source.id for source in packs.sources(context.practice))

    return Vocabulary(names, tags, models, topics)


def with_tags_of(session: Session, words: Vocabulary) -> Vocabulary:
    """The words with the tags of a session before those of the practice, which does not know them yet; newest first."""

    @cache
    def tags() -> tuple[str, ...]:
        here = [tag for _, note in session.notes for tag in tags_in(note.text)]
        return tuple(dict.fromkeys((*reversed(here), *words.tags())))

    return replace(words, tags=tags)
