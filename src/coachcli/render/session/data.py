"""Values as JSON: exact for programs, harmless on a screen."""

import json
from typing import TYPE_CHECKING, Any

from coachcli.domain.record_data import without_defaults, without_nothing
from coachcli.domain.value import plain
from coachcli.patterns import pattern

if TYPE_CHECKING:
    # The JSON of a list needs none of these, and they take 70 ms.
    from coachcli.domain.export.audience import Shared, SharedNote
    from coachcli.domain.session.model import Note, Session

_ACTS_ON_SCREENS = pattern("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def as_json(value: Any) -> str:
    """Plain data as JSON, with one value on each line."""
    # Signs outside ASCII stand in strings only, where JSON may spell any character.
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return _ACTS_ON_SCREENS.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def session_data(session: "Session") -> dict[str, Any]:
    """All that is in a session, as its file has it."""
    data: dict[str, Any] = _with_points(plain(without_defaults(session)))
    return data


def shared_data(shared: "Shared") -> dict[str, Any]:
    """What an audience may see of a session."""
    return {
        "client": shared.client,
        "started": shared.started.isoformat(),
        "minutes": shared.minutes,
        **({"next": plain(without_nothing(shared.next))} if shared.next else {}),
        "notes": [shared_note(one) for one in shared.notes],
        **({"still_open": [_note(note) for note in shared.still_open]} if shared.still_open else {}),
    }


def shared_note(one: "SharedNote") -> dict[str, Any]:
    """A note as its reader may know it, with its question where it says nothing without."""
    return {**({"asked": one.asked} if one.asked else {}), **_note(one.note)}


def sponsor_data(shared: "Shared") -> dict[str, Any]:
    """The same for a sponsor, who hears of the day, and not of the hour."""
    told = {name: part for name, part in shared_data(shared).items() if name not in {"client", "started"}}
    return {"client": shared.client, "on": shared.on.isoformat(), **told}


def _note(note: "Note") -> dict[str, Any]:
    parts = _with_points(plain(without_defaults(note)))
    return {name: part for name, part in parts.items() if name != "share_with"}


def _with_points(value: Any) -> Any:
    """Data in which each `confidence` is a number with a point, so that programs always read the same type there."""
    if isinstance(value, dict):
        return {
            name: float(part) if name == "confidence" and isinstance(part, int) else _with_points(part)
            for name, part in value.items()
        }
    return [_with_points(one) for one in value] if isinstance(value, list) else value
