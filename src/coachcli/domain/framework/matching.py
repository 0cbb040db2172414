"""Which parts of two versions of a framework are the same, although their ids are not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from coachcli.domain.framework.items import Item, ItemKind, Key, items_of, questions_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.text import folded
from coachcli.patterns import pattern

AS_TEXT = frozenset({"note", "line"})
"""The types of question whose answers any answer can be read as."""

_ALIKE = 0.55
_SAME_PLACE = 0.15
_WORD = pattern(r"\w+")

Place = tuple[tuple[Key, ...], int]
Places = tuple[dict[Key, Place], dict[Key, Place]]


class Rewording(NamedTuple):
    """A question that is gone and a new one that says nearly the same. The history of the first would end there."""

    old: Item
    new: Item


def rewordings(old: Framework, new: Framework) -> list[Rewording]:
    """Questions that got another id probably because they were reworded, without those that `renamed:` names."""
    if old.language != new.language:
        return []
    before, after = questions_of(old), questions_of(new)
    lost = [item for name, item in before.items() if name not in after and name not in new.renamed]
    added = [item for name, item in after.items() if name not in before and name not in new.renamed.values()]
    return list(_best(lost, added, (_places(before.values()), _places(after.values()))))


def same_parts(old: Framework, new: Framework) -> dict[Key, Key]:
    """The new keys of those parts of the old framework that have another key in the new one."""
    new_keys = _renamed(old, new) | {pair.old.key: pair.new.key for pair in rewordings(old, new)}
    for kind in ("stage", "step"):
        new_keys |= dict(_by_contents(kind, items_of(old), items_of(new), new_keys))
    return new_keys


def _renamed(old: Framework, new: Framework) -> dict[Key, Key]:
    """The new keys of the questions that the new framework names in `renamed:`."""
    before, after = questions_of(old).keys(), questions_of(new).keys()
    found = {
        now: then for then, now in reversed(new.renamed.items()) if then in before - after and now in after - before
    }
    return {("question", then): ("question", now) for now, then in found.items()}


def _best(lost: Sequence[Item], added: Sequence[Item], places: Places) -> Iterator[Rewording]:
    """The pairs of a question that is gone and one that is new, the most alike first; no question is in two pairs."""
    pairs = [(_likeness(old, new, places), Rewording(old, new)) for old in lost for new in added if _may_be(old, new)]
    keys: set[Key] = set()
    for likeness, pair in sorted(pairs, key=lambda found: -found[0]):
        if likeness >= _ALIKE and not {pair.old.key, pair.new.key} & keys:
            keys |= {pair.old.key, pair.new.key}
            yield pair


def _may_be(old: Item, new: Item) -> bool:
    """Whether answers to the old question can be read as answers to the new one."""
    before, after = getattr(old.part, "type", None), getattr(new.part, "type", None)
    return before == after or after in AS_TEXT


def _likeness(old: Item, new: Item, places: Places) -> float:
    """How alike the words of two questions are, from 0 to 1, and a little more where both stand at the same place."""
    before, after = folded(old.words), folded(new.words)
    letters = SequenceMatcher(None, before, after, autojunk=False).ratio()
    words, others = set(_WORD.findall(before)), set(_WORD.findall(after))
    common = 2 * len(words & others) / max(1, len(words) + len(others))
    same_place = places[0][old.key] == places[1][new.key]
    return (letters + common) / 2 + (_SAME_PLACE if same_place else 0)


def _places(items: Iterable[Item]) -> dict[Key, Place]:
    """The place of each item: the parts around it, and how many items stand there before it."""
    counts: Counter[tuple[Key, ...]] = Counter()
    places: dict[Key, Place] = {}
    for item in items:
        places[item.key] = (item.inside, counts[item.inside])
        counts[item.inside] += 1
    return places


def _by_contents(
    kind: ItemKind, old: Sequence[Item], new: Sequence[Item], new_keys: dict[Key, Key]
) -> Iterator[tuple[Key, Key]]:
    """The old and the new keys of stages or steps whose questions are mostly the same."""
    ids = {item.key for item in old} & {item.key for item in new}
    now_in = {item.key: key for item in new if item.kind == "question" for key in _around(item, kind)}
    counts: Counter[tuple[Key, Key]] = Counter()
    for item in old:
        for key in _around(item, kind):
            now = now_in.get(new_keys.get(item.key, item.key))
            if item.kind == "question" and now is not None and not {key, now} & ids:
                counts[key, now] += 1
    pairs: set[tuple[str, Key]] = set()
    for (before, after), _ in counts.most_common():
        if not {("old", before), ("new", after)} & pairs:
            pairs |= {("old", before), ("new", after)}
            yield before, after


def _around(item: Item, kind: ItemKind) -> Iterator[Key]:
    return (key for key in item.inside if key[0] == kind)
