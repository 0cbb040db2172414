"""The sentences that say when something is asked: what can be read, and what is said of what cannot."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.framework.conditions import (
    EXAMPLES,
    Condition,
    Joiner,
    Test,
    UnreadableConditionError,
    read_condition,
)

MIXED = "'and' and 'or' cannot be mixed in one condition; split it into two questions or stages"


def only_test(sentence: str) -> Test:
    """The one test in a sentence."""
    (test,) = read_condition(sentence).tests
    return test


def refusal(sentence: str) -> str:
    with pytest.raises(UnreadableConditionError) as caught:
        read_condition(sentence)
    return str(caught.value)


class TestReadable:
    @pytest.mark.parametrize(
        ("sentence", "test"),
        [
            ("goal answered", Test("goal", "answered")),
            ("ideas empty", Test("ideas", "empty")),
            ("confidence below 8", Test("confidence", "below", "8")),
            ("confidence above 2.5", Test("confidence", "above", "2.5")),
            ("sure at least 7", Test("sure", "at least", "7")),
            ("sure at most -1", Test("sure", "at most", "-1")),
            ("still is yes", Test("still", "is", "yes")),
            ("still is not yes", Test("still", "is not", "yes")),
            ('values has "Play"', Test("values", "has", "Play")),
            ('values has not "Play"', Test("values", "has not", "Play")),
            ("values has 'Yes to life'", Test("values", "has", "Yes to life")),
            ("values has Yes to life", Test("values", "has", "Yes to life")),
            ('mood is "Tired, and well"', Test("mood", "is", "Tired, and well")),
            ('mood is "it\'s mine"', Test("mood", "is", "it's mine")),
            ('mood is ""', Test("mood", "is", "")),
            ('mood is "the parents\'"', Test("mood", "is", "the parents'")),
            ("mood is '\"so\"'", Test("mood", "is", '"so"')),
            ("mood is answered", Test("mood", "is", "answered")),
            ("mood is empty", Test("mood", "is", "empty")),
            ("q1_b answered", Test("q1_b", "answered")),
            ("values has Übermut", Test("values", "has", "Übermut")),
            ('values has "Spiel 遊び"', Test("values", "has", "Spiel 遊び")),
            ("  sure \t at   least \n 7  ", Test("sure", "at least", "7")),
            ("still  is   not  yes", Test("still", "is not", "yes")),
        ],
    )
    def test_one_test_is_an_id_and_what_must_be_so(self, sentence: str, test: Test) -> None:
        assert only_test(sentence) == test

    @pytest.mark.parametrize(
        ("sentence", "ids", "joiner"),
        [
            ("a answered", ["a"], "and"),
            ("a answered and b empty", ["a", "b"], "and"),
            ("a answered or b empty", ["a", "b"], "or"),
            ("a is yes and b below 8 and c empty", ["a", "b", "c"], "and"),
            ('a has "x" or b has "y" or c has "z"', ["a", "b", "c"], "or"),
            ("a answered\n  and b empty", ["a", "b"], "and"),
        ],
    )
    def test_several_are_joined_by_one_word(self, sentence: str, ids: list[str], joiner: Joiner) -> None:
        condition = read_condition(sentence)

        assert [test.id for test in condition.tests] == ids
        assert condition.joiner == joiner

    @pytest.mark.parametrize("value", ["Rest and sleep", "more or less", "this and that or both"])
    def test_inside_quotes_the_joining_words_join_nothing(self, value: str) -> None:
        assert only_test(f'values has "{value}"') == Test("values", "has", value)
        assert [test.value for test in read_condition(f'a is "{value}" and b is "x"').tests] == [value, "x"]

    def test_an_id_may_begin_with_a_joining_word(self) -> None:
        assert [test.id for test in read_condition("order answered and anders empty").tests] == ["order", "anders"]

    @pytest.mark.parametrize(
        ("value", "number"), [("8", 8), ("-1", -1), ("2.5", 2.5), ("10", 10), ("1e5", None), ("yes", None), ("", None)]
    )
    def test_a_value_may_be_a_number(self, value: str, number: float | None) -> None:
        assert Test("a", "is", value).number == number

    @given(
        st.lists(
            st.tuples(
                st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
                st.sampled_from(["below", "above", "at least", "at most", "is", "is not", "has", "has not"]),
                st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]), max_size=12)
                | st.text(st.sampled_from("and or'"), max_size=12),
            ),
            min_size=1,
            max_size=4,
        ),
        st.sampled_from(["and", "or"]),
    )
    def test_whatever_stands_in_quotes_is_the_value(self, parts: list[tuple[str, str, str]], joiner: Joiner) -> None:
        sentence = f" {joiner} ".join(f'{name} {op} "{value}"' for name, op, value in parts)

        assert [(test.id, test.op, test.value) for test in read_condition(sentence).tests] == parts
        assert read_condition(sentence).joiner == (joiner if len(parts) > 1 else "and")


class TestUnreadable:
    @pytest.mark.parametrize(
        "sentence",
        ["a answered and b empty or c empty", "a is 1 or b is 2 and c is 3", 'a is "x" and b empty or c empty'],
    )
    def test_and_and_or_are_never_mixed(self, sentence: str) -> None:
        assert refusal(sentence) == MIXED

    @pytest.mark.parametrize(
        ("sentence", "word", "sign"),
        [
            ("confidence < 8", "below", "<"),
            ("confidence<8", "below", "<"),
            ("confidence > 8", "above", ">"),
            ("confidence <= 8", "at most", "<="),
            ("confidence >= 8", "at least", ">="),
            ("mood = yes", "is", "="),
            ("mood == yes", "is", "=="),
            ("mood != yes", "is not", "!="),
            ("mood <> yes", "is not", "<>"),
            ("goal answered and confidence >= 8", "at least", ">="),
        ],
    )
    def test_for_a_sign_from_another_notation_the_word_is_named(self, sentence: str, word: str, sign: str) -> None:
        assert refusal(sentence) == f"write '{word}' in place of '{sign}', for example  {EXAMPLES}"

    def test_a_sign_in_a_quoted_value_is_not_what_is_wrong(self) -> None:
        assert only_test('mood is "a = b"').value == "a = b"
        assert refusal('mood seems "a = b"') == f"cannot read 'mood seems \"a = b\"'; write for example  {EXAMPLES}"

    @pytest.mark.parametrize(
        "sentence",
        [
            "",
            "   ",
            "goal",
            "answered",
            "goal answered yes",
            "goal is",
            "goal has",
            "confidence at 8",
            "confidence least 8",
            "Goal answered",
            "1st answered",
            "goal's answered",
            "{goal} answered",
            "not goal answered",
            "(goal answered)",
            "goal answered and",
            "and goal answered",
            "goal answered and and mood is yes",
            "goal answered, mood is yes",
            'mood is "Calm',
            'mood is Calm"',
            'mood is "Calm" "Tense"',
            "goal.answered",
            "__import__('os').system('x') is yes",
            "goal answered; import os",
            "\0 answered",
        ],
    )
    def test_anything_else_is_refused_with_what_one_looks_like(self, sentence: str) -> None:
        assert refusal(sentence) == f"cannot read '{sentence.strip()}'; write for example  {EXAMPLES}"

    def test_a_long_sentence_is_quoted_in_part(self) -> None:
        assert refusal("what " * 100) == f"cannot read '{('what ' * 100)[:80]}'; write for example  {EXAMPLES}"

    def test_the_examples_can_be_read(self) -> None:
        assert all(read_condition(example.strip()).tests for example in EXAMPLES.split(",  "))

    @given(st.text(max_size=60) | st.text(st.sampled_from("abis not\"' <>=and or"), max_size=60))
    def test_no_text_does_more_than_be_read_or_be_refused(self, sentence: str) -> None:
        with suppress(UnreadableConditionError):
            assert isinstance(read_condition(sentence), Condition)


@pytest.mark.parametrize(
    ("sentence", "word", "written"),
    [
        ("sure less than 8", "below", "less than"),
        ("sure is less  than 8", "below", "is less than"),
        ("sure is below 8", "below", "is below"),
        ("sure under 8", "below", "under"),
        ("sure is higher than 8", "above", "is higher than"),
        ("sure over 8", "above", "over"),
        ("sure is at least 8", "at least", "is at least"),
        ("sure ≥ 8", "at least", "≥"),
        ("goal not answered", "empty", "not answered"),
        ("goal not empty", "answered", "not empty"),
        ("mood equals yes", "is", "equals"),
        ("mood isn't yes", "is not", "isn't"),
        ("mood isn’t yes", "is not", "isn’t"),
        ('values includes "Play"', "has", "includes"),
        ('values does not have "Play"', "has not", "does not have"),
        ("values doesn't contain Play", "has not", "doesn't contain"),
        ("sure below 8 AND mood is yes", "and", "AND"),
        ("sure below 8 Or mood is yes", "or", "Or"),
        ("sure below 8 && mood is yes", "and", "&&"),
        ("sure below 8 || mood is yes", "or", "||"),
    ],
)
def test_for_other_words_those_that_are_read_are_named(sentence: str, word: str, written: str) -> None:
    assert refusal(sentence) == f"write '{word}' in place of '{written}', for example  {EXAMPLES}"


@pytest.mark.parametrize("value", ["under pressure", "over it", "below par", '"less than before"', '"a & b"'])
def test_words_that_a_choice_may_begin_with_are_left_alone(value: str) -> None:
    assert only_test(f"mood is {value}").value == value.strip('"')
