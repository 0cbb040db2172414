"""Notes that were found, for programs."""

from collections.abc import Iterable
from typing import Any

from coachcli.domain.find.occasion import Finding, Occasion
from coachcli.domain.record_data import without_defaults
from coachcli.domain.value import plain


def found_data(occasions: Iterable[Occasion]) -> list[dict[str, Any]]:
    """A row for each note, the newest session first, the notes of each in the order they were taken."""
    return [_row(one, finding) for one in occasions for finding in one.findings]


def _row(one: Occasion, finding: Finding) -> dict[str, Any]:
    where = {
        "session": one.session,
        "framework_title": one.title,
        "number": finding.number,
        "stage": finding.stage,
        "with": finding.room,
        "said_by": finding.said_by,
        "in_trash": one.in_trash,
    }
    return {
        "client": one.client,
        "client_name": one.name,
        "at": one.at.isoformat(),
        **(where if one.session else {"session": None}),
        "asked": finding.asked,
        **plain(without_defaults(finding.note)),
    }
