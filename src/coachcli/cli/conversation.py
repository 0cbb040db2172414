"""The conversation of a command that takes notes: how it is opened, and what is said where it cannot be had."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachcli.app.call.presence import naming_nobody, theme_of
from coachcli.app.context import Context
from coachcli.cli.process import forbid_memory_images
from coachcli.live.conversation import Conversation, open_conversation


@contextmanager
def conversation_for(context: Context, *, plain: bool, discreet: bool = False) -> Iterator[Conversation]:
    """The conversation of a command; with `discreet`, whatever goes wrong is said in words that name nobody."""
    forbid_memory_images()
    with naming_nobody(lambda: discreet):
        yield open_conversation(plain=plain, theme=theme_of(context))
