"""What an erasing would remove, in words."""

from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.erase import rows
from coachcli.app.erase.survey import survey
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Booked
from coachcli.store.client import client_file
from coachcli.store.client.clients import clients


def test_places_are_told_by_their_folders_and_files_are_counted(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane)
    (context.practice.trash / jane.id).mkdir(parents=True)
    for name in ("a.yaml", "b.yaml"):
        (context.practice.trash / jane.id / name).write_text("x")
    context.practice.earlier_hours.write_text("format: 1\nrelationships:\n  - {client: Jane Doe, paid: 7}\n")
    clients(context.practice)
    found = rows.places(context, survey(context, "jane"))

    assert ("clients/jane-doe/sessions", "1 file", "") in found
    assert (".trash/jane-doe", "2 files", "") in found
    assert ("earlier-hours.yaml", "1 file", "their rows of hours from before") in found
    assert any(where == ".index" and told.startswith("what lists remember") for where, _, told in found)
    assert rows.alone(1).startswith("1 of the sessions is")


def test_what_becomes_of_their_hours_is_said_and_nothing_where_there_are_none(
    context: Context, jane: Client, made: MakeSession
) -> None:
    assert list(rows.hours(context, survey(context, "jane"))) == []
    made(jane, status="ended", minutes=Booked(planned=50, spent=90))
    made(jane, "2026-11-19-1200", status="ended", minutes=Booked(planned=60))

    assert list(rows.hours(context, survey(context, "jane"))) == [
        "1.5 h stay, as numbers without a name; --no-hours takes them as well.",
        "Your hours lose: 1 session of which no time was measured, 1 h planned.",
    ]


def test_a_mention_says_where_when_and_whose_and_how_to_open_it(
    context: Context, jane: Client, made: MakeSession
) -> None:
    robin = client_file.add(context.practice, "Robin Example")
    made(robin, turns=tuple(turn_with(note(f"Jane {number}")) for number in range(7)))
    (context.practice.root / "jane.pdf").write_bytes(b"\xff")
    first, told, how, *last = rows.mentions(context, survey(context, jane.id))

    assert first == "  clients/robin-example/sessions/2026-11-19-1000-grow.yaml"
    assert told.startswith("    Robin Example, Thursday 19 November 2026, lines ")
    assert told.endswith(" and 2 more: Jane")
    assert how == "    coach session show robin-example/2026-11-19-1000"
    assert last == ["  jane.pdf", "    in its name"]
