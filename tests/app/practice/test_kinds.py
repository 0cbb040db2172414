"""A file is of a kind by its folder and its name, and one of no kind is seen."""

import pytest
from app.practice.checked import unknown

from coachcli.app.practice import kinds
from coachcli.app.practice.kinds import KINDS, kind_of
from coachcli.store.paths import Practice


def test_one_of_which_nobody_thought_is_seen(filled: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(kind for kind in KINDS if kind.one not in {"counter", "page on the practice"})
    assert list(unknown(filled.root)) == []

    monkeypatch.setattr(kinds, "KINDS", without)

    assert [name.partition("/")[0] for name in unknown(filled.root)] == [".counters", ".counters", "README.md"]


@pytest.mark.parametrize(
    ("folder", "name", "one"),
    [
        ("clients/jane/sessions", "2026-03-01-1400-grow.yaml", "session"),
        ("own/sessions", "2026-03-01-1400-2-supervision-clear.yaml", "session"),
        ("clients/jane/sessions", "2026-03-01-1400-grow_conflict-20261120-101010.yaml", None),
        ("clients/jane/sessions", "2026-03-01-1400-grow.draft.typing", "line being typed"),
        ("clients/jane/sessions", "talk.yaml", None),
        ("clients/jane/engagements", "2026-lead.yaml", "engagement"),
        ("clients/jane/engagements", "2026-lead.draft.yaml", "text kept for later"),
        ("clients/jane/exports/older", "letter.pdf", "export"),
        ("frameworks", "grow.de.yaml", "framework"),
        ("frameworks", ".grow.edit.yaml", "text in an editor"),
        ("frameworks", ".grow.yaml.bak", "version before"),
        ("frameworks", "grow.yaml~", None),
        ("frameworks/packs", "delegation.yml", "topic pack"),
        ("frameworks/roads", "six-months.yaml", "road"),
        ("frameworks/credentials", "icf-acc.yaml", "credential"),
        ("", "earlier-hours.yaml", "file of earlier hours"),
        ("", "client.yaml", None),
        (".trash/jane", "2026-03-01-1400-grow (2).yaml", "other deleted file"),
        (".snapshots", "grow.yaml", None),
    ],
)
def test_a_file_is_known_by_its_folder_and_its_name(folder: str, name: str, one: str | None) -> None:
    kind = kind_of(folder, name)

    assert (kind and kind.one) == one
