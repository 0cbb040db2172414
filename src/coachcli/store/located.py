"""From a place as pydantic names it to the node of the file."""

from coachcli.domain.problems import Where
from coachcli.store.nodes import Mapping, Node, Scalar, Sequence


def span(node: Node) -> tuple[int, int, int]:
    """Line and column where a node begins, and how many characters of that line are its own."""
    if isinstance(node, Scalar):
        one_line = node.end_line == node.line
        return node.line, node.column, max(1, node.end_column - node.column if one_line else 1)
    return node.line, node.column, 1


def node_at(tree: Node, where: Where) -> tuple[Node, Scalar | None]:
    """The node at a place, as deep as the file goes, and the key it stands under."""
    node, key = tree, None
    for step in where:
        if isinstance(node, Mapping) and step in node.entries:
            entry = node.entries[str(step)]
            node, key = entry.value, entry.key
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node, key = node.items[step], None
        # Anything else is the schema's own: the type of a question, or a setting that is not there.
    return node, key
