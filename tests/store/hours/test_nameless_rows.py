"""A client's rows of hours from before lose their name, and nothing else in the file changes."""

import pytest

from coachcli.errors import CoachError
from coachcli.store.hours import earlier_file
from coachcli.store.hours.earlier_file import DamagedEarlierError
from coachcli.store.hours.nameless_rows import has_name, lines_of, take_name_out
from coachcli.store.paths import Practice

TEXT = """# mine
format: 1
relationships:
  - {client: Robin, paid: 3}  # keep
  - {client: Jane Doe, contact: jane@example.com, start: 2024-01-10, paid: 12.5}
  - client: jane doe
    contact: jane@example.com
    pro_bono: 2
  # the last one
  - {client: Bo, pro_bono: 1}
"""


def put(practice: Practice, text: str) -> None:
    practice.root.mkdir(exist_ok=True)
    practice.earlier_hours.write_text(text)


def test_rows_become_numbers(practice: Practice) -> None:
    put(practice, TEXT)
    take_name_out(practice, "Jane Doe", keeps_hours=True)

    assert practice.earlier_hours.read_text() == (
        "# mine\nformat: 1\nrelationships:\n  - {client: Robin, paid: 3}  # keep\n"
        "  - {client: erased client 1, paid: 12.5}\n  - {client: erased client 1, pro_bono: 2}\n"
        "  # the last one\n  - {client: Bo, pro_bono: 1}\n"
    )
    assert not has_name(practice, "Jane Doe")


def test_their_lines_are_known(practice: Practice) -> None:
    assert lines_of(practice, "Jane Doe") == frozenset()
    put(practice, TEXT)

    assert lines_of(practice, "Jane Doe") == {5, 6, 7, 8}


def test_or_they_go(practice: Practice) -> None:
    put(practice, TEXT)
    take_name_out(practice, "Jane Doe", keeps_hours=False)

    assert [row.client for row in earlier_file.load(practice).relationships] == ["Robin", "Bo"]
    assert "jane" not in practice.earlier_hours.read_text().casefold()


def test_where_the_name_is_nowhere_the_file_need_not_be_sound(practice: Practice) -> None:
    assert not has_name(practice, "Jane")
    put(practice, "torn: [")
    assert not has_name(practice, "Jane")
    put(practice, "torn: [Jane")
    with pytest.raises(DamagedEarlierError):
        has_name(practice, "Jane")


def test_what_is_written_in_a_way_of_its_own_is_left(practice: Practice) -> None:
    odd = "format: 1\nrelationships: [{client: Jane, paid: 1}, {client: Bo, paid: 2}]\n"
    put(practice, odd)
    with pytest.raises(CoachError, match="cannot be changed"):
        take_name_out(practice, "Jane", keeps_hours=True)

    assert practice.earlier_hours.read_text() == odd
