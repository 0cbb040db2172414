"""Changes of the practice, one thing at a time, each with those who must not come to know of it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hostile.full_practice import JANE, LATE, NOW, Held, full, moved, said, talk, visit
from hostile.handouts import ACCESS, BOOKS, CLIENT, PERSON, READERS, REGISTER, SESSIONS, SPONSOR

from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Person, Session, Turn, When
from coachcli.domain.value import changed

NEW = "wombat"
"""What is put in."""
_ALL = frozenset(READERS)
_LEAD, _LEAVE = f"clients/{JANE}/engagements/lead.yaml", f"clients/{JANE}/engagements/leave.yaml"
_WITHOUT_CLIENT = {"sponsor", "stakeholder", "alone"}
_MORE, _MORE_OF_THE_COACHS, _ANOTHER_KIND = "one more", "one more that is the coach's alone", "its kind"
_HOW_LONG = "how long"
_NOTES_OF_THEIR_OWN = {_MORE, _MORE_OF_THE_COACHS, _ANOTHER_KIND}
"""Changes by which there is a note of another kind, that may be known to others than the one beside it."""


Place = tuple[str | int, ...]


class Change(NamedTuple):
    """A change of a place by its name, and from whom it is hidden."""

    place: Place
    name: str
    hidden_from: frozenset[str]
    made: Callable[[Held], Held]

    def meets(self, place: Place) -> bool:
        """Whether a place is the same, or a part of it, or the whole of which it is one."""
        return all(mine == other for mine, other in zip(self.place, place, strict=False))

    def __str__(self) -> str:
        return f"{'/'.join(map(str, self.place))}: {self.name}"


def together(chosen: Iterable[Change]) -> list[list[Change]]:
    """The changes in as few heaps as it takes for no two of a heap to be of one place."""
    heaps: list[list[Change]] = []
    for change in chosen:
        free = (heap for heap in heaps if not any(change.meets(other.place) for other in heap))
        heap = next(free, None)
        if heap is None:
            heaps.append([change])
        else:
            heap.append(change)
    return heaps


def made(chosen: Iterable[Change], held: Held) -> Held:
    """The practice after all of these changes."""
    for change in chosen:
        held = change.made(held)
    return held


def changes() -> Iterator[Change]:
    """All of them."""
    yield from _in_sessions()
    yield from _in_entries()
    yield from _of_sessions()
    yield from _of_files()


# One note


def _knows(name: str, session: Session, turn: Turn, note: Note) -> frozenset[str]:
    """Who may know of a note: by what this practice means, and not by what the program says."""
    if session.client != JANE:
        return frozenset()
    who = {"nobody": set(), "client": {CLIENT}, "sponsor": {CLIENT, SPONSOR}}[note.share_with]
    if name not in SESSIONS:
        who -= {SPONSOR}
    if turn.room in {"client", "three"} or (turn.room == "alone" and note.kind != "quote"):
        who |= {ACCESS}
    if session.person and session.person.code == PERSON:
        who |= {PERSON}
    return frozenset(who)


def _in_sessions() -> Iterator[Change]:
    for name, session in full().sessions.items():
        for at, turn in enumerate(session.turns):
            for number, note in enumerate(turn.notes):
                hidden = _ALL - _knows(name, session, turn, note)
                for what, notes in _other_notes(turn.notes, number):
                    words = f"note {number}, {what}"
                    others = turn.room in {"sponsor", "stakeholder"} or session.client != JANE
                    theirs = {ACCESS} if what in _NOTES_OF_THEIR_OWN and not others else set()
                    yield Change((name, at), words, hidden - theirs, _with_turn(name, at, changed(turn, notes=notes)))
            yield from _of_turn(name, session, at)


def _with_turn(name: str, at: int, turn: Turn) -> Callable[[Held], Held]:
    def made(held: Held) -> Held:
        session = held.sessions[name]
        turns = (*session.turns[:at], turn, *session.turns[at + 1 :])
        return held.with_session(name, changed(session, turns=turns))

    return made


def _other_notes(notes: tuple[Note, ...], number: int) -> Iterator[tuple[str, tuple[Note, ...]]]:
    """The notes of a visit with one of them changed, gone, or with one more beside it."""
    before, note, after = notes[:number], notes[number], notes[number + 1 :]
    for what, other in _other(note):
        yield what, (*before, other, *after)
    if note.kind != "goal":
        yield "gone", (*before, *after)
    if note.share_with == "nobody":
        yield _MORE, (*before, said(f"{NEW} {note.text}"), note, *after)
        yield _MORE_OF_THE_COACHS, (*before, note, said(NEW, "observation"), *after)
    if after and {note.share_with, after[0].share_with} == {"nobody"}:
        yield "order", (*before, after[0], note, *after[1:])


def _other(note: Note) -> Iterator[tuple[str, Note]]:
    yield "a word more", changed(note, text=f"{note.text} {NEW}")
    yield "another word", changed(note, text=NEW)
    yield "a tag", changed(note, text=f"{note.text} #{NEW}")
    yield "a name", changed(note, text=f"{note.text} Jane Example and Sam Boss")
    yield "when it was written", changed(note, added=NOW)
    if note.kind in {"note", "quote", "insight", "parked"} and note.share_with == "nobody":
        yield _ANOTHER_KIND, changed(note, kind="takeaway")
    if note.scale is not None:
        yield "a number", changed(note, scale=changed(note.scale, score=note.scale.score + 1))
        yield "a scale", changed(note, scale=changed(note.scale, high=20))
    if note.number is not None:
        yield "a number", changed(note, number=note.number + 1)
    if note.due is not None:
        yield "a day", changed(note, due=When(words="by then", on=date(2026, 9, 9)))
    if note.confidence is not None:
        yield "how sure", changed(note, confidence=9)
    if note.details:
        yield "a detail", changed(note, details={**note.details, "measure": NEW, "specific": NEW})
    if note.chosen:
        yield "a choice", changed(note, chosen=(*note.chosen, NEW))
    if note.reviewed is not None and note.share_with == "nobody":
        yield "what came of it", changed(note, reviewed=changed(note.reviewed, outcome="not yet"))


def _of_turn(name: str, session: Session, at: int) -> Iterator[Change]:
    turn = session.turns[at]
    theirs = {ACCESS} if turn.room not in {"sponsor", "stakeholder"} and session.client == JANE else set()
    hidden = _ALL - theirs
    for what, other in (
        ("seconds", changed(turn, seconds=turn.seconds + 100)),
        ("gone back", changed(turn, back=True)),
        ("packs", changed(turn, packs=("values",))),
        ("a moment", changed(turn, at=turn.at + timedelta(minutes=3))),
    ):
        yield Change((name, at), what, hidden, _with_turn(name, at, other))
    if all(note.share_with == "nobody" for note in turn.notes):
        knows = {PERSON} if session.person and session.person.code == PERSON else set()
        other = changed(turn, asked=f"{NEW}?", item=NEW, question=NEW, stage=NEW)
        yield Change((name, at), "question", hidden - knows, _with_turn(name, at, other))


# Between sessions


def _in_entries() -> Iterator[Change]:
    for number, entry in enumerate(full().entries):
        for at, note in enumerate(entry.notes):
            who = {"nobody": set(), "client": {CLIENT}, "sponsor": {CLIENT, SPONSOR}}[note.share_with]
            hidden = _ALL - who - (set() if note.kind == "theme" else {ACCESS})
            for what, notes in _other_notes(entry.notes, at):
                if note.kind != "theme" or what not in {_ANOTHER_KIND, "gone"}:
                    theirs = {ACCESS} if what in _NOTES_OF_THEIR_OWN else set()
                    yield Change(("between", number), f"note {at}, {what}", hidden - theirs, _with_entry(number, notes))


def _with_entry(number: int, notes: tuple[Note, ...]) -> Callable[[Held], Held]:
    def made(held: Held) -> Held:
        others = list(held.entries)
        others[number] = changed(others[number], notes=notes)
        return held.with_entries(*others)

    return made


# A whole session


def _of_sessions() -> Iterator[Change]:
    for name, session in full().sessions.items():
        is_without = session.framework.room in _WITHOUT_CLIENT
        if is_without:
            yield from _without_client(name, session)
        if name not in SESSIONS:
            unheard = {SPONSOR} | ({REGISTER, PERSON} if session.engagement != "lead" else set())
            yield Change((name,), "never held", frozenset(unheard), _without(name))
            yield Change((name,), "a day", frozenset(unheard), _moved(name, days=1))
        elif name == LATE:
            yield Change((name,), "an hour", frozenset({SPONSOR, PERSON}), _moved(name, minutes=91))
        for what, parts in _other_parts(session):
            # How long an hour was is told to a sponsor who is told that it was held.
            known = what == _HOW_LONG and name in SESSIONS
            hidden = ({PERSON} if not session.person else set()) | (set() if known else {SPONSOR})
            yield Change((name,), what, frozenset(hidden), _with_parts(name, parts))
    yield from _more_sessions()


def _more_sessions() -> Iterator[Change]:
    mine, interview = visit(said(NEW, "goal", "sponsor")), visit(said("Slow #listens"), room="stakeholder")
    sponsors, alone = visit(said(NEW), room="sponsor"), visit(said(NEW), room="alone")
    asked = {"framework": "stakeholder-interview", "room": "stakeholder", "person": Person(code="P8", group="peer")}
    told = {"framework": "sponsor-intake", "room": "sponsor"}
    unheard = {SPONSOR, PERSON}
    more: dict[str, tuple[Session, set[str]]] = {
        "an interview": (talk("2026-03-18", interview, **asked), {*_ALL} - {BOOKS}),  # type: ignore[arg-type]
        "a talk with the sponsor": (talk("2026-02-01", sponsors, **told), {*_ALL} - {BOOKS}),  # type: ignore[arg-type]
        "a talk before all others": (talk("2026-01-02", sponsors, **told), {*_ALL} - {BOOKS}),  # type: ignore[arg-type]
        "a reflection": (
            talk("2026-01-03", alone, framework="reflection", room="alone"),
            {*_ALL} - {BOOKS, ACCESS},
        ),
        "a session of nobody's": (talk("2026-03-03", mine, engagement=None), unheard),
        "a session of other work": (talk("2026-02-10", mine, engagement="leave", hour=9), {*unheard, REGISTER}),
        "a talk off track": (talk("2026-02-10", mine, framework="off-track", hour=9), unheard),
    }
    for name, (session, hidden) in more.items():
        yield Change((name,), "one more", frozenset(hidden), _with(name, session))


def _without_client(name: str, session: Session) -> Iterator[Change]:
    theirs = {ACCESS} if session.framework.room == "alone" and session.client == JANE else set()
    person = {PERSON} if session.person and session.person.code == PERSON else set()
    hidden = _ALL - theirs - {BOOKS} - person
    yield Change((name,), "gone", hidden, _without(name))
    yield Change((name,), "another day", hidden, _moved(name, days=3))
    for what, parts in _other_parts(session):
        yield Change((name,), f"{what}, of which nobody knows", hidden, _with_parts(name, parts))
    if session.person is not None:
        for what, other in (
            ("a code", Person(code="P77", group=session.person.group)),
            ("a group", Person(code=session.person.code, group="former boss")),
        ):
            yield Change((name,), what, hidden | {BOOKS}, _with_parts(name, {"person": other}))


def _other_parts(session: Session) -> Iterator[tuple[str, dict[str, object]]]:
    yield _HOW_LONG, {"minutes": changed(session.minutes, spent=73, planned=45)}
    yield "how it was held", {"held": "phone"}
    yield "its framework's text", {"framework": changed(session.framework, version=7, sha256="1" * 64, title=NEW)}
    yield "written up", {"written_up": NOW, "discreet": True}


def _with(name: str, session: Session) -> Callable[[Held], Held]:
    return lambda held: held.with_session(name, session)


def _without(name: str) -> Callable[[Held], Held]:
    return lambda held: held.without(name)


def _moved(name: str, days: int = 0, minutes: int = 0) -> Callable[[Held], Held]:
    return lambda held: held.with_session(name, moved(held.sessions[name], days, minutes))


def _with_parts(name: str, parts: dict[str, object]) -> Callable[[Held], Held]:
    return lambda held: held.with_session(name, changed(held.sessions[name], **parts))


# The other files

_PUBLIC = _ALL - {ACCESS}
_IN_FILES: tuple[tuple[str, str, str, frozenset[str]], ...] = (
    (_LEAD, "  What both committed to.\n", f"  What both {NEW}.\n", _PUBLIC),
    (_LEAD, "keep_until: 2030-02-28", "keep_until: 2031-01-01", _PUBLIC),
    (_LEAD, "every: 2 weeks", "every: 3 weeks", _PUBLIC),
    (_LEAD, "title: Leading the new division", f"title: {NEW}", frozenset({CLIENT, SPONSOR, PERSON, REGISTER})),
    (_LEAD, "format: 1", f"# {NEW}\nformat: 1", _PUBLIC),
    (_LEAD, "Sam Boss, head of operations, sam@example.com", NEW, _PUBLIC),
    (_LEAD, "paid: yes", "paid: no", frozenset({CLIENT, SPONSOR, PERSON})),
    (_LEAD, ", listed_for_credential: 2026-02-02", "", frozenset({CLIENT, SPONSOR, PERSON})),
    (_LEAD, "road:", f"left:\n  - {{on: 2026-03-03, for: client, what: {NEW}, lines: 9}}\nroad:", _PUBLIC),
    (_LEAD, "times: 6}", "times: 6, done: 2026-03-09}", _ALL),
    (_LEAD, "every: month}", "every: month, done: 2026-03-09}", _ALL),
    (_LEAD, "{do: closing, week: 40}", "{do: closing, week: 9}", _PUBLIC),
    (_LEAVE, "title: Leaving the division", f"title: {NEW}", frozenset({SPONSOR, PERSON, REGISTER})),
    (_LEAVE, "start: 2026-03-01", "start: 2026-02-05", frozenset({SPONSOR, PERSON, REGISTER})),
    (_LEAVE, "end: 2026-12-31", "end: 2026-08-31\nended: {on: 2026-07-01, why: off track}",
        frozenset({SPONSOR, PERSON, REGISTER})),
    (_LEAVE, "paid: no", "paid: yes", frozenset({SPONSOR, PERSON, REGISTER})),
    (_LEAVE, "sponsor_hears: nothing", "sponsor_hears: dates", frozenset({SPONSOR, PERSON, REGISTER})),
    ("coach.yaml", "me:", "framework: egan\ndate_order: YMD\ntheme: dark\nme:", _ALL),
    ("earlier-hours.yaml", "Kim Example, start: 2021-01-10", f"{NEW}, start: 2021-05-05", _ALL - {BOOKS}),
    (f"clients/{JANE}/client.yaml", "role: Head", f"role: {NEW}", _PUBLIC),
    (f"clients/{JANE}/client.yaml", "jane@example.com", "j@example.com", frozenset({SPONSOR, PERSON, BOOKS})),
    ("clients/robin-example/client.yaml", "Robin Example", NEW, _ALL - {BOOKS}),
    ("clients/robin-example/engagements/career.yaml", "title: A career", f"title: {NEW}", _ALL - {BOOKS}),
)  # fmt: skip


def _of_files() -> Iterator[Change]:
    for path, before, now, hidden in _IN_FILES:
        yield Change((path, before), now.strip(), hidden, _with_words(path, before, now))
    yield Change(("private",), "no other work", frozenset({SPONSOR, PERSON}), _no_other_work)
    yield Change(("robin",), "no other client", _ALL - {BOOKS}, _no_other_client)
    theme = Entry(at=NOW - timedelta(days=9), notes=(said(f"{NEW} #listens", "theme"),))
    yield Change(("between",), "a line more", _ALL, lambda held: held.with_entries(*held.entries, theme))


def _with_words(path: str, before: str, now: str) -> Callable[[Held], Held]:
    def made(held: Held) -> Held:
        assert before in held.texts[path], before
        return held.with_text(path, held.texts[path].replace(before, now, 1))

    return made


def _no_other_work(held: Held) -> Held:
    return held.without("private", "private interview").with_text(_LEAVE, None)


def _no_other_client(held: Held) -> Held:
    names = [path for path in held.texts if "robin" in path]
    for path in names:
        held = held.with_text(path, None)
    return held.without("robin")
