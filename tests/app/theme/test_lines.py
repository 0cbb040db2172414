"""A line is the coach's own, and for others only where enough people have its tag."""

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from app.theme.test_answers import engaged
from domain.theme.voices import said

from coachcli.app.context import Context
from coachcli.app.theme.lines import Wanted, add, listed, remove
from coachcli.app.theme.told import told_themes
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, Person
from coachcli.domain.terms import ShareWith
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.session import between

LINE = "She hears people out"


@pytest.fixture(autouse=True)
def _asked(context: Context, jane: Client, made: MakeSession) -> None:
    engaged(context.practice, "lead")
    for day in (1, 2, 3):
        tags = "#listens #late" if day < 3 else "#listens"
        made(
            jane,
            f"2026-10-0{day}-1000",
            "stakeholder-interview",
            turns=(said(f"Waits until I am done, {day} times {tags}"),),
            person=Person(code=f"P{day}" if day < 3 else "Ann Example"),
            engagement="lead" if day < 3 else None,
        )


def added(
    context: Context,
    words: str = LINE,
    tag: str | None = "listens",
    share: ShareWith | None = "client",
    answers: list[str] | None = None,
) -> str:
    def ask() -> Chooser | None:
        return Chooser(answers) if answers is not None else None

    kept = add(context, ask, "jane", Wanted(words, tag, share))
    return f"{kept.theme.words} {' '.join(kept.theme.tags)} {kept.theme.note.share_with}"


def refused(
    context: Context, words: str = LINE, tag: str | None = "listens", share: ShareWith | None = "client"
) -> str:
    with pytest.raises(UsageError) as caught:
        added(context, words, tag, share)
    assert between.load(context.practice, "jane-doe").entries == ()
    assert caught.value.hint
    return caught.value.message


def test_a_line_that_three_people_back_is_kept_for_the_client(context: Context) -> None:
    assert added(context) == "She hears people out #listens client"
    assert [one.words for one in told_themes(context, "jane-doe", "client").lines] == [LINE]


def test_below_that_it_is_refused_for_others_without_a_count_of_people(context: Context) -> None:
    said_of_it = refused(context, tag="late")

    assert said_of_it == "That line is for you alone as yet: it takes 3 people with its tag, in interviews."
    assert "2" not in said_of_it


def test_and_kept_for_the_coach_alone(context: Context) -> None:
    assert added(context, tag="late", share=None) == "She hears people out #late nobody"
    assert [one.people for one in listed(context, "jane").themes] == [2]


def test_for_the_sponsor_the_people_must_have_been_asked_in_the_engagement(context: Context) -> None:
    assert "in interviews of that engagement" in refused(context, share="sponsor")


def test_a_tag_in_the_words_will_do_and_two_will_not(context: Context) -> None:
    assert refused(context, f"{LINE} #listens #late", None) == "A line has one tag."
    assert added(context, f"{LINE} #listens", None) == "She hears people out #listens client"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("P1 finds that she hears people out", "The code of somebody you asked is in that line."),
        ("With ann example she hears people out", "The code of somebody you asked is in that line."),
        ("waits until I am done, 2 times!", "That is word for word what one person said."),
        ("~ she hears people out", "A line that begins with ~ is for you alone."),
        ("#listens", "There are no words."),
    ],
)
def test_what_gives_somebody_away_is_for_nobody_else(context: Context, words: str, told: str) -> None:
    assert refused(context, words) == told


def test_what_was_added_to_an_interview_later_may_be_what_they_said(
    context: Context, jane: Client, made: MakeSession
) -> None:
    turn = said("x")
    noted = changed(turn, notes=(*turn.notes, Note(kind="note", text=LINE, added=context.clock.now())))
    made(jane, "2026-11-01-1000", "stakeholder-interview", turns=(noted,), person=Person(code="P4"))

    assert refused(context) == "That is word for word what one person said."


@pytest.mark.parametrize("tag", ["two words", "#", "7", ""])
def test_a_tag_is_one_word(context: Context, tag: str) -> None:
    assert refused(context, tag=tag) == "That is no tag."


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("lsten", "Did you mean #listens? Those that were set: coach themes show jane-doe"),
        ("zzz", "Those that were set: coach themes show jane-doe"),
    ],
)
@pytest.mark.parametrize("share", ["client", None])
def test_a_tag_that_was_set_in_no_interview_is_refused_and_the_one_that_was_meant_is_named(
    context: Context, share: ShareWith | None, tag: str, hint: str
) -> None:
    for wanted in (Wanted(LINE, tag, share), Wanted(f"{LINE} #{tag}", None, share)):
        with pytest.raises(NotFoundError) as caught:
            add(context, lambda: None, "jane", wanted)
        assert caught.value.message == f"The tag #{tag} was set in no interview with anybody who has a code."
        assert caught.value.hint == hint
    assert between.load(context.practice, "jane-doe").entries == ()


def test_a_tag_may_be_typed_in_other_letters(context: Context) -> None:
    assert added(context, tag="LISTENS") == "She hears people out #LISTENS client"


@pytest.mark.parametrize("tag", ["listens", None])
def test_before_there_is_a_tag_the_last_interview_is_named_and_no_other_session(
    context: Context, jane: Client, made: MakeSession, tag: str | None
) -> None:
    for path in context.practice.sessions(jane.id).glob("*"):
        path.unlink()

    def hint() -> str:
        with pytest.raises(UsageError, match="No tag was set in an interview yet") as caught:
            add(context, lambda: None, "jane", Wanted(LINE, tag))
        return caught.value.hint

    assert "coach session start jane-doe -f stakeholder-interview" in hint()
    there = made(jane, "2026-11-01-1000", "stakeholder-interview", turns=(said("x"),), person=Person(code="P1"))
    made(jane, "2026-11-03-1000", "stakeholder-interview", turns=(said("x"),))
    made(jane, "2026-11-05-1000")
    assert f"coach session edit {there.session.id}" in hint()


def test_whoever_sits_there_is_asked_for_the_tag_the_words_and_for_whom(context: Context) -> None:
    assert added(context, "", None, None, ["#listens", LINE, "the client"]) == "She hears people out #listens client"


def test_in_a_pipe_what_is_missing_is_told(context: Context) -> None:
    assert refused(context, LINE, None) == "Which tag does it rest on?"
    assert refused(context, "", "listens") == "There are no words."


def test_the_same_line_again_takes_the_place_of_the_first(context: Context) -> None:
    added(context, share=None)
    added(context)

    assert [one.note.share_with for one in listed(context, "jane").themes] == ["client"]


def test_a_line_is_taken_back_by_its_number(context: Context) -> None:
    added(context)

    with pytest.raises(NotFoundError):
        remove(context, "jane", 2)
    assert remove(context, "jane", 1).theme.words == LINE
    assert listed(context, "jane").themes == ()
