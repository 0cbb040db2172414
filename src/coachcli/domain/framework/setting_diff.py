"""What is set otherwise in two versions of one part of a framework."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import Asked
from coachcli.domain.text import one_line

# What is told elsewhere, or is the parts' own.
_APART = {"id", "stages", "steps"}
_WORDS = {"title", "about", "credit", "aim", "cue", "exit", "ask", "default", "low", "high", "probes", "choices"}
# In the order of telling, and how it is said; what is not here goes by the word of the file.
_LABELS = {
    "ask": "words",
    "when": "asked only if",
    "share_with": "who may see it",
    "keep_as": "kept as",
    "phase": "asked in",
    "required": "listed before the end",
    "start": "from",
    "half_points": "half points",
    "choices_from": "choices from",
    "other": "an answer of their own",
    "for_each": "for each of",
    "exit": "on leaving",
    # One of several.
    "probes": "follow-up question",
    "choices": "choice",
    "fields": "field",
    "packs": "topic pack",
    "checks": "hint",
    "renamed": "renamed",
}


class SettingChange(NamedTuple):
    """A setting that is not as it was; nothing where it was not, or is not any more."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """What the setting is called in a sentence."""
        label = _LABELS.get(self.name, self.name)
        if self.before and self.after:
            return label
        return f"{label} (new)" if self.after else f"{label} (gone)"

    @property
    def is_words(self) -> bool:
        """Whether it is a text for people."""
        return self.name in _WORDS


def setting_changes(old: Part, new: Part, *, with_words: bool) -> Iterator[SettingChange]:
    """What is set otherwise; texts for people only where both are in the same language."""
    for name in _compared(old, new):
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before == after or not (with_words or _is_comparable(name, before, after)):
            continue
        if isinstance(before or after, tuple | dict):
            yield from _items(name, _listed(before, with_words=with_words), _listed(after, with_words=with_words))
        else:
            yield SettingChange(name, _said(before), _said(after))


def _compared(old: Part, new: Part) -> list[str]:
    """Where the type is another, so are most settings: only those that every question has are worth a word."""
    one_type = type(old) is type(new)
    names = [*type(old).model_fields, *type(new).model_fields] if one_type else ["type", *Asked.model_fields]
    return [name for name in dict.fromkeys(names) if name not in _APART and not _is_list_of_parts(name, old)]


def _is_list_of_parts(name: str, part: Part) -> bool:
    return name == "ask" and not isinstance(part, Asked)


def _is_comparable(name: str, *values: object) -> bool:
    """A condition may hold a choice in the words of its language."""
    return name not in _WORDS and not (name == "when" and any('"' in str(value) for value in values))


def _items(name: str, before: list[str], after: list[str]) -> Iterator[SettingChange]:
    """What went out of a list and what came into it; or, if it holds the same, the whole of it."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield from (SettingChange(name, item, "") for item in gone.elements())
    yield from (SettingChange(name, "", item) for item in come.elements())
    if not gone and not come:
        yield SettingChange(name, ", ".join(before), ", ".join(after))


def _listed(value: object, *, with_words: bool) -> list[str]:
    if isinstance(value, dict):
        return [f"{old} is {new} now" for old, new in value.items()]
    items = value if isinstance(value, tuple) else ()
    return [_check(item, with_words=with_words) if isinstance(item, Part) else _said(item) for item in items]


def _check(check: Part, *, with_words: bool) -> str:
    """A hint: what is said, and when."""
    told = check.model_dump(mode="json", exclude_none=True)
    say = one_line(str(told.pop("say", ""))) if with_words else ""
    when = ", ".join(f"{key} {' '.join(value) if isinstance(value, list) else value}" for key, value in told.items())
    return f"{say} ({when})" if say else when


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else one_line(str(value))
