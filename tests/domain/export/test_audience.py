"""Who may see what, and that nothing else of a session shows in what they see."""

from collections.abc import Callable
from typing import NamedTuple, get_args

import pytest
from builders import (
    CLIENT,
    FRAMEWORK,
    FRIDAY,
    NOW,
    STORY,
    forged,
    framework_of,
    note,
    session_of,
    strings,
    turn_with,
    typed_in,
    walked,
)
from domain.strategies import KINDS, OFTEN, SHARES, lines, notes
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from coachcli.domain.export.agenda import shared_agenda
from coachcli.domain.export.audience import Shared, SharedNote, heard, may_leave, may_see, scope_of, shared
from coachcli.domain.export.session_page import coach_page
from coachcli.domain.export.summary import client_summary, sponsor_summary
from coachcli.domain.framework.questions import LineQuestion, ScaleQuestion
from coachcli.domain.note_kinds import is_coachs_alone
from coachcli.domain.page.model import Page
from coachcli.domain.record_data import without_nothing
from coachcli.domain.session.answers import answer_words
from coachcli.domain.session.model import Appointment, Booked, Note, Reviewed, Score, Session, StageLine, Turn, When
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.voice import whose
from coachcli.domain.tags import tags_in
from coachcli.domain.terms import Audience, Kind, Room, ShareWith
from coachcli.domain.value import changed, plain
from coachcli.render.session.data import shared_data

OTHERS: tuple[Audience, ...] = ("client", "sponsor")
MARKED_FOR: dict[Audience, set[ShareWith]] = {"client": {"client", "sponsor"}, "sponsor": {"sponsor"}}


class TestOneNote:
    @pytest.mark.parametrize(
        ("share", "audiences"),
        [("nobody", {"me"}), ("client", {"me", "client"}), ("sponsor", {"me", "client", "sponsor"})],
    )
    @pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if not is_coachs_alone(kind)))
    def test_it_is_seen_by_those_it_is_marked_for(self, kind: Kind, share: ShareWith, audiences: set[Audience]) -> None:
        everybody: tuple[Audience, ...] = ("me", "client", "sponsor")
        seen_by = {audience for audience in everybody if may_see(note("x", kind, share), audience, "client")}

        assert seen_by == audiences

    @pytest.mark.parametrize("share", SHARES)
    def test_a_theme_leaves_by_no_mark(self, share: ShareWith) -> None:
        line = note("Several find that she hears people out #listens", "theme", share)
        told = [shared(session_of(turn_with(line)), CLIENT, audience) for audience in OTHERS]

        assert [one.notes for one in told] == [(), ()]

    @pytest.mark.parametrize("framework", ["feedback-debrief", "grow"])
    def test_nor_does_one_that_a_debrief_of_before_kept_as_a_note(self, framework: str) -> None:
        own, their = note("Several find her slow", share_with="client"), note("That hurts", "quote", "client")
        before = session_of(turn_with(own, their, question="themes"))
        session = changed(before, framework=changed(before.framework, id=framework))

        told = [one.note.text for one in shared(session, CLIENT, "client").notes]

        assert told == (["That hurts"] if framework == "feedback-debrief" else ["Several find her slow", "That hurts"])

    @pytest.mark.parametrize("share", SHARES)
    def test_an_observation_is_seen_by_the_coach_alone_whatever_it_says(self, share: ShareWith) -> None:
        observation = forged(note("bored", "observation"), share_with=share)

        assert may_see(observation, "me", "client")
        assert not may_see(observation, "client", "client")
        assert not may_see(observation, "sponsor", "client")


