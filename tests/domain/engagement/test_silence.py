"""After the end of an engagement nobody is reminded of what was chosen in it."""

from datetime import UTC, date, datetime

import pytest
from engagements import engagement, session_on, three_way_on

from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.domain.engagement.silence import dates_ahead, is_at_rest, is_silenced, not_silenced, with_silence
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import Followed, open_now
from coachcli.domain.session.model import Note, Turn, When
from coachcli.domain.value import changed

OVER = engagement(ended=Ended(on=date(2027, 2, 20), why="as agreed"))
AFTER = date(2027, 3, 1)


def chosen(day: date, said: str | None = None) -> Followed:
    """An action that was chosen in a session on a day."""
    session = session_on(day, said=said)
    turn = Turn(room="client", stage="s", question="q", asked="?", at=session.started, notes=(action("Rest"),))
    (only,) = open_now([changed(session, turns=(turn,))], ())
    return only


def action(text: str) -> Note:
    return Note(kind="action", text=text)


def test_what_was_chosen_in_it_is_silent_from_its_end_on() -> None:
    one = chosen(date(2026, 10, 1))

    assert not is_silenced(one, [OVER], date(2027, 2, 19))
    assert is_silenced(one, [OVER], date(2027, 2, 20))
    assert not is_silenced(one, [engagement()], AFTER)


def test_what_a_session_of_another_or_of_none_chose_is_not() -> None:
    following = engagement(id="later", start=date(2027, 2, 25))

    assert not is_silenced(chosen(date(2027, 2, 26)), [OVER, following], AFTER)
    assert not is_silenced(chosen(date(2026, 10, 1), said="none"), [OVER], AFTER)
    assert is_silenced(chosen(date(2027, 2, 26), said="lead"), [OVER, following], AFTER)


def test_what_was_put_down_between_its_sessions_is_silent_too() -> None:
    entry = Entry(at=datetime(2026, 10, 5, tzinfo=UTC), notes=(action("Call them"),))
    later = changed(entry, at=datetime(2027, 2, 25, tzinfo=UTC), notes=(action("Write to them"),))

    assert [one.thing.what for one in not_silenced(open_now([], [entry, later]), [OVER], AFTER)] == ["Write to them"]


def test_what_the_coach_took_on_is_still_owed_after_the_end() -> None:
    notes = (action("Call them"), Note(kind="promise", text="Send the article"))
    entry = Entry(at=datetime(2026, 10, 5, tzinfo=UTC), notes=notes)

    assert [one.thing.what for one in not_silenced(open_now([], [entry]), [OVER], AFTER)] == ["Send the article"]


def test_what_is_chosen_again_after_the_end_is_heard_again() -> None:
    first, again = (
        Entry(at=datetime(2026, 10, 5, tzinfo=UTC), notes=(action("Call them"),)),
        Entry(at=datetime(2027, 2, 25, tzinfo=UTC), notes=(action("Call them"),)),
    )

    assert len(not_silenced(open_now([], [first, again]), [OVER], AFTER)) == 1


def test_a_day_that_was_agreed_in_it_is_awaited_no_longer() -> None:
    one = three_way_on(date(2027, 3, 10), agreed=date(2027, 2, 1))
    in_another = changed(one, engagement="none")

    assert dates_ahead([one, in_another], [OVER], date(2027, 2, 19)) == (one, in_another)
    assert dates_ahead([one, in_another], [OVER], AFTER) == (in_another,)
    assert dates_ahead([in_another], [OVER], date(2027, 5, 1)) == ()


@pytest.mark.parametrize(
    ("engagements", "last_seen", "is_over"),
    [
        ([], date(2027, 2, 20), False),
        ([engagement()], date(2027, 2, 20), False),
        ([OVER], date(2027, 2, 20), True),
        ([OVER], date(2027, 2, 21), False),
        ([OVER, engagement(id="next", start=date(2027, 4, 1))], date(2027, 2, 20), False),
    ],
)
def test_nobody_waits_for_a_client_whose_work_has_all_ended(
    engagements: list[Engagement], last_seen: date, is_over: bool
) -> None:
    assert is_at_rest(engagements, last_seen, AFTER) == is_over


def test_what_is_silent_is_open_and_never_overdue() -> None:
    due = When(words="1 november", on=date(2026, 11, 1))
    entry = Entry(at=datetime(2026, 10, 5, tzinfo=UTC), notes=(Note(kind="action", text="Call", due=due),))
    (before,) = open_now([], [entry])

    (after,) = with_silence([before], [OVER], AFTER)

    assert before.is_overdue(AFTER)
    assert after.is_open
    assert not after.is_overdue(AFTER)
