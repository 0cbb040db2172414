import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.store.yaml_io import writer
from coachcli.store.yaml_io.nodes import plain
from coachcli.store.yaml_io.strict_reader import RECORD, read
from coachcli.store.yaml_io.writer import write

EMITTERS = [pytest.param("CSafeDumper", id="libyaml"), pytest.param("SafeDumper", id="pure Python")]


@pytest.fixture(params=EMITTERS)
def emitter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either emitter: PyYAML is installed without libyaml on some machines."""
    name: str = request.param
    monkeypatch.setattr(writer, "_EMITTER", getattr(yaml, name))
    return name


MISREAD = [
    *("NO", "yes", "on", "true", "null", "~", "y", "N", "=", "<<", "2026-11-20", "10:30", "1.10", "010", "0o17"),
    *("0x1f", "1e5", ".5E-3", ".inf", "1_000", "+1", "-", "---", "?", "!a", "&a", "*a", "@a", "`a`", "%a", "#a"),
    *("a #b", "a: b", "a:", "[a", "{a}", "> a", "| a", ", a", '"a"', " a", "a "),
]
TRAPS = [
    *("\n", "\n\n", "a\n", "a\n\n\n", "\na", "\n\n  a", "  a\nb", "a\n\n b\n", "a\n  b\n c", " ", "   ", " \n "),
    *("\t", "\ta\nb", " \ta\nb", "a\n\tb", "a\tb\nc", "a\t\nb", "a\n\t\nb", "a \nb", "a\n  \nb", "a\nb  ", "a\nb\t"),
    *("# a\nb", "a\n# b", "a: b\nc", "---\na", "a\n---\nb", "a\n...\n", "%a\nb", "- a\n- b", "? a\nb", "| a", "> a"),
    *("a\x85b", "\x85", "a\u2028b\nc", "\u2029\n", "\ufeff", "\ufeffa\nb", "a\ufeff", "\ufffe", "a\uffff\nb"),
    *("😀", "😀\nb", "\U0010ffff", "\U0001fffe\n", "\ufdd0", "\ufdd0\ufdef\ufdd0\ufdd0\ufdd1\n", "\xa0", "\xa0a\n"),
    *("'", '"', "'a\"\nb", "\\", "\\n", "\\\nb", "{a}\nb", "[a", "a, b", ": ", "a:", ":a", "-a", "\x00\x1b\n", "\r\n"),
]
SEVERAL_LINES = [
    *("one 😀\ntwo", "one\ttwo\nthree", "one \ntwo", "one\n  \ntwo", "one\n\ttwo"),
    *("- [ ] one\n# two\n", "one\n\n\n  two\n", "Größe\n漢字\n"),
]
LARGE = [
    *(" " * 1_000_000, "\n" * 1_000_000, "a\n" + " " * 1_000_000 + "\nb", " \n\t" * 300_000, "a \n" * 300_000),
    *("x" * 1_000_000, "😀\n" * 300_000, ("a" + " " * 999) * 1_000, "\x85" * 300_000),
]


def read_back(value: writer.Value) -> Any:
    return plain(read(write(value).encode(), RECORD))


@pytest.mark.usefixtures("emitter")
class TestASessionReadsWell:
    def test_as_a_whole(self) -> None:
        berlin = timezone(timedelta(hours=1))
        session = {
            "format": 1,
            "id": "jane-doe/2026-11-20-1400",
            "framework": {"id": "grow", "title": "GROW", "version": 1},
            "started": datetime(2026, 11, 20, 14, 0, 3, tzinfo=berlin),
            "minutes": {"planned": 50, "spent": 49.5},
            "tags": ["work", "2026"],
            "turns": [
                {
                    "stage": "goal",
                    "asked": "What would you like to work on today?",
                    "at": datetime(2026, 11, 20, 13, 2, 10, tzinfo=UTC),
                    "notes": [
                        {"kind": "topic", "text": "Being seen as strategic, not as the fixer"},
                        {"kind": "quote", "text": "I am always the one they call.\nEvery time 😀."},
                    ],
                }
            ],
        }
        assert write(session) == (
            "format: 1\n"
            "id: jane-doe/2026-11-20-1400\n"
            "framework: {id: grow, title: GROW, version: 1}\n"
            "started: 2026-11-20T14:00:03+01:00\n"
            "minutes: {planned: 50, spent: 49.5}\n"
            "tags: [work, '2026']\n"
            "turns:\n"
            "- stage: goal\n"
            "  asked: What would you like to work on today?\n"
            "  at: 2026-11-20T13:02:10+00:00\n"
            "  notes:\n"
            "  - {kind: topic, text: 'Being seen as strategic, not as the fixer'}\n"
            "  - kind: quote\n"
            "    text: |-\n"
            "      I am always the one they call.\n"
            "      Every time 😀.\n"
        )

    def test_names_keep_their_order(self) -> None:
        assert write({"z": 1, "a": 2}) == "z: 1\na: 2\n"

    def test_the_outermost_mapping_and_list_are_never_on_one_line(self) -> None:
        assert write({"a": "b"}) == "a: b\n"
        assert write(["a", "b"]) == "- a\n- b\n"

    def test_nothing_and_empty_things_can_be_told_apart(self) -> None:
        value = {"a": None, "b": "", "c": [], "d": {}, "e": {"f": None}, "g": [None, ""]}
        assert write(value) == "a:\nb: ''\nc: []\nd: {}\ne:\n  f:\ng:\n-\n- ''\n"
        assert read_back(value) == value

    def test_a_mapping_that_fits_stands_on_one_line_and_a_wider_one_does_not(self) -> None:
        assert write({"a": {"b": "x" * 60}}) == f"a: {{b: {'x' * 60}}}\n"
        assert write({"a": {"b": "x" * 60, "c": "y" * 20}}) == f"a:\n  b: {'x' * 60}\n  c: {'y' * 20}\n"

    def test_a_mapping_with_a_mapping_in_it_takes_lines_of_its_own(self) -> None:
        assert write({"a": {"b": {"c": "d"}}}) == "a:\n  b: {c: d}\n"

    def test_a_long_text_is_a_block_and_is_never_wrapped(self) -> None:
        text = "word " * 40 + "end"
        assert write({"a": text}) == f"a: |-\n  {text}\n"

    def test_no_other_text_is_wrapped(self) -> None:
        assert write({"a": "\x85" + "word " * 40 + "end"}).count("\n") == 1
        assert write({"a": ["word"] * 5, "b" * 200: "c"}).count("\n") == 3


@pytest.mark.usefixtures("emitter")
class TestOtherToolsReadWhatIsMeant:
    @pytest.mark.parametrize("text", MISREAD)
    def test_a_text_that_looks_like_something_else_is_quoted(self, text: str) -> None:
        assert write({"a": text}) in {f"a: '{text}'\n", f'a: "{text}"\n'}
        assert write([text]) in {f"- '{text}'\n", f'- "{text}"\n'}
        assert write({text: "a"}) in {f"'{text}': a\n", f'"{text}": a\n'}

    @pytest.mark.parametrize("text", ["grow", "GROW model", "jane-doe/2026-11-20-1400", "a:b", "1.2.3", "5c1f", "no!"])
    def test_any_other_is_not(self, text: str) -> None:
        assert write({"a": text}) == f"a: {text}\n"

    def test_numbers_truths_and_times_stand_as_they_are(self) -> None:
        times = [datetime(2026, 1, 2, 3, 4, 5, 600, tzinfo=UTC), date(2026, 1, 2)]
        value = {"a": 1, "b": -1.5, "c": True, "d": False, "e": times}
        written = "a: 1\nb: -1.5\nc: true\nd: false\ne:\n- 2026-01-02T03:04:05.000600+00:00\n- 2026-01-02\n"
        assert write(value) == written
        assert yaml.safe_load(written) == value

    def test_a_time_with_seconds_in_its_offset_gets_no_tag(self) -> None:
        moment = datetime(1890, 1, 2, tzinfo=timezone(timedelta(minutes=53, seconds=28)))
        assert write({"a": moment}) == "a: 1890-01-02T00:00:00+00:53:28\n"

    def test_the_same_thing_twice_is_written_twice(self) -> None:
        shared = {"a": ["b"]}
        moment = datetime(2026, 1, 2, tzinfo=UTC)
        assert not re.search("[&*]", write({"x": shared, "y": shared, "p": [moment], "q": [moment]}))

    @pytest.mark.parametrize("text", TRAPS)
    def test_no_letter_is_lost(self, text: str) -> None:
        value = {"a": text, "b": [text, {"c": text, "d": text}], f"k{text}": "", text: [[text]], "z": text}
        assert read_back(value) == value
        if "\r" not in text:
            assert yaml.safe_load(write({"a": text, "b": [text]})) == {"a": text, "b": [text]}


@pytest.mark.usefixtures("emitter")
class TestPeopleCanReadIt:
    @pytest.mark.parametrize("text", SEVERAL_LINES)
    def test_a_text_of_several_lines_is_a_block(self, text: str) -> None:
        lines = [f"  {line}" if line else "" for line in text.removesuffix("\n").split("\n")]
        sign = "|" if text.endswith("\n") else "|-"
        assert write({"a": text}) == "\n".join([f"a: {sign}", *lines, ""])

    def test_letters_of_all_alphabets_stay_letters(self) -> None:
        assert write({"a": "Größe, 漢字, العربية, 👩‍💻"}) == "a: Größe, 漢字, العربية, 👩‍💻\n"


class TestEdges:
    def test_half_a_character_is_replaced_rather_than_refused(self) -> None:
        assert read_back({"a": "b\ud83dc\nd"}) == {"a": "b\ufffdc\nd"}
        assert read_back({"\udcff": "a"}) == {"\ufffd": "a"}

    @pytest.mark.parametrize("text", LARGE, ids=lambda text: ascii(text[:4]))
    def test_a_note_of_a_megabyte_comes_back_among_others(self, text: str) -> None:
        value = {"a": text, "b": "some words\n" * 900, "c": "more words " * 900}
        assert read_back(value) == value


# Half characters and control characters are taken out before anything is stored (domain/text.py).
CONTROL = [chr(code) for code in range(32) if chr(code) not in "\t\n"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROL))
PIECES = [
    *"ab \n\t:-#?%'\"\\{}[],&*!|>@`~=.01",
    *(": ", "- ", " #", "---", "...", "<<", "\n\n", "  ", "\n ", "\n\t", " \n", "\t\n", "null", "yes", "1e5"),
    *("\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufdef", "😀", "\U0010ffff", "\xa0"),
    *("\x7f", "word " * 20),
]
WORDS = TEXTS | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TREES = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
ROOTS = st.dictionaries(WORDS, TREES, max_size=4) | st.lists(TREES, max_size=4)


class TestWhateverIsWrittenIsReadBack:
    @settings(max_examples=100, deadline=None)
    @given(ROOTS)
    def test_through_libyaml(self, tree: Any) -> None:
        assert read_back(tree) == tree

    @given(ROOTS)
    def test_through_pure_python(self, tree: Any) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(writer, "_EMITTER", yaml.SafeDumper)
            assert read_back(tree) == tree

    @given(WORDS)
    def test_and_by_other_tools(self, text: str) -> None:
        assert yaml.safe_load(write({"a": text, "b": [text]})) == {"a": text, "b": [text]}

    @given(st.lists(st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.dates()))
    def test_with_numbers_truths_and_days_as_texts(self, values: list[bool | int | float | date]) -> None:
        texts = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
        assert read_back({"a": values}) == {"a": texts}

    @given(st.datetimes(timezones=st.timezones() | st.none()))
    def test_with_times_as_iso_8601(self, moment: datetime) -> None:
        text = plain(read(write({"a": moment}).encode(), RECORD))
        assert text == {"a": moment.isoformat()}