class TestOneSession:
    def test_it_tells_the_day_the_length_and_what_is_marked(self) -> None:
        session = session_of(
            turn_with(note("mine"), note("for the client", "goal", "client"), note("for both", "goal", "sponsor")),
            minutes=Booked(planned=50, spent=49),
        )

        assert shared(session, CLIENT, "sponsor") == Shared(
            session.id, CLIENT, NOW.date(), NOW, 49, (SharedNote(note("for both", "goal", "sponsor")),)
        )
        assert [seen.note.text for seen in shared(session, CLIENT, "client").notes] == ["for the client", "for both"]

    def test_when_the_two_meet_again_is_told_to_the_client_alone(self) -> None:
        session = session_of(next=Appointment(words="after her holiday"))

        assert shared(session, CLIENT, "client").next == Appointment(words="after her holiday")
        assert shared(session, CLIENT, "sponsor").next is None

    @pytest.mark.parametrize(
        "answer",
        [
            Note(kind="scale", scale=Score(score=0, low=0, high=10), share_with="client"),
            Note(kind="number", number=0, share_with="client"),
            Note(kind="yesno", said_yes=False, share_with="client"),
            Note(kind="choice", chosen=("Play",), share_with="client"),
            Note(kind="takeaway", chosen=("Play",), share_with="client"),
        ],
        ids=lambda value: str(value.kind),
    )
    def test_an_answer_that_says_little_alone_comes_with_its_question(self, answer: Note) -> None:
        session = session_of(turn_with(answer, asked="How much?"))

        assert shared(session, CLIENT, "client").notes == (SharedNote(answer, "How much?"),)

    def test_words_come_without_their_question(self) -> None:
        session = session_of(turn_with(note("lead the team", "goal", "client"), asked="What hurts?"))

        assert [seen.asked for seen in shared(session, CLIENT, "client").notes] == [""]

    def test_a_question_that_quotes_an_earlier_answer_is_not_shown(self) -> None:
        framework = framework_of(
            LineQuestion(id="fear", type="line", ask="What do you fear?"),
            ScaleQuestion(id="how_much", type="scale", ask="How much do you fear {fear}?", share_with="client"),
        )
        session = typed_in(walked(framework=framework), ["my father", "", "7"], framework)

        assert session.turns[1].asked == "How much do you fear my father?"
        assert [(seen.asked, seen.note.kind) for seen in shared(session, CLIENT, "client").notes] == [("", "scale")]
        assert "father" not in "".join(strings(client_summary(shared(session, CLIENT, "client"))))

    @pytest.mark.parametrize(
        ("ask", "shown"),
        [
            ("How are things with {item}?", "How are things with the board?"),
            ("How are things?", "How are things? (the board)"),
        ],
    )
    def test_an_answer_about_one_of_several_things_says_about_which(self, ask: str, shown: str) -> None:
        session = self.about("the board", ask, note("the board", share_with="client"))

        assert [(seen.asked, seen.note.kind) for seen in shared(session, CLIENT, "client").notes] == [
            ("What did you want to move?", "note"),
            (shown, "scale"),
        ]

    @pytest.mark.parametrize(
        ("ask", "shown"), [("How are things with {item}?", ""), ("How are things?", "How are things?")]
    )
    def test_a_thing_that_is_not_shared_is_not_named_by_it(self, ask: str, shown: str) -> None:
        session = self.about("the board", ask, note("the board"))

        assert [seen.asked for seen in shared(session, CLIENT, "client").notes] == [shown]

    @staticmethod
    def about(item: str, ask: str, listed: Note) -> Session:
        six = Note(kind="scale", scale=Score(score=6, low=0, high=10), share_with="client")
        quoting = ("item",) if "{item}" in ask else ()
        rated = turn_with(six, question="now", asked=ask.replace("{item}", item))
        return session_of(
            turn_with(listed, question="areas", asked="What did you want to move?"),
            changed(rated, item=item, quoting=quoting),
        )

    def test_words_under_no_heading_of_their_own_come_with_their_question(self) -> None:
        agreed = turn_with(note("24 hours", share_with="client"), asked="How soon do you cancel?")

        assert shared(session_of(agreed), CLIENT, "client").notes == (
            SharedNote(note("24 hours", share_with="client"), "How soon do you cancel?"),
        )

    def test_what_coaches_ask_themselves_afterwards_is_theirs(self) -> None:
        asked = turn_with(note("a walk", share_with="client"), asked="What did I miss?", phase="after_call")

        assert [seen.asked for seen in shared(session_of(asked), CLIENT, "client").notes] == [""]

    def test_a_question_that_only_names_the_client_is(self) -> None:
        framework = framework_of(ScaleQuestion(id="now", type="scale", ask="{client}?", share_with="client"))
        session = typed_in(walked(framework=framework), ["7"], framework)

        assert [seen.asked for seen in shared(session, CLIENT, "client").notes] == ["Jane Doe?"]

    def test_signs_typed_at_a_shared_question_stay_with_the_coach(self) -> None:
        session = typed_in(
            walked(Jumped("topic")),
            ['"why me?', "!it is the boss", ">send it", "?Lisbon", "~bored", "the boss by the way"],
        )

        assert [seen.note.text for seen in shared(session, CLIENT, "client").notes] == ["the boss by the way"]
        assert shared(session, CLIENT, "sponsor").notes == ()


