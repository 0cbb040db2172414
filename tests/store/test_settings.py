"""coach.yaml: what is set holds, what is not understood is told with its line, and is never written over."""

import stat

import pytest

from coachcli.domain.export.sender import LogoFile, Sender
from coachcli.errors import UnreadableError
from coachcli.store import settings
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up
from coachcli.store.settings import Settings
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Node

SIGNED = Sender("Alex", "", "Until then,\nwarmly")
USUAL = Settings(framework="grow", date_order="DMY")
ME = "{name: Alex Example, mail: alex@example.com, sign_off: Warm regards}"
PARTS_OF_ME = "There are: name, mail, sign_off, logo, colour."
SIX_DIGITS = "It is six digits, without the # that would begin a comment:  colour: 1f4e79"
THERE_ARE = "There are: framework, language, date_order, theme, linked, floor, keep, me."


def written(practice: Practice, text: str | bytes) -> Practice:
    practice.root.mkdir(exist_ok=True)
    (practice.root / "coach.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return practice


def test_where_nothing_is_set_the_usual_holds(practice: Practice) -> None:
    assert settings.load(practice) == USUAL
    assert not practice.root.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# framework: egan\n",
        "\ufeff# framework: egan\r\n",
        "---\n",
        "framework:\n",
        "framework: ''\n",
        "{}",
    ],
)
def test_a_file_that_sets_nothing_changes_nothing(practice: Practice, text: str) -> None:
    assert settings.load(written(practice, text)) == USUAL


def test_the_file_that_is_laid_out_sets_nothing_and_says_what_there_is(practice: Practice) -> None:
    set_up(practice)

    path = practice.root / "coach.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert settings.load(practice) == USUAL
    assert settings.load(
        written(practice, path.read_text().replace("# date_order: DMY", "date_order: MDY"))
    ) == Settings(date_order="MDY")
    assert settings.load(
        written(practice, path.read_text().replace("# framework: grow", "framework: egan"))
    ) == Settings(framework="egan", date_order="MDY")
    assert settings.load(written(practice, path.read_text().replace("# theme: dark", "theme: dark"))) == Settings(
        framework="egan", date_order="MDY", theme="dark"
    )
    assert settings.load(written(practice, path.read_text().replace("# me:", "me:"))).me == Sender(
        "Alex Example", "alex@example.com", "Warm regards,"
    )


def test_only_what_is_all_comment_is_not_parsed(practice: Practice) -> None:
    for text in (b"# \xff\n", b"# a \x07 bell\n", b"#\n" * settings.LARGEST):
        with pytest.raises(UnreadableError):
            settings.load(written(practice, text))


def test_a_file_is_parsed_once_until_it_changes(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    real = strict_reader.read

    def watched(data: bytes, limits: strict_reader.Limits) -> Node:
        parsed.append(data)
        return real(data, limits)

    monkeypatch.setattr(strict_reader, "read", watched)
    for text in (b"theme: dark\n", b"theme: light\n"):
        written(practice, text)
        assert settings.load(practice) == settings.load(practice)

    assert parsed == [b"theme: dark\n", b"theme: light\n"]


def test_it_may_be_as_large_as_a_framework() -> None:
    assert strict_reader.FRAMEWORK.bytes == settings.LARGEST


@pytest.mark.parametrize("text", ["{}: x", "theme: {}", "language: {}", "date_order: {}"])
def test_of_a_long_word_no_more_is_repeated_than_can_be_read(practice: Practice, text: str) -> None:
    with pytest.raises(UnreadableError) as told:
        settings.load(written(practice, text.format("x" * 900)))

    assert told.value.message.count("x") < 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("framework: egan\n", Settings(framework="egan")),
        ("date_order: mdy\n", Settings(date_order="MDY")),
        ("date_order: YMD # as the Swedes\nframework: my_own\n", Settings("my_own", "YMD")),
        ("\ufeffframework: egan\r\n", Settings(framework="egan")),
        ("framework: No\n", Settings(framework="No")),
        ("language: DE\n", Settings(language="de")),
        ("language: pt-BR\nframework: egan\n", Settings("egan", language="pt-br")),
        ("language:\n", USUAL),
        ("theme: Light\n", Settings(theme="light")),
        ("theme: none\nframework: egan\n", Settings("egan", theme="none")),
        ("theme:\n", USUAL),
        ("me: {name: Alex Example, mail: alex@example.com}\n", Settings(me=Sender("Alex Example", "alex@example.com"))),
        (
            "me:\n  name: Alex\n  sign_off: |\n    Until then,\n    warmly\n",
            Settings(me=Sender("Alex", "", "Until then,\nwarmly")),
        ),
        ("me:\n  name:\n  mail: ''\n", USUAL),
        ("me:\n", USUAL),
        ("me: {colour: 1F4E79}\n", Settings(me=Sender(colour="#1f4e79"))),
        ("me:\n  name: Alex\n  logo: logo.png\n", Settings(me=Sender("Alex", logo=LogoFile("logo.png", 3)))),
        ("me: {colour: '#1f4e79', logo: ''}\n", Settings(me=Sender(colour="#1f4e79"))),
        ("me: {}\nframework: egan\n", Settings("egan")),
    ],
)
def test_what_is_set_holds(practice: Practice, text: str, expected: Settings) -> None:
    assert settings.load(written(practice, text)) == expected


