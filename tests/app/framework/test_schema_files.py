"""The schemas on the disk."""

from pathlib import Path

import pytest

from coachcli.app.context import Context
from coachcli.app.framework.schema_files import keep_schemas, write_schema
from coachcli.errors import InUseError, UsageError
from coachcli.render.framework.schema import DERIVED_FILE, PLAIN_FILE, framework_schema, schema_text
from coachcli.store.practice import set_up


def test_both_are_written_and_those_of_another_version_made_anew(context: Context) -> None:
    set_up(context.practice)
    keep_schemas(context.practice)
    plain, derived = (context.practice.frameworks / name for name in (PLAIN_FILE, DERIVED_FILE))
    plain.write_text("{}", encoding="utf-8")
    before = derived.stat()
    keep_schemas(context.practice)

    assert plain.read_text(encoding="utf-8") == schema_text(framework_schema(derived=False))
    assert derived.read_text(encoding="utf-8") == schema_text(framework_schema(derived=True))
    assert derived.stat().st_ino == before.st_ino


def test_a_schema_is_written_over_an_older_one_and_over_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    write_schema(target, '{\n "$schema": "old"\n}\n')
    write_schema(target, '{\n "$schema": "new"\n}\n')
    assert "new" in target.read_text(encoding="utf-8")

    target.write_text("Dear diary", encoding="utf-8")
    with pytest.raises(InUseError, match="is no schema"):
        write_schema(target, "{}")
    assert target.read_text(encoding="utf-8") == "Dear diary"


def test_a_schema_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        write_schema(tmp_path / "nowhere" / "mine.json", "{}")
