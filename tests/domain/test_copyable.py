"""Commands and paths within what is said."""

import pytest

from coachcli.domain.copyable import apart, held, is_copied, let_go


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (" Go on with: coach session resume jane/1", [" Go on with:", "   coach session resume jane/1"]),
        ('Name one: coach session start "Jane Doe"', ["Name one:", '  coach session start "Jane Doe"']),
        (" Summary: /home/jane/my practice/x.md", [" Summary:", "   /home/jane/my practice/x.md"]),
        (r"Summary: C:\x\y.md", ["Summary:", r"  C:\x\y.md"]),
        ('Mend the file, then: coach --practice "/my. notes" framework check "My GROW"',
         ["Mend the file, then:", '  coach --practice "/my. notes" framework check "My GROW"']),
        ("To read it: coach session show 'jane$doe, second/1'",
         ["To read it:", "  coach session show 'jane$doe, second/1'"]),
        ("Nothing was changed. To change it: coach framework edit x",
         ["Nothing was changed. To change it:", "  coach framework edit x"]),
    ],
)  # fmt: skip
def test_what_is_to_be_copied_stands_on_a_line_of_its_own(said: str, lines: list[str]) -> None:
    assert apart(said).split("\n") == lines


@pytest.mark.parametrize(
    "said",
    [
        "coach session list shows what there is.",
        'Name one: coach --practice "a. b" session delete ID. The ids: coach --practice "a. b" session list.',
        "To read: coach session show, and then write.",
        "Today: the coach session went well / badly",
        "She said: and/or",
        " /home/jane/x.yaml",
    ],
)
def test_a_sentence_is_left_as_it_is(said: str) -> None:
    assert apart(said) == said


def test_a_command_in_a_sentence_is_one_word_for_wrapping() -> None:
    said = 'With coach session start "Jane Doe" --new it begins, with coach prep nothing does.'

    assert held(said, 40).split(" ") == [
        "With", held('coach session start "Jane Doe" --new', 40), "it", "begins,", "with",
        held("coach prep", 40), "nothing", "does.",
    ]  # fmt: skip
    assert let_go(held(said, 40)) == said


@pytest.mark.parametrize(
    "typed",
    ["coach --practice /p session list", """coach --practice 'my "own" notes' prep 'A$' --form""", 'coach prep "A B"'],
)
def test_its_practice_and_its_quoted_words_belong_to_it(typed: str) -> None:
    assert held(f"See {typed} then go.", 60).split(" ") == ["See", held(typed, 60), "then", "go."]
    assert is_copied(f"  {typed}")


def test_one_that_is_longer_than_a_row_is_not() -> None:
    assert held("coach session resume jane/1", 20) == "coach session resume jane/1"


@pytest.mark.parametrize(("line", "copied"), [
    ("   /home/jane/x.yaml", True), ("coach session start", True), ("  coach session resume jane/1", True),
    ("- /home/jane/a b.yaml", True), ("coach client erase jane --yes", True), ("coach report jane --for client", True),
    ("coach session list shows all. Or not.", False), ("A coach session", False), ("- none", False),
])  # fmt: skip
def test_a_whole_line_is_there_to_be_copied_or_not(line: str, copied: bool) -> None:
    assert is_copied(line) == copied
