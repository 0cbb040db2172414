"""The first version of a coach's own framework, which explains itself."""

import re
from typing import get_args

import pytest

from coachcli.domain.terms import FrameworkKind
from coachcli.render.framework.starter import starter
from coachcli.store.framework.check import check


@pytest.mark.parametrize("kind", get_args(FrameworkKind))
def test_it_is_a_framework_with_nothing_wrong_and_nothing_to_advise(kind: FrameworkKind) -> None:
    checked = check(starter("mine", "Mine", kind).encode(), "mine")

    assert checked.problems == ()
    assert checked.framework is not None
    assert (checked.framework.id, checked.framework.title, checked.framework.kind) == ("mine", "Mine", kind)


@pytest.mark.parametrize("kind", get_args(FrameworkKind))
def test_what_is_not_plain_to_a_beginner_is_explained_beside_it(kind: FrameworkKind) -> None:
    text = starter("mine", "Mine", kind)

    assert "  coach framework check mine\n" in text
    explained = {"with:", "probes:", "when:", "share_with:"} - ({"share_with:"} if kind == "reflection" else set())
    for setting in explained:
        assert re.search(rf"#[^\n]*\n *{setting}", text)
    assert max(map(len, text.split("\n"))) <= 120
