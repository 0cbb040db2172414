"""Erasings that were begun and not finished: `coach` says so until somebody goes on."""

import os

from coachcli.app.context import Context
from coachcli.errors import CoachError


def told_of(context: Context) -> tuple[CoachError, ...]:
    """An error for each of them, with the command that goes on."""
    if not os.path.lexists(context.practice.erasing):
        return ()
    # There is hardly ever one.
    from coachcli.command_line import command  # noqa: PLC0415
    from coachcli.store.erase import hold  # noqa: PLC0415

    return tuple(
        CoachError(
            f"The erasing of {one.name} was begun, and is not finished.",
            f"To go on: {command('client', 'erase', one.id)}",
        )
        for one in hold.begun(context.practice)
    )
