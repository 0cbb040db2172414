"""What changed from one version of a framework to another, in a coach's words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from coachcli.domain.framework.items import Item, ItemKind, Key, items_of
from coachcli.domain.framework.matching import AS_TEXT, same_parts
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.setting_diff import SettingChange, setting_changes

What = Literal["new", "gone", "moved", "reworded", "changed"]
Around = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was: `before` and `after` are what it said, `hint` is what to do about it.

    `part` is the id of the question, step or stage; nothing where it is the whole framework.
    """

    what: What
    part: str
    text: str
    before: str = ""
    after: str = ""
    hint: str = ""


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
        """From the whole to its questions."""
        for setting in self._settings(self._old, self._new):
            yield _setting("", "The framework", setting)
        for kind in ("stage", "step", "question"):
            yield from self._layer(kind)

    def _layer(self, kind: ItemKind) -> Iterator[Change]:
        """What became of the stages, the steps or the questions."""
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
        """The same part then and now."""
        if old.key != new.key:
            lost = new.kind == "question" and old.part.id not in self._new.renamed
            keep = f"to keep its earlier answers with it:  renamed: {{{old.part.id}: {new.part.id}}}"
            yield Change("changed", new.part.id, f"{new.called}, id", old.part.id, new.part.id, keep if lost else "")
        for setting in self._settings(old.part, new.part):
            change = _setting(new.part.id, new.called, setting)
            if setting.name == "ask":
                change = replace(change, text=f"Reworded in {new.place}")
            elif setting.name == "type" and setting.after not in AS_TEXT:
                change = replace(change, hint="earlier answers are of another kind; give it another id")
            yield change

    def _settings(self, old: Part, new: Part) -> Iterator[SettingChange]:
        return setting_changes(old, new, with_words=self._old.language == self._new.language)

    def _now(self, key: Key) -> Key:
        return self._known_as.get(key, key)

    def _moved(self, before: dict[Key, Item], after: dict[Key, Item]) -> set[Key]:
        """What stands in another part, or in another order among what stood and stands beside it."""
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
        """After what a part stands."""
        beside = [other for other in self._after if other.kind == item.kind and other.inside == item.inside]
        place = beside.index(item)
        return f"after {beside[place - 1].called}" if place else "first"


def _setting(part: str, called: str, setting: SettingChange) -> Change:
    reworded = setting.setting.is_words and setting.before and setting.after
    what: What = "reworded" if reworded else "changed"
    return Change(what, part, f"{called}, {setting.label}", setting.before, setting.after)


def _where(item: Item, preposition: str) -> str:
    return f" {preposition} {item.place}" if item.place else ""


def _out_of_order(then: Sequence[Key], now: Sequence[Key]) -> set[Key]:
    """What stands elsewhere, if as much as possible is taken to stand where it stood."""
    blocks = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
    return set(now) - {key for block in blocks for key in now[block.b : block.b + block.size]}
