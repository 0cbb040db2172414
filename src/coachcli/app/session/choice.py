"""The client and the framework of a session that begins: those the coach named, or picks."""

from collections.abc import Mapping
from contextlib import suppress

from coachcli.app.context import Context
from coachcli.app.engagement.proposals import due_with
from coachcli.app.framework.catalogue import list_frameworks
from coachcli.app.session.request import StartRequest
from coachcli.app.session.unfinished import is_with_them
from coachcli.cells import cells
from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client
from coachcli.domain.client.outlook_words import due_words
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.summary import GROUPS, Listed
from coachcli.domain.languages import language_code
from coachcli.domain.session.wording import full_date
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotFoundError, Saying, UsageError, harmless
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.render.framework.problems import problem_text
from coachcli.store.client import clients
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.catalogue import BrokenFrameworkError, Source
from coachcli.store.index.extracts import extracts
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import heads
from coachcli.store.settings import Settings

_NEW = "\0new"
_OWN = "reflection"
_WELCOME = " Welcome. Your first session begins with a name and a framework; all of it stays on this machine."
# The room that a picker has for its question in a row of 40 columns.
_ROOM = 37


def client(context: Context, request: StartRequest, conversation: Conversation) -> Client | str:
    """The client, or the name of a new one who is still to be made."""
    if _is_about_nobody(context, request, conversation.chooser):
        return OWN_WORK
    everyone = clients.clients(context.practice)
    if request.client is None and not (conversation.discreet and conversation.chooser and everyone):
        return _picked_client(context, everyone, conversation, request)
    if request.client is None and conversation.chooser is not None:
        return _unlisted(conversation.chooser, everyone)
    name = one_line(clean(request.client or ""))
    if not name:
        raise UsageError(harmless("A client needs a name."), _name_one("Give one"))
    known = clients.exactly(name, everyone)
    if known is not None and request.new:
        refusal = Saying(f"There is a client {known.name} already.", discreet="There is a client of that name already.")
        raise UsageError(refusal, harmless("Leave out --new, or tell the two apart by name."))
    if request.new:
        return name
    meant = None if known else clients.named(name, everyone) or clients.by_part(name, everyone)
    if meant is None:
        return _by_name(name, everyone, conversation)
    conversation.say(Saying(f" With {meant.name}. For somebody new called {name}: --new", discreet=""))
    return meant


def _is_about_nobody(context: Context, request: StartRequest, chooser: Chooser | None) -> bool:
    """Whether the session is the coach's own work, about nobody: by its word, or because nobody was named for it."""
    if request.client is not None:
        return request.client.strip() == OWN_WORK.id and context.practice.has_own_work
    return chooser is None and _may_be_about_nobody(context, request) is True


def _may_be_about_nobody(context: Context, request: StartRequest) -> bool | None:
    """Whether the framework that was named is the coach's alone; None where none was, or it cannot be used."""
    if request.framework is None or not context.practice.has_own_work:
        return None
    with suppress(CoachError):
        return is_coachs_alone(catalogue.load(catalogue.named(context.practice, request.framework)))
    return None


def as_named(context: Context, request: StartRequest) -> StartRequest:
    """The request with the id of the framework that was named, where only one can be meant."""
    ids = catalogue.meant(context.practice, request.framework) if request.framework is not None else []
    return changed(request, framework=ids[0]) if len(ids) == 1 else request


def is_coachs_alone(framework: Framework) -> bool:
    """Whether nobody but the coach is there from its beginning to its end."""
    return all(framework.room_of(stage) == "alone" for stage in framework.stages)


def refuse_with_others(framework: Framework) -> None:
    """Raise where a framework needs somebody whom the session is about."""
    if not is_coachs_alone(framework):
        raise UsageError(harmless(f"{framework.title} is not for work about nobody."), _name_one("Say with whom"))


