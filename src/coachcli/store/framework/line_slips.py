"""Slips in the text of a framework that YAML stumbles over, or takes without a word for something else.

A parser stops at its first error. These slips are found line by line, so all of them are told at once. Each knows what
its line was meant to be, and the text is then read as it was meant.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from coachcli.domain.framework.fields import lists
from coachcli.domain.framework.settings import names_where
from coachcli.domain.problems import Problem
from coachcli.patterns import pattern
from coachcli.store.yaml_io.parser_errors import CONFLICT, ODD_BLANK, ODD_BLANKS, TAB, TAB_BEHIND
from coachcli.store.yaml_io.quoting import Unquoted, closing, unquoted
from coachcli.store.yaml_io.strict_reader import FRAMEWORK, YamlProblemError, read


class Trap(NamedTuple):
    """A slip on one line. `silent`: YAML reads on as if nothing were wrong. Without a problem it belongs to another.

    `meant` is the line as it was meant. The word at column `at` of the file is `shift` columns further on in that.
    """

    line: int
    problem: Problem | None
    meant: str
    at: int = 1
    shift: int = 0
    silent: bool = True


_LISTS = "|".join(sorted(lists()))
_NAMES = "|".join(sorted(names_where(lambda _: True)))
_OPENS_LIST = pattern(rf"( *)(?:- +)*(?:{_LISTS}):\s*(?:#.*)?$")
_BLOCK = pattern(r"(?P<lead> *(?:- +)*)(?:[^\s\"'#-][^:]*: +)?[|>][-+\d]{0,2}\s*(?:#.*)?$")
_CONFLICT = pattern(r"(<{7}|={7}|>{7}|\|{7})(?=\s|$)")
_TAB_INDENT = pattern(r" *\t[ \t]*(?=\S)")
_TAB_BEHIND_DASH = pattern(r"( *-)(\t[ \t]*)(?=\S)")
_ODD_INDENT = pattern(rf"[ \t]*[{ODD_BLANKS}][ \t{ODD_BLANKS}]*(?=\S)")
_ODD_BEHIND = pattern(rf" *(?:- +)*(?:-|(?:{_NAMES})[{ODD_BLANKS}]*:)([{ODD_BLANKS}]+)")
_SIGN = r"[–—―‒−‐‑•·▪◦‣●○■□➢➤►]|[*+](?=\s)|\d{1,2}[.)](?=\s)"
_BULLET = pattern(rf"( *)({_SIGN})\s*(\S.*)")
_GLUED = pattern(r"( *)(-)([^\s-].*)")
_DASH = pattern(r"( *)-(?=\s|$)")
_VALUE = pattern(r"(?P<lead> *(?:- +)*)(?P<name>[A-Za-z_]+:\s+)?(?P<value>\S.*)")
_NAMED = pattern(rf"(?:{_NAMES}):\s")

# In a text without any of these YAML takes nothing for something else without saying so.
_SUSPECT = pattern(r"^ *(?:-[^\s-]|[*+]\s|\d\d?[.)]\s|[<=>|]{7}|(?:- +)*(?:[a-z_]+: +)?\? )", re.MULTILINE)
_ODDLY_SUSPECT = pattern(rf"^[ \t]*(?:{_SIGN}|(?:- *)*(?:[a-z_]+[{ODD_BLANKS}]*:)?[ \t]*[{ODD_BLANKS}])", re.MULTILINE)
_MOST = 1_000
# The most lines of a text in quotes: a bound, so that no file is looked through again and again.
_LONGEST_QUOTE = 100


def traps(lines: Sequence[str], tab: int) -> list[Trap]:
    """The slips in the lines of a file, in their order, up to a thousand; a tab counts as `tab` blanks."""
    return list(islice(_Page(lines, tab).traps(), _MOST))


def is_suspect(lines: Sequence[str]) -> bool:
    """Whether a file that YAML can read may have slips all the same."""
    text = "\n".join(lines)
    return bool(_SUSPECT.search(text) or (not text.isascii() and _ODDLY_SUSPECT.search(text)))


class _Page:
    """The lines of a file, and what is open where one of them begins."""

    def __init__(self, lines: Sequence[str], tab: int) -> None:
        self._lines = lines
        self._tab = tab
        self._block: int | None = None  # lines indented further than this belong to a text
        self._quoted_until = -1
        self._dashes: list[int] = []  # where the items of the open lists begin
        self._opened: int | None = None  # the line above opens a list
        self._conflicting = self._theirs = False  # between the marks of git, and in the second version
        self._last_mark = max((i for i, line in enumerate(lines) if line.startswith(">>>>>>>")), default=-1)

    def traps(self) -> Iterator[Trap]:
        for index, line in enumerate(self._lines):
            conflict = self._conflict(index, line)
            if conflict or self._theirs:
                yield conflict or Trap(index + 1, None, "")
            elif "\t" in line and not line.strip() and self._block is None and index > self._quoted_until:
                yield Trap(index + 1, None, "", silent=False)  # nobody sees that it is not empty
            elif not self._is_text(index, line):
                yield from self._on(index, line)

    def _conflict(self, index: int, line: str) -> Trap | None:
        """The slip of a mark of git's. The first version between the marks is read, the second is not."""
        match = _CONFLICT.match(line)
        if not match:
            return None
        within, sign = self._conflicting, match[1][0]
        self._conflicting = sign != ">"
        self._theirs = sign in "=|" and index < self._last_mark
        problem = None if within and sign != "<" else Problem("E118", index + 1, 1, CONFLICT[0], len(line), CONFLICT[1])
        return Trap(index + 1, problem, "")

    def _is_text(self, index: int, line: str) -> bool:
        """Whether a line is only part of a longer text, or a comment, or empty."""
        if index <= self._quoted_until or not line.strip() or line.lstrip().startswith("#"):
            return True
        if self._block is not None and _indent(line) > self._block:
            return True
        self._block = None
        return False

    def _on(self, index: int, line: str) -> Iterator[Trap]:
        for look in (self._tab_found, _tab_within, self._odd_blank, self._bullet, self._glued, self._value):
            trap = look(index, line)
            if trap:
                yield trap
                line = trap.meant
        self._remember(line)

    def _remember(self, line: str) -> None:
        """Keep what this line opens and closes for those below it."""
        indent = _indent(line)
        self._dashes = [column for column in self._dashes if column <= indent]
        dash, block, opens = _DASH.match(line), _BLOCK.match(line), _OPENS_LIST.match(line)
        if dash and indent not in self._dashes:
            self._dashes.append(indent)
        if block:
            lead = block["lead"]
            self._block = lead.rindex("-") if line[len(lead)] in "|>" and "-" in lead else len(lead)
        self._opened = indent if opens else None

    def _is_item(self, column: int) -> bool:
        """Whether an item of a list may begin here."""
        return column in self._dashes or (self._opened is not None and column >= self._opened)

    def _tab_found(self, index: int, line: str) -> Trap | None:
        indent, behind = _TAB_INDENT.match(line), _TAB_BEHIND_DASH.match(line)
        if indent:
            blanks, column = indent[0].replace("\t", " " * self._tab), line.index("\t") + 1
            problem = Problem("E101", index + 1, column, TAB[0], hint=TAB[1])
            return _mended(problem, line, indent.end(), blanks + line[indent.end() :], silent=False)
        if behind:
            problem = Problem("E101", index + 1, behind.start(2) + 1, TAB_BEHIND[0], hint=TAB_BEHIND[1])
            return _mended(problem, line, behind.end(), f"{behind[1]} {line[behind.end() :]}", silent=False)
        return None

    def _odd_blank(self, index: int, line: str) -> Trap | None:
        indent, behind = _ODD_INDENT.match(line), _ODD_BEHIND.match(line)
        if not indent and not behind:
            return None
        start, end = indent.span() if indent else behind.span(1) if behind else (0, 0)
        problem = Problem("E102", index + 1, start + 1, ODD_BLANK[0], end - start, ODD_BLANK[1])
        return _mended(problem, line, end, line[:start] + " " * (end - start) + line[end:])

    def _bullet(self, index: int, line: str) -> Trap | None:
        return self._item(index, line, _BULLET.match(line), "E103", "'{}' is not the '-' of a list")

    def _glued(self, index: int, line: str) -> Trap | None:
        return self._item(index, line, _GLUED.match(line), "E104", "a blank is missing behind the '{}'")

    def _item(self, index: int, line: str, match: re.Match[str] | None, code: str, template: str) -> Trap | None:
        if not match or not self._is_item(len(match[1])):
            return None
        text, width = template.format(match[2]), len(match[2])
        problem = Problem(code, index + 1, len(match[1]) + 1, text, width, f"write  - {match[3].rstrip()}")
        return _mended(problem, line, match.start(3), f"{match[1]}- {match[3]}")

    def _value(self, index: int, line: str) -> Trap | None:
        """The slip of a value that needs quotes and has none, or the wrong ones."""
        match = _VALUE.match(line)
        if not match or not (match["lead"].strip() or match["name"]):
            return None
        has_name = match["name"] and (not match["lead"].strip() or _NAMED.match(match["name"]))
        start = match.start("value") if has_name else match.end("lead")
        if line[start] in "\"'" and self._goes_on(index, line[start:], _indent(line)):
            return None
        if _BLOCK.match(line):
            return None
        slip = unquoted(line[start:].rstrip(), colons=0 if has_name else 1)
        return self._quoted(index, line, start, slip) if slip and (slip.silent or not _is_yaml(line)) else None

    def _quoted(self, index: int, line: str, start: int, slip: Unquoted) -> Trap:
        name = line[len(line) - len(line.lstrip(" ")) : start]
        problem = Problem(slip.code, index + 1, start + slip.at + 1, slip.text, hint=f"write  {name}{slip.meant}")
        return _mended(problem, line, start + 1, line[:start] + slip.meant, silent=slip.silent)

    def _goes_on(self, index: int, value: str, indent: int) -> bool:
        """Whether a text in quotes goes on below, in lines that are indented further."""
        if closing(value) is not None:
            return False
        below = self._lines[index + 1 : index + 1 + _LONGEST_QUOTE]
        end = next((n for n, line in enumerate(below) if line.strip() and _indent(line) <= indent), len(below))
        at = closing("\n".join([value, *below[:end]]))
        if at is None:
            return False
        self._quoted_until = index + "\n".join([value, *below[:end]]).count("\n", 0, at)
        return True


def _tab_within(index: int, line: str) -> Trap | None:
    """The slip of a tab within a line, which does no harm, but at which some parsers stop."""
    start = len(line) - len(line.lstrip())
    meant = line[:start] + line[start:].replace("\t", " ")
    return Trap(index + 1, None, meant, silent=False) if meant != line else None


def _mended(problem: Problem, line: str, at: int, meant: str, *, silent: bool = True) -> Trap:
    """The slip of a line that is right from character `at` on."""
    shift = len(meant) - len(line) if at else 0
    return Trap(problem.line, problem, meant, at + 1, shift, silent)


def _is_yaml(line: str) -> bool:
    """Whether YAML can read a line by itself; parsers do not agree on all slips."""
    try:
        read(line.strip().encode(errors="replace"), FRAMEWORK)
    except YamlProblemError:
        return False
    return True


def _indent(line: str) -> int:
    wide = line.expandtabs()
    return len(wide) - len(wide.lstrip())
