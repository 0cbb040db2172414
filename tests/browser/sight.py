"""A browser in which pages are opened one after the other: what they measure there, and what it says of them."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from coachcli.domain.page.colour import ENOUGH, contrast

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE, DESKTOP, SHEET = 390, 1280, 642
"""How many points wide a page is: in a hand, on a table, and on A4 between its margins."""
SMALLEST = 12
"""In how many points words can still be read."""
_FLAGS = ("--disable-quic", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND")
# A wide table has a frame that scrolls by itself, but on paper.
_TOO_WIDE = """() => {
  const frames = matchMedia('print').matches ? 'svg' : 'svg, .wide', whole = document.documentElement;
  const out = [...document.querySelectorAll('body *')].filter(
    one => !one.parentElement.closest(frames) && one.getBoundingClientRect().right > innerWidth + 1);
  return whole.scrollWidth > innerWidth && !out.length ? ['the page'] : out.map(one => one.textContent.slice(0, 30));
}"""
# Those of a chart stand in words beside it as well.
_SMALL = """least => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const words = walk.currentNode.data.trim(), holder = walk.currentNode.parentElement;
    if (words && !holder.closest('svg') && parseFloat(getComputedStyle(holder).fontSize) < least) found.push(words);
  }
  return found;
}"""
_CUT_OFF = """() => [...document.querySelectorAll('svg')].flatMap(chart => {
  const whole = chart.getBoundingClientRect();
  return [...chart.querySelectorAll('text')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < whole.left - 1 || box.right > whole.right + 1
      || box.top < whole.top - 1 || box.bottom > whole.bottom + 1;
  }).map(one => one.textContent);
})"""
_INKS = "() => [...document.querySelectorAll('svg text')].map(one => [one.textContent, getComputedStyle(one).fill])"
_PAPER = "() => getComputedStyle(document.body).backgroundColor"
_SHOWN = """() => [...document.querySelectorAll('figure')].map(
  one => [...one.querySelectorAll('li')].map(said => said.textContent.split(':')[0]))"""


@dataclass(slots=True)
class Seen:
    """What was seen of a page."""

    title: str = ""
    fetched: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    too_wide: list[str] = field(default_factory=list)
    too_small: list[str] = field(default_factory=list)
    too_pale: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)
    inaccessible: list[str] = field(default_factory=list)
    charts: list[list[str]] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    printed: bytes = b""

    @property
    def faults(self) -> list[str]:
        """All that is wrong with it."""
        return [
            *self.complaints,
            *(
                f"{name}: {words}"
                for name in ("too_wide", "too_small", "too_pale", "cut_off", "inaccessible")
                for words in getattr(self, name)
            ),
        ]


@contextmanager
def opened(chromium: str) -> Iterator[Browser]:
    """A browser, from its start to its end. Nothing else in this process may run a loop of asyncio meanwhile."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=[*_FLAGS], timeout=0)
        try:
            yield browser
        finally:
            browser.close()


def looked_at(browser: Browser, page: Path) -> Seen:
    """Look at a page everywhere that it is looked at, by day and in the dark, and on paper."""
    seen = Seen()
    with browser.new_context(viewport={"width": DESKTOP, "height": 800}) as window:
        window.on("request", lambda one: seen.fetched.append(one.url))
        window.on("requestfailed", lambda one: seen.fetched.append(f"{one.failure}"))
        window.set_default_timeout(0)  # a busy machine takes its time
        tab = window.new_page()
        tab.on("console", lambda message: seen.complaints.append(message.text))
        tab.on("pageerror", lambda error: seen.complaints.append(str(error)))
        tab.goto(page.as_uri())
        seen.title = tab.title()
        seen.charts = tab.evaluate(_SHOWN)
        seen.heard = re.findall(r'- img "(.+)"', tab.locator("main").aria_snapshot())
        _measure(tab, seen, "desktop")
        tab.set_viewport_size({"width": PHONE, "height": 800})
        _measure(tab, seen, "phone")
        seen.inaccessible += _linted(tab)
        tab.emulate_media(color_scheme="dark")
        _measure(tab, seen, "dark")
        seen.inaccessible += _linted(tab, "color-contrast")
        tab.emulate_media(media="print")
        tab.set_viewport_size({"width": SHEET, "height": 800})
        _measure(tab, seen, "paper")
        seen.printed = tab.pdf(prefer_css_page_size=True)
    return seen


def _measure(tab: Tab, seen: Seen, where: str) -> None:
    seen.papers[where] = paper = _hex(tab.evaluate(_PAPER))
    seen.too_wide += (f"{where}: {words}" for words in tab.evaluate(_TOO_WIDE))
    seen.cut_off += (f"{where}: {words}" for words in tab.evaluate(_CUT_OFF))
    if where != "paper":
        seen.too_small += (f"{where}: {words}" for words in tab.evaluate(_SMALL, SMALLEST))
    inks = tab.evaluate(_INKS)
    seen.too_pale += (f"{where}: {words}" for words, ink in inks if contrast(_hex(ink), paper) < ENOUGH)


def _hex(colour: str) -> str:
    """A colour as a browser says it, `rgb(0, 0, 0)`, in six digits."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def _linted(tab: Tab, *rules: str) -> list[str]:
    """What the linter of accessibility finds, by all its rules or by some."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(tab, options=options).response["violations"]
    return [f"{one['id']}, {node['html']}" for one in found for node in one["nodes"]]
