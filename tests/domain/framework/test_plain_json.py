"""Frameworks as bytes of the program's own."""

import msgspec
import pytest
from builders import FRAMEWORK
from domain.strategies import OFTEN, frameworks
from hypothesis import given

from coachcli.domain.framework.model import Framework, Pack
from coachcli.domain.framework.plain_json import framework_bytes, framework_from
from coachcli.domain.record_data import checked, without_nothing

PACK = Pack(id="delegation", title="Delegation", probes=("Who else could do it?", "What if nobody did?"))


def test_a_framework_comes_back_with_every_type_of_question() -> None:
    back = framework_from(framework_bytes(FRAMEWORK))

    assert back == FRAMEWORK
    assert [type(place.question) for place in back.places] == [type(place.question) for place in FRAMEWORK.places]


@OFTEN
@given(frameworks())
def test_any_framework_comes_back_as_a_check_makes_it(framework: Framework) -> None:
    assert framework_from(framework_bytes(framework)) == checked(Framework, without_nothing(framework)) == framework


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        framework_bytes(FRAMEWORK)[:-1],
        framework_bytes(FRAMEWORK).replace(b'"stages"', b'"stage"'),
        framework_bytes(FRAMEWORK).replace(b'"LineQuestion"', b'"RowQuestion"'),
        framework_bytes(FRAMEWORK).replace(b'"minutes":50', b'"minutes":"50"'),
        framework_bytes(FRAMEWORK).replace(b'"to":5', b'"to":0'),
        msgspec.json.encode(PACK),
    ],
)
def test_bytes_that_hold_no_framework_are_refused_and_not_repeated(data: bytes) -> None:
    with pytest.raises(ValueError, match="hold no framework") as caught:
        framework_from(data)

    assert caught.value.__cause__ is None
