"""Processes that all do the same at the same moment."""

import subprocess
import sys
from collections.abc import Sequence

# Each is up and has imported what it needs before any begins.
_BEGIN = """
print("ready", flush=True)
sys.stdin.readline()
"""


def at_once(prepare: str, do: str, *each: Sequence[object]) -> list[str]:
    """Run `do` in one process for each of these arguments, all at the same moment: what each one said."""
    program = f"import sys\n{prepare}\n{_BEGIN}\n{do}"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for arguments in each
    ]
    for child in running:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    for child in running:
        assert child.stdin
        child.stdin.write("\n")
        child.stdin.flush()
    said = [child.communicate(timeout=100)[0] for child in running]
    assert [child.returncode for child in running] == [0] * len(running)
    return said