@pytest.mark.parametrize(
    ("text", "line", "reason", "hint"),
    [
        ("# mine\nframwork: egan\n", 2, "'framwork' is not a setting", THERE_ARE),
        ("framework: egan\nDate_order: DMY\n", 2, "'Date_order' is not a setting", THERE_ARE),
        ("\ndate_order: american\n", 2, "date_order cannot be 'american'", "It is DMY, MDY or YMD."),
        ("theme: solarized\n", 1, "theme cannot be 'solarized'", "It is dark, light or none."),
        ("theme: [dark]\n", 1, "theme must be one word", "For example  theme: light"),
        ("language: German\n", 1, "language cannot be 'German'", "It is a short code such as de, fr or en."),
        ("language: ../de\n", 1, "language cannot be '../de'", "It is a short code such as de, fr or en."),
        ("language: [de]\n", 1, "language must be one word", "For example  language: de"),
        ("framework: [grow, egan]\n", 1, "framework must be one word", "For example  framework: grow"),
        ("date_order:\n  - DMY\n", 2, "date_order must be one word", "For example  date_order: DMY"),
        ("me: Alex\n", 1, "me must say what of you it is", f"For example  me: {ME}"),
        ("me: [Alex]\n", 1, "me must say what of you it is", f"For example  me: {ME}"),
        ("me:\n  name: Alex\n  phone: 12\n", 3, "'phone' is no part of me", PARTS_OF_ME),
        ("me:\n  name: [Alex]\n", 2, "name must be text", f"For example  me: {ME}"),
        ("me:\n  mail: Alex\n", 2, "'Alex' is no mail address", "It is like  mail: alex@example.com"),
        ("keep: for ever\n", 1, "keep cannot be 'for ever'", "Write it like  keep: 3 years"),
        ("me:\n  colour: blue\n", 2, "colour cannot be 'blue'", SIX_DIGITS),
        ("me:\n  colour: #1f4e79\n", 2, "colour has nothing behind it", SIX_DIGITS),
        ("me:\n  colour: '#fff'\n", 2, "colour cannot be '#fff'", SIX_DIGITS),
        ("- framework: grow\n", 1, "a setting looks like  framework: grow", THERE_ARE),
        ("egan\n", 1, "a setting looks like  framework: grow", THERE_ARE),
        ("framework: egan\nframework: grow\n", 2, None, "delete or rename one of them"),
        ("framework: egan\n\tx: 1\n", 2, None, "put blanks in its place; most editors can do that at once"),
        ('framework: "egan\n', 1, "the quotes that open here are never closed", ""),
        ("framework: &x egan\n", 1, "a text cannot begin with '&' or '*'", "put the whole text in quotes"),
        (b"framework: \xff\n", 1, "this is not UTF-8, the way text is saved", "save the file as UTF-8"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(
    practice: Practice, text: str | bytes, line: int, reason: str | None, hint: str
) -> None:
    path = written(practice, text).root / "coach.yaml"
    before = path.read_bytes()

    with pytest.raises(UnreadableError) as caught:
        settings.load(practice)

    assert caught.value.exit_code == 4
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert reason is None or caught.value.message == f"{path}:{line}: {reason}."
    assert caught.value.hint == hint
    assert path.read_bytes() == before


def test_a_file_that_is_there_is_not_laid_out_again(practice: Practice) -> None:
    written(practice, "framework: egan\n")
    set_up(practice)

    assert settings.load(practice) == Settings(framework="egan")


def test_how_many_people_a_theme_rests_on_can_be_more_than_three(practice: Practice) -> None:
    assert settings.load(practice).floor == 3
    assert settings.load(written(practice, "floor: 5\n")).floor == 5


@pytest.mark.parametrize("floor", ["2", "0", "1", "-3", "3.5", "few", "²", "1000000"])
def test_and_never_fewer(practice: Practice, floor: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        settings.load(written(practice, f"floor: {floor}\n"))

    assert caught.value.message.startswith(f"{practice.root / 'coach.yaml'}:1: floor cannot be")
    assert caught.value.hint
