"""The frameworks along which a call can go on: they are found by name, and kept as they are at that moment."""

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from coachcli.app.client import history
from coachcli.app.client.lists import lists_into
from coachcli.app.context import Context
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.lists import Lists
from coachcli.domain.session.model import FrameworkRef
from coachcli.domain.terms import Room
from coachcli.domain.value import Value, field
from coachcli.errors import CoachError, Saying
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.session.place import place_beside
from coachcli.store.session.sessions import Stored


class KeptFramework(Value, frozen=True):
    """A framework that is kept, with how a session names it; `carried` is what it looks back on from earlier sessions.

    `lists` are those with which its questions begin.
    `begun` is the framework after which the session's file is named, where it has one.
    `trouble` is a sentence on why it could not be kept; the call goes on all the same.
    """

    framework: Framework
    ref: FrameworkRef
    carried: tuple[Carried, ...] = ()
    trouble: str = ""
    lists: Lists = field(default_factory=dict)
    begun: str = ""


class Frameworks(Protocol):
    """Where a call finds another framework; raises CoachError for one that is not there or broken."""

    def meant(self, name: str) -> list[str]:
        """The ids of those that a name can mean."""
        ...

    def fitting(self, room: Room) -> list[str]:
        """The ids of those that are held with whoever is in a room."""
        ...

    def named(self, name: str, language: str) -> Framework:
        """The framework of an id, in this language if it speaks it."""
        ...

    def again(self, ref: FrameworkRef) -> Framework:
        """One that the session was walked along before, as it was then."""
        ...

    def kept(self, framework: Framework) -> KeptFramework:
        """The framework kept as it is, so that a session can name it."""
        ...


class PracticeFrameworks:
    """The frameworks of a practice; a rehearsal, which has no file, keeps them in memory alone."""

    def __init__(self, context: Context, begun: Framework, ref: FrameworkRef, stored: Stored | None) -> None:
        self._context = context
        self._stored = stored
        self._walked = {ref.sha256: begun}

    def meant(self, name: str) -> list[str]:
        """The ids of those that a name can mean."""
        return catalogue.meant(self._context.practice, name)

    def fitting(self, room: Room) -> list[str]:
        """The ids of those that are held with whoever is in a room."""
        from coachcli.app.framework.catalogue import list_frameworks  # noqa: PLC0415 only for whoever asks

        return [one.id for one in list_frameworks(self._context) if one.room == room]

    def named(self, name: str, language: str) -> Framework:
        """The framework of an id, in this language if it speaks it."""
        return catalogue.load(catalogue.named(self._context.practice, name), preferred=language)

    def again(self, ref: FrameworkRef) -> Framework:
        """One that the session was walked along before, as it was then."""
        return self._walked.get(ref.sha256) or as_begun(self._context, ref)

    def kept(self, framework: Framework) -> KeptFramework:
        """The framework kept as it is, so that a session can name it."""
        remarks: list[str] = []
        if self._stored is None:
            ref = ref_to(framework, snapshots.digest_of(framework))
        else:
            ref = kept_as(self._context, framework, remarks.append)
        self._walked[ref.sha256] = framework
        if self._stored is None:
            return KeptFramework(framework, ref)
        carried = history.carried_into(self._context, self._stored, framework)
        lists = lists_into(self._context, self._stored, framework)
        begun = place_beside(self._stored.path).framework
        return KeptFramework(framework, ref, carried, "".join(remarks), lists, begun)


def kept_as(context: Context, framework: Framework, say: Callable[[str], None]) -> FrameworkRef:
    """Keep a framework as it is now, and return how a session names it; where it cannot be kept, that is only said."""
    try:
        sha256 = snapshots.keep(context.practice, framework)
    except CoachError as error:
        sha256 = snapshots.digest_of(framework)
        leave = f"Leave {framework.title} as it is until this session has ended, or it cannot be resumed."
        say(Saying(f" {error.message} {leave}", discreet=f" {error.discreet} {leave}"))
    return ref_to(framework, sha256)


def as_begun(context: Context, ref: FrameworkRef) -> Framework:
    """The framework with which a session began: as it was kept, else as it is today, if that is the same.

    Raises the error of the kept one where neither can be had.
    """
    try:
        return snapshots.load(context.practice, ref.sha256)
    except CoachError:
        same = _same_today(context, ref)
        if same is None:
            raise
        return same


def _same_today(context: Context, ref: FrameworkRef) -> Framework | None:
    with suppress(CoachError):
        source = catalogue.find(context.practice, ref.id)
        spoken = (catalogue.load(source, name) for name in catalogue.languages(context.practice, ref.id))
        return next((framework for framework in spoken if snapshots.digest_of(framework) == ref.sha256), None)
    return None


def ref_to(framework: Framework, sha256: str) -> FrameworkRef:
    """How a session names the framework it is walked along."""
    return FrameworkRef(
        id=framework.id,
        title=framework.title,
        kind=framework.kind,
        room=framework.room,
        version=framework.version,
        sha256=sha256,
    )
