"""The pictures of the call, minute by minute, are what stands on the screen."""

import sys

import pytest
from docs.the_call import SITTINGS, Sitting, pictures_of

from docs.pictures import path_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pictures are drawn in a terminal of Unix")


@pytest.mark.slow
@pytest.mark.parametrize("sitting", SITTINGS, ids=[sitting.moments[0].name for sitting in SITTINGS])
def test_the_pictures_of_a_sitting_are_what_stands_on_the_screen(sitting: Sitting) -> None:
    there = {moment.name: path_of(moment.name).read_text(encoding="utf-8") for moment in sitting.moments}

    assert there == pictures_of(sitting), "make docs draws it anew"
