"""A report for the sponsor: when one is made, what it says beside it, and when none is."""

from collections.abc import Callable
from datetime import date

import pytest
from app.play import Chooser
from app.report.conftest import GOAL, GOALS, LEAD, Reporter

from coachcli.app.context import Context
from coachcli.app.report import sponsor_draft
from coachcli.app.report.draft import Draft
from coachcli.app.theme.told import ToldThemes
from coachcli.domain.client.model import Client
from coachcli.domain.theme.lines import ToldTheme
from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.render.page.text import text
from coachcli.store.client import clients

Do = Callable[..., None]
PRIVATE = "start: 2026-10-01\ntitle: Leaving Sam\n"


def page(draft: Draft) -> str:
    return text(draft.page)


def test_it_has_the_sessions_that_say_that_they_belong_to_it(report: Reporter, agree: Do, meet: Do) -> None:
    agree()
    meet("2026-11-18")
    meet("2026-11-19", engagement="none")

    draft = report()

    assert "18 November 2026" in page(draft)
    assert "19 November 2026" not in page(draft)
    assert "Sessions so far: 1 of 12 agreed" in page(draft)


def test_where_nobody_said_what_the_sponsor_hears_it_is_dates_alone_and_the_coach_is_told(
    report: Reporter, agree: Do, meet: Do
) -> None:
    agree(f"{LEAD}consents: {{goals: 2026-09-03}}\n")
    meet("2026-11-18")

    draft = report()

    assert GOAL not in page(draft)
    assert "dates alone" in draft.remarks[0]


class TestConsent:
    @pytest.mark.parametrize(
        ("agreed", "missing"),
        [
            ("sponsor_hears: goals\n", "goals"),
            ("sponsor_hears: goals\nconsents: {themes: 2026-09-03}\n", "goals"),
            ("sponsor_hears: goals\nconsents: {goals: 2026-11-21}\n", "goals"),  # to come
            ("sponsor_hears: themes\nconsents: {goals: 2026-09-03}\n", "themes"),
        ],
    )
    def test_without_it_none_is_made_and_it_says_what_is_missing_and_how_to_write_it(
        self, report: Reporter, agree: Do, agreed: str, missing: str
    ) -> None:
        agree(f"{LEAD}{agreed}")

        with pytest.raises(UsageError) as raised:
            report()

        assert f"The sponsor is to hear of {missing}, and the client's consent to that" in raised.value.message
        assert f"consents: {{{missing}: 2026-09-03}}" in raised.value.hint
        assert "coach engagement edit jane-doe lead" in raised.value.hint

    def test_it_counts_for_a_report_that_ends_no_sooner(self, report: Reporter, agree: Do, meet: Do) -> None:
        agree(f"{LEAD}sponsor_hears: goals\nconsents: {{goals: 2026-11-10}}\n")
        meet("2026-11-05")

        assert GOAL in page(report(until="2026-11-10"))
        with pytest.raises(UsageError, match="is of 2026-11-10, later than 2026-11-09"):
            report(until="2026-11-09")

    def test_taken_away_it_ends_at_once(self, report: Reporter, agree: Do, meet: Do) -> None:
        agree(GOALS)
        meet("2026-11-18")
        assert GOAL in page(report())

        agree(f"{LEAD}sponsor_hears: goals\n")

        with pytest.raises(UsageError):
            report()

    def test_consent_to_themes_brings_no_goals_and_the_coach_is_told(
        self, report: Reporter, agree: Do, meet: Do
    ) -> None:
        agree(f"{LEAD}sponsor_hears: themes\nconsents: {{themes: 2026-09-03}}\n")
        meet("2026-11-18")

        draft = report()

        assert GOAL not in page(draft)
        assert draft.remarks == ("Without goals: the client's consent to these is not in the engagement's file.",)


class TestThemes:
    @pytest.fixture(autouse=True)
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
        """For whom and of which engagement lines were asked for; there are two, one from before the time."""
        seen: list[tuple[str, str]] = []

        def told(_context: Context, _client: str, audience: str, engagement: str) -> ToldThemes:
            seen.append((audience, engagement))
            lines = (ToldTheme("Hears people out", date(2026, 10, 2)), ToldTheme("Was slow", date(2026, 9, 2)))
            return ToldThemes(lines, ())

        monkeypatch.setattr(sponsor_draft, "told_themes", told)
        return seen

    def test_the_lines_of_the_time_are_in_it_where_that_was_agreed(
        self, report: Reporter, agree: Do, asked: list[tuple[str, str]]
    ) -> None:
        agree(f"{LEAD}sponsor_hears: themes\nconsents: {{themes: 2026-09-03}}\n")

        told = page(report(since="2026-10-01"))

        assert "THEMES\n  - Hears people out\n" in told
        assert "Was slow" not in told
        assert asked == [("sponsor", "lead")]

    def test_without_that_nobody_looks_for_them(
        self, report: Reporter, agree: Do, asked: list[tuple[str, str]]
    ) -> None:
        agree(f"{GOALS.replace('2026-09-03', '2026-09-03, themes: 2026-09-03')}")

        assert "Hears people out" not in page(report())
        assert asked == []


