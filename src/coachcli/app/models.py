"""The models that a call can go on along: found by name, kept as they are, with what is open for them."""

from dataclasses import dataclass
from typing import Protocol

from coachcli.app import carrying
from coachcli.app.context import Context
from coachcli.domain.carried import Carried
from coachcli.domain.framework import Framework
from coachcli.domain.session.model import FrameworkRef
from coachcli.store import frameworks, snapshots
from coachcli.store.disk import files
from coachcli.store.session.sessions import Stored


@dataclass(frozen=True, slots=True)
class Model:
    """A framework that is kept: how a session names it, and what is open from earlier sessions where it looks back."""

    framework: Framework
    ref: FrameworkRef
    carried: tuple[Carried, ...] = ()


class Models(Protocol):
    """Where a call finds another model; what cannot be had raises CoachError."""

    def names(self) -> list[str]:
        """The ids there are."""
        ...

    def named(self, name: str, language: str) -> Framework:
        """The framework of an id, in this language if it speaks it."""
        ...

    def again(self, ref: FrameworkRef) -> Framework:
        """One that the session was walked along before, as it was then."""
        ...

    def kept(self, framework: Framework) -> Model:
        """The framework kept as it is, so that a session can name it."""
        ...


class PracticeModels:
    """The models of a practice; in a rehearsal, which has no file, nothing is kept but in memory."""

    def __init__(self, context: Context, begun: Framework, stored: Stored | None) -> None:
        self._context = context
        self._stored = stored
        self._walked = {_digest(begun): begun}

    def names(self) -> list[str]:
        """The ids there are."""
        return [source.id for source in frameworks.sources(self._context.practice)]

    def named(self, name: str, language: str) -> Framework:
        """The framework of an id, in this language if it speaks it."""
        return frameworks.load(frameworks.find(self._context.practice, name), preferred=language)

    def again(self, ref: FrameworkRef) -> Framework:
        """One that the session was walked along before, as it was then."""
        return self._walked.get(ref.sha256) or snapshots.load(self._context.practice, ref.sha256)

    def kept(self, framework: Framework) -> Model:
        """The framework kept as it is, so that a session can name it."""
        if self._stored is None:
            self._walked[_digest(framework)] = framework
            return Model(framework, ref_to(framework, _digest(framework)))
        ref = ref_to(framework, snapshots.keep(self._context.practice, framework))
        return Model(framework, ref, carrying.carried_into(self._context, self._stored, framework))


def ref_to(framework: Framework, sha256: str) -> FrameworkRef:
    """How a session names the framework it is walked along."""
    return FrameworkRef(
        id=framework.id, title=framework.title, kind=framework.kind, version=framework.version, sha256=sha256
    )


def _digest(framework: Framework) -> str:
    return files.digest(snapshots.text_of(framework))
