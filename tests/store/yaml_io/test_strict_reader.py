import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from builders import note, session_of, turn_with
from hypothesis import given, settings
from hypothesis import strategies as st
from store.made_up import sessions

from coachcli.domain.problems import Problem
from coachcli.domain.session.model import Session
from coachcli.store.session.sessions import text_of
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Entry, Mapping, Plain, Scalar, Sequence, plain
from coachcli.store.yaml_io.strict_reader import FRAMEWORK, RECORD, Limits, OddError, YamlProblemError, read, read_plain

PARSERS = [pytest.param("CSafeLoader", id="libyaml"), pytest.param("SafeLoader", id="pure Python")]


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either parser: PyYAML is installed without libyaml on some machines."""
    name: str = request.param
    monkeypatch.setattr(strict_reader, "_PARSER", getattr(yaml, name))
    monkeypatch.setattr(strict_reader, "_HALVES_PASS", name == "SafeLoader")
    return name


def problem(data: str | bytes, limits: strict_reader.Limits = FRAMEWORK) -> Problem:
    with pytest.raises(YamlProblemError) as caught:
        read(data.encode() if isinstance(data, str) else data, limits)
    return caught.value.problem


def values(data: str | bytes) -> Plain:
    return plain(read(data.encode() if isinstance(data, str) else data, RECORD))


@pytest.mark.usefixtures("parser")
class TestEveryScalarIsText:
    @pytest.mark.parametrize(
        "written", ["Yes", "NO", "on", "10:30", "010", "0x1f", "1.10", "1e3", "2026-01-01", "~", "null", ".inf", "="]
    )
    def test_whatever_it_looks_like(self, written: str) -> None:
        assert values(f"a: {written}\n") == {"a": written}
        assert values(f"- {written}\n") == [written]
        assert values(f"{written}: a\n") == {written: "a"}

    def test_nothing_after_a_colon_is_none_and_empty_quotes_are_an_empty_text(self) -> None:
        assert values("a:\nb: ''\nc: \"\"\nd:\n- \n- ''\n") == {"a": None, "b": "", "c": "", "d": [None, ""]}

    def test_a_quoted_merge_sign_is_a_name_like_any_other(self) -> None:
        assert values("'<<': a\n") == {"<<": "a"}

    def test_an_order_of_names_is_kept(self) -> None:
        assert list(values("z: 1\na: 2\nm: 3\n") or ()) == ["z", "a", "m"]


@pytest.mark.usefixtures("parser")
class TestPlacesCountFromOneInCharacters:
    def test_of_texts_lists_and_names(self) -> None:
        tree = read(b"title: GROW\nstages:\n  - 'Reality'\n", FRAMEWORK)
        title = Entry(Scalar("title", True, 1, 1, 1, 6), Scalar("GROW", True, 1, 8, 1, 12))
        stages = Entry(Scalar("stages", True, 2, 1, 2, 7), Sequence((Scalar("Reality", False, 3, 5, 3, 14),), 3, 3))
        assert tree == Mapping({"title": title, "stages": stages}, 1, 1)

    def test_behind_letters_of_several_bytes(self) -> None:
        assert problem("{größe 😀: 1, größe 😀: 2}").column == 14

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_with_any_kind_of_line_end(self, end: str) -> None:
        assert problem(f"a: 1{end}b: 2{end}a: 3{end}").line == 3
        assert problem(f"a: 1{end}b: 2{end}c: @{end}").line == 3
        assert problem(f"a: 1{end}b: 2{end}c: \x07{end}").line == 3

    def test_a_byte_order_mark_takes_no_place(self) -> None:
        assert values(b"\xef\xbb\xbfa: 1\n") == {"a": "1"}
        assert problem(b"\xef\xbb\xbfa: @\n").column == 4

    def test_never_beyond_the_last_line(self) -> None:
        assert problem("a: 1\nb: [").line == 2
        assert problem("a: 1\nb: {c").line == 2


BYTES: list[tuple[str | bytes, int, int, str, str]] = [
    ("", 1, 1, "E107", "the file is empty"),
    ("\n\n# nothing but this\n", 1, 1, "E107", "the file is empty"),
    ("---\n", 1, 1, "E107", "the file is empty"),
    ("a: ä\n".encode("utf-16"), 1, 1, "E105", "the file is saved as UTF-16"),
    ("a: ä\n".encode("utf-16-be"), 1, 1, "E105", "a NUL byte is here: the file is damaged, or is not UTF-8"),
    ("a: 1\nbé: ä\n".encode("latin-1"), 2, 2, "E105", "this is not UTF-8, the way text is saved"),
    (b"a: 1\nb: \xed\xa0\x80\n", 2, 4, "E105", "this is not UTF-8, the way text is saved"),
    (b"a: 1\nb: ab\xe2\x82", 2, 6, "E105", "this is not UTF-8, the way text is saved"),
    (b"a: 1\nb: \0\0\0\0", 2, 4, "E105", "a NUL byte is here: the file is damaged, or is not UTF-8"),
    ("a: 1\nä: \x1b[2J\n", 2, 4, "E106", "a character that no text holds is here"),
    ("a: 1\nä: \x9b2J\n", 2, 4, "E106", "a character that no text holds is here"),
    ("a: 1\nä: \ufffe\n", 2, 4, "E106", "a character that no text holds is here"),
    ("a: 1\nb: x\x85y\n", 2, 5, "E106", "a hidden line separator (U+0085) is here"),
    ("a: 1\nb: x\u2028y\n", 2, 5, "E106", "a hidden line separator (U+2028) is here"),
    ("a: 1\nb: 'x\u2029y'\n", 2, 6, "E106", "a hidden line separator (U+2029) is here"),
]

TWICE = " is given twice (first on line 1); YAML would silently keep only the last"
TRICKS = [
    ("a: 1\n---\nb: 2\n", 2, 1, "E110", "a second document begins here; one file holds one"),
    ("a: &x 1\nb: *x\n", 1, 4, "E111", "a text cannot begin with '&' or '*'"),
    ("a: &x [1]\n", 1, 4, "E111", "a text cannot begin with '&' or '*'"),
    ("- *x\n", 1, 3, "E111", "a text cannot begin with '&' or '*'"),
    ("- **bold**\n", 1, 3, "E111", "a text cannot begin with '&' or '*'"),
    ("- & so on\n", 1, 3, "E111", "a text cannot begin with '&' or '*'"),
    ("- *x : y\n", 1, 3, "E111", "a text cannot begin with '&' or '*'"),
    ("- !important thing\n", 1, 3, "E113", "a text cannot begin with '!'"),
    ("- ! thing\n", 1, 3, "E113", "a text cannot begin with '!'"),
    ("- !!python/object/apply:os.system [id]\n", 1, 3, "E113", "a text cannot begin with '!'"),
    ("- !a!b thing\n", 1, 3, "E113", "a text cannot begin with '!'"),
    ("%YAML 1.2\n---\na: 1\n", 1, 1, "E113", "a line cannot begin with '%'"),
    ("a: 1\n...\n%TAG ! tag:x,2000:\n---\n", 3, 1, "E113", "a line cannot begin with '%'"),
    ("a: 1\n<<: {b: 2}\n", 2, 1, "E116", "'<<' (merging) is not supported"),
    ("a: 1\nb: {c: 1, <<: {d: 2}}\n", 2, 11, "E116", "'<<' (merging) is not supported"),
    ("? [a, b]\n: c\n", 1, 3, "E117", "a text that begins with '{' or '[' needs quotes"),
    ("- {client}: how was it?\n", 1, 3, "E117", "a text that begins with '{' or '[' needs quotes"),
    ("?\n: b\n", 1, 2, "E117", "there is no name before this ':'"),
    ("a: 1\nb: 2\n'a': 3\n", 3, 1, "E114", f"'a'{TWICE}"),
]

SLIPS = [
    ("a:\n\tb: 1\n", 2, 1, "E101", "a tab is used to indent; YAML takes only blanks"),
    ("a:\n  - b\n \t- c\n", 3, 2, "E101", "a tab is used to indent; YAML takes only blanks"),
    ("a: |\n\tb\n", 2, 1, "E101", "a tab is used to indent; YAML takes only blanks"),
    ("a: b\n\tc\n", 2, 1, "E101", "a tab is used to indent; YAML takes only blanks"),
    ("a: 1\n\xa0b: 2\n", 2, 1, "E102", "a no-break space, or another odd blank, is in the way here"),
    ("a:\n\xa0\xa0- b\nc: d\n", 2, 1, "E102", "a no-break space, or another odd blank, is in the way here"),
    ("a: 1\nb\u3000: 2\n", 2, 1, "E102", "a no-break space, or another odd blank, is in the way here"),
    ("- Rank these: money: time\n", 1, 20, "E100", "this ': ' has no place here"),
    ("title\nstages: a\n", 2, 7, "E100", "this ': ' has no place here"),
    ('- "Why?" she asked\n', 1, 10, "E100", "there is text behind the closing quote"),
    ("- 'What's up?'\n", 1, 9, "E100", "there is text behind the closing quote"),
    ("a: {goal}, how is it?\n", 1, 10, "E100", "a text that begins with '{' or '[' needs quotes"),
    ("a:\n  - b\n c: d\n", 3, 2, "E100", "this line does not fit those above it"),
    ("- ask: What?\n title: x\n", 2, 2, "E100", "this line does not fit those above it"),
    ("a: 1\nstages\nb: 2\n", 2, 1, "E100", "this line has no ': ' and no '- '"),
    ("a: 1\n-What?\n-Why?\nb: c\n", 2, 1, "E100", "this line has no ': ' and no '- '"),
    ('a: 1\nb: "never\nclosed\n', 2, 4, "E100", "the quotes that open here are never closed"),
    ("a: 1\nb: [c, d\n", 2, 4, "E100", "a bracket that opens here is not closed as it should be"),
    ("a: {b: c, d: e\nf: g\n", 1, 4, "E100", "a bracket that opens here is not closed as it should be"),
    ("a: [b, , c]\n", 1, 8, "E100", "a text is missing before this sign"),
    ("a: ]\n", 1, 4, "E100", "a text is missing before this sign"),
    ("a: @home\n", 1, 4, "E100", "a text cannot begin with this sign"),
    ("a: `code`\n", 1, 4, "E100", "a text cannot begin with this sign"),
    ("a: %done\n", 1, 4, "E100", "a text cannot begin with this sign"),
    ("a: ? b\n", 1, 4, "E100", "a text cannot begin with '? '"),
    ("a: - b\n", 1, 4, "E100", "a list cannot begin here"),
    ("a: |and more\n", 1, 5, "E100", "nothing may follow '|' or '>'"),
    ('a: "C:\\quotes"\n', 1, 4, "E100", r"'\' has a special meaning in double quotes"),
    ('a: "b\n--- c"\n', 2, 1, "E100", "a line of a quoted text cannot begin with '---' or '...'"),
]


@pytest.mark.usefixtures("parser")
class TestWhatIsRefusedIsSaidInPlainWords:
    @pytest.mark.parametrize(("data", "line", "column", "code", "text"), [*BYTES, *TRICKS, *SLIPS])
    def test_with_its_place(self, data: str | bytes, line: int, column: int, code: str, text: str) -> None:
        found = problem(data)
        assert (found.line, found.column, found.code, found.text) == (line, column, code, text)

    def test_a_name_given_twice_is_underlined_and_the_first_is_named(self) -> None:
        found = problem("stages:\n- title: a\n  ask: b\n  title: c\n")
        assert found.text.startswith("'title' is given twice (first on line 2)")
        assert (found.line, found.column, found.width, found.hint) == (4, 3, 5, "delete or rename one of them")

    def test_the_error_itself_says_it_all_on_one_line(self) -> None:
        with pytest.raises(YamlProblemError, match=r"^line 2, column 4: a text cannot begin with this sign$"):
            read(b"a: 1\nb: @c\n", FRAMEWORK)

    def test_half_characters_do_not_get_in(self) -> None:
        assert problem('a: "\\ud83d"\n').line == 1

    def test_neither_do_numbers_beyond_all_characters(self) -> None:
        assert problem('a: 1\nb: "\\Uffffffff"\n').line == 2


@pytest.mark.parametrize(("data", "_line", "_column", "_code", "_text"), [*BYTES, *TRICKS, *SLIPS])
@pytest.mark.usefixtures("parser")
def test_no_message_repeats_a_session_s_words(
    data: str | bytes, _line: int, _column: int, _code: str, _text: str
) -> None:
    raw = data.encode() if isinstance(data, str) else data
    found = problem(raw.replace(b"a", b"Zebra").replace(b"b", b"Okapi"), RECORD)
    assert "zebra" not in f"{found.text} {found.hint}".lower()
    assert "okapi" not in f"{found.text} {found.hint}".lower()


class TestLimits:
    def test_a_framework_may_be_14_levels_deep_and_no_deeper(self) -> None:
        assert read(b"[" * 14 + b"]" * 14, FRAMEWORK)
        found = problem("[" * 15 + "]" * 15)
        assert (found.code, found.column) == ("E109", 15)
        assert found.text == "more than 14 levels deep, the most there may be"

    def test_a_framework_may_hold_5000_names_and_values_and_no_more(self) -> None:
        assert read(b"- a\n" * 4_999, FRAMEWORK)
        found = problem("- a\n" * 5_000)
        assert (found.code, found.line) == ("E108", 5_000)
        assert found.text == "more than 5000 names and values, the most there may be"

    def test_a_framework_may_be_256_kib_and_no_more(self) -> None:
        assert read(b"a: " + b"x" * (256 * 1024 - 3), FRAMEWORK)
        found = problem(b"a: " + b"x" * (256 * 1024 - 2))
        assert (found.code, found.line) == ("E108", 1)
        assert found.text == "the file is larger than 256 KiB, the most it may be"

    def test_a_session_may_hold_three_notes_of_a_megabyte(self) -> None:
        notes = ["word " * 200_000 for _ in range(3)]
        assert values("\n".join(f"- '{note}'" for note in notes)) == notes

    def test_a_long_name_is_cut_in_a_message(self) -> None:
        name = "x" * 100
        assert problem(f"{{{name}: 1, {name}: 2}}").text.startswith(f"'{'x' * 39}…' is given twice")


def answered(data: bytes) -> None:
    """A tree, or a sentence with a place that is in the file."""
    try:
        assert isinstance(read(data, RECORD), Mapping | Sequence | Scalar)
    except YamlProblemError as error:
        found = error.problem
    else:
        return
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert 1 <= found.line <= lines
    assert found.column >= 1
    assert found.text


SAMPLE = (
    "\ufeffformat: 1\nid: jane/2026-11-20\nminutes: {planned: 50, spent: 49}\nnotes:\r\n"
    "- text: |-\n    Zwei Wörter 😀\n\n    und mehr\n- [a, 'b', \"c\\n\\U0001F600\"]\n- kind: >\n   folded\n...\n"
).encode()


@pytest.mark.usefixtures("parser")
class TestNothingElseIsEverRaised:
    def test_on_a_file_cut_at_any_byte(self) -> None:
        assert values(SAMPLE)
        for end in range(len(SAMPLE)):
            answered(SAMPLE[:end])

    def test_on_a_file_with_any_byte_changed(self) -> None:
        for at in range(len(SAMPLE)):
            for byte in b"\0\n\t\r:-[]{}&*!|>'\"%@`#\\\xff\x80\xc2":
                answered(SAMPLE[:at] + bytes([byte]) + SAMPLE[at + 1 :])


PIECES = st.sampled_from(
    [
        *"abc :-?[]{}&*!|>'\"%@`#\\,.\n\t\r~<=0",
        *("- ", ": ", "? ", "\n  ", "\n    ", "a: ", "- a\n", "---\n", "...\n", "<<: ", "|\n", ">-\n", "\\U"),
        *("\x00", "\x07", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ufffe", "😀", "ä", "%YAML 9.9\n", "%TAG ! !\n"),
    ]
)
ANYTHING = st.binary() | st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())


class TestOnAnyBytes:
    @settings(max_examples=250, deadline=None)
    @given(ANYTHING)
    def test_libyaml_lets_nothing_else_escape(self, data: bytes) -> None:
        answered(data)

    @given(ANYTHING)
    def test_pure_python_lets_nothing_else_escape(self, data: bytes) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(strict_reader, "_PARSER", yaml.SafeLoader)
            patch.setattr(strict_reader, "_HALVES_PASS", True)
            answered(data)


MIB = 1024 * 1024
FULL = RECORD.bytes
GAP = strict_reader._GAP_WORK // FULL - 10
HOSTILE: dict[str, Callable[[], bytes]] = {
    "25,000 nested brackets": lambda: b"[" * 25_000,
    "a file of nested brackets": lambda: b"[" * FULL,
    "a file of nested dashes": lambda: b"- " * (FULL // 2),
    "a file of nested names": lambda: b"? " * (FULL // 2),
    "an alias bomb": lambda: b"a: &a [x,x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (i, i) for i in range(40)),
    "a merge bomb": lambda: b"a: &a {x: y}\n" + b"".join(b"b%d: {<<: [*a,*a,*a]}\n" % i for i in range(40)),
    "a file of directives": lambda: b"".join(b"%%TAG !%x! x\n" % i for i in range(FULL // 20)),
    "a text larger than may be": lambda: b"a: " + b"x" * FULL,
    "a text as large as may be": lambda: b"a: '" + "😀".encode() + b"x" * (FULL - 20) + b"'",
    "a name as large as may be": lambda: b"? '" + "😀".encode() + b"x" * (FULL - 20) + b"'\n: a",
    "a block of many lines": lambda: b"a: |\n" + "  😀\n".encode() * (FULL // 7 - 10),
    "as many values as may be": lambda: (b"- " + "😀".encode() + b"x" * 70 + b"\n") * 49_990,
    "as many names as may be": lambda: b"".join(b"k%d: v\n" % i for i in range(24_990)),
    "as many lists as may be": lambda: b"[" + b"[]," * 49_990 + b"]",
    "a million values": lambda: b"- a\n" * MIB,
    "words behind a long gap": lambda: b"a: 'x" + b" " * (FULL // 2) + b"b " * (FULL // 4 - 10) + b"'",
    "words behind the longest gap": lambda: b"a: 'x" + b" " * GAP + b"b " * ((FULL - GAP) // 2 - 10) + b"'",
    "lines behind a long gap": lambda: b"a: |\n x" + b"\n" * (FULL // 2) + b" b\n" * (FULL // 6 - 10),
    "empty lines": lambda: b"\n" * FULL,
    "NUL bytes": lambda: b"\0" * FULL,
    "no UTF-8 at the very end": lambda: b"a: " + "😀".encode() + b"x" * (FULL - 20) + b"\xff",
    "a slip on the last of many lines": lambda: b"#\r\n" * (FULL // 3 - 10) + b'- "a" b',
    "random bytes": lambda: bytes(range(256)) * (FULL // 256),
    "twice too large": lambda: b"x" * (2 * FULL),
}
ANSWER = """
import re, sys, time
from coachcli.store.yaml_io import nodes
from coachcli.store.yaml_io import strict_reader
{planted}
data = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    nodes.plain(strict_reader.read(data, strict_reader.RECORD))
except strict_reader.YamlProblemError as error:
    assert error.problem.line >= 1
