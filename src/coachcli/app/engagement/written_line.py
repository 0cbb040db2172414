"""Puts a line into the file of an engagement; whatever else is in it stays as it was written."""

from collections.abc import Callable
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.engagement.lock import alone
from coachcli.domain.engagement.model import Engagement
from coachcli.errors import CoachError, harmless
from coachcli.store.client import engagements
from coachcli.store.disk import files, locks
from coachcli.store.engagement.file_lines import UnchangedError

Insert = Callable[[bytes, Engagement], bytes]


def write_line(context: Context, client_id: str, engagement: Engagement, insert: Insert) -> Path:
    """Write the text that `insert` makes of the file; raises CoachError where nothing could be written."""
    path = engagements.path_of(context.practice, client_id, engagement.id)
    with alone(context.practice, client_id, wait=locks.PATIENCE):
        before, now = files.read_bytes(path), engagements.read(path)
        try:
            after = insert(before, now)
        except UnchangedError:
            hint = "Give each setting a line of its own in it, and try again."
            raise CoachError(harmless("There is no place for another line in the engagement's file."), hint) from None
        files.replace(path, after, expected=files.digest(before))
    return path
