"""Values: fixed, compared by what they hold, and silent about the words inside."""

import pytest
from rich.pretty import pretty_repr

from coachcli.domain.value import Value, changed, decoded, field, plain, put


class Said(Value, frozen=True):
    words: str
    times: int = 1
    tags: tuple[str, ...] = ()
    details: dict[str, str] = field(default_factory=dict)


def test_its_repr_tells_no_word() -> None:
    said = Said("She cannot sleep", 2, ("sleep",), {"measure": "hours of sleep"})

    assert "sleep" not in repr(said)
    assert "sleep" not in pretty_repr(said)
    assert repr(said) == (
        "Said(words=<16 characters>, times=2, tags=(<5 characters>), details={<7 characters>: <14 characters>})"
    )


def test_the_words_of_a_file_are_as_silent() -> None:
    class File(Value, frozen=True):
        data: bytes

    assert repr(File(b"She cannot sleep")) == "File(data=<16 bytes>)"


def test_two_with_the_same_parts_are_the_same() -> None:
    assert Said("yes") == Said("yes")
    assert Said("yes") != Said("no")


def test_a_part_cannot_be_set() -> None:
    with pytest.raises(AttributeError):
        Said("yes").times = 2  # type: ignore[misc]


def test_a_changed_one_is_another_value() -> None:
    said = Said("yes")

    assert changed(said, times=3) == Said("yes", 3)
    assert said.times == 1


class Short(Value, frozen=True):
    """Words, cut where they are too long."""

    words: str

    def __post_init__(self) -> None:
        put(self, "words", self.words[:3])


def test_one_may_be_set_right_while_it_is_made() -> None:
    assert Short("a longer text").words == "a l"


def test_one_is_data_for_programs_with_all_that_is_in_it() -> None:
    class Pair(Value, frozen=True):
        first: Said
        others: tuple[Said, ...]

    said = {"words": "yes", "times": 1, "tags": ("a",), "details": {}}
    assert plain(Pair(Said("yes", tags=("a",)), (Said("no"),))) == {
        "first": said,
        "others": ({**said, "words": "no", "tags": ()},),
    }


def test_one_is_made_of_json_at_once() -> None:
    assert decoded(Said, b'{"words": "yes", "tags": ["a"]}') == Said("yes", tags=("a",))


@pytest.mark.parametrize(
    "text", [b"", b"{", b'{"words": 1}', b'{"words": "Jane"', b'{"words": "\xff"}', b"[" * 100_000]
)
def test_what_is_no_json_of_one_is_refused_and_not_repeated(text: bytes) -> None:
    with pytest.raises(ValueError, match="this is no Said") as refused:
        decoded(Said, text)

    assert refused.value.__cause__ is None
