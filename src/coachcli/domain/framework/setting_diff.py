"""What is set otherwise in two versions of one part of a framework."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import Asked
from coachcli.domain.framework.settings import Setting, names_of, settings_of
from coachcli.domain.text import one_line

# What is told elsewhere, or is the parts' own.
_APART = {"id", "stages", "steps"}


class SettingChange(NamedTuple):
    """A setting that is not as it was; nothing where it was not, or is not any more."""

    name: str
    setting: Setting
    before: str
    after: str

    @property
    def label(self) -> str:
        """What the setting is called in a sentence."""
        label = self.setting.label or self.name
        if self.before and self.after:
            return label
        return f"{label} (new)" if self.after else f"{label} (gone)"


def setting_changes(old: Part, new: Part, *, with_words: bool) -> Iterator[SettingChange]:
    """What is set otherwise; texts for people only where both are in the same language."""
    for field, name in _compared(old, new).items():
        before, after = getattr(old, field, None), getattr(new, field, None)
        setting = settings_of(type(new))[field]
        if before == after or not (with_words or _is_comparable(name, setting, before, after)):
            continue
        if isinstance(before or after, tuple | dict):
            lists = _listed(before, with_words=with_words), _listed(after, with_words=with_words)
            yield from (SettingChange(name, setting, *change) for change in _items(*lists))
        else:
            yield SettingChange(name, setting, _said(before), _said(after))


def _compared(old: Part, new: Part) -> dict[str, str]:
    """Where the type is another, so are most settings: only those that every question has are worth a word."""
    names = names_of(type(old)) if type(old) is type(new) else {"type": "type", **names_of(Asked)}
    return {field: name for field, name in names.items() if name not in _APART and not _is_list_of_parts(name, old)}


def _is_list_of_parts(name: str, part: Part) -> bool:
    return name == "ask" and not isinstance(part, Asked)


def _is_comparable(name: str, setting: Setting, *values: object) -> bool:
    """A condition may hold a choice in the words of its language."""
    return not setting.is_words and not (name == "when" and any('"' in str(value) for value in values))


def _items(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """What went out of a list and what came into it; or, if it holds the same, the whole of it."""
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield from ((item, "") for item in gone.elements())
    yield from (("", item) for item in come.elements())
    if not gone and not come:
        yield ", ".join(before), ", ".join(after)


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
