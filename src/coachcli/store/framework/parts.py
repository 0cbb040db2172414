"""The lists of a framework's parts as nodes: its stages, their steps, and their questions."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from coachcli.domain.framework.short_forms import id_from
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, Sequence

Kind = Literal["stages", "steps", "ask"]
"""The kind of a part, which is the name of the list it stands in."""
Container = tuple[str, ...]
"""Where a list is: the ids of the stage, or of the stage and the step, around it."""

WORDS: dict[Kind, str] = {"stages": "stage", "steps": "step", "ask": "question"}
INNER: dict[Kind | None, tuple[Kind, ...]] = {
    None: ("stages",),
    "stages": ("steps", "ask"),
    "steps": ("ask",),
    "ask": (),
}
"""The lists there may be in a part; None is the whole."""


class Found(NamedTuple):
    """A part and where it stands."""

    kind: Kind
    id: str
    node: Mapping
    container: Container


def is_empty(node: Node) -> bool:
    """Whether nothing is written behind a name."""
    return isinstance(node, Scalar) and node.plain and not node.text


def items(part: Mapping | None, kind: Kind) -> tuple[Node, ...]:
    """The parts in a list; empty where there is no list."""
    value = part.entries[kind].value if part is not None and kind in part.entries else None
    return value.items if isinstance(value, Sequence) else ()


def text_of(part: Node, name: str) -> str:
    """The text of a setting; empty where it is missing or no text."""
    value = part.entries[name].value if isinstance(part, Mapping) and name in part.entries else None
    return value.text if isinstance(value, Scalar) else ""


def id_of(kind: Kind, item: Node) -> str:
    """The id of a part: the one that is written, or else the one that is made of its words."""
    if isinstance(item, Scalar):
        return id_from(item.text, set(), WORDS[kind])
    words = text_of(item, "ask" if kind == "ask" else "title")
    return text_of(item, "id") or (id_from(words, set(), WORDS[kind]) if words else "")


def walk(part: Mapping, kind: Kind | None = None, container: Container = ()) -> Iterator[Found]:
    """Every part that has settings; a part comes before the parts inside it."""
    for inner in INNER[kind]:
        for item in items(part, inner):
            if isinstance(item, Mapping):
                inner_part = Found(inner, id_of(inner, item), item, container)
                yield inner_part
                yield from walk(item, inner, (*container, inner_part.id))


def shown(node: Node) -> str:
    """A value as a message shows it: short, and on one line."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        kind = node.entries["type"].value if "type" in node.entries else None
        return f"'{short(kind.text)}'" if isinstance(kind, Scalar) and kind.text else "a group of settings"
    text = " ".join(node.text.split())
    return f"the text '{text[:40]}…'" if len(text) > 40 else f"'{text}'"


def short(name: str) -> str:
    """A name as a message shows it: short, and on one line."""
    name = " ".join(name.split())
    return name if len(name) <= 40 else f"{name[:39]}…"
