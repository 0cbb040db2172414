"""What one person said who was asked about a client: by their code, and nothing of the client's, or of others."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from coachcli.domain.client.model import Client
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.people import group_words
from coachcli.domain.room import has_person
from coachcli.domain.session.model import Note, Session, Turn, code_of
from coachcli.domain.session.voice import came_later, whose
from coachcli.domain.session.wording import full_date, in_words
from coachcli.domain.terms import Group
from coachcli.domain.text import folded
from coachcli.patterns import pattern

_SOMEBODY = "the client"
_NUMBER = pattern(r"(\d+)")


class Said(NamedTuple):
    """Something that was said, and what was asked."""

    asked: str
    words: str


class Talk(NamedTuple):
    """One talk with them: its day, how they stand to the client, and what they said."""

    on: date
    group: Group | None
    said: tuple[Said, ...]


def codes(sessions: Sequence[Session]) -> list[str]:
    """Those who were asked, by their codes: P2 comes before P10."""
    return sorted({code_of(session) for session in sessions} - {""}, key=_in_order)


def _in_order(code: str) -> tuple[tuple[int, str], ...]:
    """A code with its numbers as numbers, to sort by."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(code))


def talks_of(sessions: Sequence[Session], code: str, client: Client) -> tuple[Talk, ...]:
    """The talks with the person of this code, the oldest first. No question names the client."""
    theirs = [one for one in sessions if code_of(one) and folded(code_of(one)) == folded(code)]
    return tuple(_talk(session, client) for session in sorted(theirs, key=lambda one: one.started.timestamp()))


def person_page(code: str, talks: Sequence[Talk], today: date, holder: str) -> Page:
    """The page for them."""
    facts = {"You go by": code, "Made on": full_date(today), **({"Held by": holder} if holder else {})}
    about = Section(
        "What this is",
        (
            Line("You were asked about somebody, and what you said was written down. It is kept under a code."),
            Line(
                "This is all of it. What was noted of others, and of the one it was about, is not yours and not here."
            ),
            Line(
                "You may ask to have it corrected, erased, or no longer used, and to be told why where that is refused."
            ),
        ),
    )
    return Page(f"What is held of {code}", facts, (about, *map(_section, talks)))


def person_data(code: str, talks: Sequence[Talk]) -> dict[str, object]:
    """The same for programs."""
    return {
        "person": code,
        "talks": [
            {
                "on": talk.on,
                **({"group": talk.group} if talk.group else {}),
                "said": [{"asked": one.asked, "words": one.words} for one in talk.said],
            }
            for talk in talks
        ],
    }


def _talk(session: Session, client: Client) -> Talk:
    group = session.person.group if session.person else None
    return Talk(session.started.date(), group, tuple(_said(session, client)))


def _said(session: Session, client: Client) -> Iterator[Said]:
    for turn, note in session.notes:
        if _is_theirs(turn, note):
            yield Said(_nameless(turn.asked, client), in_words(note))


def _nameless(asked: str, client: Client) -> str:
    """A question without the name of the client, whom only the coach put into it."""
    for name in filter(None, (client.name, client.called)):
        asked = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _SOMEBODY, asked)
    return asked[:1].upper() + asked[1:]


def _is_theirs(turn: Turn, note: Note) -> bool:
    """Whether it is their own: not what the coach saw, promised, or wrote when they had gone."""
    is_there = has_person(turn.room) and not came_later(turn, note)
    return is_there and note.kind != "observation" and whose(note, turn.room) == turn.room


def _section(talk: Talk) -> Section:
    who = f", as {group_words(talk.group)}" if talk.group else ""
    before = ("", *(one.asked for one in talk.said))
    lines = (
        Line(one.words, label=one.asked if one.asked != asked else "")
        for one, asked in zip(talk.said, before, strict=False)
    )
    return Section(f"{full_date(talk.on)}{who}", tuple(lines))
