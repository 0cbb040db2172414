"""The text of an engagement's file, read strictly: all that is wrong at once, each with its line."""

from collections.abc import Collection, Iterator
from datetime import date

from coachcli.domain.engagement.flaws import Flaw, flaws, unknown_frameworks
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.engagement.odd_days import odd_days
from coachcli.domain.value import changed
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
_FORM = Form(Engagement, "start: 2026-09-01", flaws, _HARMLESS, named_by_file=True)


def check(data: bytes, file_id: str) -> CheckedText[Engagement]:
    """Read and check the text of an engagement, which goes by the name of its file."""
    return check_text(data, file_id, _FORM)


def check_with_road(
    data: bytes, file_id: str, frameworks: Collection[str], today: date | None = None
) -> CheckedText[Engagement]:
    """The same check, with a warning for each stop whose framework is not there: it can be held in no other way.

    Where `today` is given, days that are odd on it are told as well.
    """

    def with_road(engagement: Engagement) -> Iterator[Flaw]:
        yield from flaws(engagement)
        yield from (changed(flaw, level="warning") for flaw in unknown_frameworks(engagement.road, frameworks))
        if today is not None:
            yield from odd_days(engagement, today)

    return check_text(data, file_id, _FORM._replace(flaws=with_road))
