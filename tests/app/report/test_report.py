"""A report for each reader, in each form, and the line that says that it left."""

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import get_args

import pytest
from app.report.conftest import GOAL, GOALS, LEAD, SECRET, WORDS, Reporter

from coachcli.app.context import Context
from coachcli.app.page_forms import ToldForm
from coachcli.app.report.report import content_of, file_name, note_that_it_leaves, refuse_changed, seen_of
from coachcli.app.report.request import ReportRequest
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Left
from coachcli.domain.terms import Audience
from coachcli.errors import CoachError
from coachcli.store.client import engagements

Do = Callable[..., None]
READS = {"me": {GOAL, WORDS}, "client": {GOAL, WORDS}, "sponsor": {GOAL}}
SPONSORS = ReportRequest("jane", "sponsor")
TEXTS: tuple[ToldForm, ...] = ("markdown", "text", "json")


@pytest.mark.parametrize("audience", get_args(Audience))
def test_each_reader_reads_what_is_for_them(
    context: Context, report: Reporter, agree: Do, meet: Do, audience: Audience
) -> None:
    agree(GOALS)
    meet("2026-11-18")

    for form in (*TEXTS, "html"):
        page = content_of(context, report(audience), form).decode()

        assert {words for words in (GOAL, WORDS, SECRET) if words in page} == READS[audience]
        assert "18 November 2026" in page or "2026-11-18" in page


def test_what_a_program_reads_can_be_read(context: Context, report: Reporter, agree: Do, meet: Do) -> None:
    agree(GOALS)
    meet("2026-11-18")

    told = {audience: json.loads(content_of(context, report(audience), "json")) for audience in get_args(Audience)}

    assert told["sponsor"]["sessions"] == told["client"]["sessions"] == ["2026-11-18"]
    assert [one["on"] for one in told["me"]["sessions"]] == ["2026-11-18"]
    assert told["sponsor"]["period"] == {"since": "2026-09-01", "until": "2026-11-20"}


def test_of_the_same_work_it_is_the_same_to_the_letter(context: Context, report: Reporter, agree: Do, meet: Do) -> None:
    agree(GOALS)
    meet("2026-11-18")

    assert [content_of(context, report(), form) for form in TEXTS] == [
        content_of(context, report(), form) for form in TEXTS
    ]


@pytest.mark.parametrize("audience", get_args(Audience))
def test_the_name_of_its_file_has_the_time_and_the_reader_and_no_more(
    report: Reporter, agree: Do, audience: Audience
) -> None:
    agree()

    assert file_name(report(audience), "text") == f"jane-doe-2026-09-01-to-2026-11-20-for-{audience}.txt"


def test_what_is_seen_before_is_what_leaves(context: Context, report: Reporter, agree: Do, meet: Do) -> None:
    agree(GOALS)
    meet("2026-11-18")

    for form in TEXTS:
        assert seen_of(context, report(), form) == content_of(context, report(), form).decode()


def test_of_what_is_laid_out_its_words_are_seen_and_what_stands_above(
    context: Context, report: Reporter, agree: Do, meet: Do
) -> None:
    agree(GOALS)
    meet("2026-11-18")
    settings = context.practice.root / "coach.yaml"
    settings.write_text("me: {name: Alex Example, mail: alex@example.com}\n", encoding="utf-8")

    seen = seen_of(context, report(), "html")

    assert seen.startswith("Alex Example\nalex@example.com\nCoaching of Jane Doe\n")
    page = content_of(context, report(), "html").decode().partition("<body")[2]
    there = unescape(re.sub(r"<[^>]*>", " ", f"<body{page}")).casefold()
    assert [word for word in re.findall(r"\w+", there) if word not in re.findall(r"\w+", seen.casefold())] == []


class TestWhatChangesWhileItIsLookedAt:
    def test_nothing_changed_nothing_is_said(self, context: Context, report: Reporter, agree: Do, meet: Do) -> None:
        agree(GOALS)
        meet("2026-11-18")
        draft = report()

        refuse_changed(context, SPONSORS, draft, "pdf", content_of(context, draft, "pdf"))

    def test_a_consent_that_was_taken_back_keeps_it_here(
        self, context: Context, report: Reporter, agree: Do, meet: Do
    ) -> None:
        agree(GOALS)
        meet("2026-11-18")
        draft = report()
        content = content_of(context, draft, "markdown")
        agree(GOALS.replace("{goals: 2026-09-03}", "{}"))

        with pytest.raises(CoachError, match="consent to that is not in the engagement's file"):
            refuse_changed(context, SPONSORS, draft, "markdown", content)

    def test_a_mark_that_was_taken_back_does_too(
        self, context: Context, report: Reporter, agree: Do, meet: Do, jane: Client
    ) -> None:
        agree(GOALS)
        meet("2026-11-18")
        draft = report()
        content = content_of(context, draft, "markdown")
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        path.write_text(path.read_text(encoding="utf-8").replace("share_with: sponsor", "share_with: nobody"), "utf-8")

        with pytest.raises(CoachError, match="changed while you looked, so nothing left"):
            refuse_changed(context, SPONSORS, draft, "markdown", content)


class TestTheLine:
    def test_it_says_what_left_for_whom_and_when_and_how_many_lines(
        self, context: Context, report: Reporter, agree: Do, jane: Client
    ) -> None:
        agree(f"# With Sam\n{LEAD}")

        note_that_it_leaves(context, report(until="2026-11-01"))

        (lead,) = engagements.of_client(context.practice, jane.id).found
        assert lead.left == (
            Left(on=date(2026, 11, 20), audience="sponsor", what="report 2026-09-01 to 2026-11-01", lines=8),
        )

    def test_for_the_coach_and_where_nothing_was_agreed_there_is_none(
        self, context: Context, report: Reporter, agree: Do, jane: Client
    ) -> None:
        note_that_it_leaves(context, report("client"))
        agree()
        note_that_it_leaves(context, report("me"))

        (lead,) = engagements.of_client(context.practice, jane.id).found
        assert lead.left == ()

    def test_where_it_cannot_be_written_it_says_so(self, context: Context, report: Reporter, agree: Do) -> None:
        agree("{start: 2026-09-01}\n")

        with pytest.raises(CoachError, match="no place for another line"):
            note_that_it_leaves(context, report())
