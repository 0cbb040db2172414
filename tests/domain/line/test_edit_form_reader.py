"""A form of a session that comes back: only what was corrected changes, and whatever else was touched is told."""

from collections.abc import Callable
from datetime import date

import pytest
from builders import FRIDAY, note, read_date, session_of, turn_with
from domain.strategies import SHARES
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.line.edit_form import Form, form_of
from coachcli.domain.line.edit_form_reader import Corrected, read_edit_form
from coachcli.domain.line.note_changes import OF_WORDS
from coachcli.domain.session.model import Note, Position, Score, Session, When
from coachcli.domain.text import clean
from coachcli.domain.value import changed

ACTION = changed(
    note("Ask Sam to take the rota", "action", "client"), due=When(words="friday", on=FRIDAY), confidence=8
)
SEVEN = Note(kind="scale", text="because of the board", scale=Score(score=7, low=1, high=10))
SESSION = session_of(
    turn_with(note("in sprng"), note("I am always\n\nthe one", "quote")),
    turn_with(ACTION, SEVEN, question="topic", asked="What shall we work on?"),
)


def form(session: Session = SESSION) -> Form:
    return form_of(session, "Jane Example", OF_WORDS)


def corrected(*changes: tuple[str, str], session: Session = SESSION) -> Corrected:
    """The form of a session with this in the place of that."""
    top, text = form(session).text.split("\n## ", 1)
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times {old!r}"
        text = text.replace(old, new)
    return read_edit_form(form(session), f"{top}\n## {text}", read_date)


def taken(*changes: tuple[str, str], session: Session = SESSION) -> Session:
    found = corrected(*changes, session=session)
    assert found.slips == ()
    return found.session


def refused(*changes: tuple[str, str], session: Session = SESSION) -> list[str]:
    """What is told, each with its place."""
    found = corrected(*changes, session=session)
    assert found.session == session
    return [f"{slip.line}:{slip.column}: {slip.text}" for slip in found.slips]


def with_notes(**changes: dict[str, object]) -> Session:
    """The session with the note of that number changed: `n3={"kind": "note"}`."""
    numbered = {f"n{number}": kept for number, (_, kept) in enumerate(SESSION.notes, 1)}
    new = [changed(kept, **changes.get(name, {})) for name, kept in numbered.items()]
    turns = [changed(SESSION.turns[0], notes=tuple(new[:2]))]
    turns.append(changed(SESSION.turns[1], notes=tuple(new[2:])))
    return changed(SESSION, turns=tuple(turns))


def line_of(words: str) -> int:
    return form().text.split("\n").index(words) + 1


class TestTaken:
    def test_words(self) -> None:
        assert taken(("in sprng", "in spring")) == with_notes(n1={"text": "in spring"})

    def test_lines_of_words(self) -> None:
        assert taken(("    the one", "    the one\n    they call")) == with_notes(
            n2={"text": "I am always\n\nthe one\nthey call"}
        )

    @pytest.mark.parametrize("kind", ["insight", "insi", "!", "insights"])
    def test_a_kind_by_its_name_or_its_sign(self, kind: str) -> None:
        assert taken(("1. note", f"1. {kind}")) == with_notes(n1={"kind": "insight"})

    @pytest.mark.parametrize("mark", ["→ client", "-> client", "->client", "→ Client"])
    def test_who_may_see_it(self, mark: str) -> None:
        assert taken(("1. note", f"1. note {mark}")) == with_notes(n1={"share_with": "client"})

    @pytest.mark.parametrize("mark", ["→ client and sponsor", "-> sponsor", "-> client & sponsor"])
    def test_the_sponsor_sees_it_with_the_client(self, mark: str) -> None:
        assert taken(("→ client by", f"{mark} by")) == with_notes(n3={"share_with": "sponsor"})

    @pytest.mark.parametrize("mark", [" by", " → nobody by"])
    def test_for_the_coach_alone_again(self, mark: str) -> None:
        assert taken((" → client by", mark)) == with_notes(n3={"share_with": "nobody"})

    def test_a_day_that_is_read_anew(self) -> None:
        monday = When(words="monday", on=date(2026, 11, 23))

        assert taken(("client by friday", "client by monday")) == with_notes(n3={"due": monday})

    def test_a_day_that_is_taken_away(self) -> None:
        assert taken((" by friday\n    Ask", "\n    Ask")) == with_notes(n3={"due": None})

    @pytest.mark.parametrize("typed", ["by her return", "by the way he drinks", "before tusday"])
    def test_words_that_hold_no_day_never_take_its_place(self, typed: str) -> None:
        found = corrected(("client by friday", f"client {typed}"))

        assert found.session == SESSION
        assert "no day is understood here" in found.slips[0].text

    def test_a_kind_changes_and_neither_who_sees_it_nor_what_else_was_told(self) -> None:
        assert taken(("3. action", "3. note")) == with_notes(n3={"kind": "note"})

    def test_the_words_beside_an_answer_and_who_sees_it(self) -> None:
        assert taken(("of the board", "of Sam"), ("scale: 7 of 10", "scale: 7 of 10 → client")) == with_notes(
            n4={"text": "because of Sam", "share_with": "client"}
        )
        assert taken(("    because of the board\n", "")) == with_notes(n4={"text": ""})

    def test_several_at_once(self) -> None:
        assert taken(("in sprng", "in spring"), ("2. quote", "2. insight"), ("by friday\n    Ask", "\n    Ask")) == (
            with_notes(n1={"text": "in spring"}, n2={"kind": "insight"}, n3={"due": None})
        )

    @pytest.mark.parametrize(
        "touch",
        [
            lambda text: text.replace("\n", "\r\n"),
            lambda text: "\ufeff" + text,
            lambda text: text.rstrip("\n"),
            lambda text: text + "\n\n\n",
            lambda text: text.replace("\n\n", "\n\n\n"),
            lambda text: text.replace("\n    ", "\n\t"),
            lambda text: "\n".join(row.rstrip() + "  " for row in text.split("\n")),
        ],
        ids=["line ends of Windows", "a mark", "no last line end", "room below", "room", "tabs", "blanks behind"],
    )
    def test_what_an_editor_does_by_itself_changes_nothing(self, touch: Callable[[str], str]) -> None:
        session = changed(SESSION, turns=(turn_with(note("one\ntwo"), ACTION, SEVEN),))
        found = read_edit_form(form(session), touch(form(session).text), read_date)

        assert (found.session, found.slips) == (session, ())

    def test_a_note_in_hand_that_is_no_action_any_more_is_not_asked_for_its_fields(self) -> None:
        session = changed(SESSION, position=Position(question="topic", note=0, field="confidence"))

        assert taken(("3. action", "3. note"), session=session).position == Position(question="topic")


