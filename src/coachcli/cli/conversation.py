"""The conversation of a command: the one place where a command opens it, and what is said where it cannot be had."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from coachcli.cli.process import forbid_memory_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coachcli.app.context import Context
    from coachcli.live.choice.chooser import Chooser
    from coachcli.live.conversation import Conversation


@contextmanager
def conversation_for(context: "Context", *, plain: bool, discreet: bool = False) -> "Iterator[Conversation]":
    """Open the conversation of a command that takes notes; where it is `discreet`, an error names nobody."""
    from coachcli.app.call.presence import naming_nobody, theme_of
    from coachcli.live.conversation import open_conversation

    forbid_memory_images()
    with naming_nobody(lambda: discreet):
        yield open_conversation(plain=plain, theme=theme_of(context))


def questions_alone() -> "Conversation":
    """Open a conversation that only asks and tells. It draws nothing in a theme, so it works with no settings."""
    from coachcli.live.conversation import open_conversation

    return open_conversation(plain=False)


def somebody_to_ask() -> "Chooser | None":
    """Whoever can be asked before anything is done; nobody in a pipe."""
    return questions_alone().chooser