took = time.process_time() - start
status = open("/proc/self/status").read()
print(took, int(re.search(r"VmHWM:\\s+([0-9]+) kB", status)[1]) / 1024)
"""


def answer(data: bytes, folder: Path, timeout: float = 60, planted: str = "") -> tuple[float, float]:
    """Seconds of a processor and megabytes that another process took to answer the file."""
    (folder / "hostile.yaml").write_bytes(data)
    command = [sys.executable, "-c", ANSWER.format(planted=planted), str(folder / "hostile.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory used is read from /proc")
class TestAHostileFileIsAnsweredWithin2SecondsAnd200Megabytes:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_such_as(self, name: str, tmp_path: Path) -> None:
        seconds, megabytes = answer(HOSTILE[name](), tmp_path)
        assert seconds < 2
        assert megabytes < 200

    @pytest.mark.parametrize(
        ("name", "planted"),
        [
            ("words behind a long gap", "strict_reader._GAP_WORK = 1 << 60"),
            ("a file of directives", "strict_reader._DIRECTIVE = re.compile(rb'(?!)')"),
        ],
    )
    def test_which_this_test_would_notice(self, name: str, planted: str, tmp_path: Path) -> None:
        with pytest.raises(subprocess.TimeoutExpired):
            answer(HOSTILE[name](), tmp_path, timeout=2.5, planted=planted)


@pytest.mark.parametrize("version", ["text: one\n", "- {kind: note}\n", "  more of it\n"])
def test_a_merge_that_was_left_open_is_told_as_what_it_is(version: str) -> None:
    data = f"format: 1\n<<<<<<< HEAD\n{version}=======\n{version}>>>>>>> theirs\nlast: 2\n".encode()
    with pytest.raises(YamlProblemError) as caught:
        read(data, RECORD)

    problem = caught.value.problem
    assert (problem.code, problem.line) == ("E118", 2)
    assert problem.text == "two versions of this file were merged here, and nobody has chosen yet"


# Two readers of one file: the quick one says what the thorough one says, or nothing


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
