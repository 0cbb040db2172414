"""What changed from one version of a framework to another, in a coach's words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from coachcli.domain.framework.fields import names_of, settings_of, source_of
from coachcli.domain.framework.items import Item, ItemKind, Key, items_of
from coachcli.domain.framework.matching import AS_TEXT, same_parts
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import Asked
from coachcli.domain.framework.settings import Setting
from coachcli.domain.text import one_line
from coachcli.domain.value import Value, changed

# Settings whose changes are told elsewhere, or belong to the parts inside.
_APART = {"id", "stages", "steps"}


What = Literal["new", "gone", "moved", "reworded", "changed"]
Around = tuple[Key, ...]


class Change(Value, frozen=True):
    """One thing that changed: `before` and `after` are what it said, `hint` is what to do about it.

    `part` is the id of the question, step or stage; empty where the whole framework changed.
    """

    what: What
    part: str
    text: str
    before: str = ""
    after: str = ""
    hint: str = ""


class SettingChange(NamedTuple):
    """A setting that changed. `before` is empty where it is new, `after` where it is gone."""

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


def differences(old: Framework, new: Framework) -> list[Change]:
    """Everything that changed but the framework's own id. Words in two languages are not compared."""
    return list(_Comparing(old, new).changes())


class _Comparing:
    """Two versions of a framework."""

    def __init__(self, old: Framework, new: Framework) -> None:
        self._old, self._new = old, new
        self._before, self._after = items_of(old), items_of(new)
        self._known_as = same_parts(old, new)

    def changes(self) -> Iterator[Change]:
        """All changes: those of the whole framework, then those of its stages, steps and questions."""
        for otherwise in self._settings(self._old, self._new):
            yield _change("", "The framework", otherwise)
        for kind in ("stage", "step", "question"):
            yield from self._layer(kind)

    def _layer(self, kind: ItemKind) -> Iterator[Change]:
        """The changes of all stages, steps or questions."""
        before = {self._now(item.key): item for item in self._before if item.kind == kind}
        after = {item.key: item for item in self._after if item.kind == kind}
        moved = self._moved(before, after)
        for key, item in after.items():
            if key not in before:
                yield Change("new", item.part.id, f"New {item.kind}{_where(item, 'in')}", after=item.words)
                continue
            if key in moved:
                yield self._move(before[key], item)
            yield from self._compared(before[key], item)
        for item in (item for key, item in before.items() if key not in after):
            text = f"{item.kind.capitalize()} gone{_where(item, 'from')}"
            yield Change("gone", item.part.id, text, before=item.words)

    def _compared(self, old: Item, new: Item) -> Iterator[Change]:
        """The changes of a part that both versions have."""
        if old.key != new.key:
            is_lost = new.kind == "question" and old.part.id not in self._new.renamed
            keep = f"to keep its earlier answers with it:  renamed: {{{old.part.id}: {new.part.id}}}"
            yield Change("changed", new.part.id, f"{new.called}, id", old.part.id, new.part.id, keep if is_lost else "")
        for otherwise in self._settings(old.part, new.part):
            change = _change(new.part.id, new.called, otherwise)
            if otherwise.name == "ask":
                change = changed(change, text=f"Reworded in {new.place}")
            elif otherwise.name == "type" and otherwise.after not in AS_TEXT:
                change = changed(change, hint="earlier answers are of another kind; give it another id")
            yield change

    def _settings(self, old: Part, new: Part) -> Iterator[SettingChange]:
        return setting_changes(old, new, with_words=self._old.language == self._new.language)

    def _now(self, key: Key) -> Key:
        return self._known_as.get(key, key)

    def _moved(self, before: dict[Key, Item], after: dict[Key, Item]) -> set[Key]:
        """The parts that stand in another part now, or in another order among the parts beside them."""
        then, now = defaultdict[Around, list[Key]](list), defaultdict[Around, list[Key]](list)
        moved: set[Key] = set()
        for key, item in before.items():
            around = tuple(map(self._now, item.inside))
            if key in after and after[key].inside == around:
                then[around].append(key)
            elif key in after:
                moved.add(key)
        for key, item in after.items():
            if key in before and key not in moved:
                now[item.inside].append(key)
        return moved.union(*(_out_of_order(then[around], now[around]) for around in now))

    def _move(self, old: Item, new: Item) -> Change:
        same_place = tuple(map(self._now, old.inside)) == new.inside
        now = self._beside(new)
        if same_place:
            within = f" within {new.place}" if new.place else ""
            return Change("moved", new.part.id, f"Moved{within}: {new.called}", after=now)
        return Change("moved", new.part.id, f"Moved: {new.called}", old.place, f"{new.place}, {now}")

    def _beside(self, item: Item) -> str:
        """The place of a part in words: `after` the part before it, or `first`."""
        beside = [other for other in self._after if other.kind == item.kind and other.inside == item.inside]
        place = beside.index(item)
        return f"after {beside[place - 1].called}" if place else "first"


