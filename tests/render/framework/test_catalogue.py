"""The frameworks there are, in a list."""

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.cells import cells
from coachcli.domain.framework.summary import Listed, first_sentence
from coachcli.render.framework.catalogue import framework_list


def one(framework_id: str, **changes: object) -> Listed:
    known: dict[str, object] = {
        "title": framework_id.upper(),
        "kind": "conversation",
        "purpose": "A short arc for a call that should end in a choice.",
        "minutes": 50,
        "languages": ("en",),
        "origin": "shipped",
        "path": "/x.yaml",
    }
    return Listed(framework_id, **{**known, **changes})  # type: ignore[arg-type]


GROW = one("grow", languages=("de", "en", "fr"))
EGAN = one("egan", title="Skilled Helper", minutes=55)
MINE = one("my-grow", title="GROW, my way", origin="yours, extends grow", minutes=None, purpose="")
MEETING = one("chemistry", kind="meeting", title="Chemistry meeting", minutes=30)
EYES = one("supervision-seven-eyed", kind="reflection", title="Supervision (seven eyes)", minutes=60)
BROKEN = one(
    "old", kind=None, title="", minutes=None, purpose="", origin="yours", problem="line 3: 'titel' is not a setting"
)


def test_they_stand_in_groups_with_their_purpose_below() -> None:
    assert framework_list([EGAN, GROW, MINE, MEETING, BROKEN], 80) == (
        "Conversations\n"
        "  egan     Skilled Helper  55 min  shipped\n"
        "    A short arc for a call that should end in a choice.\n"
        "  grow     GROW            50 min  shipped · de en fr\n"
        "    A short arc for a call that should end in a choice.\n"
        "  my-grow  GROW, my way  yours, extends grow\n"
        "\n"
        "Meetings\n"
        "  chemistry  Chemistry meeting  30 min  shipped\n"
        "    A short arc for a call that should end in a choice.\n"
        "\n"
        "Cannot be used\n"
        "  old  yours\n"
        "    line 3: 'titel' is not a setting\n"
        "    coach framework check old\n"
    )


def test_a_command_is_not_broken_however_narrow_the_window() -> None:
    broken = one("my_own_words", problem="line 3: 'titel' is not a setting")

    assert "\n    coach framework check my_own_words\n" in framework_list([broken], 30)


def test_in_a_narrow_window_all_is_folded() -> None:
    assert framework_list([GROW, MINE, EYES], 40) == (
        "Conversations\n"
        "  grow     GROW          50 min\n"
        "    shipped · de en fr\n"
        "    A short arc for a call that should\n"
        "    end in a choice.\n"
        "  my-grow  GROW, my way\n"
        "    yours, extends grow\n"
        "\n"
        "Your own work\n"
        "  supervision-seven-eyed  Supervision\n"
        "    (seven eyes)  60 min\n"
        "    shipped\n"
        "    A short arc for a call that should\n"
        "    end in a choice.\n"
    )


def test_a_number_stays_with_its_minutes_and_what_just_fits_is_not_folded() -> None:
    narrow = framework_list([one("my-egan", title="Skilled Helper, my way", minutes=55, purpose="")], 36)
    just = framework_list([one("a", title="A", purpose="", origin="o" * 19)], 36)

    assert narrow == "Conversations\n  my-egan  Skilled Helper, my way\n    55 min\n    shipped\n"
    assert just == f"Conversations\n  a  A  50 min  {'o' * 19}\n"


def test_nothing_is_listed_where_there_is_nothing() -> None:
    assert framework_list([], 80) == ""


def test_nothing_in_it_acts_on_the_terminal() -> None:
    listed = framework_list([one("a", title="\x1b[31mRed\nhot", purpose="\u202eolleh")], 80)

    assert "\x1b" not in listed
    assert "\u202e" not in listed
    assert "Red hot" in listed


@OFTEN
@given(
    st.lists(st.tuples(st.text("ab 王", min_size=1, max_size=20), st.text("ab 王", max_size=60)), max_size=4),
    st.sampled_from([40, 80, 120]),
)
def test_no_line_is_wider_than_the_terminal(texts: list[tuple[str, str]], width: int) -> None:
    listed = [one(f"id{n}", title=title, purpose=purpose) for n, (title, purpose) in enumerate(texts)]
    words = [word for pair in texts for text in pair for word in text.split()]

    if all(cells(word) < 30 for word in words):
        assert all(cells(line) <= width for line in framework_list(listed, width).split("\n"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Short. And more.", "Short."),
        ("No end", "No end"),
        ("Over\n two  lines. More", "Over two lines."),
        ("Version 1.5 of it. More", "Version 1.5 of it."),
        ("", ""),
    ],
)
def test_the_purpose_is_the_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
