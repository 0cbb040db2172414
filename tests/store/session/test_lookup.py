"""Which session a coach means by `last`, a client, a day or an id, and what is said when it is none."""

from pathlib import Path

import pytest
from builders import session_of

from coachcli.domain.value import changed
from coachcli.errors import NotFoundError
from coachcli.store.client.client_file import add
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.lookup import find
from coachcli.store.session.place import session_name, session_when

CYRILLIC_ANNA = "\N{CYRILLIC CAPITAL LETTER A}nna"


def create(practice: Practice, session_id: str, framework: str = "grow") -> Path:
    session = session_of(id=session_id, client=session_id.partition("/")[0])
    ref = changed(session.framework, id=framework)
    return sessions.create(practice, changed(session, framework=ref)).path


@pytest.fixture
def office(practice: Practice) -> Practice:
    """Jane with three sessions, two of them on one day, and Bob with the newest of all."""
    add(practice, "Jane Doe")
    add(practice, "Bob")
    for session_id in (
        "jane-doe/2026-11-19-0900",
        "jane-doe/2026-11-20-1400",
        "jane-doe/2026-11-20-1600",
        "bob/2026-11-21-1000",
    ):
        create(practice, session_id)
    return practice


def refusal(practice: Practice, wanted: str | None) -> tuple[str, str]:
    with pytest.raises(NotFoundError) as caught:
        find(practice, wanted)

    assert caught.value.exit_code == 3
    return caught.value.message, caught.value.hint


class TestFinding:
    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            (None, "bob/2026-11-21-1000"),
            ("last", "bob/2026-11-21-1000"),
            (" LAST ", "bob/2026-11-21-1000"),
            ("Jane Doe", "jane-doe/2026-11-20-1600"),
            ("jane-doe", "jane-doe/2026-11-20-1600"),
            ("jane", "jane-doe/2026-11-20-1600"),
            ("jane/last", "jane-doe/2026-11-20-1600"),
            ("jane/", "jane-doe/2026-11-20-1600"),
            ("jane/2026-11-19", "jane-doe/2026-11-19-0900"),
            ("jane-doe/2026-11-20-1400", "jane-doe/2026-11-20-1400"),
            ("Jane Doe/2026-11-20-1400-grow", "jane-doe/2026-11-20-1400"),
            ("jane-doe/2026-11-20-1400-grow.yaml", "jane-doe/2026-11-20-1400"),
        ],
    )
    def test_it_is_found(self, office: Practice, wanted: str | None, found: str) -> None:
        assert session_name(find(office, wanted)) == found

    @pytest.mark.parametrize(
        ("wanted", "message", "hint"),
        [
            (
                "jane/2026-11-20",
                "There are 2 sessions with Jane Doe on that day.",
                "Name one: jane-doe/2026-11-20-1600, jane-doe/2026-11-20-1400",
            ),
            (
                "jane/2026-11-18",
                "There is no session jane-doe/2026-11-18.",
                "There is: jane-doe/2026-11-20-1600, jane-doe/2026-11-20-1400, jane-doe/2026-11-19-0900",
            ),
            (
                "jane/2026",
                "There is no session jane-doe/2026.",
                "There is: jane-doe/2026-11-20-1600, jane-doe/2026-11-20-1400, jane-doe/2026-11-19-0900",
            ),
            ("jnae doe", "There is no client jnae doe.", "Did you mean Jane Doe?"),
            ("carol", "There is no client carol.", "coach client list shows who there is."),
            ("bob/../../x", "There is no client bob/../...", "Did you mean Bob?"),
            ("../bob", "There is no client ...", "coach client list shows who there is."),
            ("bob/\x1b[2J*", "There is no session bob/[2J*.", "There is: bob/2026-11-21-1000"),
            ("", "There is no client by that name.", "coach client list shows who there is."),
        ],
    )
    def test_or_it_says_what_there_is(self, office: Practice, wanted: str, message: str, hint: str) -> None:
        assert refusal(office, wanted) == (message, hint)

    def test_in_an_empty_practice_it_says_how_to_begin(self, practice: Practice) -> None:
        assert refusal(practice, None) == ("There is no session yet.", "coach session start begins one.")

        add(practice, "Carol")
        assert refusal(practice, "carol") == (
            "There is no session with Carol yet.",
            "coach session start begins one.",
        )
        assert refusal(practice, "carol/2026-11-20") == ("There is no session carol/2026-11-20.", "")


class TestWhatLooksAlike:
    def test_an_id_from_a_list_means_that_folder_whatever_another_is_called(self, practice: Practice) -> None:
        cyrillic, latin = add(practice, CYRILLIC_ANNA), add(practice, "Anna")
        assert (cyrillic.id, latin.id) == ("anna", "anna-2")
        theirs, hers = create(practice, "anna/2026-11-20-1400"), create(practice, "anna-2/2026-11-20-1400")
        later = create(practice, "anna-2/2026-11-21-1400")

        assert find(practice, session_name(theirs)) == theirs
        assert find(practice, session_name(hers)) == hers
        assert find(practice, CYRILLIC_ANNA) == theirs
        assert find(practice, "anna") == later
        assert find(practice, "anna/2026-11-21") == later

    def test_a_name_may_hold_a_slash(self, practice: Practice) -> None:
        client = add(practice, "Jane / ACME")
        path = create(practice, f"{client.id}/2026-11-20-1400")

        assert find(practice, "jane / acme") == path
        assert find(practice, "Jane / ACME/2026-11-20") == path

    def test_of_two_in_one_minute_the_second_is_the_last(self, practice: Practice) -> None:
        add(practice, "Jane")
        made = [create(practice, "jane/2026-11-20-1400") for _ in range(10)]

        assert find(practice, "last") == find(practice, "jane") == made[-1]
        assert find(practice, "jane/2026-11-20-1400") == made[0]
        assert find(practice, "jane/2026-11-20-1400-2") == made[1]
        assert find(practice, "jane/2026-11-20-1400-10") == made[9]

    @pytest.mark.parametrize(
        "name",
        [
            "2026-11-20-1400-grow (conflicted copy).yaml",
            "2026-11-20-1400-grow.sync-conflict-20261121-101010-ABCDEFG.yaml",
            "2026-11-20-1400-grow 2.yaml",
            "2026-11-20-1400-grow.yaml~",
            "2026-11-21-1400-grow.yaml",
            "2026-11-20-1400-grow-pc.yaml",
        ],
    )
    def test_a_second_version_is_never_taken_for_the_session(self, practice: Practice, name: str) -> None:
        add(practice, "Jane")
        path = create(practice, "jane/2026-11-20-1400")
        path.with_name(name).write_bytes(path.read_bytes())

        for wanted in (None, "last", "jane", "jane/last", "jane/2026-11-20-1400", "jane/2026-11-20-1400-grow"):
            assert find(practice, wanted) == path


@pytest.mark.parametrize(
    ("stem", "when"),
    [
        ("2026-11-20-1400-grow", "2026-11-20-1400"),
        ("2026-11-20-1400-2-grow", "2026-11-20-1400-2"),
        ("2026-11-20-1400-egan-atd", "2026-11-20-1400"),
        ("2026-11-20-1400-12-egan-atd", "2026-11-20-1400-12"),
        ("2026-11-20-1400-grow-2", "2026-11-20-1400"),
        ("scratch", "scratch"),
    ],
)
def test_the_time_is_read_from_the_name(stem: str, when: str) -> None:
    assert session_when(Path(f"{stem}.yaml")) == when
