"""What a long practice costs: short commands next to how many sessions there are, warm and cold, and next to jrnl."""

import argparse
import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from benchmarks.measure import Result, Sample, in_turns, peak_megabytes, whole_process
from benchmarks.table import Row, table
from coachcli.domain.session.model import Booked, FrameworkRef, Note, Reviewed, Session, Turn, When
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session.sessions import text_of

ROOT = Path(__file__).parents[1]
COACH = str(Path(sys.executable).with_name("coach"))
CLIENTS, NOTES, A_TURN = 200, 60, 4
FIRST = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
LISTING = "`coach session list`"
# What a list of so many sessions may take, next to jrnl listing the same text.
GOALS = {10_000: 0.12}
COMMANDS = {
    "`coach`": (),
    LISTING: ("session", "list"),
    "`coach action list`": ("action", "list"),
}
WORDS = ("a delay", "the team", "her manager", "the budget", "Tuesday's meeting", "a plan", "the review", "rest")


def make_practice(root: Path, sessions: int) -> Practice:
    """So many sessions of 60 notes with 200 clients, who are plainly made up."""
    practice = Practice(root)
    everyone = [client_file.add(practice, f"Example {_name(number)}").id for number in range(min(CLIENTS, sessions))]
    for number in range(sessions):
        client, started = everyone[number % len(everyone)], FIRST + timedelta(hours=9 * number)
        when = started.strftime("%Y-%m-%d-%H%M")
        practice.sessions(client).mkdir(exist_ok=True)
        session = _session(client, when, started, number // len(everyone))
        practice.session_file(client, f"{when}-grow").write_bytes(text_of(session))
    return practice


def _name(number: int) -> str:
    """A name of letters alone: `Aab`, and no number that a list could take for something else."""
    return "".join(chr(ord("a") + number // size % 26) for size in (676, 26, 1)).capitalize()


def _session(client: str, when: str, started: datetime, place: int) -> Session:
    notes = list(_notes(client, started.date(), place))
    turns = tuple(
        Turn(
            room="client",
            stage=f"stage_{at // (NOTES // 4)}",
            question=f"question_{at // A_TURN}",
            asked=f"What is there to say about {WORDS[at % len(WORDS)]} now?",
            at=started + timedelta(seconds=50 * at),
            seconds=180,
            notes=tuple(notes[at : at + A_TURN]),
        )
        for at in range(0, NOTES, A_TURN)
    )
    return Session(
        format=1,
        id=f"{client}/{when}",
        client=client,
        framework=FrameworkRef(room="client", id="grow", title="GROW", version=1, sha256="0" * 64),
        status="ended",
        started=started,
        ended=started + timedelta(minutes=50),
        minutes=Booked(planned=50, spent=50),
        turns=turns,
    )


def _notes(client: str, day: date, place: int) -> Iterator[Note]:
    """Mostly words; two actions, and what came of one of those of the session before."""
    for number in range(NOTES - 3):
        words = f"{WORDS[number % len(WORDS)]} and {WORDS[(number + place) % len(WORDS)]} were talked of, #{number}"
        yield Note(kind="quote" if number % 5 == 0 else "note", text=words)
    before = Reviewed(kind="action", what=f"Write page {place - 1}", session=f"{client}/before", outcome="done")
    yield Note(kind="review", reviewed=before) if place else Note(kind="insight", text="It began here")
    due = When(words="in a week", on=day + timedelta(days=7))
    yield Note(kind="action", text=f"Write page {place}", due=due, confidence=8, share_with="client")
    yield Note(kind="action", text=f"Ask somebody {place % 3}", share_with="client")


def warm(folder: Path, sizes: list[int], rounds: int) -> Iterator[Row]:
    """Each command in turns with the others, in practices that were read before; a list of sessions next to jrnl."""
    contenders: dict[str, Callable[[], Sample]] = {}
    for size in sizes:
        practice = make_practice(folder / str(size), size)
        environment = {**os.environ, "COACH_PRACTICE": str(practice.root)}
        for name, words in COMMANDS.items():
            command = [COACH, *words]
            whole_process(command, environment)
            held = peak_megabytes(command, environment)
            contenders[f"{name}, {size:,} sessions"] = partial(whole_process, command, environment, held)
        if jrnl := shutil.which("jrnl"):
            contenders[_by_jrnl(size)] = partial(whole_process, *_jrnl(jrnl, practice, folder))
    results = in_turns(contenders, rounds)
    listings = {f"{LISTING}, {size:,} sessions": size for size in sizes}
    for name, found in results.items():
        size = listings.get(name, 0)
        base = results.get(_by_jrnl(size))
        yield Row(name, found, base, GOALS.get(size) if base else None)


def _by_jrnl(size: int) -> str:
    return f"jrnl, the same text of {size:,}"


def _jrnl(jrnl: str, practice: Practice, folder: Path) -> tuple[list[str], Mapping[str, str]]:
    """jrnl listing one entry for each session, of the same words."""
    home = folder / f"jrnl-{practice.root.name}"
    home.mkdir()
    journal, settings = home / "journal.txt", home / "jrnl.yaml"
    with journal.open("w", encoding="utf-8") as file:
        for path in sorted(practice.clients.glob("*/sessions/*.yaml"), key=lambda path: path.name):
            day, time = path.stem[:10], f"{path.stem[11:13]}:{path.stem[13:15]}"
            file.write(f"[{day} {time}] {path.parent.parent.name}\n{path.read_text('utf-8')}\n")
    settings.write_text(f"journals:\n  default: {{journal: {journal}}}\nversion: v4.2\n", "utf-8")
    return [jrnl, "--config-file", str(settings), "--short"], {**os.environ, "HOME": str(home)}


def cold(folder: Path, size: int, rounds: int) -> Iterator[Row]:
    """The first command of all, when nothing is remembered yet."""
    practice = Practice(folder / str(size))
    for name, words in COMMANDS.items():
        command, environment = [COACH, *words], {**os.environ, "COACH_PRACTICE": str(practice.root)}

        def first(command: list[str] = command, environment: Mapping[str, str] = environment) -> Sample:
            shutil.rmtree(practice.index, ignore_errors=True)
            return whole_process(command, environment)

        shutil.rmtree(practice.index, ignore_errors=True)
        held = peak_megabytes(command, environment)
        samples = [Sample(first().ms, held) for _ in range(max(2, rounds))]
        yield Row(f"{name}, {size:,} sessions, nothing remembered", Result(samples))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often each is run")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000], help="how many sessions")
    parser.add_argument("--cold-rounds", type=int, default=2, help="how often each is run with nothing remembered")
    chosen = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        for rows in (
            warm(Path(folder), chosen.sizes, chosen.rounds),
            cold(Path(folder), chosen.sizes[-1], chosen.cold_rounds),
        ):
            print(table(list(rows), base="jrnl"), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
