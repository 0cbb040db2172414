"""Whose a file is, by its name."""

from coachcli.store.erase.whose import Whose
from coachcli.store.paths import Practice


def test_names_of_files_tell_whose_they_are_and_no_other_client_is_meant(practice: Practice) -> None:
    jane = Whose(practice, "jane")

    for name in (".jane--between.lock", "jane--client.0a.1.yaml", ".jane--2026-03-01-1400-grow.lock", ".jane--x.lock"):
        assert jane.is_in_name(name)
    for name in (".jane-example--between.lock", ".jane--doe--between.lock", ".clients.lock", "janet--client.yaml"):
        assert not jane.is_in_name(name)


def test_a_name_that_is_too_long_for_a_file_is_known_by_what_stands_for_it(practice: Practice) -> None:
    session = practice.session_file("jane" * 40, f"2026-03-01-1400-{'grow' * 20}")
    session.parent.mkdir(parents=True)
    session.write_text("")

    name = practice.lock_file(session).name
    assert "jane" not in name
    assert Whose(practice, "jane" * 40).is_in_name(f".{name}.lock")


def test_their_sessions_are_known_wherever_they_lie_now(practice: Practice) -> None:
    for folder, stem in ((practice.clients, "2026-03-01-1400-grow"), (practice.trash, "2026-03-02-1400-grow")):
        (folder / "jane").mkdir(parents=True)
        (folder / "jane" / f"{stem}.yaml").write_text("")
    before = Whose(practice, "jane").sessions
    practice.erasing.mkdir()
    (practice.clients / "jane").rename(practice.erasing / "jane")

    assert before == Whose(practice, "jane").sessions == {"2026-03-01-1400-grow", "2026-03-02-1400-grow"}
