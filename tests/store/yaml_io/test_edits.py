"""Single values of a file, changed with every other letter left as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.edits import NotEditableError, with_texts, with_values
from coachcli.store.yaml_io.nodes import Mapping, Scalar, plain

ORDER = ("id", "name", "email", "role", "archived")


def edited(text: str, **values: str | None) -> str:
    return with_values(text.encode(), values, ORDER, strict_reader.RECORD).decode()


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("name: Jane # mine\nrole: x\n", {"name": "Joan"}, "name: Joan # mine\nrole: x\n"),
        ("name: 'Jane'\n", {"name": "J: # x"}, "name: 'J: # x'\n"),
        ("name: Jane\nemail:   # later\n", {"email": "a@b.c"}, "name: Jane\nemail: a@b.c   # later\n"),
        ("name: |\n  Jane\n  Doe\nrole: x\n", {"name": "Jane"}, "name: Jane\nrole: x\n"),
        ("name: Jane\n# why\nrole: x\n", {"role": None}, "name: Jane\n# why\n"),
        ("name: Jane\nnotes:\n- tea\n", {"role": "x"}, "name: Jane\nrole: x\nnotes:\n- tea\n"),
        ("name: Jane\nrole: x\n", {"archived": "2026-11-20"}, "name: Jane\nrole: x\narchived: 2026-11-20\n"),
        ("name: Jane\nrole: x\n", {"role": "boss", "email": "a@b.c"}, "name: Jane\nemail: a@b.c\nrole: boss\n"),
        ("name: Jane", {"email": "a@b.c", "role": "x"}, "name: Jane\nemail: a@b.c\nrole: x\n"),
        ("name: Jane\r\nx: y\r\n", {"role": "z"}, "name: Jane\r\nrole: z\r\nx: y\r\n"),
        ("\ufeffname: Jane\n", {"name": "Joan"}, "\ufeffname: Joan\n"),
        ("name: Jane\n", {"role": None}, "name: Jane\n"),
        ("# mine\nname: Jane\n", {"id": "jane"}, "# mine\nid: jane\nname: Jane\n"),
    ],
)
def test_only_what_was_named_is_changed(before: str, values: dict[str, str | None], after: str) -> None:
    assert edited(before, **values) == after


@pytest.mark.parametrize("text", ["{name: Jane, role: x}", "- Jane\n", "name:\n- Jane\n", "name: Jane\rrole: x\n"])
def test_what_is_written_in_another_way_is_refused(text: str) -> None:
    with pytest.raises(NotEditableError):
        edited(text, name=None, role="y")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), min_size=1, max_size=120))
def test_any_words_on_a_line_come_back(words: str) -> None:
    words = " ".join(words.split()) or "x"
    tree = strict_reader.read(edited("name: Jane\nrole: a # b\n", role=words).encode(), strict_reader.RECORD)

    assert plain(tree) == {"name": "Jane", "role": words}


def test_a_value_deep_in_a_file_gets_another_text_in_its_place() -> None:
    raw = b"one: {two: [a/1, 'b/2']} # here\nthree: a/3\n"
    tree = strict_reader.read(raw, strict_reader.RECORD)
    assert isinstance(tree, Mapping)
    inner = tree.entries["one"].value
    assert isinstance(inner, Mapping)
    items = inner.entries["two"].value
    scalars = [item for item in getattr(items, "items", ()) if isinstance(item, Scalar)]

    after = with_texts(raw, {one: f"new/{one.text}" for one in scalars}, strict_reader.RECORD)

    assert after.decode() == "one: {two: [new/a/1, new/b/2]} # here\nthree: a/3\n"
