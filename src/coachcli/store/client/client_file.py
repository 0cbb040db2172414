"""A client's folder and the file in it: made for somebody new, read for their name."""

from contextlib import suppress
from itertools import count
from pathlib import Path

from slugify import slugify

from coachcli.domain.cadence import EXAMPLE
from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, one_line
from coachcli.errors import UnreadableError, UsageError
from coachcli.store import strict_yaml, yaml_text
from coachcli.store.disk import files, primitives
from coachcli.store.index import Facts
from coachcli.store.nodes import Mapping, Node, Scalar
from coachcli.store.paths import Practice

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LONGEST = 60
_LIST = "[...]"


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


def facts(path: Path) -> Facts:
    """The name in a client's file, their folder's where it has none, and how often they are to be seen."""
    tree = _tree(path)
    entries = tree.entries if isinstance(tree, Mapping) else {}
    name, cadence = (_words(entries[key].value) if key in entries else "" for key in ("name", "cadence"))
    return {"name": name or path.parent.name, "cadence": (_LIST if cadence is None else cadence)[:_LONGEST]}


def wrong_cadence(practice: Practice, client: Client) -> UnreadableError:
    """What to say of a cadence that is none: where it is, and how it is written."""
    path = practice.clients / client.id / "client.yaml"
    tree = _tree(path)
    entry = tree.entries.get("cadence") if isinstance(tree, Mapping) else None
    line = entry.key.line if entry else tree.line
    hint = f"Write it like  {EXAMPLE}  (or days, or months; none where it does not matter)."
    return UnreadableError(f"{path}:{line}: this cadence cannot be read.", hint)


def _tree(path: Path) -> Node:
    try:
        return strict_yaml.read(files.read_bytes(path), strict_yaml.RECORD)
    except strict_yaml.YamlProblemError as error:
        raise UnreadableError(f"{path}:{error.problem.line}: {error.problem.text}.") from None


def _words(node: Node) -> str | None:
    """The words of one value; None for a list."""
    return one_line(clean(node.text)) if isinstance(node, Scalar) else None


def _slug(name: str) -> str:
    slug = slugify(name, max_length=_LONGEST, word_boundary=False)
    if not slug or slug in _RESERVED:
        return f"{slug}-client".lstrip("-")
    return slug


def _claim(practice: Practice, slug: str) -> str:
    """The first free folder: making it is what claims it, so that two terminals never share one."""
    files.make_folder(practice.clients, inside=practice.root)
    for number in count(1):
        client_id = slug if number == 1 else f"{slug}-{number}"
        with primitives.in_words(practice.clients / client_id, "made"), suppress(FileExistsError):
            (practice.clients / client_id).mkdir(mode=0o700)
            break
    return client_id
