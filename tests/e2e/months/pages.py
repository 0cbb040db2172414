"""Pages of the program, looked into."""

import json
from collections.abc import Iterable, Iterator

from e2e.months.script import Months, Typed

FORMS = ("markdown", "json", "ics")
"""Forms in which a session is handed on: a page, all its words, its days. What the others hold is in these."""
READERS = ("client", "sponsor")


def meetings(months: Months) -> Iterator[tuple[str, str, str]]:
    """Of each meeting its day, its framework, and what was on the screen."""
    for entry, answer in months.answers:
        if isinstance(entry, Typed) and entry.words[:2] == ("session", "start"):
            yield entry.on, entry.words[4], answer.err


def screen(months: Months, day: str) -> str:
    """What was on the screen in the meeting of a day."""
    return next(said for on, _, said in meetings(months) if on == day)


def ids(months: Months, client: str, day: str, *rooms: str) -> list[str]:
    """The sessions with a client until a day, of some rooms or of all."""
    listed = json.loads(months.shows(day, "session", "list", client, "--json"))
    return [one["id"] for one in listed if not rooms or one["with"] in rooms]


def part(page: str, heading: str) -> list[str]:
    """The lines under a heading, without the signs before them, up to the next empty line."""
    lines = page.split("\n")
    begins = lines.index(heading) + 1
    ends = next((number for number in range(begins, len(lines)) if not lines[number]), len(lines))
    return [line.strip().removeprefix("- ").removeprefix("[ ] ") for line in lines[begins:ends]]


def found(words: Iterable[str], page: str) -> list[str]:
    """Which of these words stand in a page."""
    return [one for one in words if one.casefold() in page.casefold()]


def missing(words: Iterable[str], page: str) -> list[str]:
    """Which of these words do not stand in a page, to the letter."""
    return [one for one in words if one not in page]


def handed_on(months: Months, day: str, sessions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Everything that leaves the house of these sessions, for every reader in every form, and what it is."""
    with months.desk(day) as says:
        for session in sessions:
            for reader in READERS:
                for form in FORMS:
                    answer = says("session", "export", session, "--for", reader, "--as", form)
                    yield f"{session} for {reader} as {form}", answer.out
