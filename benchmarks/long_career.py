"""The practice of a whole career, written fast: one client is made with care, the others are copies on other days."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks import practice as sample
from benchmarks.practice import engagements_until, name_of, session_with
from coachcli.domain.value import changed
from coachcli.store.engagement.new_file import new_text
from coachcli.store.paths import Practice
from coachcli.store.session.sessions import text_of

A_CLIENT, EVERY_DAYS, NEXT_CLIENT_DAYS = 50, 14, 6
"""Sessions of one client, a fortnight apart; the client before began six days earlier."""
LAST = date(2026, 11, 20)
SELDOM = "lighthouse"
"""A word that only the newest client said, five times."""
_FIRST = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")
_NAME, _ID = b"Example Aaa", b"example-aaa"
_HOURS = 10

Files = dict[str, bytes]


def career(cache: Path, sessions: int) -> Practice:
    """A practice of so many sessions of sixty notes, fifty a client; it is made once, and found again."""
    root = cache / f"career-{_edition()}" / str(sessions)
    if not root.exists():
        unfinished = root.with_name(f"{root.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        mask = os.umask(0o077)
        try:
            _make(unfinished, sessions)
        finally:
            os.umask(mask)
        unfinished.rename(root)
    return Practice(root)


def _edition() -> str:
    """Another one with each change of what is written."""
    sources = (Path(__file__), Path(sample.__file__))
    texts = [*(source.read_bytes() for source in sources), *_files_of_one().values()]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:8]


def _make(root: Path, sessions: int) -> None:
    first = _files_of_one()
    for number in range(-(-sessions // A_CLIENT)):
        folder = root / "clients" / f"example-{name_of(number).lower()}"
        for part in ("sessions", "engagements"):
            (folder / part).mkdir(parents=True)
        for name, text in _of_client(first, number):
            (folder / name).write_bytes(text)


def _files_of_one() -> Files:
    """The files of one client, who has an engagement that has ended and one under way."""
    last = _FIRST + timedelta(days=EVERY_DAYS * (A_CLIENT - 1))
    engagements = tuple(engagements_until(last.date()))
    made: Files = {"client.yaml": b"format: 1\nid: %b\nname: %b\n" % (_ID, _NAME)}
    for one in engagements:
        over = f"ended: {{on: {one.ended.on}, why: {one.ended.why}}}\n" if one.ended else ""
        made[f"engagements/{one.id}.yaml"] = (new_text(one, "../engagement.json") + over).encode()
    for place in range(A_CLIENT):
        session = session_with(_ID.decode(), _FIRST + timedelta(days=EVERY_DAYS * place), place)
        belongs = next(one for one in engagements if one.ended is None or session.started.date() <= one.ended.on)
        name = f"sessions/{session.id.rpartition('/')[2]}-{session.framework.id}.yaml"
        made[name] = text_of(changed(session, engagement=belongs.id))
    return made


def _of_client(first: Files, number: int) -> Iterator[tuple[str, bytes]]:
    """The files of another client: the same, at another hour of other days. The newest client says one word more."""
    shift = (
        LAST - timedelta(days=NEXT_CLIENT_DAYS * number) - _FIRST.date() - timedelta(days=EVERY_DAYS * (A_CLIENT - 1))
    )
    days = dict[bytes, bytes]()

    def moved(found: re.Match[bytes]) -> bytes:
        day = found[0]
        if day not in days:
            days[day] = str(date.fromisoformat(day.decode()) + shift).encode()
        return days[day]

    who, hour = name_of(number).encode(), b"%02d" % (8 + number % _HOURS)
    for place, (name, text) in enumerate(first.items()):
        theirs = text.replace(_ID, b"example-" + who.lower()).replace(_NAME, b"Example " + who)
        theirs = _DAY.sub(moved, theirs).replace(b"T09:", b"T%b:" % hour).replace(b"-0900", b"-%b00" % hour)
        if number == 0 and place % 10 == 0:
            theirs = theirs.replace(b" were talked of, #7", b" were talked of, %b" % SELDOM.encode())
        yield _DAY.sub(moved, name.encode()).replace(b"-0900", b"-%b00" % hour).decode(), theirs