def test_where_the_sponsor_hears_nothing_there_is_no_report(report: Reporter, agree: Do) -> None:
    agree(f"{LEAD}sponsor_hears: nothing\n")

    with pytest.raises(UsageError, match="the sponsor hears nothing"):
        report()


def test_without_an_engagement_there_is_none(report: Reporter) -> None:
    with pytest.raises(NotFoundError, match="no engagement with Jane Doe"):
        report()


class TestTwoEngagements:
    def test_none_is_taken_unless_the_coach_says_which(self, report: Reporter, agree: Do) -> None:
        agree()
        agree(PRIVATE, "private")

        with pytest.raises(UsageError) as raised:
            report()

        assert raised.value.message == "Which engagement of Jane Doe: lead or private?"
        assert raised.value.hint == "Name it: coach report jane-doe --for sponsor --engagement private --yes"

    def test_the_coach_picks_or_names_it(self, report: Reporter, agree: Do) -> None:
        agree(f"{LEAD}mode: mentoring\n")
        agree(PRIVATE, "private")

        assert "Mentoring of" in page(report(chooser=Chooser(["Lead"])))
        assert "Mentoring of" in page(report(engagement="division"))

    def test_of_the_other_nothing_shows(self, report: Reporter, agree: Do, meet: Do) -> None:
        agree(GOALS)
        meet("2026-11-18")
        before = page(report(engagement="lead"))

        agree(PRIVATE, "private")
        meet("2026-11-10", engagement="private")
        meet("2026-11-12", engagement="private", framework="three-way")

        assert page(report(engagement="lead")) == before


class TestWhatSaysNoEngagement:
    def test_through_a_pipe_it_is_left_out_and_counted(self, report: Reporter, agree: Do, meet: Do) -> None:
        agree()
        meet("2026-11-18", engagement=None)
        meet("2026-11-19", engagement=None)

        draft = report()

        assert "Sessions so far: 0 of 12" in page(draft)
        assert draft.remarks[-1] == "2 sessions say no engagement, and are not in it."

    def test_somebody_at_the_terminal_says_whose_it_is(self, report: Reporter, agree: Do, meet: Do) -> None:
        agree()
        meet("2026-11-18", engagement=None)

        draft = report(chooser=Chooser(["all of it"]))

        assert "18 November 2026" in page(draft)
        assert "Wednesday 18 November 2026, GROW" in report.told
        assert "1 session says no engagement" in report.told
        assert "18 November 2026" in page(report())  # it is written down


class TestWhatCannotBeRead:
    """A report would be wrong, and nobody would see it."""

    def test_a_damaged_session(self, context: Context, report: Reporter, agree: Do, meet: Do) -> None:
        agree()
        meet("2026-11-18")
        meet("2026-11-19", engagement="none")
        context.practice.session_file("jane-doe", "2026-11-19-1000-grow").write_text("turns: [", encoding="utf-8")

        with pytest.raises(CoachError, match="no report is made for the sponsor") as raised:
            report()

        assert raised.value.exit_code == UnreadableError.exit_code
        assert "18 November 2026" in page(report("client"))

    def test_a_session_that_is_nobodys(self, context: Context, report: Reporter, agree: Do, meet: Do) -> None:
        agree()
        meet("2026-11-18")
        path = context.practice.session_file("jane-doe", "2026-11-18-1000-grow")
        path.write_text(path.read_text(encoding="utf-8").replace("jane-doe", "robin-doe"), encoding="utf-8")

        with pytest.raises(CoachError, match="no report is made for the sponsor"):
            report()

    def test_the_file_of_the_engagement_or_of_another(self, report: Reporter, agree: Do) -> None:
        agree()
        agree("start: soon\n", "other")

        with pytest.raises(CoachError, match="start must be a day"):
            report(engagement="lead")


def test_an_archived_client_has_a_report_still(
    context: Context, report: Reporter, agree: Do, meet: Do, jane: Client
) -> None:
    agree()
    meet("2026-11-18")
    file = context.practice.client_file(jane.id)
    file.write_text(f"{file.read_text(encoding='utf-8')}archived: 2026-11-19\n", encoding="utf-8")
    assert clients.of_folder(context.practice, jane.id).is_archived

    assert "18 November 2026" in page(report())


def test_what_there_is_to_tell_ends_with_the_time(report: Reporter, agree: Do, meet: Do) -> None:
    agree()
    meet("2026-10-05")
    meet("2026-11-18")

    draft = report(since="2026-10-06", until="2026-11-17")

    assert (draft.period.since, draft.period.until) == (date(2026, 10, 6), date(2026, 11, 17))
    assert "None in this time" in page(draft)
    assert "Sessions so far: 1 of 12" in page(draft)
