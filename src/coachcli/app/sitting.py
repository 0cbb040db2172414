"""One sitting of a session: what surrounds the call, and what is left of it when it is over."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from coachcli.app import dates, editing, runner
from coachcli.app.call import Call, Desk, Left
from coachcli.app.context import Context
from coachcli.app.keeping import DiskKeeper, Keeper
from coachcli.app.reading import markdown_of
from coachcli.domain.client import Client
from coachcli.domain.closing import ClosingCard, closing_card
from coachcli.domain.framework import Framework
from coachcli.domain.pack import Pack
from coachcli.domain.session import FrameworkRef, Session
from coachcli.domain.walk import Walk
from coachcli.errors import CoachError, NotSavedError
from coachcli.live.hush import hushed
from coachcli.live.opening import Talk
from coachcli.live.source import Line
from coachcli.store import (
    files,
    locks,
    packs,
    paths,
    sessions,
)
from coachcli.store.heads import remember
from coachcli.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting that is over: how it was left, and what there is to say about it."""

    left: Left
    card: ClosingCard


@dataclass(frozen=True, slots=True)
class Sitting:
    """What is held: where it walks, with whom, where it is kept, and what stands on the line already."""

    walk: Walk
    client: Client
    keeper: Keeper
    session: Session
    line: Line | None = None


def given_name(name: str) -> str:
    """What a question calls the client by: their first name, or all of it where that is no name."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    return name if first.endswith(".") or len(first) < 2 else first


def hold(context: Context, sitting: Sitting, talk: Talk, chosen: Settings) -> Held:
    """Hold the call, then write the page beside it."""
    held_on = sitting.session.started if sitting.session.written_up else None
    reader = dates.future_days(lambda: held_on or context.clock.now(), chosen.date_order)
    write = editing.line_editor(context.practice)
    name = sitting.client.name
    desk = Desk(
        sitting.walk, name, talk.source, sitting.keeper, context.clock, reader, talk.ears, _packs(context), write
    )
    with talk.ears.listening(), hushed():
        left = runner.run(Call(desk, sitting.session, sitting.line))
        written = _pages(sitting.keeper, left.session, name, talk)
    if isinstance(sitting.keeper, DiskKeeper):
        remember(context.practice, sitting.client.id)
    card = closing_card(sitting.walk, left.session, name, tuple(str(path) for path in written), left.hints)
    return Held(left, card)


def locked(context: Context, path: Path) -> AbstractContextManager[None]:
    """Nobody else opens this session meanwhile."""
    files.make_folder(context.practice.locks, inside=context.practice.root)
    return locks.held(context.practice.lock_file(path))


def ref_to(framework: Framework, sha256: str) -> FrameworkRef:
    """How a session names the framework it is walked along."""
    return FrameworkRef(
        id=framework.id, title=framework.title, kind=framework.kind, version=framework.version, sha256=sha256
    )


def _packs(context: Context) -> Callable[[str], Pack]:
    """What finds a topic pack by its name."""

    def find(name: str) -> Pack:
        return packs.load(packs.find(context.practice, name))

    return find


def _pages(keeper: Keeper, session: Session, name: str, talk: Talk) -> tuple[Path, ...]:
    """The derived page beside the session; that it could not be written costs nothing that was noted."""
    if not isinstance(keeper, DiskKeeper):
        return ()
    if keeper.trouble:
        raise NotSavedError(keeper.trouble, "When the disk takes it again: coach session resume")
    try:
        sessions.write_markdown(keeper.stored, markdown_of(session, name, keeper.stored.path))
    except CoachError as error:
        talk.source.say(f" {error.message}")
        return (keeper.stored.path,)
    return (keeper.stored.path, paths.markdown_file(keeper.stored.path))
