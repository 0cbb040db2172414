"""The pictures on the pages are what stands on the screen, and can be read by everybody."""

import sys
from xml.etree import ElementTree as ET

import pytest
from e2e.screen import Home, Window

from docs import pictures, the_call
from docs.pictures import CELL

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pictures are drawn in a terminal of Unix")

_SVG = "{http://www.w3.org/2000/svg}"
SHOW = r"""
printf '\033[1mbold\033[0m \033[31;3mred\033[0m \033[7mturned\033[0m \033[2ma\033[22m漢b  <&\n'; read -r _
"""


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    home = Home(tmp_path_factory.mktemp("drawing"))
    with Window(home, command=("sh", "-c", SHOW), columns=40, rows=4) as window:
        window.wait_for("<&")
        return ET.fromstring(pictures.drawn(window, "A <title>"))


def letters(drawing: ET.Element) -> dict[str, tuple[str | None, float, float]]:
    """What is written, each with how it looks, where it begins and how long it is."""
    found = drawing.iter(f"{_SVG}text")
    return {
        one.text or "": (one.get("class"), float(one.attrib["x"]), float(one.attrib["textLength"])) for one in found
    }


def test_letters_look_and_stand_as_on_the_screen(drawing: ET.Element) -> None:
    found, start = letters(drawing), letters(drawing)["bold"][1]
    cells = {text: (round((x - start) / CELL), round(length / CELL)) for text, (_, x, length) in found.items()}

    assert cells == {"bold": (0, 4), "red": (5, 3), "turned": (9, 6), "a": (16, 1), "漢": (17, 2), "b  <&": (19, 5)}
    assert [look for look, *_ in found.values()] == ["b", "i red", "ground", "f", None, None]


def test_its_words_can_be_heard(drawing: ET.Element) -> None:
    assert drawing.findtext(f"{_SVG}title") == "A <title>"
    assert drawing.findtext(f"{_SVG}desc") == "bold red turned a漢b  <&"


@pytest.mark.slow
@pytest.mark.parametrize("name", pictures.SCENES)
def test_a_picture_is_what_stands_on_the_screen(name: str) -> None:
    assert pictures.path_of(name).read_text(encoding="utf-8") == pictures.picture(name), "make docs draws it anew"


def test_there_is_no_picture_that_nothing_draws() -> None:
    assert {path.stem for path in pictures.FOLDER.glob("*.svg")} == {*pictures.SCENES, *the_call.NAMES}
