"""What was before the question at hand."""

from coachcli.live.past import Past, rows_above

NOTED = (" What now?", "   · a note", "   · a note that is longer than one row of it")


def past(*lines: str, printed: bool = False) -> Past:
    made = Past()
    made.add(*lines, is_printed=printed)
    return made


def shown(made: Past, width: int, room: int) -> list[str]:
    return [row.text for row in made.rows(width, room)]


def test_the_newest_of_it_stands_over_a_rule() -> None:
    assert shown(past(*NOTED), 30, 4) == [
        "   · a note",
        "   · a note that is longer",
        "   than one row of it",
        "─" * 29,
    ]


def test_where_there_is_less_the_rule_has_its_place_all_the_same() -> None:
    assert shown(past(" What now?"), 20, 4) == ["", "", " What now?", "─" * 19]


def test_without_room_there_is_no_rule_either() -> None:
    assert shown(past(*NOTED), 30, 0) == []


def test_it_looks_like_what_is_over() -> None:
    assert [row.style for row in past(*NOTED).rows(30, 3)] == ["past", "past", "rule"]


def test_only_what_is_no_longer_in_sight_leaves_it_and_once() -> None:
    made = past(*NOTED)

    assert list(made.leaving(30, 4)) == [" What now?"]
    assert list(made.leaving(30, 4)) == []
    assert list(made.all()) == list(NOTED[1:])
    assert list(made.all()) == []


def test_a_line_of_which_a_part_is_in_sight_stays() -> None:
    assert list(past(*NOTED).leaving(30, 2)) == list(NOTED[:2])


def test_what_stands_on_the_terminal_already_is_not_printed_again() -> None:
    made = past(" New client: Jane Example", printed=True)
    made.add(*NOTED, is_printed=False)

    assert list(made.leaving(30, 3)) == list(NOTED[:2])
    assert list(made.all()) == [NOTED[2]]


def test_low_windows_have_no_room_for_it() -> None:
    assert [rows_above(height) for height in (12, 14, 24, 40)] == [0, 0, 4, 9]
