"""What is held about a client, from every place in which it lies."""

from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.disclosure.gathered import gathered, read_all
from coachcli.domain.client.model import Client
from coachcli.errors import UnreadableError
from coachcli.store.client import client_file
from coachcli.store.disk import files
from coachcli.store.session import trash


def test_sessions_deleted_ones_and_other_versions_are_all_there(
    context: Context, jane: Client, made: MakeSession
) -> None:
    for when in ("2026-11-18-1000", "2026-11-19-1000"):
        made(jane, when)
    first = context.practice.session_file(jane.id, "2026-11-18-1000-grow")
    first.with_name("2026-11-18-1000-grow (1).yaml").write_bytes(first.read_bytes())
    trash.delete(context.practice, context.practice.session_file(jane.id, "2026-11-19-1000-grow"))
    known = read_all(context, jane)

    assert [stem for stem, _ in known.sessions] == ["2026-11-18-1000-grow (1)", "2026-11-18-1000-grow"]
    assert [stem for stem, _ in known.deleted] == ["2026-11-19-1000-grow"]


def test_without_others_their_talks_are_not_there_and_with_them_they_are(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane)
    made(jane, "2026-11-19-1200", "stakeholder-interview", turns=(turn_with(note("theirs")),))

    assert len(gathered(context, jane, with_others=False).sessions) == 1
    assert len(gathered(context, jane, with_others=True).sessions) == 2


def test_what_cannot_be_read_is_told_and_what_nobody_knows_is_left_to_the_coach(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane).path.with_name("2026-11-20-1000-grow.yaml").write_text("torn")
    exports = context.practice.exports(jane.id)
    files.make_folder(exports, inside=context.practice.root)
    for name in ("2026-11-19-1000-for-client.md", "interview with Sam.pdf", "all-held-2026-11-01"):
        (exports / name).write_text("x")
    (context.practice.sessions(jane.id) / "2026-11-19-1000-grow.draft").write_text("x")
    known = gathered(context, jane, with_others=False)

    assert [path.name for path in known.made] == ["2026-11-19-1000-for-client.md"]
    assert [path.name for path in known.left_out] == ["interview with Sam.pdf", "2026-11-19-1000-grow.draft"]
    assert [type(error).exit_code for error in known.unread] == [UnreadableError.exit_code]


def test_a_session_that_says_it_is_somebody_elses_is_given_to_nobody(
    context: Context, jane: Client, made: MakeSession
) -> None:
    robin = client_file.add(context.practice, "Robin Example")
    path = made(robin).path
    files.make_folder(context.practice.sessions(jane.id), inside=context.practice.root)
    path.rename(context.practice.sessions(jane.id) / path.name)
    known = gathered(context, jane, with_others=True)

    assert known.sessions == ()
    assert "belongs to nobody" in known.unread[0].message


def test_two_versions_of_a_session_are_one_session_and_both_are_there(
    context: Context, jane: Client, made: MakeSession
) -> None:
    path = made(jane).path
    for ending in (" (1).yaml", ".yaml~"):
        path.with_name(f"{path.stem}{ending}").write_bytes(path.read_bytes())
    known = gathered(context, jane, with_others=False)

    assert sorted(stem for stem, _ in known.sessions) == [path.stem, f"{path.stem} (1)", f"{path.stem}~"]
    assert len(known.held.sessions) == 1
