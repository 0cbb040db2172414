"""Two readers of one file: the quick one says what the thorough one says, or nothing."""

import pytest
import yaml
from builders import note, session_of, turn_with
from hypothesis import given, settings
from hypothesis import strategies as st
from store.made_up import sessions

from coachcli.domain.session.model import Session
from coachcli.store.session.sessions import text_of
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Plain, plain
from coachcli.store.yaml_io.strict_reader import RECORD, Limits, OddError, YamlProblemError, read, read_plain

PIECES = st.sampled_from(
    [
        *"abc :-?[]{}&*!|>'\"%@`#\\,.\n\t\r~<=0",
        *("- ", ": ", "? ", "\n  ", "\n    ", "a: ", "- a\n", "---\n", "...\n", "<<: ", "|\n", ">-\n", "\\U"),
        *("\x00", "\x07", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "😀", "ä", "%YAML 9.9\n", "%TAG ! !\n"),
    ]
)
ANYTHING = st.binary() | st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())
SMALL = Limits(bytes=60, nodes=8, depth=3)
ORDINARY = text_of(session_of(turn_with(note("one: two"), note("~\n\nthree"))))


def thorough(data: bytes, limits: Limits) -> Plain:
    try:
        return plain(read(data, limits))
    except YamlProblemError:
        return None


def quick(data: bytes, limits: Limits) -> Plain:
    try:
        return read_plain(data, limits)
    except OddError:
        return None


def agrees(data: bytes, limits: Limits = RECORD) -> None:
    found = quick(data, limits)
    assert found is None or found == thorough(data, limits)


@settings(max_examples=250, deadline=None)
@given(ANYTHING, st.sampled_from([RECORD, SMALL]))
def test_on_any_bytes_they_agree_or_the_quick_one_says_nothing(data: bytes, limits: Limits) -> None:
    agrees(data, limits)


def test_so_they_do_on_a_session_cut_at_any_byte_or_with_any_byte_changed() -> None:
    for at in range(len(ORDINARY)):
        agrees(ORDINARY[:at])
        for byte in b"\n:-[{&*!|'\"":
            agrees(ORDINARY[:at] + bytes([byte]) + ORDINARY[at + 1 :])


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_of_whatever_the_program_writes_the_quick_one_says_all(session: Session) -> None:
    data = text_of(session)

    assert read_plain(data, RECORD) == plain(read(data, RECORD))


@pytest.mark.parametrize(
    "odd",
    [
        b"a: 1\na: 2\n", b"a: &b 1\n", b"a: *b\n", b"a: !!str 1\n", b"<<: {b: 1}\n", b"? [a]\n: 1\n",
        b"a: 1\n---\nb: 2\n",
        b"", b"# nothing\n", b"a: [[[[1]]]]\n", b"[1, 2, 3, 4, 5, 6, 7, 8]\n", b"a" * 61, b"%YAML 1.1\n---\na: 1\n",
    ],
)  # fmt: skip
def test_what_is_refused_or_looked_at_twice_is_left_to_the_thorough_one(odd: bytes) -> None:
    with pytest.raises(OddError):
        read_plain(odd, SMALL)


def test_without_libyaml_all_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_reader, "_PARSER", yaml.SafeLoader)
    monkeypatch.setattr(strict_reader, "_HALVES_PASS", True)

    with pytest.raises(OddError):
        read_plain(b"a: 1\n", RECORD)
