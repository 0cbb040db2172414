"""The text of an engagement's file, read strictly: all that is wrong at once, each with its line."""

from coachcli.domain.engagement.flaws import flaws
from coachcli.domain.engagement.model import Engagement
from coachcli.store.engagement.record_text import CheckedText, Form
from coachcli.store.engagement.record_text import check as check_text

_HARMLESS = {
    "start": "0001-01-01",
    "on": "9999-12-31",
    "for": "me",
    "what": "?",
    "lines": "0",
    "do": "x",
    "id": "x",
    "-": {"do": "x"},
}
FORM = Form(Engagement, "start: 2026-09-01", flaws, _HARMLESS, named_by_file=True)
"""What the file of an engagement has to be."""


def check(data: bytes, file_id: str) -> CheckedText[Engagement]:
    """Read and check the text of an engagement, which goes by the name of its file."""
    return check_text(data, file_id, FORM)