class TestRefused:
    def test_a_kind_there_is_not(self) -> None:
        (told,) = refused(("3. action", "3. acton"))

        assert told.startswith(f"{line_of('3. action → client by friday')}:4: no kind is called so. note, ")

    def test_a_kind_that_can_be_two(self) -> None:
        (told,) = refused(("1. note", "1. o"))

        assert "this can be option or obstacle or observation" in told

    def test_a_kind_that_is_no_kind_of_words(self) -> None:
        assert len(refused(("1. note", "1. scale"))) == 1

    def test_an_observation_that_would_be_shared(self) -> None:
        (told,) = refused(("3. action → client by friday", "3. observation → client by friday"))

        assert "an observation is for you alone, and cannot be shared" in told

    def test_a_line_for_the_coach_alone_in_what_is_shared(self) -> None:
        assert "begins with ~" in refused(("Ask Sam to take", "Ask Sam to take\n    ~I want this more"))[0]
        assert "begins with ~" in refused(("1. note", "1. note → client"), ("in sprng", "~in spring"))[0]

    def test_the_value_of_an_answer(self) -> None:
        for change in ("4. scale: 8 of 10", "4. note: 7 of 10", "4. scale"):
            assert "an answer itself cannot be changed here" in refused(("4. scale: 7 of 10", change))[0]

    def test_what_else_was_told(self) -> None:
        for change in ("  · 9/10", ""):
            assert "below the words cannot be changed" in refused(("  · 8/10", change))[0]

    def test_a_day_for_what_has_none(self) -> None:
        assert "a day belongs to an action" in refused(("1. note", "1. note by friday"))[0]

    def test_words_where_a_day_would_stand(self) -> None:
        assert "or a day: by friday" in refused(("by friday\n    Ask", "friday\n    Ask"))[0]

    def test_the_day_before_who_may_see_it(self) -> None:
        assert "stands before the day" in refused(("→ client by friday\n    Ask", "by friday → client\n    Ask"))[0]

    @pytest.mark.parametrize("mark", ["→ clients", "-> Sam", "→"])
    def test_a_reader_there_is_not(self, mark: str) -> None:
        assert "behind the kind stand → client" in refused(("1. note", f"1. note {mark}"))[0]

    def test_a_note_without_its_words(self) -> None:
        assert "its words are missing. coach session edit --raw" in refused(("    in sprng\n", ""))[0]

    def test_a_note_that_was_taken_away(self) -> None:
        (told,) = refused(("1. note\n    in sprng\n", ""))

        assert told.endswith(
            "missing above here: note 1. coach session edit --raw jane-doe/2026-11-20-1400 can take one away"
        )

    def test_notes_that_were_all_taken_away(self) -> None:
        (slip,) = read_edit_form(form(), "", read_date).slips

        assert "missing above here: note 1, 2, 3, 4." in slip.text

    def test_a_note_that_was_added(self) -> None:
        added = ("1. note", "5. note\n    more\n\n1. note")
        over = changed(SESSION, status="ended")

        assert refused(added)[0].endswith(f"of this number. coach session resume {SESSION.id} adds one")
        assert refused(added, session=over)[0].endswith(f"of this number. coach session amend {SESSION.id} adds one")

    def test_a_note_that_stands_twice(self) -> None:
        assert "note 1 stands here twice" in refused(("2. quote", "1. note\n    in sprng\n\n2. quote"))[0]

    def test_a_note_that_was_moved_to_another_question(self) -> None:
        moved = refused(("2. quote\n    I am always\n\n    the one\n", ""), ("3. act", "2. quote\n    I am\n\n3. act"))

        assert "note 2 stood elsewhere" in moved[0]

    def test_words_that_stand_at_the_edge(self) -> None:
        (told,) = refused(("    the one", "    the one\nwho is called\nfor everything\n"))

        assert "this belongs to no note" in told

    def test_a_question_that_was_reworded(self) -> None:
        assert "this belongs to no note" in refused(("What shall we work on", "What do we work on"))[0]

    def test_all_of_it_is_told_at_once_in_the_order_of_the_lines(self) -> None:
        told = refused(("4. scale: 7", "4. scale: 8"), ("1. note", "1. nte"), ("  · 8/10", "  · 9/10"))

        assert len(told) == 3
        assert told == sorted(told, key=lambda slip: int(slip.partition(":")[0]))

    def test_nothing_of_what_was_written_is_repeated(self) -> None:
        told = refused(
            ("1. note", "1. her secret →"),
            ("    the one", "the secret\n7. secret"),
            ("by friday\n    A", "secret\n    A"),
        )

        assert len(told) == 4
        assert "secret" not in " ".join(told)