class TestTags:
    @pytest.mark.parametrize("audience", OTHERS)
    def test_they_stay_with_the_coach(self, audience: Audience) -> None:
        session = session_of(turn_with(note("Ralf said yes #delegation", "insight", "sponsor")))

        assert [seen.note.text for seen in shared(session, CLIENT, audience).notes] == ["Ralf said yes"]
        assert "Ralf said yes #delegation" in strings(coach_page(session, CLIENT))

    def test_a_note_of_nothing_but_tags_is_left_out(self) -> None:
        seen = Reviewed(kind="action", what="#one", session="jane-doe/2026-11-01-1000", outcome="done")
        only = [
            note("#one (#two)", "insight", "client"),
            Note(kind="action", text="#one", due=When(words="friday", on=FRIDAY), share_with="client"),
            Note(kind="choice", chosen=("#one",), share_with="client"),
            Note(kind="date", day=When(words="#soon"), share_with="client"),
            Note(kind="review", reviewed=seen, text="at last", share_with="client"),
        ]

        assert shared(session_of(turn_with(*only)), CLIENT, "client").notes == ()

    def test_an_answer_with_a_value_stays_when_its_comment_was_a_tag(self) -> None:
        seven = Note(kind="scale", scale=Score(score=7, low=0, high=10), text="#trust", share_with="client")
        (seen,) = shared(session_of(turn_with(seven, asked="How sure about #one?")), CLIENT, "client").notes

        assert (seen.note.text, seen.note.scale, seen.asked) == ("", seven.scale, "How sure about?")

    def test_a_day_that_was_said_with_one_keeps_the_rest(self) -> None:
        action = Note(kind="action", text="rest", due=When(words="after the fair #one"), share_with="client")
        session = session_of(turn_with(action), next=Appointment(words="#two"))
        told = shared(session, CLIENT, "client")

        assert [seen.note.due for seen in told.notes] == [When(words="after the fair")]
        assert told.next is None


appointments = st.none() | st.builds(
    Appointment, words=lines, on=st.none() | st.dates(), at=st.none() | st.sampled_from(["09:00", "14:30"])
)


class Twins(NamedTuple):
    """Two sessions that differ in nothing that is marked for an audience."""

    audience: Audience
    one: Session
    other: Session


@st.composite
def twins(draw: st.DrawFn) -> Twins:
    """A session, and what it becomes when all that is not marked is replaced, taken away or added to."""
    audience = draw(st.sampled_from(OTHERS))
    hidden = st.builds(
        _marked_anyway, notes(shares=tuple(sorted({*SHARES} - MARKED_FOR[audience]))), st.sampled_from(SHARES)
    )
    quoting = st.sampled_from([(), (), ("secret",), ("item",), ("item", "secret")])
    turn = st.builds(_turn, st.lists(notes() | hidden, max_size=4), lines, quoting, st.none() | lines)
    turns = _about_each_other(draw, draw(st.lists(turn, max_size=4)))
    known = {words for turn in turns for note in turn.notes if _is_marked(note, audience) for words in _words_of(note)}
    others: list[Turn] = []
    for original in turns:
        others += draw(st.lists(turn.flatmap(lambda new: _with_notes(new, hidden)), max_size=1))
        others.append(draw(_disguised(original, audience, hidden, known)))
    minutes = draw(st.none() | st.integers(0, 90))
    next_one = draw(appointments)
    return Twins(
        audience,
        session_of(*turns, minutes=Booked(planned=50, spent=minutes), next=next_one),
        session_of(
            *others,
            minutes=Booked(planned=draw(st.none() | st.integers(0, 90)), spent=minutes),
            stages=(StageLine(id="opening", title=draw(lines)),),
            status=draw(st.sampled_from(["live", "paused", "ended"])),
            next=next_one if audience == "client" else draw(appointments),
        ),
    )


