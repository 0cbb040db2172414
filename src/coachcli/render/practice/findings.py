"""What a check of a practice found, by kind of file; and how many files of what were looked at."""

from itertools import groupby
from typing import Any

from coachcli.domain.practice.examination import Count, Examination, Finding
from coachcli.domain.text import one_line, visible


def findings_text(found: Examination) -> str:
    """All that was found, each with its place and what to do, and how much it is; one line where all is well."""
    parts = []
    for group, findings in groupby(found.findings, key=lambda one: one.group):
        parts.append("".join([f"{group[0].upper()}{group[1:]}\n", *map(_row, findings)]))
    return "\n".join([*parts, total(found)])


def total(found: Examination) -> str:
    """How much is wrong, and how many files were looked at."""
    read = f"{Count(found.files, 'file', 'files').words} read"
    if not found.findings:
        kinds = ", ".join(count.words for count in found.counts)
        return f"All is well: {read}{f' ({kinds})' if kinds else ''}.\n"
    errors, warnings = len(found.errors), len(found.findings) - len(found.errors)
    counts = Count(errors, "thing is wrong", "things are wrong"), Count(warnings, "warning", "warnings")
    return f"{', '.join(count.words for count in counts if count.number)}; {read}.\n"


def findings_data(found: Examination) -> dict[str, Any]:
    """The same for programs."""
    return {
        "on": found.on.isoformat(),
        "files": found.files,
        "kinds": {count.many: count.number for count in found.counts},
        "findings": [one._asdict() for one in found.findings],
    }


def _row(one: Finding) -> str:
    text = visible(one_line(one.text))
    file = visible(one.file) if one.line is None else f"{visible(one.file)}:{one.line}"
    between = " " if one.line is None and text[:1].islower() else ": "
    mark = "warning: " if one.level == "warning" else ""
    rows = [f"  {file}{between}{mark if between == ': ' else ''}{text}"]
    rows += [f"    {visible(one_line(hint))}" for hint in one.hint.split("\n") if hint]
    return "\n".join(rows) + "\n"
