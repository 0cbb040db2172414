"""What became of the actions: counted by what was said last, in all and by kind, each with its day."""

from datetime import date

from domain.client.months import chose, held, looked_back

from coachcli.domain.client.kept import KeptAction, kept_actions
from coachcli.domain.history.extract import SessionExtract

ROTA, BOOK, SILENCE = "Hand over the rota #behaviour", "Read the book #skill", "Try silence #experiment"
CHOSEN = held(0, chose(ROTA, BOOK, SILENCE, "Call Tom"))
LOOKED = held(30, looked_back(ROTA, "done"), looked_back(SILENCE, "partly"), looked_back("Call Tom", "dropped"))
DAY = date(2026, 12, 20)


def states(*sessions: SessionExtract, since: date | None = None) -> list[tuple[str, str]]:
    return [(one.what, one.state) for one in kept_actions(sessions, (), since).all]


def test_each_is_kept_begun_dropped_or_open() -> None:
    assert states(CHOSEN, LOOKED) == [(ROTA, "kept"), (BOOK, "open"), (SILENCE, "partly"), ("Call Tom", "dropped")]


def test_they_are_counted_in_all_and_by_kind() -> None:
    actions = kept_actions([CHOSEN, LOOKED], (), None)

    assert actions.counts() == {"kept": 1, "partly": 1, "dropped": 1, "open": 1}
    assert actions.tags == ("#skill", "#behaviour", "#experiment")
    assert actions.counts("#experiment") == {"partly": 1}


def test_each_says_on_which_day_it_was_looked_back_on() -> None:
    assert kept_actions([CHOSEN, LOOKED], (), None).all[0] == KeptAction(ROTA, "kept", DAY, ("#behaviour",))


def test_what_is_chosen_again_begins_anew() -> None:
    assert states(CHOSEN, LOOKED, held(40, chose(SILENCE)))[2] == (SILENCE, "open")


def test_since_a_day_those_that_were_over_before_are_left_out() -> None:
    assert states(CHOSEN, LOOKED, since=date(2026, 12, 21)) == [(BOOK, "open")]
    assert len(states(CHOSEN, LOOKED, since=DAY)) == 4
