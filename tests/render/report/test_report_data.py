"""Reports for programs: what their readers may know, and nothing besides."""

from datetime import date

from builders import note
from domain.report.test_client_page import REPORT
from domain.report.test_own_page import REPORT as OWN

from coachcli.domain.client.perception import Others
from coachcli.domain.client.progress import Group, Numbers
from coachcli.domain.export.audience import SharedNote
from coachcli.domain.history.goals import Nearness
from coachcli.domain.history.open_items import Followed
from coachcli.domain.report.client_report import Stayed
from coachcli.domain.session.carried import Carried
from coachcli.domain.value import changed
from coachcli.render.report.report_data import client_data, own_data

POINTS = (Nearness(date(2026, 9, 1), 3),)


def test_a_client_has_their_words_numbers_and_what_goes_on() -> None:
    group = Group("", "Areas", (Numbers("Sleep", 1, 10, POINTS, Others(6, 4)),))
    told = client_data(changed(REPORT, progress=changed(REPORT.progress, groups=(group,))))

    assert told["in_own_words"][1] == {"on": "2026-11-20", "notes": [{"kind": "takeaway", "text": "Rest is work"}]}
    assert told["goes_on"] == [{"what": "Rest", "due": "2026-11-27"}]
    assert told["promised"] == [{"what": "Send the article", "due": None}]
    assert told["numbers"] == [
        {"heading": "Areas", "title": "Sleep", "from": 1, "to": 10, "numbers": [{"score": 3, "on": "2026-09-01"}]}
    ]
    assert told["actions"] == [{"what": "Ask Sam", "state": "kept", "on": "2026-11-20"}]
    assert note("x").share_with not in str(told)


def test_a_coach_has_the_sessions_the_road_and_the_progress() -> None:
    told = own_data(OWN)

    assert [one["with"] for one in told["sessions"]] == ["client", "stakeholder", "three"]
    assert told["engagement"]["name"] == "Leading"
    assert told["progress"]["client"] == "jane-doe"
    assert own_data(changed(OWN, work=None))["engagement"] is None


def test_a_coach_has_what_is_open_what_was_said_and_their_own_lines() -> None:
    promise = Followed(1, Carried(kind="promise", what="Send it", session="", whose="coach"))
    stayed = (Stayed(date(2026, 9, 1), (SharedNote(note("I rescue", "insight")),)),)
    told = own_data(changed(OWN, still_open=(promise,), stayed=stayed, themes=("Decides sooner",)))

    assert told["still_open"] == [{"kind": "promise", "whose": "coach", "who": None, "what": "Send it", "due": None}]
    assert (told["in_own_words"][0]["on"], told["themes"]) == ("2026-09-01", ["Decides sooner"])