def _turn(taken: list[Note], asked: str, quoting: tuple[str, ...], item: str | None) -> Turn:
    return changed(turn_with(asked=asked), notes=tuple(taken), quoting=quoting, item=item)


def _about_each_other(draw: st.DrawFn, turns: list[Turn]) -> list[Turn]:
    """Some of the questions are asked about what was noted at others, hidden or not."""
    said = sorted({words for turn in turns for note in turn.notes for words in _words_of(note)})
    items = [draw(st.sampled_from([turn.item, *said])) for turn in turns]
    return [changed(turn, item=item) for turn, item in zip(turns, items, strict=True)]


def _words_of(note: Note) -> tuple[str, ...]:
    return (answer_words(note), *note.chosen)


def _marked_anyway(hidden: Note, share: ShareWith) -> Note:
    """An observation that a slip of a hand has marked is hidden all the same."""
    return forged(hidden, share_with=share) if hidden.kind == "observation" else hidden


def _is_marked(note: Note, audience: Audience) -> bool:
    return not is_coachs_alone(note.kind) and note.share_with in MARKED_FOR[audience]


def _with_notes(turn: Turn, hidden: st.SearchStrategy[Note]) -> st.SearchStrategy[Turn]:
    return st.lists(hidden, max_size=2).map(lambda found: changed(turn, notes=tuple(found)))


@st.composite
def _disguised(
    draw: st.DrawFn, turn: Turn, audience: Audience, hidden: st.SearchStrategy[Note], known: set[str]
) -> Turn:
    marked = [note for note in turn.notes if _is_marked(note, audience)]
    keeps_its_item = turn.item in known
    mixed = [new for note in marked for new in (*draw(st.lists(hidden, max_size=1)), note)]
    keeps_its_question = marked and (not turn.quoting or (turn.quoting == ("item",) and keeps_its_item))
    return changed(
        turn,
        notes=(*mixed, *draw(st.lists(hidden, max_size=2))),
        asked=turn.asked if keeps_its_question else draw(lines),
        item=turn.item if keeps_its_item else draw(st.none() | lines.filter(lambda words: words not in known)),
        stage=draw(st.sampled_from(["opening", "will"])),
    )


Telling = Callable[[Session, Audience], Page]


def told(session: Session, audience: Audience) -> Page:
    report = client_summary if audience == "client" else sponsor_summary
    return report(shared(session, CLIENT, audience))


def tells_apart(telling: Telling, pair: Twins) -> bool:
    """Whether one who sees only what is marked for them could tell that something else was said."""
    return telling(pair.one, pair.audience) != telling(pair.other, pair.audience)


@settings(max_examples=40, deadline=None)
@given(twins())
def test_what_is_not_marked_makes_no_difference(pair: Twins) -> None:
    assert not tells_apart(told, pair)


def counts_all_notes(session: Session, audience: Audience) -> Page:
    report = told(session, audience)
    return changed(report, facts=report.facts | {"Notes": str(len(list(session.notes)))})


def numbers_the_notes(session: Session, audience: Audience) -> Page:
    places = [n for n, (turn, note) in enumerate(session.notes) if may_see(note, audience, turn.room)]
    return changed(told(session, audience), facts={"Notes": str(places)})


def shows_every_question(session: Session, audience: Audience) -> Page:
    seen = shared(session, CLIENT, audience)
    asked = [SharedNote(note, turn.asked) for turn, note in session.notes if may_see(note, audience, "client")]
    return client_summary(changed(seen, notes=tuple(asked)))


def names_every_item(session: Session, audience: Audience) -> Page:
    seen = shared(session, CLIENT, audience)
    asked = [SharedNote(note, turn.item or "") for turn, note in session.notes if may_see(note, audience, "client")]
    return client_summary(changed(seen, notes=tuple(asked)))


def trusts_the_mark_alone(session: Session, audience: Audience) -> Page:
    marked = [SharedNote(note) for _, note in session.notes if note.share_with in MARKED_FOR[audience]]
    report = client_summary(changed(shared(session, CLIENT, audience), notes=tuple(marked)))
    return changed(report, facts={"Notes": str(len(marked))})


