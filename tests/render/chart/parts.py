"""The parts of a drawing by their kind, for the tests of drawings."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

SPACE = "{http://www.w3.org/2000/svg}"


def kinds(root: Element, tag: str, kind: str) -> list[Element]:
    """The shapes of a kind."""
    return [*_kinds(root, f"{SPACE}{tag}", kind, "")]


def texts(root: Element, kind: str) -> list[str]:
    """The words of a kind, each row by itself."""
    return [str(part.text) for part in kinds(root, "text", kind)]


def places(root: Element, kind: str) -> list[tuple[float, float]]:
    """Where the words of a kind begin."""
    return [(float(str(part.get("x"))), float(str(part.get("y")))) for part in kinds(root, "text", kind)]


def _kinds(root: Element, tag: str, kind: str, above: str) -> Iterator[Element]:
    for part in root:
        own = part.get("class", above) if part.tag == f"{SPACE}g" else above
        if part.tag == tag and kind in {own, part.get("class")}:
            yield part
        yield from _kinds(part, tag, kind, own)
