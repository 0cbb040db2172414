"""What changed in a framework since it was last used, or in what it was made from."""

from coachcli.app.context import Context
from coachcli.domain.framework.diff import Change, differences
from coachcli.domain.framework.model import Framework
from coachcli.domain.value import Value
from coachcli.errors import NotFoundError
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.framework.catalogue import Source
from coachcli.store.framework.insertions import setting_in
from coachcli.store.framework.text import file_bytes


class Comparison(Value, frozen=True):
    """What changed in a framework, and with what it was compared."""

    framework: str
    compared_with: str
    changes: tuple[Change, ...]


def compare(context: Context, wanted: str) -> Comparison:
    """Compare a framework with itself in its last session; an unused one with the shipped one, or with its parent."""
    source = catalogue.named(context.practice, wanted)
    framework = catalogue.load(source)
    before, what = _before(context, source)
    return Comparison(framework.id, what, tuple(differences(before, framework)))


def _before(context: Context, source: Source) -> tuple[Framework, str]:
    used = snapshots.latest(context.practice, source.id)
    if used is not None:
        return used, f"{source.id} as it was in your last session with it"
    shipped = catalogue.shipped(source.id) if not source.shipped else None
    if shipped is not None:
        return catalogue.load(shipped), f"the {shipped.id} that comes with coachcli"
    parent = setting_in(file_bytes(source.path), "extends")
    if parent:
        return catalogue.load(catalogue.find(context.practice, parent)), f"{parent}, which it extends"
    raise NotFoundError(
        f"There is nothing yet that {source.id} could be compared with.",
        "It can once you have held a session with it, or if it extends another one.",
    )
