"""What frameworks meant before they said who was in the room, whether a goal lasts, and what a day is for.

Session files, snapshots and a coach's own copies from then say none of it. So the ids that were shipped then are here,
with what each meant; nothing is ever added to them.
"""

from typing import NamedTuple

from coachcli.domain.terms import FrameworkKind, Room


class Rooms(NamedTuple):
    """Who is in the room along a framework, and in those of its stages where somebody else is."""

    framework: Room = "client"
    stages: tuple[tuple[str, Room], ...] = ()

    def of(self, stage: str) -> Room:
        """Who is in the room in a stage."""
        return dict(self.stages).get(stage, self.framework)


_WITH_SPONSOR = Rooms("client", (("sponsor", "three"),))
_ROOMS = {
    "three-way": Rooms("three"),
    "midpoint": _WITH_SPONSOR,
    "closing": _WITH_SPONSOR,
    "sponsor-intake": Rooms("sponsor"),
    "sponsor-checkin": Rooms("sponsor"),
    "stakeholder-interview": Rooms("stakeholder"),
}
_AIMS = {
    **dict.fromkeys(
        (
            "achieve", "atd-seven", "careerminds", "cigar", "clear", "coach-the-coach", "critical-incident", "egan",
            "egan-atd", "growth", "oskar",
        ),
        ("goal",),
    ),
    **dict.fromkeys(("fuel", "tgrow"), ("outcome",)),
    "grow": ("outcome", "goal_now"),
    "balance": ("hoped_for",),
    "mentoring": ("aim",),
    "motivational": ("wished_for",),
    "star-feedback": ("wanted",),
    "stepppa": ("target",),
    "woop": ("wish",),
}  # fmt: skip
_NEXT = {
    ("careerminds", "look_again"),
    ("growth", "check_day"),
    ("sponsor-checkin", "next_date"),
    ("three-way", "next_three"),
}
_SERIES = {
    **dict.fromkeys((("intake", "area_now"), ("midpoint", "area_now"), ("closing", "area_now")), "areas"),
    ("coach-the-coach", "relationships"): "derailer_relationships",
    ("coach-the-coach", "objectives"): "derailer_objectives",
    ("coach-the-coach", "building_team"): "derailer_team",
    ("coach-the-coach", "adapting"): "derailer_transition",
}


def shipped_rooms(framework: str) -> Rooms | None:
    """The rooms of a framework that was shipped then, where it was no conversation with the client alone."""
    return _ROOMS.get(framework.casefold())


def rooms_of(framework: str, kind: FrameworkKind | str) -> Rooms:
    """The rooms of a framework by its id and its kind, which is all that a session from then says of it."""
    return Rooms("alone") if kind == "reflection" else shipped_rooms(framework) or Rooms()


def is_aim(framework: str, question: str) -> bool:
    """Whether the goal that a question asked for was for the hour. Of a framework that is not known it lasts."""
    return question in _AIMS.get(framework.casefold(), ())


def series_of(framework: str, question: str) -> str | None:
    """The series that a scale of then is in now."""
    return _SERIES.get((framework.casefold(), question))


def is_next(framework: str, question: str) -> bool:
    """Whether the day that a question asked for was that on which to meet again."""
    return (framework.casefold(), question) in _NEXT
