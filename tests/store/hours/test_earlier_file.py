"""`earlier-hours.yaml`: every mistake in it is told at once, and a row more leaves all else to the letter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.errors import CoachError, InUseError
from coachcli.store.disk import files, locks
from coachcli.store.hours.earlier_file import DamagedEarlierError, add, check, load, row_text, with_rows
from coachcli.store.paths import Practice
from coachcli.store.yaml_io.added_lines import UnchangedError

EVERY_MISTAKE = """format: 2
relationships:
  - {client: Jane Example, paid: twelve}
  - {client: Jane Example, paid: -1}
  - {contact: jane@example.com, paid: 3}
  - {client: Jane Example}
  - {client: Jane Example, paid: 3, start: 2024-05-01, end: 2024-04-01}
  - {client: Jane Example, paid: 3, start: May, people: none}
  - {client: Jane Example, paid: 3, type: exekutive, mode: couching}
  - {client: Jane Example, payed: 3, listed_for_credential: yes}
  - {client: Jane Example, pro_bono: 1e9, people: 0}
  - Jane Example
  - {client: [Jane], paid: 3}
relationship: more
"""
TOLD = [
    (1, "format is out of range: '2'"),
    (3, "paid must be a number, not 'twelve'"),
    (4, "paid is out of range: '-1'"),
    (5, "'client' is missing here"),
    (6, "it has no hours"),
    (7, "it ends before it starts, on 2024-05-01"),
    (8, "start must be a day, not 'May'"),
    (8, "people must be a whole number, not 'none'"),
    (9, "'exekutive' is not allowed for type"),
    (9, "'couching' is not allowed for mode"),
    (10, "'payed' is not a setting here"),
    (10, "listed_for_credential must be a day, not 'yes'"),
    (11, "pro_bono is out of range: '1e9'"),
    (11, "people is out of range: '0'"),
    (12, "an item of relationships should be settings, but it is 'Jane Example'"),
    (13, "client should be a text, but it is a list"),
    (14, "'relationship' is not a setting here"),
]
ROW = EarlierRow(client="Jane Example", paid=12.5, start=date(2024, 1, 10))
ITEM = "{client: Jane Example, start: 2024-01-10, paid: 12.5}"
OTHER = "{client: 'Jo: Example', pro_bono: 3}"


def read(text: str) -> EarlierHours:
    record = check(text.encode()).record
    assert record is not None
    return record


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    outcome = check(EVERY_MISTAKE.encode())

    assert outcome.record is None
    assert [(problem.line, problem.text) for problem in outcome.problems] == TOLD


def test_each_is_marked_where_it_stands_and_says_what_to_do() -> None:
    found = {problem.text: problem for problem in check(EVERY_MISTAKE.encode()).problems}

    slip = found["'payed' is not a setting here"]
    assert (slip.column, slip.width, slip.hint) == (28, len("payed"), "did you mean 'paid'?")
    assert found["'exekutive' is not allowed for type"].hint.startswith("did you mean 'executive'?")
    assert found["it has no hours"].hint == "add  paid: 12.5  or  pro_bono: 3"


def test_two_thousand_rows_are_one_file() -> None:
    text = "relationships:\n" + "".join(f"- {{client: Example {n}, paid: 1, people: 2}}\n" for n in range(2000))

    assert len(read(text).relationships) == 2000


def test_without_a_file_there_are_none(practice: Practice) -> None:
    assert load(practice) == EarlierHours()


@pytest.mark.parametrize("text", [f"relationships: [{ITEM}]\n", f"# mine\nrelationships:\n  - &a {ITEM}\n"])
def test_what_is_quickly_read_is_what_a_check_reads(practice: Practice, text: str) -> None:
    practice.root.mkdir()
    practice.earlier_hours.write_text(text, encoding="utf-8")

    if check(text.encode()).record is None:
        with pytest.raises(DamagedEarlierError):
            load(practice)
    else:
        assert load(practice) == check(text.encode()).record


def test_a_damaged_file_says_where_and_is_left_alone(practice: Practice) -> None:
    practice.root.mkdir()
    practice.earlier_hours.write_text(EVERY_MISTAKE, encoding="utf-8")

    with pytest.raises(DamagedEarlierError) as caught:
        load(practice)
    with pytest.raises(DamagedEarlierError):
        add(practice, [ROW])

    assert f":1:9: format is out of range: '2' ({len(TOLD) - 1} more in this file)." in caught.value.message
    assert "framework check" in caught.value.hint
    assert "Jane" not in caught.value.discreet
    assert practice.earlier_hours.read_text(encoding="utf-8") == EVERY_MISTAKE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("format: 1\n", f"format: 1\nrelationships:\n  - {ITEM}\n"),
        (f"relationships:\n- {OTHER} # one\n# end\n", f"relationships:\n- {OTHER} # one\n- {ITEM}\n# end\n"),
        (f"relationships: [{OTHER}] # all\n", f"relationships: [{OTHER}, {ITEM}] # all\n"),
        ("relationships:\nformat: 1\n", f"relationships:\n  - {ITEM}\nformat: 1\n"),
        (f"relationships:\r\n  - {OTHER}", f"relationships:\r\n  - {OTHER}\r\n  - {ITEM}\r\n"),
    ],
)
def test_a_row_is_one_item_more(before: str, after: str) -> None:
    assert with_rows(before.encode(), [ROW]).decode() == after


def test_several_rows_stand_in_their_order() -> None:
    other = EarlierRow(client="Jo Example", pro_bono=1.0)

    after = with_rows(f"relationships:\n  - {ITEM}\n# end\n".encode(), [other, ROW])

    assert after.decode().split("\n")[2:] == ["  - {client: Jo Example, pro_bono: 1}", f"  - {ITEM}", "# end", ""]


def test_no_rows_change_nothing() -> None:
    assert with_rows(b"format: 1 # mine", []) == b"format: 1 # mine"


def test_where_there_is_no_place_nothing_is_written(practice: Practice) -> None:
    text = "{format: 1}\n"
    practice.root.mkdir()
    practice.earlier_hours.write_text(text, encoding="utf-8")

    with pytest.raises(UnchangedError):
        with_rows(text.encode(), [ROW])
    with pytest.raises(CoachError, match="no place for more rows"):
        add(practice, [ROW])

    assert practice.earlier_hours.read_text(encoding="utf-8") == text


def test_a_file_with_a_mistake_has_no_place_for_a_row() -> None:
    with pytest.raises(UnchangedError):
        with_rows(b"relationships:\n  - {client: Jane Example}\n", [ROW])


def test_the_first_rows_make_the_file_and_the_next_are_put_into_it(practice: Practice) -> None:
    practice.root.mkdir()

    add(practice, [ROW])
    add(practice, [EarlierRow(client="Jo Example", pro_bono=0.75)])

    assert [row.client for row in load(practice).relationships] == ["Jane Example", "Jo Example"]
    assert practice.earlier_hours.read_text(encoding="utf-8").startswith("# Hours from before")
    assert practice.earlier_hours.stat().st_mode & 0o777 == 0o600


def test_two_terminals_do_not_write_at_once(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    files.make_folder(practice.locks, inside=practice.root)
    monkeypatch.setattr(locks, "PATIENCE", 0.0)

    with locks.held(practice.locks / "earlier-hours"), pytest.raises(InUseError, match="another terminal"):
        add(practice, [ROW])

    assert not practice.earlier_hours.exists()


ROWS = st.builds(
    EarlierRow,
    client=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip),
    contact=st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    people=st.integers(1, 1000),
    start=st.none() | st.dates(max_value=date(2020, 1, 1)),
    end=st.none() | st.dates(min_value=date(2020, 1, 1)),
    paid=st.integers(0, 10_000).map(lambda quarters: quarters / 4),
    type=st.sampled_from([None, "life", "executive"]),
    mode=st.sampled_from(["coaching", "mentoring"]),
)


@given(ROWS)
def test_any_row_comes_back_as_it_was(row: EarlierRow) -> None:
    assert read(f"relationships:\n  - {row_text(row)}\n").relationships == (row,)
