"""Frameworks as they were: kept once for the same content, and found again by what a session says."""

import stat
from datetime import datetime
from pathlib import Path

import pytest
from builders import FRAMEWORK, FREE, practice_before, unbegun

from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.model import FrameworkRef
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store.disk import files
from coachcli.store.framework import snapshots
from coachcli.store.framework.check import check
from coachcli.store.paths import Practice
from coachcli.store.session import sessions
from coachcli.store.session.folder import session_files


def test_what_was_kept_is_loaded(practice: Practice) -> None:
    sha256 = snapshots.keep(practice, FRAMEWORK)

    assert snapshots.load(practice, sha256) == FRAMEWORK


def test_the_same_content_is_kept_once(practice: Practice) -> None:
    first, second = snapshots.keep(practice, FRAMEWORK), snapshots.keep(practice, changed(FRAMEWORK))
    other = snapshots.keep(practice, FREE)

    assert first == second != other
    assert sorted(path.stem for path in practice.snapshots.iterdir()) == sorted([first, other])


def test_it_is_named_by_its_content_and_for_the_coach_alone(practice: Practice) -> None:
    sha256 = snapshots.keep(practice, FRAMEWORK)

    path = practice.snapshots / f"{sha256}.yaml"
    assert files.digest(path.read_bytes()) == sha256
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(practice.snapshots.stat().st_mode) == 0o700


def test_a_changed_framework_does_not_change_what_was_kept(practice: Practice) -> None:
    sha256 = snapshots.keep(practice, FRAMEWORK)
    snapshots.keep(practice, changed(FRAMEWORK, title="Another"))

    assert snapshots.load(practice, sha256).title == "Short"


def test_another_terminal_may_keep_the_same_at_this_moment(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = snapshots.keep(practice, FRAMEWORK)
    monkeypatch.setattr(Path, "exists", lambda _: False)

    assert snapshots.keep(practice, FRAMEWORK) == sha256


def test_a_framework_of_short_forms_can_be_resumed_however_long_it_gets_when_written_out(practice: Practice) -> None:
    text = "stages:\n- title: Bank\n  ask:\n" + "".join(f"  - Question number {n}?\n" for n in range(1500))
    framework = check(text.encode(), "bank").framework
    assert framework is not None

    assert snapshots.load(practice, snapshots.keep(practice, framework)) == framework


@pytest.mark.parametrize(
    "words", ["plain", "with: a colon", "# sign", "{client}?", "  odd\tblanks ", "two\nlines", "🙂 \x85"]
)
def test_any_words_come_back(practice: Practice, words: str) -> None:
    question = LineQuestion(id="q", type="line", ask=words, cue=words, probes=(words, "x"))
    made = Framework(id="x", title=words, stages=(Stage(id="a", title=words, ask=(question,)),))
    framework = checked(Framework, without_nothing(made))

    assert snapshots.load(practice, snapshots.keep(practice, framework)) == framework


@pytest.mark.parametrize("sha256", ["0" * 64, "", "..", "../../etc/passwd", "/etc/passwd", "A" * 64, "x\0", "a" * 5000])
def test_one_that_is_not_there_is_told_of(practice: Practice, sha256: str) -> None:
    snapshots.keep(practice, FRAMEWORK)

    with pytest.raises(NotFoundError) as caught:
        snapshots.load(practice, sha256)

    assert caught.value.exit_code == 3
    assert caught.value.message == "The framework this session was held with is not there any more."
    assert caught.value.hint == "The session can still be read: coach session show"


def test_what_a_session_says_leads_nowhere_else(practice: Practice, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(snapshots.text_of(FRAMEWORK))
    practice.snapshots.mkdir(parents=True)

    with pytest.raises(NotFoundError):
        snapshots.load(practice, "../../outside")


def test_a_damaged_one_is_told_of_and_left(practice: Practice) -> None:
    sha256 = snapshots.keep(practice, FRAMEWORK)
    path = practice.snapshots / f"{sha256}.yaml"
    path.write_text("stages: 7\n")

    with pytest.raises(UnreadableError) as caught:
        snapshots.load(practice, sha256)

    assert caught.value.exit_code == 4
    assert caught.value.message == f"{path} cannot be read as a framework."
    assert path.read_text() == "stages: 7\n"


class TestTheLatest:
    def test_it_is_that_of_the_newest_session_along_the_framework(self, practice: Practice) -> None:
        held(practice, "2026-11-18", changed(FRAMEWORK, title="Oldest"))
        held(practice, "2026-11-20", changed(FRAMEWORK, title="Newest"))
        held(practice, "2026-11-19", changed(FRAMEWORK, title="Between"))
        held(practice, "2026-11-21", changed(FREE, id="another"))

        found = snapshots.latest(practice, FRAMEWORK.id.upper())

        assert found is not None
        assert found.title == "Newest"

    def test_one_that_is_gone_or_damaged_gives_way_to_the_one_before(self, practice: Practice) -> None:
        held(practice, "2026-11-18", FRAMEWORK)
        for day, title in (("2026-11-19", "Damaged"), ("2026-11-20", "Gone")):
            held(practice, day, changed(FRAMEWORK, title=title))
        by_title = {load_title(path): path for path in practice.snapshots.iterdir()}
        by_title["Damaged"].write_text("stages: 7\n")
        by_title["Gone"].unlink()

        assert snapshots.latest(practice, FRAMEWORK.id) == FRAMEWORK

    def test_a_session_that_cannot_be_read_is_passed_over(self, practice: Practice) -> None:
        held(practice, "2026-11-18", FRAMEWORK)
        held(practice, "2026-11-19", changed(FRAMEWORK, title="Later")).write_text("nonsense")

        assert snapshots.latest(practice, FRAMEWORK.id) == FRAMEWORK

    def test_without_a_session_there_is_none(self, practice: Practice) -> None:
        snapshots.keep(practice, FRAMEWORK)

        assert snapshots.latest(practice, FRAMEWORK.id) is None


def held(practice: Practice, day: str, framework: Framework) -> Path:
    """A session held on a day along a framework, as it was then."""
    ref = FrameworkRef(
        room=framework.room,
        id=framework.id,
        title=framework.title,
        version=1,
        sha256=snapshots.keep(practice, framework),
    )
    started = datetime.fromisoformat(f"{day}T14:00:00+00:00")
    session = changed(unbegun(framework), id=f"jane-doe/{day}-1400", client="jane-doe", framework=ref, started=started)
    return sessions.create(practice, session).path


def load_title(path: Path) -> str:
    return snapshots.load(Practice(path.parent.parent), path.stem).title


def test_what_the_sessions_of_before_were_held_with_is_there_to_the_byte(tmp_path: Path) -> None:
    practice = practice_before(tmp_path)

    for path in session_files(practice).paths:
        session = sessions.load(path).session
        for ref in (session.framework, *session.switched_from):
            assert snapshots.load(practice, ref.sha256).id == ref.id
            assert files.digest((practice.snapshots / f"{ref.sha256}.yaml").read_bytes()) == ref.sha256
