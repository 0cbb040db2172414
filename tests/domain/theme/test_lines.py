"""Who may read a line: what it rests on decides, each time anew, and nothing is told besides its words."""

import pytest
from domain.theme.voices import interview, line, said

from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Session
from coachcli.domain.terms import Audience
from coachcli.domain.theme.interviews import interviews
from coachcli.domain.theme.lines import themes, themes_for

LINE = "Several find that she hears people out"


def three(engagement: str | None = "lead", people: int = 3) -> list[Session]:
    return [interview(f"P{one}", said("Waits #listens"), engagement=engagement) for one in range(1, people + 1)]


def told(
    audience: Audience, entry: Entry, held: list[Session], *, floor: int = 3, engagement: str | None = "lead"
) -> list[str]:
    return [one.words for one in themes_for(audience, themes([entry], interviews(held)), floor, engagement)]


def test_a_line_that_rests_on_three_people_is_told_without_its_tag_and_without_a_number() -> None:
    assert told("client", line(f"{LINE} #listens", "client"), three()) == [LINE]


@pytest.mark.parametrize("people", [0, 1, 2])
def test_of_fewer_nobody_else_reads_it_whatever_it_is_marked(people: int) -> None:
    for audience in ("client", "sponsor"):
        assert told(audience, line(f"{LINE} #listens", "sponsor", "lead"), three(people=people)) == []
    assert told("me", line(f"{LINE} #listens", "sponsor", "lead"), three(people=people)) == [LINE]


def test_a_line_goes_no_more_once_an_interview_behind_it_is_gone() -> None:
    held = three()

    assert told("client", line(f"{LINE} #listens", "client"), held) == [LINE]
    assert told("client", line(f"{LINE} #listens", "client"), held[1:]) == []


def test_the_settings_can_ask_for_more_people_and_never_for_fewer() -> None:
    assert told("client", line(f"{LINE} #listens", "client"), three(), floor=4) == []
    assert told("client", line(f"{LINE} #listens", "client"), three(people=2), floor=1) == []


def test_what_is_not_marked_for_somebody_is_not_told() -> None:
    assert told("client", line(f"{LINE} #listens"), three()) == []
    assert told("sponsor", line(f"{LINE} #listens", "client", "lead"), three()) == []


def test_what_the_sponsor_may_read_the_client_may_read_too() -> None:
    entry = line(f"{LINE} #listens", "sponsor", "lead")

    assert (told("client", entry, three()), told("sponsor", entry, three())) == ([LINE], [LINE])


def test_a_sponsor_reads_what_belongs_to_their_engagement_and_rests_on_people_asked_in_it() -> None:
    of_lead, of_other, of_none = (line(f"{LINE} #listens", "sponsor", one) for one in ("lead", "other", None))

    assert told("sponsor", of_lead, three("lead")) == [LINE]
    assert told("sponsor", of_lead, three("other")) == []
    assert told("sponsor", of_lead, three(None)) == []
    assert told("sponsor", of_other, three("other")) == []
    assert told("sponsor", of_none, three("lead"), engagement=None) == []


def test_what_a_client_reads_of_one_engagement_has_no_line_of_another() -> None:
    of_lead, of_none = line(f"{LINE} #listens", "client", "lead"), line(f"{LINE} #listens", "client")

    assert told("client", of_lead, three(), engagement="lead") == told("client", of_lead, three(), engagement=None)
    assert told("client", of_none, three(), engagement="lead") == [LINE]
    assert told("client", of_lead, three(), engagement="other") == []


def test_a_line_without_a_tag_rests_on_nobody_and_one_with_two_on_those_with_the_rarer() -> None:
    assert told("client", line(LINE, "client"), three()) == []
    assert told("client", line(f"{LINE} #listens #waits", "client"), three()) == []


def test_a_line_of_nothing_but_its_tag_is_no_line() -> None:
    assert told("client", line("#listens", "client"), three()) == []


def test_nothing_of_one_persons_words_changes_what_is_told() -> None:
    entry, held = line(f"{LINE} #listens", "client"), three(people=4)
    other = [*held[:3], interview("P4", said("Something else altogether"), day=3, group="boss")]

    assert told("client", entry, held) == told("client", entry, other) == [LINE]


def test_other_notes_between_sessions_are_no_lines() -> None:
    action = Entry(at=line("").at, notes=(Note(kind="action", text="Ask Ana #listens", share_with="client"),))

    assert told("client", action, three()) == []


def test_lines_are_numbered_as_they_were_written() -> None:
    written = themes([line("One #a", day=2), line("Two #b", day=1)], ())

    assert [(one.number, one.words, one.tags) for one in written] == [(1, "One", ("#a",)), (2, "Two", ("#b",))]