def framework(
    context: Context, request: StartRequest, person: Client | str, conversation: Conversation, settings: Settings
) -> Framework:
    """The framework that was named or is picked. Where nobody can be asked: the client's last, else the usual one."""
    named = request.framework or _usual(context, person, settings)
    if request.framework is None and conversation.chooser is not None:
        among = [one for one in list_frameworks(context) if person != OWN_WORK or one.room == "alone"]
        due = _due_with(context, person, conversation)
        named = _picked_framework(among, named, conversation.chooser, _with_whom(person, request), due)
    source = catalogue.named(context.practice, named)
    try:
        return _spoken(source, request, person, settings)
    except BrokenFrameworkError as error:
        return _as_last_used(context, error, conversation)


def _spoken(source: Source, request: StartRequest, person: Client | str, settings: Settings) -> Framework:
    """The framework in the language asked for, else in the client's; what the coach does alone is in the coach's."""
    theirs = language_code(person.language) if isinstance(person, Client) else ""
    framework = catalogue.load(source, request.language, preferred=theirs or settings.language)
    if theirs and framework.room == "alone":
        return catalogue.load(source, request.language, preferred=settings.language)
    return framework


def _as_last_used(context: Context, broken: BrokenFrameworkError, conversation: Conversation) -> Framework:
    """The framework as the last session had it, if the coach agrees; the client may be waiting already."""
    before = snapshots.latest(context.practice, broken.source.id) if conversation.chooser is not None else None
    if before is None or conversation.chooser is None:
        raise broken
    first = broken.checked.errors[0]
    conversation.say(problem_text(str(broken.source.path), broken.checked.lines, first).rstrip("\n"))
    if not conversation.chooser.agree(
        f"{before.title} cannot be used as it is. Use it as it was in your last session?"
    ):
        raise broken
    return before


def _unlisted(chooser: Chooser, everyone: list[Client]) -> Client | str:
    """The client of a typed name, where others could read a list. A name close to another's is new if typed twice."""
    question, before = "With whom? Nobody is listed here; type their name.", ""
    while True:
        name = _named(chooser, question)
        known = clients.named(name, everyone) or clients.by_part(name, everyone)
        if known is not None or name == before or not clients.near(name, everyone):
            return known or name
        question, before = "One client's name is close to this. Their whole name? The same again is somebody new.", name


def _picked_client(
    context: Context, everyone: list[Client], conversation: Conversation, request: StartRequest
) -> Client | str:
    if conversation.chooser is None:
        raise UsageError(harmless("Which client?"), _name_one("Name one"))
    alone = _may_be_about_nobody(context, request)
    if not everyone and alone:
        return OWN_WORK
    if not everyone:
        conversation.say(harmless(_WELCOME))
        return _named(conversation.chooser, "Your client's name?")
    last = {head.client: head for head in reversed(heads(context.practice).found)}
    working = [person for person in everyone if not person.is_archived]
    by_last_seen = sorted(working, key=lambda c: last[c.id].started.timestamp() if c.id in last else 0, reverse=True)
    due = _first_due(context, working)
    options = [Option(c.id, c.name, f"{_last_seen(last.get(c.id))}{due.get(c.id, '')}") for c in by_last_seen]
    options.append(Option(_NEW, "new client..."))
    question = "With whom?"
    if alone:
        options, question = [Option(OWN_WORK.id, "nobody", OWN_WORK.name), *options], "About whom?"
    key = conversation.chooser.pick(question, options, may_type=True)
    if alone and key == OWN_WORK.id:
        return OWN_WORK
    if key == _NEW:
        return _by_name(_named(conversation.chooser, "The new client's name?"), everyone, conversation)
    picked = next((c for c in everyone if c.id == key), None)
    return picked or _by_name(one_line(clean(key)), everyone, conversation)


def _first_due(context: Context, people: list[Client]) -> dict[str, str]:
    """By the ids of clients, what is due with them first, as it stands behind when they were seen."""
    due = {client_id: found[0] for client_id, found in due_with(context, people).items() if found}
    titles = {one.id: one.title for one in list_frameworks(context)} if due else {}
    today = context.clock.now().date()
    return {
        client_id: f" · {titles.get(one.framework) or one.framework}, {due_words(one.due, today)}"
        for client_id, one in due.items()
    }


def _by_name(name: str, everyone: list[Client], conversation: Conversation) -> Client | str:
    """The client of that name, or the name of a new one; the coach is asked where it looks like a slip."""
    known = clients.named(name, everyone)
    near = [] if known else clients.near(name, everyone)
    return known or (_slip(name, near, conversation) if near else name)


