"""Notes that were found, as a coach reads them."""

from builders import CLIENT, NOW, note, session_of, turn_with

from coachcli.domain.find.occasion import Occasion, between_sessions, of_session
from coachcli.domain.find.query import Query
from coachcli.domain.history.between import Between, Entry
from coachcli.domain.value import changed
from coachcli.render.find.rows import counted, plain_text, rows

QUERY = Query(("budget",))
SESSION = session_of(
    turn_with(
        note("The Büdget is tight"), note("my budget!", "quote"), note("x"), note("budgets rise", "insight"),
        note("budget to check", "observation"), note("send the budget", "promise"),
    )
)  # fmt: skip
BETWEEN = Between(client="jane", entries=(Entry(at=NOW, notes=(note("Cut the budget", "action"),)),))


def found() -> list[Occasion]:
    return [*of_session(SESSION, CLIENT, QUERY), *between_sessions(BETWEEN, CLIENT, QUERY)]


def test_each_note_has_its_number_who_said_it_and_the_word_marked() -> None:
    assert plain_text(rows(found(), QUERY.words), None) == (
        f"""Friday 20 November 2026 · Jane Doe · {SESSION.framework.title}
  What is going on?
    1  Jane Doe: The **Büdget** is tight
    2  Jane Doe: “my **budget**!”
    4  Jane Doe, insight: **budget**s rise
    5  for me alone: **budget** to check
    6  I promised: send the **budget**
  coach session show {SESSION.id} --at 1

Friday 20 November 2026 · Jane Doe · between sessions
    action: Cut the **budget**
  coach action list jane --all
"""
    )


def test_in_a_narrow_window_a_command_is_never_broken() -> None:
    text = plain_text(rows(found(), QUERY.words), 40)

    assert f"  coach session show {SESSION.id} --at 1\n" in text
    assert all(len(row) < 40 for row in text.split("\n") if not row.startswith("  coach "))


def test_what_was_thrown_away_is_brought_back_first() -> None:
    (one, _) = found()

    text = plain_text(rows([changed(one, in_trash=True)], QUERY.words), None)

    assert " · in the trash\n" in text
    assert f"  coach session restore {SESSION.id}\n" in text


def test_a_goal_of_between_is_in_the_list_of_goals() -> None:
    between = Between(client="jane", entries=(Entry(at=NOW, notes=(note("a budget", "goal"),)),))

    assert "  coach goal list jane --all\n" in plain_text(rows(between_sessions(between, CLIENT, QUERY), ()), None)


def test_nothing_that_acts_on_a_terminal_is_shown() -> None:
    session = session_of(turn_with(note("budget \x1b[2J\u202e")))

    shown = plain_text(rows(of_session(session, CLIENT, QUERY), QUERY.words), None)

    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_where_others_see_the_screen_it_counts() -> None:
    assert counted(found()) == "6 notes, in 1 session and in the time between sessions (1).\n"
    assert counted(found()[1:]) == "1 note, in the time between sessions.\n"
