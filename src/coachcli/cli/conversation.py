"""The conversation of a command that takes notes: how it is opened, and what is said where it cannot be had."""

from collections.abc import Iterator
from contextlib import contextmanager

from coachcli.app.call.presence import naming_nobody, theme_of
from coachcli.app.context import Context
from coachcli.cli.process import forbid_memory_images
from coachcli.live.conversation import Talk, open_talk


@contextmanager
def conversation(context: Context, *, plain: bool, discreet: bool = False) -> Iterator[Talk]:
    """Somebody to talk to; with `discreet`, whatever goes wrong is said in words that name nobody."""
    forbid_memory_images()
    with naming_nobody(lambda: discreet):
        yield open_talk(plain=plain, theme=theme_of(context))