# Whatever was noted

KINDS = st.sampled_from(OF_WORDS)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60) | st.lists(
    st.sampled_from(["# one", "- two", "~three", "4. four", "    five", "\tsix", "", "  · seven", "→ client", "🙂 ä"]),
    min_size=1,
    max_size=5,
).map("\n".join)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    kind = draw(KINDS)
    share = draw(st.sampled_from(SHARES)) if kind != "observation" else "nobody"
    due = draw(st.none() | st.builds(When, words=WORDS, on=st.none() | st.just(FRIDAY)))
    sure = draw(st.none() | st.integers(0, 10))
    return Note(kind=kind, text=draw(WORDS), share_with=share, due=due, confidence=sure)


SESSIONS = st.lists(st.lists(notes() | st.just(SEVEN), max_size=3), max_size=3).map(
    lambda turns: session_of(*(turn_with(*kept, question=f"q{place % 2}") for place, kept in enumerate(turns)))
)


@settings(max_examples=150, deadline=None)
@given(SESSIONS)
def test_a_form_that_was_not_touched_changes_nothing(session: Session) -> None:
    assert read_edit_form(form(session), form(session).text, read_date) == Corrected(session)


@settings(max_examples=150, deadline=None)
@given(SESSIONS, st.data())
def test_a_correction_changes_one_note_and_nothing_else(session: Session, data: st.DataObject) -> None:
    entries = form(session).entries
    if not entries:
        return
    entry = data.draw(st.sampled_from(entries))
    rows = form(session).text.split("\n")
    place = next(at for at, row in enumerate(rows) if row.startswith(f"{entry.number}. "))
    rows.insert(place + 1, "    a word more")
    found = read_edit_form(form(session), "\n".join(rows), read_date)
    old, new = list(session.notes), list(found.session.notes)

    assert found.slips == ()
    assert [here for here, _ in new] != []
    otherwise = [(was, now) for (_, was), (_, now) in zip(old, new, strict=True) if was != now]
    ((was, now),) = otherwise
    assert now.text == f"a word more\n{clean(was.text)}".strip("\n")
    assert changed(now, text=was.text) == was


@settings(max_examples=150, deadline=None)
@given(SESSIONS, st.text(max_size=200), st.integers(0, 10_000))
def test_whatever_is_written_into_it_raises_nothing(session: Session, text: str, place: int) -> None:
    whole = form(session).text
    at = place % (len(whole) + 1)

    read_edit_form(form(session), whole[:at] + text + whole[at:], read_date)


def test_a_note_of_a_megabyte_is_kept_to_the_letter() -> None:
    long = "word " * 200_000 + "end"
    session = session_of(turn_with(note(long), note("in sprng")))

    assert taken(("in sprng", "in spring"), session=session).turns[0].notes[0].text == long
