"""The names of clients, sessions and frameworks that begin with what is typed already."""

from collections.abc import Iterable
from typing import get_args

from coachcli.domain.client.model import Client
from coachcli.domain.terms import Group
from coachcli.domain.text import folded, one_line, visible
from coachcli.store.client.quick_names import deleted as trashed
from coachcli.store.client.quick_names import last_seen, people, sessions_with
from coachcli.store.framework.files import sources_in, translation_files
from coachcli.store.paths import Practice
from coachcli.store.session.place import session_when


def clients(practice: Practice, typed: str) -> list[str]:
    """The names of clients; their ids, where no name begins so. An archived one is there once nobody else is meant."""
    everyone = people(practice)
    names = dict(zip((client.id for client in everyone), _names(everyone), strict=True))
    for is_archived in (False, True) if typed else (False,):
        there = [client.id for client in everyone if client.is_archived == is_archived]
        if found := _going_on(typed, (names[one] for one in there)) or _going_on(typed, there):
            return found
    return []


def codes(practice: Practice, typed: str, client: str | None) -> list[str]:
    """The codes of those who were asked about a client, as far as that is remembered."""
    from coachcli.store.index.heads import codes_known  # noqa: PLC0415 only where a code is typed

    named = [one.id for one in people(practice) if client in {one.name, one.id}]
    return _going_on(typed, dict.fromkeys(code for client_id in named for code in codes_known(practice, client_id)))


def groups(typed: str) -> list[str]:
    """How somebody can stand to a client."""
    return _going_on(typed, (group.replace(" ", "-") for group in get_args(Group)))


def sessions(practice: Practice, typed: str) -> list[str]:
    """`last`, and clients, the last seen first; once it is clear which client, their sessions, the newest first.

    An archived client is there once something of their name is typed.
    """
    everyone = people(practice)
    away = {client.id for client in everyone if client.is_archived and not typed}
    by_last_seen = [client_id for client_id in last_seen(practice) if client_id not in away]
    names = _meant(practice, typed, {client_id: client_id for client_id in by_last_seen})
    if not names:
        ids = {name: client.id for client, name in zip(everyone, _names(everyone), strict=True)}
        there = {name: client_id for name, client_id in ids.items() if client_id in by_last_seen}
        names = _meant(practice, typed, there)
    return [*_going_on(typed, ["last"]), *names]


def deleted(practice: Practice, typed: str) -> list[str]:
    """Sessions in the trash, the last deleted first."""
    return _going_on(typed, dict.fromkeys(f"{path.parent.name}/{session_when(path)}" for path in trashed(practice)))


def frameworks(practice: Practice, typed: str) -> list[str]:
    """Frameworks by id, the coach's own among them."""
    return _going_on(typed, (source.id for source in sources_in(practice.frameworks)))


def languages(practice: Practice, typed: str, framework: str | None) -> list[str]:
    """The languages into which a framework, or any of them, was translated."""
    framework_id = (framework or "").casefold()
    among = [source for source in sources_in(practice.frameworks) if framework_id in {"", source.id.casefold()}]
    return _going_on(typed, sorted({language for source in among for language in translation_files(source)}))


def _meant(practice: Practice, typed: str, ids: dict[str, str]) -> list[str]:
    """Those of these clients whose name goes on from what is typed; where it is only one, with their sessions."""
    meant = [call for call in ids if call.startswith(typed) or typed.startswith(f"{call}/")]
    if len(meant) == 1:
        (call,) = meant
        dated = [f"{call}/{session_when(path)}" for path in sessions_with(practice, ids[call])]
        meant = [call, *dict.fromkeys(dated)]
    return _going_on(typed, meant)


def _names(everyone: list[Client]) -> list[str]:
    """What is typed for each client: the name, or the id where two share a name or a name cannot be typed."""
    same = [folded(client.name) for client in everyone]
    return [
        client.name if same.count(name) == 1 and _can_be_typed(client.name) else client.id
        for client, name in zip(everyone, same, strict=True)
    ]


def _going_on(typed: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word.startswith(typed) and _can_be_typed(word)]


def _can_be_typed(word: str) -> bool:
    """Whether a word can be typed: it does not act on a terminal, break a line, or look like an option."""
    return bool(word) and word == one_line(visible(word)) and not word.startswith("-")
