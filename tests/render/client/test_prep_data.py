"""A preparation for programs: all that is on the card, and nothing cut."""

from datetime import date

from coachcli.domain.client.prep import Aim, OpenAction, Preparation, Said, Written
from coachcli.domain.session.model import Appointment, When
from coachcli.render.client.prep_data import prep_data

TODAY = date(2026, 11, 20)
LAST = date(2026, 11, 6)
WORDS = "I am always the one they call. " * 40


def test_everything_is_there_and_nothing_is_cut() -> None:
    prepared = Preparation(
        "jane-example",
        "Jane Example",
        7,
        TODAY,
        LAST,
        Appointment(words="friday", on=TODAY, at="14:00"),
        quote=Said(WORDS, LAST),
        actions=(OpenAction("Ask Sam", When(words="soon"), 8, overdue=True),),
        goals=(Aim("Lead the team", None, ("4", "7 of 10")),),
        promises=("Send the article",),
        parked=("Her own manager",),
        written=(Written("done", "What did you do?", "Half of it", TODAY),),
    )

    found = prep_data(prepared)
    assert (found["client"], found["client_name"], found["session"]) == ("jane-example", "Jane Example", 7)
    assert (found["last"], found["days_since"]) == ("2026-11-06", 14)
    assert found["next"] == {"words": "friday", "date": "2026-11-20", "time": "14:00"}
    assert found["quote"] == {"words": WORDS, "on": "2026-11-06"}
    assert found["actions"] == [{"what": "Ask Sam", "due": {"words": "soon"}, "confidence": 8, "overdue": True}]
    assert found["goals"] == [{"what": "Lead the team", "due": None, "numbers": ["4", "7 of 10"]}]
    assert (found["promises"], found["parked"]) == (["Send the article"], ["Her own manager"])
    assert found["written"] == [
        {"question": "done", "asked": "What did you do?", "words": "Half of it", "on": "2026-11-20"}
    ]


def test_before_the_first_session_there_is_nothing_to_look_back_on() -> None:
    found = prep_data(Preparation("jane-example", "Jane Example", 1, TODAY, None, None))

    assert {found[part] for part in ("last", "days_since", "next", "took_away", "insight", "quote")} == {None}
    assert found["actions"] == found["goals"] == found["written"] == []
