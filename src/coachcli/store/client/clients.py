"""Clients: a folder each, whose name is their id."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coachcli.command_line import command
from coachcli.domain.client.model import LISTED, Client, DamagedClientError
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.spellings import begins_in, is_part_of, is_same_name
from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import CoachError, NearNameError, NotFoundError, Saying
from coachcli.store.client.folders import client_folders
from coachcli.store.client.letters import letters
from coachcli.store.disk.status import is_there
from coachcli.store.index.by_stamp import Facts, Index
from coachcli.store.paths import Practice

_LONGEST = 60
# A shorter name with one letter changed is another name: Ana is no slip for Jana.
_LONG_ENOUGH = 4


class Clients(NamedTuple):
    """All clients, by name, and errors for files that were passed over or cannot be read."""

    found: tuple[Client, ...]
    passed_over: tuple[CoachError, ...]

    @property
    def working(self) -> tuple[Client, ...]:
        """Those with whom the coach works now: the archived ones are found by name, and stand in no working list."""
        return tuple(client for client in self.found if not client.is_archived)


def clients(practice: Practice) -> list[Client]:
    """All clients, by name. A folder whose client.yaml cannot be read goes by its own name."""
    return list(known(practice).found)


def of_folder(practice: Practice, client_id: str) -> Client:
    """The client with that folder; they go by its name where the folders cannot be read now."""
    everyone = (*own_work(practice), *clients(practice))
    return next((one for one in everyone if one.id == client_id), Client(client_id, client_id))


def own_work(practice: Practice) -> tuple[Client, ...]:
    """The coach's own work, in the place of a client, where there is any."""
    return (OWN_WORK,) if practice.has_own_work and is_there(practice.own) else ()


def about(practice: Practice, name: str, there: Clients | None = None) -> Client:
    """The client of whom sessions are wanted, or the coach's own work by its id; raises NotFoundError."""
    name = name.strip().rstrip("/")
    if practice.has_own_work and name == OWN_WORK.id:
        return OWN_WORK
    return existing(name, *(there or known(practice)))


def known(practice: Practice) -> Clients:
    """All clients, by name, with the errors for folders and files that were passed over."""
    folders = client_folders(practice)
    index = Index(practice, "clients")
    found: list[Client] = []
    passed_over = list(folders.passed_over)
    for folder in folders.found:
        try:
            found.append(index.known(folder / "client.yaml", _facts, _named))
        except NotFoundError:
            found.append(Client(folder.name, folder.name))
        except DamagedClientError as error:
            known_words = {field: getattr(error.known, field) for field in LISTED}
            found.append(Client(folder.name, **{**known_words, "name": error.known.name or folder.name}))
            passed_over.append(error)
    index.save()
    return Clients(tuple(sorted(found, key=lambda client: folded(client.name))), tuple(passed_over))


def exactly(name: str, among: Iterable[Client]) -> Client | None:
    """The client of exactly this name or id."""
    key = folded(clean(name))
    everyone = list(among)
    by_name = [client for client in everyone if folded(client.name) == key]
    by_id = [client for client in everyone if client.id == name]
    return next(iter(by_name or by_id), None)


def named(name: str, among: Iterable[Client]) -> Client | None:
    """The client of this name or id; else the only one whose name can be spelled so."""
    everyone = list(among)
    matches = [client for client in everyone if is_same_name(clean(name), client.name)]
    return exactly(name, everyone) or (matches[0] if len(matches) == 1 else None)


def near(name: str, among: Iterable[Client]) -> list[Client]:
    """Clients whose name this may be a slip for: nearly the same letters, a part of it, or letters that look alike."""
    key = folded(name)
    return [client for client in among if folded(client.name) != key and _alike(key, folded(client.name))]


def by_part(name: str, among: Iterable[Client]) -> Client | None:
    """The only client in whose name all of these words are; None where there are none or several."""
    matches = [client for client in among if is_part_of(clean(name), client.name)]
    return matches[0] if len(matches) == 1 else None


