"""What is said to be renamed: only what is gone, and only into what is there."""

import pytest
from builders import FRAMEWORK

from coachcli.domain.framework.former_ids import untrue_renamings
from coachcli.domain.framework.scope import Spots

HERE, THERE = list(FRAMEWORK.by_id)[:2]


@pytest.mark.parametrize(
    ("renamed", "said"),
    [
        ({}, []),
        ({"before": HERE, "long_before": HERE}, []),
        ({HERE: THERE}, [(f"'{HERE}' was not renamed: there still is a question with that id", "leave this line out")]),
        ({"before": f"{HERE}s"}, [(f"no question has the id '{HERE}s'", f"did you mean '{HERE}'?")]),
        ({"before": "xyzzy"}, [("no question has the id 'xyzzy'", "write  old_id: new_id")]),
        ({"a": "b", "b": HERE}, [("no question has the id 'b'", f"did you mean '{HERE}'?")]),
    ],
)
def test_what_is_not_true_is_told(renamed: dict[str, str], said: list[tuple[str, str]]) -> None:
    found = list(untrue_renamings(Spots(FRAMEWORK.model_copy(update={"renamed": renamed}))))

    assert [(flaw.text, flaw.hint) for flaw in found] == said
    assert {flaw.code for flaw in found} <= {"E341"}
    assert all(flaw.where[1] in renamed for flaw in found)
