"""The pictures of web pages are small, hold nothing but their points, and are those that are taken."""

import sys

import pytest
from PIL import Image

from docs import web_pictures
from docs.pictures import FOLDER

assert sys.platform != "win32"


@pytest.mark.parametrize("name", web_pictures.SCENES)
def test_a_picture_is_small_and_tells_nothing_besides(name: str) -> None:
    path = web_pictures.path_of(name)
    with Image.open(path) as picture:
        assert (picture.mode, picture.width, picture.info) == ("P", web_pictures.SCENES[name].width, {})
    assert path.stat().st_size < web_pictures.LARGEST


def test_there_is_no_picture_that_nobody_takes() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == {*web_pictures.SCENES}
