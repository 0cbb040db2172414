"""Two versions of a session in a real terminal: read in a narrow window, and settled with the arrows."""

from e2e.conftest import Opener
from e2e.screen import Home, Key

from coachcli.store.session import sessions


def test_both_are_made_one_with_the_picker(coach: Opener, home: Home) -> None:
    home.run("session", "start", "Jane Example", "-f", "grow", typed=b"!she knows\n/share client\n/end\n")
    (path,) = home.session_files()
    copy = path.with_name(f"{path.stem}.sync-conflict-20261121-101010-ABCDEFG.yaml")
    copy.write_text(path.read_text(encoding="utf-8").replace("she knows", "he knows"), encoding="utf-8")
    window = coach("session", "compare", "jane", columns=40, rows=40)
    window.wait_for("Which is to be the session?")

    assert "- (insight) she knows" in window.words
    assert "- (insight) he knows" in window.words
    window.type(Key.DOWN, Key.DOWN, Key.ENTER)
    window.wait_for("In the trash:")

    assert window.ended() == 0
    assert home.session_files() == [path]
    seen = [(note.text, note.share_with) for _, note in sessions.load(path).session.notes]
    assert seen == [("she knows", "nobody"), ("he knows", "nobody")]
