"""Each file of a practice is cut at every byte, the commands taking turns: refused in words, and never read half."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.conftest import Trial, Tried, sample
from hostile.facts import troubles
from hostile.world import ENDED, JANE, PAUSED, SESSION, UNFINISHED

pytestmark = pytest.mark.timeout(3000)
EVERY = 67
"""How many bytes are passed over for each at which a file is cut, in the short form."""
_DRAFT = UNFINISHED.replace(".yaml", ".draft")
_LISTS = ((), ("session", "list"), ("prep", "jane"))

CUT: dict[str, tuple[Callable[[Trial], str], tuple[tuple[str, ...], ...]]] = {
    "session": (lambda _: SESSION, (*_LISTS, ("session", "export", f"jane-example/{ENDED}"))),
    "between.yaml": (lambda _: f"{JANE}/between.yaml", (*_LISTS, ("action", "add", "jane", "Sleep"))),
    "client.yaml": (lambda _: f"{JANE}/client.yaml", (*_LISTS, ("session", "show", f"jane-example/{ENDED}"))),
    "coach.yaml": (lambda _: "coach.yaml", (*_LISTS, ("session", "start", "jane"))),
    "framework": (lambda _: "frameworks/mine.yaml", (("framework", "show", "mine"), ("framework", "check", "mine"))),
    "draft": (lambda _: _DRAFT, (("session", "resume", f"jane-example/{PAUSED}"),)),
    "index": (lambda _: ".index/sessions/jane-example.jsonl", _LISTS),
    "counter": (lambda trial: trial.world.counter, (*_LISTS, ("session", "show"))),
}
_REMEMBERED = {"draft", "index", "counter"}
"""What may be made anew, or moved aside."""


@pytest.mark.parametrize("what", CUT)
def test_a_file_that_was_cut_is_never_taken_for_a_whole_one(what: str, trial: Trial, tried: Tried) -> None:
    name_of, calls = CUT[what]
    trial.begin()
    path = trial.world.root / name_of(trial)
    whole = _whole(path)
    # Behind a whole line it is hardest to see.
    behind_lines = [place for place in range(len(whole)) if whole[:place].endswith(b"\n")]
    places = {*sample(range(len(whole)), min(EVERY, len(whole) // 8 + 1), len(what)), *sample(behind_lines, 7)}
    wrong: list[str] = []
    for place in sorted(places):
        trial.begin()
        path.write_bytes(whole[:place])
        call = calls[place % len(calls)]
        answer = trial.call(call)
        found = [*troubles(answer)]
        if what not in _REMEMBERED and path.read_bytes() != whole[:place]:
            found.append("the file was changed")
        if what == "session" and answer.code == 0 and whole[place:].strip():
            found.append("it was taken for a whole one")
        wrong += [f"at {place}, coach {' '.join(call)}: {one}" for one in found]
    tried(f"a file cut: {what}", len(places))
    assert not wrong, "\n".join(wrong)


def _whole(path: Path) -> bytes:
    if path.suffix == ".draft":
        return b'{"format": 1, "base": "", "question": "q", "field": null, "cursor": 4, "text": "half a line"}'
    return path.read_bytes()
