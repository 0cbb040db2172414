"""Values as JSON: exact for programs, and harmless on a screen."""

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # A list as JSON needs none of these, and they cost 70 ms.
    from coachcli.domain.export.audience import Shared
    from coachcli.domain.session.model import Note, Session

_ACTS_ON_SCREENS = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def as_json(value: Any) -> str:
    """Plain data as JSON, one value to a line."""
    # Outside ASCII only within strings, where JSON may spell any character.
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return _ACTS_ON_SCREENS.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def session_data(session: "Session") -> dict[str, Any]:
    """Everything in a session, as it is kept."""
    return session.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def shared_data(shared: "Shared") -> dict[str, Any]:
    """What an audience may know."""
    return {
        "client": shared.client,
        "started": shared.started.isoformat(),
        "minutes": shared.minutes,
        **({"next": shared.next.model_dump(mode="json", by_alias=True, exclude_none=True)} if shared.next else {}),
        "notes": [{**({"asked": seen.asked} if seen.asked else {}), **_note(seen.note)} for seen in shared.notes],
        **({"still_open": [_note(note) for note in shared.still_open]} if shared.still_open else {}),
    }


def _note(note: "Note") -> dict[str, Any]:
    return note.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"share_with"})
