"""Clients: a folder each, whose name is made from theirs; the id in the file is the truth."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import NotFoundError, UnreadableError, UsageError
from coachcli.store import files, strict_yaml, yaml_text
from coachcli.store.nodes import plain
from coachcli.store.paths import Practice

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Client:
    """A person being coached. The id is the name of their folder."""

    id: str
    name: str


def clients(practice: Practice) -> list[Client]:
    """All clients, by name. A folder whose client.yaml cannot be read goes by its own name."""
    if not practice.clients.is_dir():
        return []
    folders = [path for path in practice.clients.iterdir() if path.is_dir() and not path.is_symlink()]
    found = [_read(practice, path.name) for path in folders if not path.name.startswith(".")]
    return sorted(found, key=lambda client: folded(client.name))


def named(name: str, among: Iterable[Client]) -> Client | None:
    """The client of exactly this name or id."""
    wanted = folded(name)
    everyone = list(among)
    by_name = [client for client in everyone if folded(client.name) == wanted]
    by_id = [client for client in everyone if client.id == name]
    return next(iter(by_name or by_id), None)


def near(name: str, among: Iterable[Client]) -> list[Client]:
    """Clients whose name this may be a slip for: nearly the same letters, a part of the name, or a look-alike."""
    wanted = folded(name)
    return [client for client in among if folded(client.name) != wanted and _alike(wanted, folded(client.name))]


def existing(name: str, among: Iterable[Client]) -> Client:
    """The client who must be there: by name, id, or a part of the name that only one has."""
    everyone = list(among)
    exact = named(name, everyone)
    if exact:
        return exact
    close = near(name, everyone)
    parts = [client for client in close if set(folded(name).split()) < set(folded(client.name).split())]
    if len(parts) == 1:
        return parts[0]
    shown = one_line(clean(name))[:_LONGEST]
    if close:
        raise NotFoundError(f"There is no client {shown}.", f"Did you mean {_either(close)}?")
    raise NotFoundError(f"There is no client {shown}.", "coach session list shows who there is.")


def add(practice: Practice, name: str) -> Client:
    """A new client with a folder of their own, whatever the name looks like."""
    shown = one_line(clean(name))
    if not shown:
        raise UsageError("A client needs a name.", 'Give one: coach session start "Jane Doe"')
    client = Client(_claim(practice, _slug(shown)), shown)
    record = {"format": 1, "id": client.id, "name": client.name}
    files.replace(practice.clients / client.id / "client.yaml", yaml_text.write(record).encode(), expected=None)
    files.make_folder(practice.sessions(client.id), inside=practice.root)
    return client


def _read(practice: Practice, client_id: str) -> Client:
    try:
        data = files.read_bytes(practice.clients / client_id / "client.yaml")
        record = plain(strict_yaml.read(data, strict_yaml.RECORD))
    except (NotFoundError, UnreadableError, strict_yaml.YamlProblemError):
        return Client(client_id, client_id)
    name = record.get("name") if isinstance(record, dict) else None
    return Client(client_id, name if isinstance(name, str) and name.strip() else client_id)


def _slug(name: str) -> str:
    from slugify import slugify  # noqa: PLC0415 only where somebody is new

    slug = slugify(name, max_length=_LONGEST, word_boundary=False)
    if not slug or slug in _RESERVED:
        return f"{slug}-client".lstrip("-")
    return slug


def _claim(practice: Practice, slug: str) -> str:
    """The first free folder: making it is what claims it, so that two terminals never share one."""
    files.make_folder(practice.clients, inside=practice.root)
    for number in count(1):
        client_id = slug if number == 1 else f"{slug}-{number}"
        with files.in_words(practice.clients / client_id, "made"), suppress(FileExistsError):
            (practice.clients / client_id).mkdir(mode=0o700)
            break
    return client_id


def _alike(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    if words and others and (words < others or others < words):
        return True
    spelled, other_spelled = _letters(one), _letters(other)
    if spelled == other_spelled:
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415 only where a name is new or unknown

    return SequenceMatcher(None, spelled, other_spelled).ratio() >= 0.82


def _letters(name: str) -> str:
    """The name as plain letters, so that look-alikes from other alphabets and accents are the same."""
    from slugify import slugify  # noqa: PLC0415 only where a name is new or unknown

    return slugify(name) or name


def _either(close: list[Client]) -> str:
    return " or ".join(client.name for client in close[:5])