def _change(part: str, called: str, otherwise: SettingChange) -> Change:
    reworded = otherwise.setting.is_words and otherwise.before and otherwise.after
    what: What = "reworded" if reworded else "changed"
    return Change(what, part, f"{called}, {otherwise.label}", otherwise.before, otherwise.after)


def _where(item: Item, preposition: str) -> str:
    return f" {preposition} {item.place}" if item.place else ""


def _out_of_order(then: Sequence[Key], now: Sequence[Key]) -> set[Key]:
    """The fewest keys that must have moved for the order `then` to become `now`."""
    blocks = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
    return set(now) - {key for block in blocks for key in now[block.b : block.b + block.size]}


def setting_changes(old: Part, new: Part, *, with_words: bool) -> Iterator[SettingChange]:
    """The settings that changed; words for people count only where both parts are in the same language."""
    for field, name in _compared(old, new).items():
        before, after = getattr(old, field, None), getattr(new, field, None)
        setting = settings_of(type(new))[field]
        if before == after or not (with_words or _is_comparable(name, setting, before, after)):
            continue
        if isinstance(before or after, tuple | dict):
            lists = _listed(before, with_words=with_words), _listed(after, with_words=with_words)
            yield from (SettingChange(name, setting, *change) for change in _items(*lists))
        else:
            yield SettingChange(name, setting, _in_words(before), _in_words(after))


def _compared(old: Part, new: Part) -> dict[str, str]:
    """The settings to compare. Where the type changed most settings did too, so only those of every question count."""
    names = names_of(type(old)) if type(old) is type(new) else {"type": "type", **names_of(Asked)}
    return {field: name for field, name in names.items() if name not in _APART and not _is_list_of_parts(name, old)}


def _is_list_of_parts(name: str, part: Part) -> bool:
    return name == "ask" and not isinstance(part, Asked)


def _is_comparable(name: str, setting: Setting, *values: object) -> bool:
    """Whether a setting can be compared in two languages. A condition may hold a choice in the words of one."""
    return not setting.is_words and not (name == "when" and any('"' in str(value) for value in values))


def _items(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """The items that a list lost and those that it gained; the whole list, if only its order changed."""
    losses, gains = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield from ((item, "") for item in losses.elements())
    yield from (("", item) for item in gains.elements())
    if not losses and not gains:
        yield ", ".join(before), ", ".join(after)


def _listed(value: object, *, with_words: bool) -> list[str]:
    if isinstance(value, dict):
        return [f"{old} is {new} now" for old, new in value.items()]
    items = value if isinstance(value, tuple) else ()
    return [_check(item, with_words=with_words) if isinstance(item, Part) else _in_words(item) for item in items]


def _check(check: Part, *, with_words: bool) -> str:
    """A hint: what is said, and when."""
    settings = source_of(check)
    say = one_line(str(settings.pop("say", ""))) if with_words else ""
    condition = ", ".join(
        f"{key} {' '.join(value) if isinstance(value, list) else value}" for key, value in settings.items()
    )
    return f"{say} ({condition})" if say else condition


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else one_line(str(value))
