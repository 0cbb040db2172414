"""The conversation with the coach: every command opens it here."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from coachcli.cli.terminal.process import forbid_memory_images

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
    """Open a conversation that only asks and tells. It has no theme, so that it works where settings cannot be read."""
    from coachcli.live.conversation import open_conversation

    return open_conversation(plain=False)


def somebody_to_ask() -> "Chooser | None":
    """What asks whoever sits at the terminal; None in a pipe, where nobody does."""
    return questions_alone().chooser
