"""coach.yaml: the few things a coach can set for the whole practice."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from coachcli.domain.client.model import is_address
from coachcli.domain.export.sender import NOBODY, LogoFile, Sender
from coachcli.domain.languages import LANGUAGE
from coachcli.domain.page.colour import is_colour
from coachcli.domain.terms import Theme
from coachcli.domain.theme.floor import LEAST_FLOOR
from coachcli.domain.value import Value, changed
from coachcli.errors import NotFoundError, Saying, UnreadableError
from coachcli.store.disk import files
from coachcli.store.framework.parts import short
from coachcli.store.paths import Practice
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, Sequence

DateOrder = Literal["DMY", "MDY", "YMD"]
_ORDERS: dict[str, DateOrder] = {name: name for name in get_args(DateOrder)}
_THEMES: dict[str, Theme] = {name: name for name in get_args(Theme)}
_EXAMPLES = {
    "framework": "grow",
    "language": "de",
    "date_order": "DMY",
    "theme": "light",
    "linked": "[/home/jane/shared/robin-example]",
    "floor": "4",
    "keep": "3 years",
    "me": "{name: Alex Example, mail: alex@example.com, sign_off: Warm regards}",
}
_THERE_ARE = f"There are: {', '.join(_EXAMPLES)}."

_FLOOR_DIGITS = 3

LARGEST = 256 * 1024
"""The most bytes that the file may have, as many as a framework; nothing is read of a larger one."""

TEMPLATE = """# Settings of your practice. Take the # away from a line to use it.

# The framework a session starts with, when neither you nor the client's last session says otherwise.
# framework: grow

# The language of the questions, where a framework is there in it; otherwise it is used as it is written.
# language: de

# How 3/4 is read: DMY is 3 April, MDY is March 4.
# date_order: DMY

# The colours of a call: for a dark window, for a light one, or none at all. NO_COLOR does the same as none.
# theme: dark

# Clients' folders elsewhere that a link below clients/ leads to. They are read, and never written.
# linked: [/home/jane/shared/robin-example]

# On how many people a theme from interviews has to rest before anybody else may read it: 3 or more.
# floor: 4

# How long you keep what was said after an engagement has ended, where its file does not say until when. Nothing is ever
# erased by this: coach practice retention lists it.
# keep: 3 years

# Who you are. With a name or a sign-off the client's summary begins with a greeting and ends with these; mail drafts
# are from the address. Beside these, logo: logo.png (a PNG or a JPEG in this folder) and colour: 1f4e79 are for the
# letterhead of pages in HTML and PDF.
# me: {name: Alex Example, mail: alex@example.com, sign_off: "Warm regards,"}
"""


class Settings(Value, frozen=True):
    """The settings of a practice, each with the usual value where it is not set."""

    framework: str = "grow"
    date_order: DateOrder = "DMY"
    language: str | None = None
    theme: Theme | None = None
    linked: tuple[Path, ...] = ()
    floor: int = LEAST_FLOOR
    keep: str = ""
    me: Sender = NOBODY


def load(practice: Practice) -> Settings:
    """The settings; raises UnreadableError with line and reason."""
    path = practice.root / "coach.yaml"
    try:
        data = files.read_bytes(path, LARGEST)
    except NotFoundError:
        return Settings()
    return Settings() if _is_all_comment(data) else _read(data, path)


def _is_all_comment(data: bytes) -> bool:
    """Whether nothing is set, as in most practices. It is told without a parser, which takes a while to load."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return False
    return all(not line.strip(" ") or (line.startswith("#") and line.isprintable()) for line in lines)


@lru_cache(maxsize=1)
def _read(data: bytes, path: Path) -> Settings:
    """The settings in a file; they are remembered, as a call asks more than once."""
    from coachcli.store.yaml_io import strict_reader  # noqa: PLC0415 only where something is set
    from coachcli.store.yaml_io.parser_errors import way_out  # noqa: PLC0415

    try:
        tree = strict_reader.read(data, strict_reader.FRAMEWORK)
    except strict_reader.YamlProblemError as error:
        if error.problem.code == strict_reader.EMPTY:
            return Settings()
        raise wrong(path, error.problem.line, error.problem.text, way_out(error.problem, error.problem.hint)) from None
    if not isinstance(tree, Mapping):
        raise wrong(path, tree.line, "a setting looks like  framework: grow", _THERE_ARE)
    return _settings(tree, path)


def _settings(tree: Mapping, path: Path) -> Settings:
    settings = Settings()
    for name, (key, value) in tree.entries.items():
        if name not in Settings.__struct_fields__:
            raise wrong(path, key.line, f"'{short(name)}' is not a setting", _THERE_ARE)
        if name in _OF_PARTS:
            settings = changed(settings, **{name: _OF_PARTS[name](value, path)})
        elif not isinstance(value, Scalar):
            raise wrong(path, value.line, f"{name} must be one word", f"For example  {name}: {_EXAMPLES[name]}")
        elif value.text:
            settings = changed(settings, **{name: _OF_WORDS[name](value, path)})
    return settings


