"""From the text of a translation to the framework in that language, or to all that is wrong with it and where."""

from collections import Counter
from collections.abc import Callable, Iterator

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.settings import TRANSLATION
from coachcli.domain.framework.translation_keys import following, texts
from coachcli.domain.languages import language_name
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Problem, Where
from coachcli.domain.text import folded
from coachcli.domain.value import changed
from coachcli.store.framework import corrections
from coachcli.store.framework.check import Checked, examined, outcome
from coachcli.store.framework.files import Translates
from coachcli.store.framework.parent import ParentError, inherited
from coachcli.store.framework.parts import is_empty, short, text_of
from coachcli.store.framework.text import Reading, readings
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Scalar, Sequence, node_at, problem_at

_LOOKS_LIKE = "translates: grow,  language: de,  texts:"
Find = Callable[[str], Framework]
"""The framework of an id, in its own language; raises ParentError."""
Texts = dict[Where, Node]
"""New texts by the places at which they go."""


def check(data: bytes, target: Translates, find: Find) -> Checked:
    """Read and check a translation; `target` is what it translates, as the name of its file says."""
    outcomes = (_check(reading, target, find) for reading in readings(data, strict_reader.FRAMEWORK))
    return min(outcomes, key=lambda checked: len(checked.problems))


def _check(reading: Reading, target: Translates, find: Find) -> Checked:
    framework, found = _read(reading, target, find) if reading.tree is not None else (None, [])
    return outcome(reading, framework, found)


def _read(reading: Reading, target: Translates, find: Find) -> tuple[Framework | None, list[Problem]]:
    tree, problems = corrections.read_back(reading.tree or Sequence((), 1, 1), reading.meant)
    if not isinstance(tree, Mapping):
        return None, [Problem("E207", 1, 1, f"a translation is a list of settings:  {_LOOKS_LIKE}")]
    tree, misspelt = corrections.as_meant_among(tree, TRANSLATION)
    problems += [*misspelt, *_head(tree, target)]
    try:
        original = find(target.id)
    except ParentError as error:
        node, _ = node_at(tree, ("translates",))
        return None, [*problems, problem_at(node, error.code, error.text, error.hint)]
    merge = _Translation(tree, original)
    translated = merge.translated(target.language)
    framework, found = examined(translated, reading.meant, original.id)
    # Advice on texts without a translation was given with the framework itself.
    problems += merge.problems
    problems += [_in_file(problem, tree) for problem in found if problem.line or problem.level == "error"]
    return framework, problems


def _in_file(problem: Problem, tree: Mapping) -> Problem:
    node, _ = node_at(tree, ("texts",))
    return problem if problem.line else problem_at(node, problem.code, problem.text)


def _head(tree: Mapping, target: Translates) -> Iterator[Problem]:
    """The problems at the top of a translation: what it translates, its language, and its texts."""
    for name, expected in (("translates", target.id), ("language", target.language)):
        value = text_of(tree, name)
        if not value:
            yield problem_at(tree, "E202", f"'{name}' is missing here", f"add  {name}: {expected}")
        elif value.casefold() != expected.casefold():
            node, _ = node_at(tree, (name,))
            text = f"this says '{value}', but the name of the file says '{expected}'"
            yield problem_at(node, "E303", text, f"write  {name}: {expected}  or rename the file")
    entry = tree.entries.get("texts")
    if entry is None or not isinstance(entry.value, Mapping):
        node = tree if entry is None else entry.value
        yield problem_at(
            node, "E202", "there are no texts here", "write  texts:  and below it, for example,  title: ..."
        )


