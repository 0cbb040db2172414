"""What stands in a file as a message can repeat it: on one line, and not too long."""

from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, Sequence


def shown(node: Node) -> str:
    """A value."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        kind = node.entries["type"].value if "type" in node.entries else None
        return f"'{short(kind.text)}'" if isinstance(kind, Scalar) and kind.text else "a group of settings"
    text = " ".join(node.text.split())
    return f"the text '{text[:40]}…'" if len(text) > 40 else f"'{text}'"


def short(name: str) -> str:
    """A name."""
    name = " ".join(name.split())
    return name if len(name) <= 40 else f"{name[:39]}…"