def adds_up_the_words(session: Session, audience: Audience) -> Page:
    return changed(told(session, audience), facts={"Words": str(sum(len(note.text) for _, note in session.notes))})


def tells_the_stages(session: Session, audience: Audience) -> Page:
    return changed(told(session, audience), facts={"Stages": str(len({turn.stage for turn in session.turns}))})


def tells_the_next_date(session: Session, audience: Audience) -> Page:
    return client_summary(changed(shared(session, CLIENT, audience), next=session.next))


def mixes_the_audiences(session: Session, audience: Audience) -> Page:
    other: Audience = "client" if audience == "sponsor" else "me"
    notes = [SharedNote(note) for _, note in session.notes if may_see(note, other, "client")]
    return client_summary(changed(shared(session, CLIENT, audience), notes=tuple(notes)))


@pytest.mark.parametrize(
    "leak",
    [
        counts_all_notes,
        numbers_the_notes,
        shows_every_question,
        names_every_item,
        trusts_the_mark_alone,
        adds_up_the_words,
        tells_the_stages,
        tells_the_next_date,
        mixes_the_audiences,
    ],
)
def test_a_leak_would_be_seen(leak: Telling) -> None:
    quick = settings(max_examples=500, deadline=None, database=None, phases=[Phase.generate])

    assert tells_apart(leak, find(twins(), lambda pair: tells_apart(leak, pair), settings=quick))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    turns = [
        turn_with(*found, asked=asked)
        for found, asked in draw(st.lists(st.tuples(st.lists(notes(), max_size=4), lines)))
    ]
    return session_of(*turns)


@OFTEN
@given(sessions())
def test_a_sponsor_sees_only_what_the_client_sees(session: Session) -> None:
    for_client = list(shared(session, CLIENT, "client").notes)
    for_sponsor = list(shared(session, CLIENT, "sponsor").notes)

    assert [seen for seen in for_client if seen in for_sponsor] == [
        seen for seen in for_client if seen.note.share_with == "sponsor"
    ]
    assert all(seen in for_client for seen in for_sponsor)


@OFTEN
@given(sessions(), st.sampled_from(OTHERS))
def test_an_observation_never_leaves_even_when_it_is_marked(session: Session, audience: Audience) -> None:
    marked = [
        changed(turn, notes=tuple(forged(note, kind="observation", share_with="sponsor") for note in turn.notes))
        for turn in session.turns
    ]

    assert shared(session_of(*marked), CLIENT, audience).notes == ()
    assert told(session_of(*marked), audience).sections == ()


def test_a_framework_decides_for_its_answers() -> None:
    session = typed_in(walked(Jumped("useful")), ["8 for once"])

    assert FRAMEWORK.by_id["useful"].question.share_with == "client"
    assert STORY.share_with is None
    assert [seen.asked for seen in shared(session, CLIENT, "client").notes] == ["How useful was this?"]


_WORDY: tuple[Kind, ...] = ("action", "goal", "date", "choice", "review", "scale", "note")
_tagged = st.sampled_from(("#one", "Ralf #one", "#one, Ralf", "(#two-three) he", "#1 of 2 #x.", "a\n#b#c\nd", "C# #é"))


@st.composite
def tagged(draw: st.DrawFn) -> Session:
    """A session with tags wherever somebody's words can be, all of it marked for everybody."""
    found = [_with_tags(draw, found) for found in draw(st.lists(notes(_WORDY), max_size=4))]
    words = draw(_tagged)
    return session_of(turn_with(*found, asked=draw(_tagged)), next=Appointment(words=words))


def _with_tags(draw: st.DrawFn, note: Note) -> Note:
    new: dict[str, object] = {"text": draw(_tagged)}
    new |= {"chosen": tuple(draw(_tagged) for _ in note.chosen), "details": dict.fromkeys(note.details, draw(_tagged))}
    new |= {name: When(words=draw(_tagged)) for name in ("day", "due") if getattr(note, name)}
    new |= {"reviewed": changed(note.reviewed, what=draw(_tagged))} if note.reviewed else {}
    return changed(note, **new, share_with="nobody" if note.kind == "observation" else "sponsor")


