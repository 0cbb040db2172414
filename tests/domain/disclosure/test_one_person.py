"""What somebody said who was asked: theirs alone, and the client is not named."""

from datetime import date

from builders import NOW, note, session_of, turn_with

from coachcli.domain.client.model import Client
from coachcli.domain.disclosure.one_person import Said, codes, person_data, person_page, talks_of
from coachcli.domain.session.model import FrameworkRef, Note, Person, Session
from coachcli.domain.value import changed
from coachcli.render.page.markdown import markdown

JANE = Client("jane-doe", "Jane Doe")
TODAY = date(2026, 11, 20)


def asked(code: str, *notes: Note, phase: str = "call") -> Session:
    framework = FrameworkRef(id="x", title="X", room="stakeholder", version=1, sha256="0" * 64)
    turn = changed(turn_with(*notes, asked="Jane Doe, and Jane's team: how is Jane? (Janet knows)"), room="stakeholder")
    return session_of(changed(turn, phase=phase), person=Person(code=code, group="boss"), framework=framework)


def test_it_is_their_own_words_and_nobody_elses() -> None:
    sessions = [
        asked("P3", note("She is quick"), note("I trust her", "quote"), note("a hunch", "observation")),
        asked("P3", note("mine", "promise"), Note(kind="action", text="hers", details={"who": "client"})),
        asked("P3", note("after"), phase="after_call"),
        asked("P3", changed(note("added"), added=NOW)),
        asked("P4", note("no")),
        session_of(turn_with(note("hers"))),
    ]
    talks = talks_of(sessions, "p3", JANE)

    assert [one.words for talk in talks for one in talk.said] == ["She is quick", "I trust her"]
    assert codes(sessions) == ["P3", "P4"]
    assert talks_of(sessions, "P5", JANE) == ()


def test_the_page_names_nobody_and_asks_each_question_once() -> None:
    talks = talks_of([asked("P3", note("one"), note("two"))], "P3", JANE)
    page = markdown(person_page("P3", talks, TODAY, "Alex Example"))

    assert talks[0].said[0] == Said("The client, and the client's team: how is the client? (Janet knows)", "one")
    assert page.count("how is the client") == 1
    assert "Held by: Alex Example" in page
    assert "as a boss\n\n- *The client, and the client's team: how is the client? (Janet knows)* one\n- two\n" in page
    assert "Jane " not in page
    said = [{"asked": one.asked, "words": one.words} for one in talks[0].said]
    assert person_data("P3", talks)["talks"] == [{"on": NOW.date(), "group": "boss", "said": said}]


def test_all_who_were_asked_are_named_in_the_order_of_their_numbers() -> None:
    there = [asked(code) for code in ("P10", "S1", "P2", "Ann", "P1")]

    assert codes(there) == ["Ann", "P1", "P2", "P10", "S1"]
