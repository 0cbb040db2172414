"""The lines at the top of a note: what is known of them is taken, and no other word of them is lost."""

import pytest

from coachcli.domain.foreign.front_matter import front_matter


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("client: Jane Example", "Jane Example"),
        ('Client: "Jane Example"', "Jane Example"),
        ("client: 'Jane Example'  ", "Jane Example"),
        ('client: "[[Jane Example]]"', "Jane Example"),
        ("client: [[People/Jane|Jane]]", "Jane"),
        ("client: O'Hara", "O'Hara"),
    ],
)
def test_who_it_is_is_read_as_people_and_obsidian_write_it(line: str, said: str) -> None:
    assert front_matter(f"---\n{line}\n---\nText").said == {"client": said}


def test_what_says_something_else_is_kept_as_it_is_written() -> None:
    found = front_matter("---\ndate: 2024-03-12\ntags:\n  - coaching\n# a remark\nclient:\n---\nText\nmore")

    assert found.said == {"date": "2024-03-12"}
    assert found.others == "tags:\n  - coaching\n# a remark\nclient:"
    assert found.below == "Text\nmore"


@pytest.mark.parametrize(
    "text", ["Text", "---\nclient: Jane", "---\nSo she said.\n---\nText", "Text\n---\nclient: Jane\n---\n", ""]
)
def test_a_text_with_no_such_lines_is_all_text(text: str) -> None:
    assert (front_matter(text).said, front_matter(text).below) == ({}, text)


def test_what_is_said_twice_is_told() -> None:
    assert front_matter("---\nclient: Jane\nclient: Robin\n---\n").twice == ("client",)


@pytest.mark.parametrize(
    ("text", "said", "below"),
    [
        (
            "# Session 3\nClient: Bo Sample\nDate: 14/05/2024\n\nText",
            {"client": "Bo Sample", "date": "14/05/2024"},
            "# Session 3\n\nText",
        ),
        ("minutes: 50\nstarted: 2024-05-14 09:00", {"minutes": "50", "started": "2024-05-14 09:00"}, ""),
        ("2024-06-01\n\nText", {"date": "2024-06-01"}, "\nText"),
        ("# Bo\n\n1.6.2024, 14:00\nclient: Bo\n# So", {}, "# Bo\n\n1.6.2024, 14:00\nclient: Bo\n# So"),
        ("Client: I am tired", {}, "Client: I am tired"),
        ("Client: I am tired\nCoach: So?", {}, "Client: I am tired\nCoach: So?"),
        ("Text\n\nDate: 2024-06-01", {}, "Text\n\nDate: 2024-06-01"),
        ("Date: 2024-06-01\nDate: 2024-06-02", {}, "Date: 2024-06-01\nDate: 2024-06-02"),
    ],
)
def test_a_first_paragraph_of_such_lines_alone_needs_no_rules(text: str, said: dict[str, str], below: str) -> None:
    found = front_matter(text)

    assert (found.said, found.others, found.below) == (said, "", below)
