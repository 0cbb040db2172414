"""A framework written out in full: nothing left to guess, and read again it is the same."""

from pathlib import Path
from typing import Any

from builders import FRAMEWORK, FREE
from domain.strategies import OFTEN, frameworks
from hypothesis import example, given

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.store.framework import snapshots
from coachcli.store.framework.check import check
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader, writer

SHORT = """\
kind: meeting
packs: []
checks:
  - {at_least: 2, of: option, say: And what else?}
stages:
  - title: Start
    checks:
      - {every: action, has: [by_when], say: By when?}
      - {answered: sure, say: How sure?, at: entering}
      - {visited: start, say: Nothing yet.}
    ask:
      - What brings you here today?
      - {id: ways, type: line, ask: Which ways?, many: 5, required: yes}
      - {id: sure, type: scale, ask: How sure?, from: 0, to: 5, when: ways answered}
      - {id: back, type: review, of: goals, ask: What came of it?}
  - title: Each
    when: sure at least 3 or sure empty
    steps:
      - title: One by one
        for_each: ways
        most: 2
        ask:
          - {id: fit, type: yesno, ask: Does {item} fit?}
          - {id: why, ask: 'What makes it {fit}?', when: fit is no}
""".replace("Does {item} fit?", "'Does {item} fit?'")


def again(framework: Framework) -> Framework:
    """The framework written out in full and read again."""
    checked = check(snapshots.text_of(framework), "snapshot", strict_reader.RECORD)

    assert checked.errors == []
    assert checked.framework is not None
    return checked.framework


@OFTEN
@given(frameworks())
@example(FRAMEWORK)
@example(FREE)
def test_any_framework_read_again_is_the_same_to_the_letter(framework: Framework) -> None:
    assert again(framework) == framework
    assert snapshots.text_of(again(framework)) == snapshots.text_of(framework)


@OFTEN
@given(frameworks())
def test_any_framework_written_by_hand_is_the_same_as_its_full_form(framework: Framework) -> None:
    source = source_of(framework)
    by_hand = check(writer.write(_short(source)).encode(), framework.id, strict_reader.RECORD).framework

    assert by_hand == framework


_USUAL = [("type", "note"), ("phase", "call")]


def _short(part: Any) -> Any:
    """A part as somebody may write it: what says nothing is left out."""
    if isinstance(part, dict):
        kept = {key: _short(value) for key, value in part.items() if value not in ([], {}, None)}
        return {key: value for key, value in kept.items() if (key, value) not in _USUAL}
    return [_short(each) for each in part] if isinstance(part, list) else part


def test_short_forms_are_written_out() -> None:
    checked = check(SHORT.encode(), "mine")
    assert checked.framework is not None

    text = snapshots.text_of(checked.framework).decode()
    assert "id: what_brings_you_here_today" in text
    assert "type: note" in text
    assert again(checked.framework) == checked.framework


def test_a_question_that_a_step_asks_by_itself_is_not_written_out() -> None:
    framework = check(SHORT.encode(), "mine").framework
    assert framework is not None

    assert "one_by_one__items" in framework.by_id
    assert "__items" not in snapshots.text_of(framework).decode()
    assert [place.question.id for place in again(framework).places] == [p.question.id for p in framework.places]


def test_what_is_kept_is_found_again_under_its_hash(practice: Practice, tmp_path: Path) -> None:
    framework = check(SHORT.encode(), "mine").framework
    assert framework is not None
    kept = snapshots.keep(practice, framework)

    assert snapshots.load(practice, kept) == framework
    assert snapshots.keep(practice, again(framework)) == kept
    assert len(list((tmp_path / "practice").rglob(f"{kept}.yaml"))) == 1
