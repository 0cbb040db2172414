"""Files with anything in them, and files that mean harm: each is a framework, or told of."""

import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.problems import Problem
from coachcli.render.framework.problems import problem_text
from coachcli.store.framework import catalogue
from coachcli.store.framework.check import Checked, check
from coachcli.store.framework.text import readings
from coachcli.store.yaml_io.strict_reader import FRAMEWORK

SHIPPED = {path.stem: path.read_bytes() for path in sorted(catalogue.shipped_folder().glob("*.yaml"))}


BYTES = st.binary(min_size=0, max_size=6) | st.sampled_from(
    [b"\t", b"\xc2\xa0", b"\xe2\x80\x93", b"- ", b": ", b"'", b'"', b"{", b"[", b"\n", b"\r", b"#", b"&a ", b"*a", b"!",
     b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"when: a below ", b"|\n", b"{item}", b"\xef\xbb\xbf", b"\0"]
)  # fmt: skip


class TestAShippedFileWithAnythingInIt:
    @settings(max_examples=200, deadline=None)
    @given(
        st.sampled_from(sorted(SHIPPED)),
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), BYTES), min_size=1, max_size=4),
    )
    def test_is_a_framework_or_told_of(self, name: str, changes: list[tuple[float, int, bytes]]) -> None:
        data = SHIPPED[name]
        for share, cut, put in changes:
            at = int(share * len(data))
            data = data[:at] + put + data[at + cut :]

        told_or_good(check(data, name))

    @settings(max_examples=75, deadline=None)
    @given(st.sampled_from(sorted(SHIPPED)), st.randoms(use_true_random=False))
    def test_or_with_its_lines_in_another_order(self, name: str, chance: Random) -> None:
        lines = SHIPPED[name].split(b"\n")
        first, second = sorted(chance.sample(range(len(lines)), 2))

        told_or_good(check(b"\n".join(lines[:first] + lines[second:] + lines[first:second]), name))


def told_or_good(checked: Checked) -> None:
    assert checked.framework is not None or checked.errors
    for problem in checked.problems:
        assert 1 <= problem.line <= len(checked.lines)
        assert 1 <= problem.column <= len(checked.lines[problem.line - 1]) + 1
        assert problem.text
        assert "\n" not in problem.text + problem.hint
        assert problem_text("mine.yaml", checked.lines, problem)


HEAD = b"kind: meeting\nstages:\n- title: A\n  ask:\n"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "an alias bomb": lambda: b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(40)),
    "a merge bomb": lambda: b"a: &a {x: y}\n" + b"".join(b"b%d: {<<: [*a,*a]}\n" % n for n in range(40)),
    "25,000 brackets": lambda: b"[" * 25_000,
    "25,000 brackets as a question": lambda: HEAD + b"  - " + b"{" * 25_000,
    "a text of 5 MB": lambda: b"title: " + b"x" * 5_000_000,
    "Latin-1": lambda: "title: Gespräch\n".encode("latin-1"),
    "UTF-16": lambda: "title: Talk\n".encode("utf-16"),
    "NUL bytes": lambda: b"title: a\0b\n",
    "two documents": lambda: HEAD + b"  - What\n---\ntitle: B\n",
    "a tag": lambda: b"title: !!python/object/apply:os.system [id]\n",
    "a slip on every line": lambda: HEAD + b"  -'What's up?\n" * 15_000,
    "quotes that never close": lambda: b"".join(b" " * n + b'- "x\n' for n in range(600)),
    "tabs everywhere": lambda: b'\t\t- "a" b\n' * 25_000,
    "conflicts everywhere": lambda: b"=======\n<<<<<<<\n" * 15_000,
    "names given twice": lambda: b"stages:\n" + b"- a: 1\n  a: 2\n" * 1_200,
    "names almost right": lambda: HEAD + (b"  - {ask: a, " + b"t" * 90 + b"ype: 1}\n") * 1_200,
    "nothing but wrong types": lambda: HEAD + b"  - {type: scael}\n" * 1_600,
    "stages of nothing": lambda: b"stages:\n" + b"- a: 1\n" * 1_600,
    "quotes of nothing": lambda: HEAD + b"".join(b"  - '" + b"{q%d}" % n * 40 + b"'\n" for n in range(700)),
    "conditions of nothing": lambda: HEAD + b"  - {ask: a, when: shure is b}\n" * 800,
    "a condition without end": lambda: HEAD + b"  - ask: a\n    when: " + b"a answered and " * 15_000,
    "a condition of blanks": lambda: HEAD + b"  - ask: a\n    when: a" + b" " * 200_000 + b"b",
    "a condition of quotes": lambda: HEAD + b"  - ask: a\n    when: a is " + b'"' * 200_001,
}  # fmt: skip


class TestAHostileFile:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_is_answered_by_a_sentence_with_a_line(self, name: str) -> None:
        data = HOSTILE[name]()
        start = time.process_time()
        checked = check(data, "mine")

        assert time.process_time() - start < 2
        assert checked.errors
        assert checked.errors[0].line >= 1
        assert checked.errors[0].text

    def test_cannot_reach_anything_by_a_condition(self) -> None:
        tried = HEAD + b"  - {ask: a, when: \"__import__('os').abort() is yes\"}\n"

        assert [p.code for p in check(tried, "mine").errors] == ["E209"]


class TestTheProblemsOfAReading:
    def test_are_in_the_order_of_the_file_wherever_they_were_found(self) -> None:
        (reading,) = readings(b"title: Plain\nask:\n- One?\n-Two?\n", FRAMEWORK)
        later, earlier = Problem("E311", 5, 1, "Later."), Problem("E311", 1, 8, "Earlier.")

        assert [problem.code for problem in reading.problems] == ["E104"]
        assert reading.all_problems([later, earlier]) == (earlier, *reading.problems, later)

    def test_have_the_places_of_the_file_and_not_of_the_mended_lines(self) -> None:
        (reading,) = readings(b"ask:\n- One?\n-Two?\n", FRAMEWORK)
        _, moved = reading.all_problems([Problem("E311", 3, 4, "At the o of what is read as  - Two?")])

        assert (moved.line, moved.column) == (3, 3)
