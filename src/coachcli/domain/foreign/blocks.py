"""The headings, paragraphs and list items of a text in Markdown, or in none: every word of it, and only cut apart."""

from collections.abc import Iterator

from coachcli.domain.value import Value
from coachcli.patterns import pattern

_HEADING = pattern(r" {0,3}(?P<signs>#{1,6})(?P<words>[ \t].*)?")
_UNDERLINE = pattern(r" {0,3}(?:(=+)|-{2,})[ \t]*")
_RULE = pattern(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_ITEM = pattern(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<words>.*)")
_FENCE = pattern(r"[ \t]*(?P<marks>`{3,}|~{3,})")
_INDENT = pattern(r"[ \t]*")
_TAB = 4


class Block(Value, frozen=True):
    """A piece of a text. `level` is that of a heading, and 0 for all others; a `plain` one is one line."""

    text: str
    level: int = 0
    plain: bool = False


def blocks_of(text: str, signs: str = "") -> Iterator[Block]:
    """The blocks of a text, in their order. A line that begins with one of the `signs` is a block of its own."""
    reader = _Reader(signs)
    for line in text.split("\n"):
        yield from reader.read(line.rstrip())
    yield from reader.flushed()


class _Reader:
    """Gathers the lines of a block. What is indented below a list item belongs to it, whatever it is."""

    def __init__(self, signs: str) -> None:
        self._signs = signs
        self._lines: list[str] = []
        self._blank = 0
        self._indent: int | None = None  # of the list item at hand; None where it is none
        self._within = 0  # where the words of that item begin
        self._fence = ""
        self._quoted = self._alone = False

    def read(self, line: str) -> Iterator[Block]:
        """Take one more line; yields the blocks that end with it."""
        if self._fence or self._belongs(line):
            self._add(line)
        elif not line:
            if self._indent is None:
                yield from self.flushed()
            self._blank += bool(self._lines)
        elif _UNDERLINE.fullmatch(line) and self._is_one_line_of_words():
            level = 1 if "=" in line else 2
            yield Block(self._lines[0].strip(), level)
            self._lines = []
        else:
            yield from self._begun(line)

    def flushed(self) -> Iterator[Block]:
        """The block at hand, which ends here."""
        if self._lines:
            text = "\n".join(self._lines).strip("\n")
            is_plain = len(self._lines) == 1 and not self._quoted and not self._fence
            yield Block(text, plain=is_plain and _FENCE.match(text) is None)
        self._lines, self._blank, self._indent, self._within = [], 0, None, 0
        self._fence, self._quoted, self._alone = "", False, False

    def _begun(self, line: str) -> Iterator[Block]:
        """A line that begins something, or goes on with a paragraph."""
        if heading := _HEADING.fullmatch(line):
            yield from self.flushed()
            yield Block(_without_closing_signs((heading["words"] or "").strip()), len(heading["signs"]))
        elif _RULE.fullmatch(line):
            yield from self.flushed()
        elif item := _ITEM.fullmatch(line):
            yield from self.flushed()
            self._indent = _columns(item["indent"])
            self._within = self._indent + len(item["mark"]) + 1
            number = item["mark"] if item["mark"][0].isdecimal() else ""
            self._lines = [" ".join(filter(None, (number, item["words"].strip())))]
            self._open(item["words"])
        elif _FENCE.match(line) or line.lstrip().startswith(">") or not self._lines or self._indent is not None:
            yield from self._other(line)
        elif self._is_signed(line) or self._alone:
            yield from self.flushed()
            self._first(line)
        else:
            self._add(line)

    def _other(self, line: str) -> Iterator[Block]:
        """A fence, a quotation, or the first line of a paragraph."""
        is_quoted = line.lstrip().startswith(">") and not self._is_signed(line)
        if not (is_quoted and self._quoted):
            yield from self.flushed()
            self._quoted = is_quoted
        self._first(line)

    def _first(self, line: str) -> None:
        self._alone = self._is_signed(line)
        self._lines.append(line)
        self._open(line)

    def _belongs(self, line: str) -> bool:
        """Whether a line is part of the list item, or of the quotation, at hand."""
        if not line or not self._lines:
            return False
        if self._indent is not None:
            deeper = _columns(_INDENT.match(line)[0]) > self._indent  # type: ignore[index]
            return deeper or (not self._blank and self._is_of_a_paragraph(line))
        return self._quoted and self._is_of_a_paragraph(line)

    def _is_of_a_paragraph(self, line: str) -> bool:
        begins = (_HEADING.fullmatch(line), _RULE.fullmatch(line), _ITEM.fullmatch(line), _FENCE.match(line))
        return not any(begins) and not line.lstrip().startswith(">") and not self._is_signed(line)

    def _add(self, line: str) -> None:
        self._lines += [""] * self._blank
        self._blank = 0
        words = _without_indent(line, self._within) if self._indent is not None else line
        self._lines.append(words)
        if self._fence:
            if words.strip().startswith(self._fence) and not words.strip().strip(self._fence[0]):
                self._fence, self._alone = "", self._indent is None
        else:
            self._open(words)

    def _open(self, line: str) -> None:
        match = _FENCE.match(line)
        self._fence = match["marks"] if match else ""

    def _is_one_line_of_words(self) -> bool:
        return len(self._lines) == 1 and self._indent is None and not self._quoted and not self._alone

    def _is_signed(self, line: str) -> bool:
        return begins_with(self._signs, line)


def begins_with(signs: str, line: str) -> bool:
    """Whether a line begins with a sign, and not with what Markdown has there: an image, a quotation, a fence."""
    is_markdown = line.startswith(("![", "> ", ">[")) or line == ">" or _FENCE.match(line) is not None
    return bool(line) and line[0] in signs and not is_markdown


def _without_closing_signs(words: str) -> str:
    """The words of a heading without the signs that may close it: `Goal ##`."""
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words


def _columns(blanks: str) -> int:
    return len(blanks.expandtabs(_TAB))


def _without_indent(line: str, width: int) -> str:
    """A line without the blanks by which it stands under its item; more of them stay."""
    blanks = _INDENT.match(line)[0]  # type: ignore[index]
    return " " * max(0, _columns(blanks) - width) + line[len(blanks) :]