def by_beginning(name: str, among: Iterable[Client]) -> Client | None:
    """The only client in whose name a word begins with these letters; None for fewer than two letters."""
    typed = " ".join(clean(name).split())
    matches = [client for client in among if len(typed) > 1 and begins_in(typed, client.name)]
    return matches[0] if len(matches) == 1 else None


def existing(name: str, among: Iterable[Client], passed_over: Sequence[CoachError] = ()) -> Client:
    """The client of this name, this id, or a part or beginning of it that only one has; raises NotFoundError.

    The error repeats what was `passed_over`: the client may be there.
    """
    everyone = list(among)
    client = named(name, everyone) or by_part(name, everyone) or by_beginning(name, everyone)
    if client:
        return client
    close = near(name, everyone)
    words = one_line(clean(name))[:_LONGEST] or "by that name"
    message = Saying(f"There is no client {words}.", discreet="There is no client of that name.")
    hint = f"Did you mean {_either(close)}?" if close else f"{command('client', 'list')} shows who there is."
    hint = " ".join((hint, *(error.message for error in passed_over[:1])))
    if len(close) == 1:
        (meant,) = close
        name_or_id = meant.name if exactly(meant.name, everyone) is meant else meant.id
        raise NearNameError(message, hint, typed=name, meant=name_or_id)
    raise NotFoundError(message, hint)


def _facts(path: Path) -> Facts:
    from coachcli.store.client import client_file  # noqa: PLC0415 only where a file is not known yet

    return client_file.facts(path)


def _named(path: Path, facts: Facts) -> Client:
    return Client(path.parent.name, **{field: one_line(facts[field]) for field in LISTED})


def _alike(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    if words and others and (words < others or others < words):
        return True
    if _letters(one) == _letters(other) or _is_slip_for_a_part(one, other):
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415 only where a name is new or unknown

    # A surname in common makes no slip: the words that differ must be alike.
    own, theirs = (_letters(" ".join(sorted(rest))) for rest in (words - others, others - words))
    ratio = SequenceMatcher(None, own, theirs).ratio()
    if words.isdisjoint(others):
        return ratio >= 0.82 and min(len(own), len(theirs)) >= _LONG_ENOUGH
    return ratio >= 0.6


def _is_slip_for_a_part(typed: str, name: str) -> bool:
    """Whether each word typed begins a word of the name, or is a slip for one: `jaen`, `jan` for Jane Doe."""
    theirs = _letters(name).split("-")
    return all(any(_begins(word, one) or _is_slip(word, one) for one in theirs) for word in _letters(typed).split("-"))


def _begins(word: str, name: str) -> bool:
    return word == name or (len(word) > 1 and name.startswith(word))


def _is_slip(word: str, other: str) -> bool:
    """Whether two letters changed places; or in a longer word one is wrong, missing or too many."""
    mine, theirs = _from_where_they_differ(*(each[::-1] for each in _from_where_they_differ(word, other)))
    if len(mine) == len(theirs) == 2:
        return mine == theirs[::-1] and len(word) > 2
    return max(len(mine), len(theirs)) == 1 and min(len(word), len(other)) >= _LONG_ENOUGH


def _from_where_they_differ(one: str, other: str) -> tuple[str, str]:
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same:], other[same:]


def _letters(name: str) -> str:
    """The name in plain letters, in which accents and look-alikes from other alphabets make no difference."""
    return letters(name) or name


def told_apart(among: Iterable[Client]) -> list[str]:
    """The names of clients to choose from; those that look the same have their id beside them."""
    everyone = list(among)
    spellings = [_letters(folded(client.name)) for client in everyone]
    return [
        f"{client.name} ({client.id})" if spellings.count(letters) > 1 else client.name
        for client, letters in zip(everyone, spellings, strict=True)
    ]


def _either(close: list[Client]) -> str:
    return " or ".join(told_apart(close)[:5])
