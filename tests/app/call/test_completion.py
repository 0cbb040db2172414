"""The words of a practice."""

from app.conftest import MakeSession
from builders import CLIENT, FRAMEWORK, note, session_of, turn_with

from coachcli.app.call.completion import at_hand, vocabulary
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.session.walk import Walk
from coachcli.store.client import client_file
from coachcli.store.session.folder import session_files

WALK = Walk(FRAMEWORK, CLIENT)


def test_a_practice_that_is_not_there_yet_has_the_words_that_come_with_coachcli(context: Context) -> None:
    words = vocabulary(context)

    assert (words.clients(), words.tags()) == ((), ())
    assert "grow" in words.frameworks()
    assert words.packs()


def test_clients_go_by_their_names_and_the_tag_used_most_comes_first(
    context: Context, jane: Client, made: MakeSession
) -> None:
    client_file.add(context.practice, "Jo Smith")
    made(jane, turns=(turn_with(note("#rest and #delegation")),))
    made(jane, "2026-11-18-1000", turns=(turn_with(note("#delegation")),))

    assert vocabulary(context).clients() == ("Jane Doe", "Jo Smith")
    assert vocabulary(context).tags() == ("#delegation", "#rest")


def test_what_cannot_be_read_keeps_no_word_from_being_found(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, turns=(turn_with(note("#delegation")),))
    broken = made(jane, "2026-11-18-1000").path
    broken.write_text("{")
    (broken.parent.parent / "client.yaml").write_text("{")

    assert vocabulary(context).tags() == ("#delegation",)
    assert len(vocabulary(context).clients()) == 1


def test_nothing_is_looked_up_before_it_is_needed_nor_twice(context: Context, jane: Client, made: MakeSession) -> None:
    words = vocabulary(context)
    made(jane, turns=(turn_with(note("#delegation")),))
    assert words.tags() == ("#delegation",)

    for path in session_files(context.practice).paths:
        path.unlink()
    assert words.tags() == ("#delegation",)


def test_what_was_tagged_in_this_session_is_offered_first_the_newest_before_all() -> None:
    known = Vocabulary(tuple, lambda: ("#rest", "#delegation"), tuple, tuple)
    session = session_of(turn_with(note("#trust"), note("on #delegation and #team")), turn_with(note("#team again")))

    assert at_hand(WALK, session, known, list).tags() == ("#team", "#delegation", "#trust", "#rest")
    assert at_hand(WALK, session, known, list).clients is known.clients


def test_neither_the_session_nor_the_practice_is_searched_before_a_tag_is_begun() -> None:
    asked: list[str] = []

    def look_up() -> tuple[str, ...]:
        asked.append("tags")
        return ("#rest",)

    words = at_hand(WALK, session_of(), Vocabulary(tuple, look_up, tuple, tuple), list)
    assert asked == []

    assert words.tags() == words.tags() == ("#rest",)
    assert asked == ["tags"]


def test_where_one_can_go_is_offered_by_what_is_asked() -> None:
    words = at_hand(WALK, session_of(), Vocabulary(tuple, tuple, tuple, tuple), list)
    hidden = at_hand(Walk(FRAMEWORK, None), session_of(), Vocabulary(tuple, tuple, tuple, tuple), list)

    assert {"Opening", "Is this still the goal, Jane Doe?"} <= set(words.places())
    assert "Is this still the goal, …?" in hidden.places()