@OFTEN
@given(tagged(), st.sampled_from(OTHERS))
def test_no_text_for_others_holds_a_tag(session: Session, audience: Audience) -> None:
    seen = shared(session, CLIENT, audience)
    agenda = shared_agenda(seen, audience)
    everything = [shared_data(seen), told(session, audience), agenda]

    assert [tag for text in strings(everything) for tag in tags_in(text)] == []


@OFTEN
@given(sessions(), st.sampled_from(OTHERS))
def test_without_tags_every_note_is_as_it_was_to_the_letter(session: Session, audience: Audience) -> None:
    marked = [note for _, note in session.notes if may_see(note, audience, "client")]
    assume(all(whose(note, "client") == "client" for note in marked if note.kind == "action"))
    assume(not any(tags_in(text) for note in marked for text in strings(plain(without_nothing(note)))))

    as_told = [changed(note, text="") if note.reviewed else note for note in marked]
    assert [seen.note for seen in shared(session, CLIENT, audience).notes] == as_told


@pytest.mark.parametrize("audience", OTHERS)
def test_what_is_said_of_what_came_of_something_leaves_with_nobody_and_that_it_was_done_does(
    audience: Audience,
) -> None:
    seen = Reviewed(kind="action", what="call Tom", session="jane-doe/2026-11-01-1000", outcome="partly")
    due = When(words="friday", on=FRIDAY)
    review = Note(kind="review", reviewed=seen, text="she lies about it", due=due, share_with="sponsor")
    (told,) = shared(session_of(turn_with(review)), CLIENT, audience).notes

    assert (told.note.reviewed, told.note.due, told.note.text) == (seen, due, "")


@pytest.mark.parametrize("audience", OTHERS)
def test_where_three_talk_nothing_is_called_the_clients_own_that_was_not_asked_of_them(audience: Audience) -> None:
    quote = note("She never delegates", "quote", "sponsor")
    turn = changed(turn_with(quote), room="three")
    as_told = [shared(session_of(changed(turn, to_client=asked)), CLIENT, audience) for asked in (False, True)]

    assert [one.note.kind for seen in as_told for one in seen.notes] == ["note", "quote"]


def test_what_others_are_to_do_is_none_of_the_clients_actions() -> None:
    chosen = [changed(note("x", "action", "client"), details={"who": who}) for who in ("client", "coach", "Sam")]
    seen = shared(session_of(turn_with(*chosen)), CLIENT, "client")

    assert [one.note.kind for one in seen.notes] == ["action", "promise", "note"]
    assert len(shared_agenda(seen, "client").tasks) == 1


@pytest.mark.parametrize(("framework", "reader", "may"), [
    ("grow", "client", True), ("grow", "sponsor", True), ("off-track", "client", True), ("off-track", "sponsor", False),
    ("off-track", "me", True),
])  # fmt: skip
def test_of_a_talk_about_going_on_no_page_is_for_the_sponsor(framework: str, reader: Audience, *, may: bool) -> None:
    session = session_of()

    assert may_leave(changed(session, framework=changed(session.framework, id=framework)), reader) == may


@pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone"])
def test_of_what_was_held_without_the_client_there_is_a_page_for_the_coach_alone(room: Room) -> None:
    session = session_of()
    there = changed(session, framework=changed(session.framework, room=room))

    assert [reader for reader in get_args(Audience) if may_leave(there, reader)] == ["me"]


def test_where_the_sponsor_hears_of_goals_alone_a_goal_and_what_came_of_it_are_all_they_hear() -> None:
    reached = Note(kind="review", reviewed=Reviewed(kind="goal", what="lead", session="", outcome="done"))
    done = Note(kind="review", reviewed=Reviewed(kind="action", what="call Tom", session="", outcome="done"))
    marked = [note("lead", "goal"), reached, done, note("call Tom", "action"), note("calm", "insight")]
    session = session_of(turn_with(*(changed(one, share_with="sponsor") for one in marked)))
    told = shared(session, CLIENT, "sponsor")

    assert [one.note.reviewed or one.note.text for one in heard(told, {"goals"}).notes] == ["lead", reached.reviewed]
    assert [scope_of(one.note) for one in heard(told, {"themes"}).notes] == ["themes"] * 3
    assert heard(told, ()).notes == ()
    assert heard(told, {"goals", "themes"}) == told
