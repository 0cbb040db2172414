"""Somebody to ask before a call, and the call that follows, both from a script."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.scripted_call import Script, Step

from coachcli.errors import CancelledError
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.live.signals import Signals


@dataclass
class Chooser:
    """Picks by the beginning of a title, and gives up where there is no answer left."""

    answers: list[str]
    asked: list[str] = field(default_factory=list)
    offered: list[list[str]] = field(default_factory=list)
    on_enter: list[bool | None] = field(default_factory=list)
    """What Enter alone would have meant, where yes or no was asked."""

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        answer = self.write(question)
        self.offered.append([f"{option.title}: {option.about}" if option.about else option.title for option in options])
        keys = [option.key for option in options if option.title.startswith(answer)]
        if may_type and not keys:
            return answer
        (key,) = keys
        return key

    def write(self, question: str) -> str:
        self.asked.append(question)
        if not self.answers:
            raise CancelledError
        return self.answers.pop(0)

    def agree(self, question: str, *, on_enter: bool | None = True) -> bool:
        self.on_enter.append(on_enter)
        return self.write(question) == "yes"


@dataclass
class Play:
    """A call to come: what will be picked, what will be typed, and all there is to look at afterwards."""

    script: Script
    chooser: Chooser | None
    discreet: bool = False

    @property
    def conversation(self) -> Conversation:
        return Conversation(Signals(), self.script, self.chooser, self.discreet)

    @property
    def said(self) -> str:
        return "\n".join(self.script.said)


def over_a_pipe(*steps: Step) -> Play:
    """Nobody can be asked."""
    return Play(Script(list(steps)), None)


def at_a_terminal(*answers: str, types: Sequence[Step] = (), discreet: bool = False) -> Play:
    """Somebody answers what is asked beforehand."""
    return Play(Script(list(types)), Chooser(list(answers)), discreet)
