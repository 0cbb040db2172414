"""The page on top of all that is held about a client."""

from datetime import date

from builders import NOW, note, session_of, turn_with
from engagements import START, engagement

from coachcli.domain.disclosure.contents import WITH_OTHERS, WITHHELD, Held, between_page, contents_page, goals_page
from coachcli.domain.engagement.model import Left
from coachcli.domain.history.between import Between, Entry
from coachcli.domain.history.extract import extract_of
from coachcli.domain.history.goals import goals
from coachcli.domain.session.model import Note
from coachcli.render.page.markdown import markdown

TODAY = date(2026, 11, 20)
LEFT = Left(on=TODAY, audience="sponsor", what="report", lines=9)
GOAL = Note(kind="goal", text="Lead", confidence=3, details={"measure": "two ask me"})


def test_it_says_what_there_is_who_holds_it_what_left_and_what_they_may_ask() -> None:
    held = Held("Jane", (session_of(),), engagements=(engagement(keep_until=date(2030, 1, 1), left=(LEFT,)),))
    page = markdown(contents_page(held, TODAY, "Alex Example", with_others=False))

    for words in (
        "# What is held about Jane",
        "- Held by: Alex Example",
        "- sessions: each conversation",
        "- engagements: what was agreed",
        "- Friday 20 November 2026 · for the sponsor · report · 9 lines",
        "- lead: until Tuesday 1 January 2030",
        "for themselves alone are in it",
        "corrected",
    ):
        assert words in page
    assert "deleted" not in page


def test_that_others_are_withheld_is_said_whether_there_are_any_or_not() -> None:
    nobody = markdown(contents_page(Held("Jane"), TODAY, "", with_others=False))

    assert WITHHELD in nobody
    assert WITH_OTHERS not in nobody
    assert WITH_OTHERS in markdown(contents_page(Held("Jane"), TODAY, "", with_others=True))


def test_it_calls_itself_everything_only_where_all_is_in_it() -> None:
    without, whole = (
        markdown(contents_page(Held("Jane"), TODAY, "", with_others=with_others)) for with_others in (False, True)
    )

    assert "Everything" not in without
    assert "all of them" not in without
    assert "with what your coach may have written of it" in without
    assert "# Everything that is held about Jane" in whole
    assert "for themselves alone are in it, all of them" in whole


def test_goals_and_what_was_between_have_pages_of_their_own() -> None:
    session = session_of(turn_with(GOAL))
    notes = Between(client="jane", entries=(Entry(at=NOW, asked="How is it?", notes=(note("well"),)),))
    held = Held("Jane", goals=goals([extract_of(session)], ()), between=notes)

    assert "- Lead · 3 of 10 · two ask me" in markdown(goals_page(held, START))
    assert "## Friday 20 November 2026\n\n- *How is it?* well" in markdown(between_page(held, notes))
