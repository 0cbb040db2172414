"""A preparation for programs: all that is on the card, and nothing cut."""

from collections.abc import Callable
from datetime import date

import pytest
from engagements import engagement, three_way_on

from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said, Written
from coachcli.domain.client.prep_page import prep_page
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.engagement.outlook import outlooks
from coachcli.domain.history.goals import Nearness
from coachcli.domain.session.model import Appointment, When
from coachcli.domain.value import changed
from coachcli.render.client.prep_card import card_rows
from coachcli.render.client.prep_data import prep_data

TODAY = date(2026, 11, 20)
NEAR = (Nearness(date(2026, 9, 3), 4), Nearness(date(2026, 11, 6), 7))
LAST = date(2026, 11, 6)
WORDS = "I am always the one they call. " * 40


ENGAGEMENT = engagement(Milestone(do="three-way", week=2), Milestone(do="midpoint", week=16), sessions=12)


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
        goals=(OpenGoal("Lead the team", None, NEAR),),
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
    assert found["goals"] == [
        {
            "what": "Lead the team",
            "due": None,
            "numbers": [{"on": "2026-09-03", "score": 4, "of": 10}, {"on": "2026-11-06", "score": 7, "of": 10}],
            "measure": None,
            "serves": None,
        }
    ]
    assert (found["promises"], found["parked"]) == (["Send the article"], ["Her own manager"])
    assert found["written"] == [
        {"question": "done", "asked": "What did you do?", "words": "Half of it", "on": "2026-11-20"}
    ]


def test_engagements_and_agreed_dates_are_there_with_their_days() -> None:
    found = prep_data(FULL)

    assert found["engagements"] == [
        {
            "id": "lead",
            "line": "month 3 · session 1 of 12 · midpoint review in 25 days",
            "month": 3,
            "months": None,
            "sessions_held": 0,
            "sessions": 12,
            "days_to_end": None,
            "open": [{"framework": "three-way", "state": "late", "from": "2026-09-08", "until": "2026-09-14"}],
        }
    ]
    assert found["dates"] == [
        {
            "what": "Three-way meeting",
            "with": "three",
            "who": None,
            "framework": "three-way",
            "session": "jane-doe/2026-09-12-1400",
            "agreed": "2026-09-12",
            "day": {"words": "then", "date": "2026-12-03"},
        }
    ]


def test_before_the_first_session_there_is_nothing_to_look_back_on() -> None:
    found = prep_data(Preparation("jane-example", "Jane Example", 1, TODAY, None, None))

    assert {found[part] for part in ("last", "days_since", "next", "took_away", "insight", "quote")} == {None}
    assert found["actions"] == found["goals"] == found["written"] == []


FULL = Preparation(
    "jane-example",
    "Jane Example",
    7,
    TODAY,
    LAST,
    Appointment(words="friday", on=TODAY, at="14:00"),
    took_away=Said("One thing at a time", LAST),
    insight=Said("She is not alone", LAST),
    quote=Said("Always me", LAST),
    actions=(OpenAction("Ask Sam", When(words="soon"), 8, overdue=True),),
    goals=(OpenGoal("Lead the team", None, NEAR),),
    promises=("Send the article",),
    parked=("Her own manager",),
    values=("Fairness", "Rest"),
    to_pass_on=("He is glad of how it goes",),
    written=(Written("done", "What did you do?", "Half of it", TODAY),),
    meetings=2,
    talks=1,
    interviews=6,
    outlooks=outlooks([ENGAGEMENT], [], TODAY),
    titles={"midpoint": "Midpoint review"},
    dates=(three_way_on(date(2026, 12, 3)),),
)
OTHER = Preparation("robin-example", "Robin Example", 8, date(2026, 11, 21), is_whole=False)
SHOWN: dict[str, Callable[[Preparation], object]] = {
    "prep_card.card_rows": lambda prepared: card_rows(prepared, 200, 100),
    "prep_page.prep_page": prep_page,
    "prep_data.prep_data": prep_data,
}
# What is not told there, and why.
UNTOLD = {
    ("prep_card.card_rows", "client"): "the name says who it is",
    ("prep_page.prep_page", "client"): "the name says who it is",
}


@pytest.mark.parametrize("place", SHOWN)
def test_whatever_is_known_before_a_call_is_told_in_every_form_of_the_card(place: str) -> None:
    show, fields = SHOWN[place], FULL.__struct_fields__
    alike = [field for field in fields if getattr(FULL, field) == getattr(OTHER, field)]
    changes = {field: changed(FULL, **{field: getattr(OTHER, field)}) for field in fields}
    untold = {(place, field) for field, prepared in changes.items() if show(prepared) == show(FULL)}

    assert alike == [], "give FULL a value of it"
    assert untold == {pair for pair in UNTOLD if pair[0] == place}, f"tell of it in {place}"
