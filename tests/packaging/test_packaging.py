"""What is built can be installed and used anywhere: the frameworks travel along, the tests do not."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

import coachcli

ROOT = Path(__file__).parents[2]
FILES = {str(path.relative_to(ROOT)) for path in (ROOT / "frameworks").rglob("*.yaml")}
# Translations and topic packs are no frameworks of their own.
SHIPPED = {path.stem for path in (ROOT / "frameworks").glob("*.yaml") if "." not in path.stem}
# As the README installs; whoever says that there are no constraints installs the newest of everything.
CONSTRAINED = dict.fromkeys(("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), str(ROOT / "constraints.txt"))
VERSION_LINE = f"coach {coachcli.__version__}\n"

# Three environments are made and filled from the package index here.
pytestmark = [pytest.mark.packaging, pytest.mark.slow, pytest.mark.timeout(600)]


def run(*command: str | Path, **environment: str) -> str:
    """A command's output, run where there is no checkout; what it said is shown where it fails."""
    done = subprocess.run(
        list(map(str, command)),
        env={**CONSTRAINED, **os.environ, "PYTHONPATH": "", **environment},
        cwd="/",
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def fresh_environment(folder: Path) -> Path:
    """The scripts of a new virtual environment; it needs no pip of its own."""
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    return folder / ("Scripts" if os.name == "nt" else "bin")


def install(scripts: Path, *what: str | Path) -> None:
    """Install into an environment with the pip of this one."""
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python")
    run(*pip, "install", "--quiet", "--no-compile", "--disable-pip-version-check", *what)


def frameworks_listed_by(*coach: str | Path, practice: Path, **environment: str) -> set[str]:
    listed = run(*coach, "framework", "list", "--json", COACH_PRACTICE=str(practice), **environment)
    return {entry["id"] for entry in json.loads(listed)}


def frameworks_among(names: Iterable[str]) -> set[str]:
    """The frameworks, translations and packs in the names of a wheel's files."""
    inside = (name.removeprefix("coachcli/") for name in names if name.startswith("coachcli/frameworks/"))
    return {name for name in inside if name.endswith(".yaml")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment with the wheel and what it depends on."""
    scripts = fresh_environment(tmp_path_factory.mktemp("installed"))
    install(scripts, wheel)
    return scripts


def test_the_sdist_holds_what_a_contributor_needs(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", ".ci/run", "pyproject.toml"}
    texts = {"docs/performance.md", "constraints.txt"}
    samples = texts | {"benchmarks/start.py", "tests/builders.py", "src/coachcli/py.typed"}

    assert not (needed | samples | FILES) - names
    assert not {name for name in names if ".venv" in name or "__pycache__" in name}


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    assert frameworks_among(names) == FILES
    pages = {f"coachcli/pages/{name}" for name in ("page.typ", "page.html", "page.css", "chart.css")}
    assert {"coachcli/py.typed", *pages} <= set(names)
    assert {name.partition("/")[0] for name in names} == {"coachcli", f"coachcli-{coachcli.__version__}.dist-info"}


def test_every_module_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.endswith(".py")}

    assert names == {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}


def test_what_is_installed_lists_every_framework(installed: Path, tmp_path: Path) -> None:
    assert frameworks_listed_by(installed / "coach", practice=tmp_path / "practice") == SHIPPED


def test_it_answers_by_its_name_and_as_a_module(installed: Path) -> None:
    assert run(installed / "coach", "--version") == VERSION_LINE
    assert run(installed / "python", "-m", "coachcli", "--version") == VERSION_LINE


def test_an_installation_without_frameworks_is_found_out(installed: Path, tmp_path: Path) -> None:
    purelib = run(installed / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    hollow = shutil.copytree(Path(purelib, "coachcli"), tmp_path / "coachcli", ignore=lambda *_: ["frameworks"])
    python = (installed / "python", "-m", "coachcli")

    with pytest.raises(AssertionError, match="this installation is broken"):
        frameworks_listed_by(*python, practice=tmp_path / "practice", PYTHONPATH=str(hollow.parent))


def test_a_wheel_without_frameworks_is_found_out(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.startswith("coachcli/frameworks/")]

    assert frameworks_among(names) != FILES


def test_an_editable_installation_is_one_line_and_no_copies(tmp_path: Path) -> None:
    scripts = fresh_environment(tmp_path)
    install(scripts, "--no-deps", "--editable", ROOT)
    purelib = Path(run(scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (line,) = [path for path in purelib.glob("*.pth") if "coachcli" in path.name]

    assert line.read_text(encoding="utf-8").strip() == str(ROOT / "src")
    assert [path.name for path in purelib.glob("coachcli*")] == [f"coachcli-{coachcli.__version__}.dist-info"]
    assert not list(purelib.rglob("grow.yaml"))
