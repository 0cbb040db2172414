"""A word with # before it."""

import time

import pytest
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.tags import ACTION_TAGS, BEGUN_TAG, EXPERIMENT, has_tag, tags_in, without_tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("about #delegation again", ["#delegation"]),
        ("#one, #two; (#three) #four.", ["#one", "#two", "#three", "#four"]),
        ("#Vertrauen und #nähe und #信頼", ["#Vertrauen", "#nähe", "#信頼"]),
        ("#self-trust #q3 #one_two", ["#self-trust", "#q3", "#one_two"]),
        ("#same and #same", ["#same"]),
        ("#dash- at the end", ["#dash"]),
        ("she is #1 and no. #3", []),
        ("https://example.org/#top and a#b and x&#amp;", []),
        ("## heading, # alone, #", []),
        ("", []),
    ],
)
def test_what_is_a_tag_and_what_only_looks_like_one(text: str, tags: list[str]) -> None:
    assert tags_in(text) == tags


@pytest.mark.parametrize(("line", "begun"), [("#d", "#d"), ("about #del", "#del"), ("#self-", "#self-")])
def test_a_tag_is_begun_at_the_end_of_a_line(line: str, begun: str) -> None:
    match = BEGUN_TAG.search(line)

    assert match is not None
    assert match[0] == begun


@pytest.mark.parametrize("line", ["#", "a#b", "#del ", "see https://example.org/#top", ""])
def test_nothing_else_is_one_begun(line: str) -> None:
    assert BEGUN_TAG.search(line) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ralf said yes #delegation", "Ralf said yes"),
        ("#delegation Ralf said yes", "Ralf said yes"),
        ("Ralf  #delegation  said yes", "Ralf said yes"),
        ("Ralf said #delegation, and smiled", "Ralf said, and smiled"),
        ("Ralf said yes, #delegation.", "Ralf said yes."),
        ("Ralf said yes – #delegation", "Ralf said yes"),
        ("#delegation: Ralf said yes", "Ralf said yes"),
        ("Ralf (#delegation) said yes", "Ralf said yes"),
        ("Ralf (and #delegation) said yes", "Ralf (and) said yes"),
        ("yes (#one, #two) #three#four #five/#six and no", "yes and no"),
        ("“#one and then” he left", "“and then” he left"),
        ("Ralf\n#delegation\nsaid yes", "Ralf\nsaid yes"),
        ("Ralf\n\n#one #two\n\nsaid yes", "Ralf\n\nsaid yes"),
        ("- Ralf\n- #one\n  two  blanks #two", "- Ralf\n  two  blanks"),
        ("#self-trust #q3", ""),
        ("(#one, #two)\n#three.", ""),
    ],
)
def test_without_its_tags_a_text_reads_as_if_there_had_been_none(text: str, told: str) -> None:
    assert without_tags(text) == told


@pytest.mark.parametrize(
    "text",
    ["", " she is #1  and no. #3 ", "https://example.org/#top and a#b", "C# , too\n\n\n", "## heading, # alone, #"],
)
def test_what_only_looks_like_a_tag_stays_to_the_letter(text: str) -> None:
    assert without_tags(text) == text


_near_tags = st.text(st.sampled_from("##ab1 \n\t_-,.;:/()[]“”!?=&é\N{NO-BREAK SPACE}"), max_size=30)


@OFTEN
@given(_near_tags)
def test_no_tag_is_left_and_none_comes_of_what_stood_beside_one(text: str) -> None:
    told = without_tags(text)

    assert tags_in(told) == []
    assert told == text or tags_in(text)


@OFTEN
@given(st.lists(st.sampled_from(("Ralf", "yes", "I", "7", "#1", "#a", "#self-trust", "#é")), max_size=8))
def test_every_word_beside_tags_stays_with_one_blank_between(words: list[str]) -> None:
    assert without_tags(" ".join(words)) == " ".join(word for word in words if not tags_in(word))


@pytest.mark.parametrize("part", ["#a x ", "#a", "(#a ", "#a, ", "#a\n\n", "[#a] ", "#", " ", "#a -"])
def test_a_long_text_of_many_is_told_quickly(part: str) -> None:
    text = f"x (#a{part * (200_000 // len(part))}"
    began = time.process_time()

    assert tags_in(without_tags(text)) == []
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Ask twice #Experiment", EXPERIMENT, True),
        ("Ask twice #experiment, by friday", "experiment", True),
        ("Ask twice #experiments", EXPERIMENT, False),
        ("an experiment", EXPERIMENT, False),
    ],
)
def test_a_text_has_a_tag_whatever_its_letters(text: str, tag: str, expected: bool) -> None:
    assert has_tag(text, tag) is expected


def test_every_kind_of_action_is_a_tag_and_is_explained() -> None:
    assert all(tags_in(tag) == [tag] and about for tag, about in ACTION_TAGS.items())
