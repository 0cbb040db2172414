"""What a coach wants to know before the next session."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from builders import NOW, note, session_of, strings, turn_with

from coachcli.domain.client.model import Client
from coachcli.domain.client.prep import Preparation, Said, preparation
from coachcli.domain.client.prep_words import besides
from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.domain.history.between import Entry
from coachcli.domain.history.extract import extract_of
from coachcli.domain.session.model import Appointment, FrameworkRef, Note, Reviewed, Score, Session, Turn, When
from coachcli.domain.terms import Commitments, FrameworkKind, Kind, Outcome, Room
from coachcli.domain.value import changed, plain

JANE = Client("jane-doe", "Jane Doe")
TODAY = date(2026, 12, 4)


def held(
    day: int, *turns: Turn, kind: FrameworkKind = "conversation", room: Room = "client", **changes: object
) -> Session:
    """A session so many days after 20 November."""
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else room, id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": f"jane-doe/{day}", "started": NOW + timedelta(days=day), "framework": framework}
    there = [changed(turn, room=framework.room) for turn in turns]
    return session_of(*there, **{**begun, **changes})


def said(*notes: Note) -> Turn:
    return turn_with(*notes)


def action(what: str, due: date | None = None, confidence: int | None = None) -> Note:
    when = When(words="then", on=due) if due else None
    return changed(note(what, "action"), due=when, confidence=confidence)


def came_of(what: str, outcome: Outcome, kind: Commitments = "action") -> Note:
    return Note(kind="review", reviewed=Reviewed(kind=kind, what=what, session="jane-doe/0", outcome=outcome))


def written(question: str, words: str, at: datetime) -> Entry:
    return Entry(at=at, question=question, asked=f"{question}?", notes=(note(words),))


def prepared(*sessions: Session, entries: Sequence[Entry] = (), today: date = TODAY) -> Preparation:
    """The card after these sessions, of which the last two are at hand in full."""
    whole = [session for session in sessions if session.framework.kind != "reflection"][::-1]
    return preparation(JANE, [extract_of(session) for session in sessions], entries, whole, today)


class TestTheSession:
    def test_a_next_session_agreed_in_work_that_has_ended_is_not_ahead(self) -> None:
        session = extract_of(held(0, next=Appointment(words="sunday", on=date(2026, 12, 20))))
        over = Engagement(id="lead", start=date(2026, 9, 1), ended=Ended(on=date(2026, 12, 1)))

        card = preparation(JANE, [session], (), (), TODAY, engagements=[over])

        assert preparation(JANE, [session], (), (), TODAY).next is not None
        assert card.next is None

    def test_before_the_first_there_is_nothing_but_that(self) -> None:
        card = prepared()

        assert (card.number, card.is_first, card.last, card.actions) == (1, True, None, ())

    def test_it_is_the_one_after_those_held_and_what_the_coach_reflects_on_alone_is_none(self) -> None:
        card = prepared(held(0), held(3, kind="meeting"), held(4, kind="reflection"))

        assert (card.number, card.last) == (3, date(2026, 11, 23))

    @pytest.mark.parametrize(
        ("day", "ahead"), [(date(2026, 12, 4), True), (date(2026, 12, 9), True), (date(2026, 12, 3), False)]
    )
    def test_when_it_was_agreed_to_be_is_told_unless_that_is_over(self, day: date, ahead: bool) -> None:
        agreed = Appointment(words="then", on=day)

        assert prepared(held(0, next=agreed)).next == (agreed if ahead else None)

    def test_what_an_earlier_session_agreed_is_over(self) -> None:
        assert prepared(held(0, next=Appointment(words="then", on=TODAY)), held(1)).next is None


class TestWhatWasSaid:
    def test_the_last_of_each_kind_counts(self) -> None:
        card = prepared(held(0, said(note("one", "quote"), note("two", "quote"), note("aha", "insight"))))

        assert (card.quote, card.insight) == (Said("two", NOW.date()), Said("aha", NOW.date()))
        assert card.took_away is None

    def test_what_the_last_session_lacks_is_from_the_one_before_with_its_day(self) -> None:
        card = prepared(held(0, said(note("I can ask", "takeaway"))), held(7, said(note("aha", "insight"))))

        assert card.took_away == Said("I can ask", date(2026, 11, 20))
        assert card.insight == Said("aha", date(2026, 11, 27))

    def test_what_the_coach_noted_after_the_call_is_not_the_clients(self) -> None:
        after = turn_with(note("I talked too much", "takeaway"), phase="after_call")

        assert prepared(held(0, after)).took_away is None


class TestWhatIsOpen:
    def test_what_is_overdue_comes_first_then_by_day_then_the_newest(self) -> None:
        yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
        chosen = [action("old"), action("new"), action("soon", tomorrow, 8), action("now", TODAY)]
        card = prepared(held(0, said(*chosen, action("late", yesterday))))

        assert [(one.what, one.overdue) for one in card.actions] == [
            ("late", True), ("now", False), ("soon", False), ("new", False), ("old", False),
        ]  # fmt: skip
        assert card.actions[2].confidence == 8

    def test_an_action_done_between_sessions_is_on_the_card_no_more(self) -> None:
        done = Entry(at=NOW + timedelta(days=2), notes=(came_of("call Tom", "done"),))
        session = held(0, said(action("call Tom"), action("rest")))

        assert [one.what for one in prepared(session, entries=[done]).actions] == ["rest"]

    def test_promises_and_what_was_parked_stand_there_the_newest_first(self) -> None:
        card = prepared(held(0, said(note("send it", "promise"), note("her boss", "parked"), note("call", "promise"))))

        assert (card.promises, card.parked) == (("call", "send it"), ("her boss",))

    def test_what_the_coach_chose_alone_is_not_on_it(self) -> None:
        assert prepared(held(0, said(action("listen")), kind="reflection")).actions == ()


def rating(score: int, item: str = "Lead the team", question: str = "how_near", high: int = 10) -> Turn:
    scale = Note(kind="scale", scale=Score(score=score, low=1, high=high))
    return changed(turn_with(scale, question=question), item=item)


class TestTheNumbersOfAGoal:
    GOAL = said(changed(note("Lead the team", "goal"), confidence=6))

    def numbers(self, *sessions: Session) -> list[float]:
        (goal,) = prepared(*sessions).goals
        return [number.score for number in goal.numbers]

    def test_a_goal_never_rated_has_what_was_said_when_it_was_set(self) -> None:
        assert self.numbers(held(0, self.GOAL)) == [6]

    def test_all_sessions_that_rated_it_count_whatever_letters_it_was_written_in(self) -> None:
        sessions = (held(0, self.GOAL, rating(2)), held(1, rating(4, "lead  the team")), held(2), held(3, rating(7)))

        assert self.numbers(*sessions) == [2, 4, 7]

    def test_one_that_was_reached_is_on_it_no_more(self) -> None:
        reached = Entry(at=NOW + timedelta(days=2), notes=(came_of("Lead the team", "done", kind="goal"),))

        assert prepared(held(0, self.GOAL), entries=[reached]).goals == ()

    def test_an_aim_never_was(self) -> None:
        assert prepared(held(0, said(note("Know what to say on day 8", "aim")))).goals == ()

    def test_one_that_was_set_in_a_meeting_of_three_is_on_it(self) -> None:
        three = changed(self.GOAL, room="three")

        assert [goal.what for goal in prepared(held(0, three, room="three")).goals] == ["Lead the team"]

    def test_one_that_the_sponsor_has_is_not(self) -> None:
        alone = changed(self.GOAL, room="sponsor")

        assert prepared(held(0, alone, room="sponsor")).goals == ()


class TestWhatTheyWrote:
    def test_it_stands_there_until_a_session_was_held(self) -> None:
        entry = written("focus", "the rota", NOW + timedelta(days=2))

        assert [one.words for one in prepared(held(0), entries=[entry]).written] == ["the rota"]
        assert prepared(held(0), held(3), entries=[entry]).written == ()

    def test_a_reflection_of_the_coachs_does_not_use_it_up(self) -> None:
        entry = written("focus", "the rota", NOW + timedelta(days=2))

        assert prepared(held(0), held(3, kind="reflection"), entries=[entry]).written != ()

    def test_written_twice_the_last_counts(self) -> None:
        entries = [written("focus", word, NOW + timedelta(days=2)) for word in ("the rota", "the raise")]

        assert [one.words for one in prepared(held(0), entries=entries).written] == ["the raise"]

    def test_before_the_first_session_it_counts_too(self) -> None:
        assert prepared(entries=[written("focus", "the rota", NOW)]).written != ()

    def test_what_else_happened_between_sessions_is_not_the_form(self) -> None:
        entry = Entry(at=NOW + timedelta(days=2), notes=(action("call Tom"),))

        assert prepared(held(0), entries=[entry]).written == ()


def test_a_first_question_is_made_of_what_is_there() -> None:
    card = prepared(held(0, said(action("call Tom", TODAY - timedelta(days=1)))))

    assert card.opening == "“call Tom” was to be done by Thursday. What came of it?"


class TestWhoWasInTheRoom:
    """Only what the client said is on the card as theirs; of others it has counts."""

    @staticmethod
    def there(day: int, room: Room, *notes: Note, to_client: bool = False) -> Session:
        plain = held(day)
        turn = changed(turn_with(*notes), room=room, to_client=to_client)
        return changed(plain, framework=changed(plain.framework, room=room), turns=(turn,))

    def test_where_three_talk_their_words_are_those_that_were_asked_of_them(self) -> None:
        quote = note("I will carry it", "quote")

        assert prepared(self.there(1, "three", quote, to_client=True)).quote is not None
        assert prepared(self.there(1, "three", quote)).quote is None

    @pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone"])
    def test_what_others_said_is_not_on_it(self, room: Room) -> None:
        kinds: tuple[Kind, ...] = ("quote", "insight", "takeaway", "action", "promise", "goal", "parked")
        card = prepared(self.there(1, room, *(note("hidden", kind) for kind in kinds)))

        assert "hidden" not in "".join(strings(plain(card)))

    def test_a_session_counts_where_the_client_was_alone_with_the_coach(self) -> None:
        rooms: tuple[Room, ...] = ("client", "three", "sponsor", "stakeholder", "stakeholder", "alone")
        card = prepared(*(self.there(day, room) for day, room in enumerate(rooms)))

        assert (card.number, card.last) == (2, NOW.date())
        assert (card.meetings, card.talks, card.interviews) == (1, 1, 2)
        assert besides(card) == "1 meeting of three, 1 talk with the sponsor, 2 interviews"

    def test_what_somebody_else_is_to_do_is_nothing_that_the_client_chose(self) -> None:
        rota = changed(action("change the rota"), details={"who": "Sam"})
        article = changed(action("send the article"), details={"who": "coach"})
        card = prepared(held(0, said(rota, article)))

        assert card.actions == ()
        assert [one.partition(" · ")[0] for one in card.promises] == ["send the article"]
        assert "rota" not in card.opening