def _framework(value: Scalar, _path: Path) -> str:
    return value.text


def _language(value: Scalar, path: Path) -> str:
    language = value.text.casefold()
    if not LANGUAGE.fullmatch(language):
        reason = f"language cannot be '{short(value.text)}'"
        raise wrong(path, value.line, reason, "It is a short code such as de, fr or en.")
    return language


def _sender(value: Node, path: Path) -> Sender:
    """The coach as a sender; nobody yet where `me:` has nothing behind it."""
    if isinstance(value, Scalar) and not value.text:
        return NOBODY
    if not isinstance(value, Mapping):
        raise wrong(path, value.line, "me must say what of you it is", f"For example  me: {_EXAMPLES['me']}")
    parts: dict[str, Any] = {name: _part_of_me(name, key, part, path) for name, (key, part) in value.entries.items()}
    return Sender(**parts)


def _part_of_me(name: str, key: Node, part: Node, path: Path) -> str | LogoFile | None:
    if name not in Sender._fields:
        raise wrong(path, key.line, f"'{short(name)}' is no part of me", f"There are: {', '.join(Sender._fields)}.")
    if not isinstance(part, Scalar):
        raise wrong(path, part.line, f"{name} must be text", f"For example  me: {_EXAMPLES['me']}")
    text = part.text.strip()
    if name == "mail" and text and not is_address(text):
        raise wrong(path, part.line, f"'{short(text)}' is no mail address", "It is like  mail: alex@example.com")
    if name == "logo":
        return LogoFile(text, part.line) if text else None
    return _colour(text, part.line, path) if name == "colour" else text


def _colour(text: str, line: int, path: Path) -> str:
    """A colour with its # or without: in a file of settings that begins a comment, unless it stands in quotes."""
    colour = f"#{text.removeprefix('#').casefold()}"
    if not is_colour(colour):
        reason = f"colour cannot be '{short(text)}'" if text else "colour has nothing behind it"
        raise wrong(path, line, reason, "It is six digits, without the # that would begin a comment:  colour: 1f4e79")
    return colour


def _keep(value: Scalar, path: Path) -> str:
    from coachcli.domain.practice.retention import read_term  # noqa: PLC0415 only where it is set

    if read_term(value.text) is None:
        raise wrong(path, value.line, f"keep cannot be '{short(value.text)}'", "Write it like  keep: 3 years")
    return value.text


def _linked(value: Node, path: Path) -> tuple[Path, ...]:
    """The linked folders, at their real places."""
    items = value.items if isinstance(value, Sequence) else (value,)
    folders = [item.text.strip() for item in items if isinstance(item, Scalar)]
    if len(folders) < len(items):
        raise wrong(path, value.line, "linked must be a list of folders", f"For example  linked: {_EXAMPLES['linked']}")
    return tuple(Path(os.path.realpath(Path(folder).expanduser())) for folder in folders if folder)


def _order(value: Scalar, path: Path) -> DateOrder:
    if value.text.upper() not in _ORDERS:
        raise wrong(path, value.line, f"date_order cannot be '{short(value.text)}'", "It is DMY, MDY or YMD.")
    return _ORDERS[value.text.upper()]


def _theme(value: Scalar, path: Path) -> Theme:
    if value.text.casefold() not in _THEMES:
        raise wrong(path, value.line, f"theme cannot be '{short(value.text)}'", "It is dark, light or none.")
    return _THEMES[value.text.casefold()]


def _floor(value: Scalar, path: Path) -> int:
    """On how many people a theme rests at least; a smaller number would give somebody away."""
    if not (value.text.isascii() and value.text.isdecimal()) or len(value.text) > _FLOOR_DIGITS:
        raise wrong(path, value.line, f"floor cannot be '{short(value.text)}'", "It is a number such as 4.")
    floor = int(value.text)
    if floor < LEAST_FLOOR:
        reason = f"floor cannot be less than {LEAST_FLOOR}"
        raise wrong(path, value.line, reason, "Of fewer people anybody could guess who it was.")
    return floor


_OF_PARTS: dict[str, Callable[[Node, Path], object]] = {"linked": _linked, "me": _sender}
_OF_WORDS: dict[str, Callable[[Scalar, Path], object]] = {
    "framework": _framework,
    "language": _language,
    "date_order": _order,
    "theme": _theme,
    "floor": _floor,
    "keep": _keep,
}


def wrong(path: Path, line: int, reason: str, hint: str) -> UnreadableError:
    """The error for something in the settings that cannot be used, with its line."""
    message = Saying(f"{path}:{line}: {reason}.", discreet=f"Line {line} of coach.yaml cannot be used.")
    return UnreadableError(message, hint)