def _named(chooser: Chooser, question: str) -> str:
    while True:
        name = one_line(clean(chooser.write(question)))
        if name:
            return name


def _slip(name: str, near: list[Client], conversation: Conversation) -> Client | str:
    chooser = conversation.chooser
    if chooser is None or conversation.discreet:
        names = " or ".join(clients.told_apart(near)[:5])
        refusal = Saying(f"There is no client {name[:60]}.", discreet="No client has just this name, and one is close.")
        hint = "Give their whole name. --new makes a new client."
        raise NotFoundError(refusal, Saying(f"Did you mean {names}? --new makes a new client.", discreet=hint))
    shown = clients.told_apart(near)
    if len(near) == 1:
        question = f"There is no client {name}. Did you mean {shown[0]}? n makes a new client."
        return near[0] if chooser.agree(question, on_enter=None) else name
    options = [Option(c.id, title) for c, title in zip(near, shown, strict=True)]
    options.append(Option(_NEW, f"a new client: {name}"))
    key = chooser.pick(f"There is no client {name}. Did you mean", options)
    return name if key == _NEW else next(c for c in near if c.id == key)


def _with_whom(person: Client | str, request: StartRequest) -> str:
    """The client's name, where it may be seen; a rehearsal may be with nobody."""
    nobody = request.discreet or person == OWN_WORK or (request.rehearse and request.client is None)
    return "" if nobody else person.name if isinstance(person, Client) else person


def _due_with(context: Context, person: Client | str, conversation: Conversation) -> dict[str, str]:
    """The frameworks due with a client, in words; none where others see the screen: it may be a talk about them."""
    if conversation.discreet or not isinstance(person, Client):
        return {}
    today = context.clock.now().date()
    return {one.framework: due_words(one.due, today) for one in due_with(context, [person])[person.id]}


def _picked_framework(
    frameworks: list[Listed], usual: str, chooser: Chooser, with_whom: str = "", due: Mapping[str, str] | None = None
) -> str:
    """The id of the framework that the coach picks: what is due stands first, then the usual one, others in groups."""
    words = {**(due or {}), usual: (due or {}).get(usual, "")}
    places = {name: place for place, name in enumerate(words)}
    frameworks.sort(key=lambda one: (places.get(one.id, len(places)), [*GROUPS].index(one.kind)))
    first, *others = [_proposed(_option_of(one), words.get(one.id)) for one in frameworks]
    question = f"Which framework, with {with_whom}?"
    fits = with_whom and cells(question) <= _ROOM
    return chooser.pick(question if fits else "Which framework?", [changed(first, group=""), *others])


def _proposed(option: Option, due: str | None) -> Option:
    """A row to pick, above the groups where it is proposed, and with when it is due."""
    if due is None:
        return option
    return changed(option, group="", about=f"{due} · {option.about}" if due else option.about)


def _name_one(advice: str) -> Saying:
    return for_anybody(f"{advice}: {command('session', 'start', 'Jane Doe')}")


def _option_of(one: Listed) -> Option:
    """A framework as a row to pick. Its id is in the row, because what is typed is looked for in the rows."""
    if not one.usable:
        return Option(one.id, one.id, f"cannot be used: {command('framework', 'check')} says why", GROUPS[None])
    named = "" if one.id in one.title.casefold().split() else f"{one.id} · "
    return Option(one.id, one.title, f"{named}{one.purpose}", GROUPS[one.kind])


def _usual(context: Context, person: Client | str, settings: Settings) -> str:
    """The framework of the last call with this client; one without the client does not count."""
    known = {source.id for source in catalogue.sources(context.practice)}
    theirs = extracts(context.practice, person.id).found if isinstance(person, Client) else ()
    is_own = person == OWN_WORK
    last = (extract.framework.id for _, extract in theirs if is_with_them(extract) or is_own)
    return next((name for name in last if name in known), _OWN if is_own else settings.framework)


def _last_seen(head: Head | None) -> str:
    return f"last on {full_date(head.started.date())}" if head else "no session yet"