class _Translation:
    """The merge of one translation with the framework it translates."""

    def __init__(self, tree: Mapping, original: Framework) -> None:
        self.problems: list[Problem] = []
        data = source_of(original)
        self._original = original
        self._whole = inherited(original.id, data).tree
        self._places = texts(data)
        entry = tree.entries.get("texts")
        self._key = entry.key if entry is not None else None
        self._written = entry.value.entries if entry is not None and isinstance(entry.value, Mapping) else {}

    def translated(self, language: str) -> Mapping:
        """The framework's tree in the other language; texts without a translation stay as they are."""
        new: Texts = {}
        for key, entry in self._written.items():
            if key not in self._places:
                self._tell_nowhere(key, entry.key)
            elif not is_empty(entry.value):
                new |= self._fitting(key, entry.value)
        self._tell_missing()
        new["language",] = Scalar(language, plain=False, line=0, column=0, end_line=0, end_column=0)
        tree = _following(_with_texts(self._whole, new, ()), self._choices(new))
        return tree if isinstance(tree, Mapping) else self._whole

    def _fitting(self, key: str, node: Node) -> Texts:
        """A text, or the texts of a list, at their places; empty where the original has something else there."""
        where = self._places[key]
        before, _ = node_at(self._whole, where)
        if isinstance(before, Scalar):
            if isinstance(node, Scalar):
                return {where: node}
            self.problems.append(problem_at(node, "E207", f"{key} should be a text, but it is a list"))
            return {}
        if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) for item in node.items):
            self.problems.append(problem_at(node, "E207", f"{key} should be a list of texts ('- ' items)"))
            return {}
        count = len(before.items) if isinstance(before, Sequence) else 0
        if len(node.items) != count:
            text = f"{key} has {count} texts in {self._original.id}, and not {len(node.items)}, so none is used"
            self.problems.append(_warning(node, "W503", text, "one text for each, in the same order"))
            return {}
        last: tuple[str, ...] = ("say",) if where[-1] == "checks" else ()
        return {(*where, number, *last): item for number, item in enumerate(node.items)}

    def _tell_nowhere(self, key: str, node: Scalar) -> None:
        part = key.rpartition(".")[0]
        beside = [other for other in self._places if other.rpartition(".")[0] == part]
        close = nearest(key, beside or self._places, len(self.problems))
        others = f"there are: {', '.join(beside)}" if part and beside else "leave it out"
        hint = f"did you mean '{close}'?" if close else others
        self.problems.append(_warning(node, "W502", f"there is no text '{short(key)}' in {self._original.id}", hint))

    def _tell_missing(self) -> None:
        missing = [key for key in self._places if key not in self._written or is_empty(self._written[key].value)]
        if missing and self._key is not None:
            count = f"{len(missing)} texts are" if len(missing) > 1 else "one text is"
            text = f"{count} not translated: {', '.join(_shortened(missing, list(self._places)))}"
            hint = f"until then they are shown in {language_name(self._original.language)}, as in {self._original.id}"
            self.problems.append(_warning(self._key, "W501", text, hint))

    def _choices(self, new: Texts) -> dict[str, dict[str, str]]:
        """The new words of choices by their old ones, for each question."""
        choices: dict[str, dict[str, str]] = {}
        for where, node in new.items():
            if "choices" in where and isinstance(node, Scalar):
                question, _ = node_at(self._whole, where[:-2])
                old, _ = node_at(self._whole, where)
                words = old.text if isinstance(old, Scalar) else ""
                choices.setdefault(text_of(question, "id"), {})[folded(words)] = node.text
        return choices


def _shortened(missing: list[str], every: list[str]) -> list[str]:
    """The missing keys in short: a question or a stage of which all are missing goes by its own key alone."""
    parts = Counter(key.rpartition(".")[0] for key in every)
    counts = Counter(key.rpartition(".")[0] for key in missing)
    wholly = {part for part in parts if part and parts[part] == counts[part]}
    return list(dict.fromkeys(part if (part := key.rpartition(".")[0]) in wholly else key for key in missing))


def _with_texts(node: Node, new: Texts, where: Where) -> Node:
    """A tree with other texts at some places."""
    if where in new:
        return new[where]
    if isinstance(node, Mapping):
        entries = {name: Entry(e.key, _with_texts(e.value, new, (*where, name))) for name, e in node.entries.items()}
        return changed(node, entries=entries)
    if isinstance(node, Sequence):
        return changed(node, items=tuple(_with_texts(item, new, (*where, n)) for n, item in enumerate(node.items)))
    return node


def _following(node: Node, choices: dict[str, dict[str, str]], name: str = "") -> Node:
    """A tree whose conditions name the choices in their new words."""
    if isinstance(node, Mapping):
        entries = {name: Entry(e.key, _following(e.value, choices, name)) for name, e in node.entries.items()}
        return changed(node, entries=entries)
    if isinstance(node, Sequence):
        return changed(node, items=tuple(_following(item, choices) for item in node.items))
    return changed(node, text=following(node.text, choices)) if name == "when" else node


def _warning(node: Node, code: str, text: str, hint: str) -> Problem:
    return changed(problem_at(node, code, text, hint), level="warning")
