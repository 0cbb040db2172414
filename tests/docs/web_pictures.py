"""Pictures of web pages for the docs: what commands make of an engagement that was played, as a browser shows it."""

import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from browser.sight import CHROMIUM, opened
from docs.engagements import PLAYED
from e2e.months.desk import Desk
from e2e.months.script import evening
from PIL import Image
from playwright.sync_api import Browser

from docs.pictures import FOLDER

LARGEST = 60_000
"""As many bytes as a picture may take."""
_COLOURS = 48
_ME = 'me: {name: Alex Example, mail: alex@example.com, colour: "7a2e4d"}\n'
# Up to the line above the next section, or all of it.
_END = """sections => {
  const next = document.querySelectorAll('.depth-2')[sections];
  return Math.floor(next ? next.getBoundingClientRect().top : document.body.getBoundingClientRect().bottom);
}"""


class Scene(NamedTuple):
    """A page of an engagement on a day, and how many of its sections are seen in a window of which width."""

    engagement: str
    day: str
    words: tuple[str, ...]
    sections: int
    width: int = 860
    scheme: Literal["light", "dark"] = "light"


_CLOSING = ("--until", "closing", "--yes")
SCENES = {
    "report-sponsor": Scene("careerminds", "2027-02-21", ("report", "jane", "--for", "sponsor", *_CLOSING), 3),
    "report-client": Scene("careerminds", "2027-02-21", ("report", "jane", "--for", "client", *_CLOSING), 2),
    "report-phone": Scene(
        "coaching-relationship", "2027-03-02", ("report", "robin", "--for", "client", *_CLOSING), 2, 390, "dark"
    ),
}


def path_of(name: str) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{name}.png"


def _page(scene: Scene, folder: Path) -> Path:
    """The page of a scene, under the letterhead of the coach."""
    desk = Desk(folder / "practice", folder / "home")
    shutil.copytree(PLAYED[scene.engagement]().practice_on(scene.day), desk.practice)
    with (desk.practice / "coach.yaml").open("a", encoding="utf-8") as settings:
        settings.write(_ME)
    page = folder / "page.html"
    answer = desk.says(evening(scene.day), *scene.words, "--as", "html", "-o", str(page))
    assert answer.code == 0, answer.err
    return page


def _taken(browser: Browser, page: Path, scene: Scene) -> bytes:
    """What is seen of a page from its top to the end of a section."""
    with browser.new_context(viewport={"width": scene.width, "height": 800}, color_scheme=scene.scheme) as window:
        tab = window.new_page()
        tab.goto(page.as_uri())
        end = tab.evaluate(_END, scene.sections)
        return tab.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": scene.width, "height": end})


def _small(picture: bytes) -> bytes:
    """A picture in a few colours, with nothing in it but its points."""
    small = BytesIO()
    points = (
        Image.open(BytesIO(picture))
        .convert("RGB")
        .quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    points.save(small, "PNG", optimize=True)
    return small.getvalue()


def main() -> None:
    """Take all pictures anew, where there is a browser."""
    if CHROMIUM is None:
        sys.stderr.write("There is no chromium here: the pictures of web pages stay as they are.\n")
        return
    with TemporaryDirectory(prefix="coach-web-") as folder:
        pages = {name: _page(scene, Path(folder) / name) for name, scene in SCENES.items()}
        with opened(CHROMIUM) as browser:
            for name, page in pages.items():
                path_of(name).write_bytes(_small(_taken(browser, page, SCENES[name])))
