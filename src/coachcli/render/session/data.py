"""Values as JSON: exact for programs, and harmless on a screen."""

import json
from typing import TYPE_CHECKING, Any

from coachcli.domain.record_data import json_of, without_defaults, without_nothing
from coachcli.patterns import pattern

if TYPE_CHECKING:
    # A list as JSON needs none of these, and they cost 70 ms.
    from coachcli.domain.export.audience import Shared
    from coachcli.domain.session.model import Note, Session

_ACTS_ON_SCREENS = pattern("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def as_json(value: Any) -> str:
    """Plain data as JSON, one value to a line."""
    # Outside ASCII only within strings, where JSON may spell any character.
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return _ACTS_ON_SCREENS.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def session_data(session: "Session") -> dict[str, Any]:
    """Everything in a session, as it is kept."""
    data: dict[str, Any] = _with_points(json_of(without_defaults(session)))
    return data


def shared_data(shared: "Shared") -> dict[str, Any]:
    """What an audience may know."""
    return {
        "client": shared.client,
        "started": shared.started.isoformat(),
        "minutes": shared.minutes,
        **({"next": json_of(without_nothing(shared.next))} if shared.next else {}),
        "notes": [{**({"asked": seen.asked} if seen.asked else {}), **_note(seen.note)} for seen in shared.notes],
        **({"still_open": [_note(note) for note in shared.still_open]} if shared.still_open else {}),
    }


def _note(note: "Note") -> dict[str, Any]:
    told = _with_points(json_of(without_defaults(note)))
    return {name: part for name, part in told.items() if name != "share_with"}


def _with_points(value: Any) -> Any:
    """How sure somebody is, always as a number with a point: programs read one type there."""
    if isinstance(value, dict):
        return {
            name: float(part) if name == "confidence" and isinstance(part, int) else _with_points(part)
            for name, part in value.items()
        }
    return [_with_points(one) for one in value] if isinstance(value, list) else value
