"""All that stakeholders said about a client, for the coach alone."""

from collections.abc import Iterator

from coachcli.app.client.history import ClientHistory
from coachcli.app.client.progress import frameworks_of
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, meant, theirs
from coachcli.app.theme.interviews import known_interviews
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.membership import sessions_in
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.history.series import CLIENT, all_series
from coachcli.domain.session.framework_change import full_name
from coachcli.domain.terms import Kind
from coachcli.domain.theme.answers import Answered, Tagged, answers, tags_of, wordings_of
from coachcli.domain.theme.interviews import interviews
from coachcli.domain.value import Value
from coachcli.errors import CoachError


class ClientAnswers(Value, frozen=True):
    """The answers about a client by question, the tags set beside them, and how many interviews there were."""

    client: Client
    interviews: int
    questions: tuple[Answered, ...]
    tags: tuple[Tagged, ...]
    passed_over: tuple[CoachError, ...] = ()


def client_answers(context: Context, name: str, engagement: str | None, ask: Ask) -> ClientAnswers:
    """What was said in all interviews about a client, or in those of one engagement."""
    who = theirs(context, name)
    known = known_interviews(context, who.client.id)
    read = known.sessions
    if engagement is not None:
        wanted = meant(context, who, engagement, ask)
        ids = {one.id for one in sessions_in(wanted, known.history.extracts, who.found)}
        read = tuple(one for one in read if one.id in ids)
    wordings = wordings_of(_questions(context, known.history))
    questions = answers(read, wordings, who.client.name, _own_items(known.history))
    tags = tags_of(interviews(read, known.sponsors))
    return ClientAnswers(who.client, len(read), questions, tags, (*known.passed_over, *who.passed_over))


def _questions(context: Context, history: ClientHistory) -> Iterator[tuple[str, str, Kind]]:
    """Every question of the frameworks of these sessions, by the full names that it has and had."""
    for framework in frameworks_of(context, history.extracts):
        yield from _questions_in(framework)


def _questions_in(framework: Framework) -> Iterator[tuple[str, str, Kind]]:
    before: dict[str, list[str]] = {}
    for old, new in framework.renamed.items():
        before.setdefault(new, []).append(old)
    for place in framework.places:
        for name in (place.question.id, *before.get(place.question.id, ())):
            yield full_name(name, framework.id), place.question.ask, answer_kind(place.question)


def _own_items(history: ClientHistory) -> frozenset[str]:
    """The things that the client rated, in folded words."""
    return frozenset(one.thing.item for one in all_series(history.extracts) if one.speaker == CLIENT)
