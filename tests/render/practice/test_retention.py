"""What is past comes with the two commands that go with it; nothing is erased by looking."""

from datetime import date

from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Engagement
from coachcli.domain.practice.retention import Kept, Retention
from coachcli.render.practice.retention import retention_data, retention_text

JANE, ROBIN = Client("jane", "Jane Example"), Client("robin", "Robin Example", archived="yes")
LEAD = Engagement(id="lead", start=date(2026, 1, 1), title="Leading")
PAST = Kept(JANE, LEAD, date(2030, 2, 28), is_said=True)
TERM = Kept(ROBIN, None, date(2030, 2, 20), is_said=False)
TODAY = date(2030, 3, 1)


def test_each_says_until_when_how_to_look_and_how_to_erase() -> None:
    soon = PAST._replace(until=date(2030, 3, 20))

    assert retention_text(Retention(TODAY, (TERM, PAST), (soon,), 2, frozenset({"robin"})), "3 years") == (
        "Past its day\n"
        "  Robin Example, no engagement: until Wednesday 20 February 2030, by your usual term\n"
        "    look: coach client show robin\n"
        "    erase: coach client erase robin\n"
        "  Jane Example, Leading: until Thursday 28 February 2030\n"
        "    look: coach engagement show jane lead\n"
        "    not to be erased yet: something else of theirs goes on, or has no day\n"
        "\n"
        "Within 30 days\n"
        "  Jane Example, Leading: until Wednesday 20 March 2030\n"
        "    look: coach engagement show jane lead\n"
        "\n"
        "2 have no day until which to keep it; an engagement's file says it by  keep_until:\n"
    )


def test_where_nothing_is_past_that_is_said_and_how_to_have_a_term() -> None:
    assert retention_text(Retention(TODAY, (), (), 0, frozenset()), "") == "Nothing is kept past its day.\n"
    assert retention_text(Retention(TODAY, (), (), 1, frozenset()), "") == (
        "Nothing is kept past its day.\n\n"
        "1 has no day until which to keep it; an engagement's file says it by  keep_until:\n"
        "A usual term for all of them is a line in coach.yaml, such as  keep: 3 years\n"
    )


def test_programs_get_ids() -> None:
    assert retention_data(Retention(TODAY, (TERM,), (), 1, frozenset({"robin"}))) == {
        "on": "2030-03-01",
        "past": [{"client": "robin", "engagement": None, "until": "2030-02-20", "said": False, "erasable": True}],
        "soon": [],
        "without_day": 1,
    }
