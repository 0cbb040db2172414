"""The coach's logo is shown as it looks, and nothing else of its file is."""

import io
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from coachcli.domain.export.sender import LogoFile
from coachcli.errors import UnreadableError
from coachcli.store import logo
from coachcli.store.paths import Practice

assert sys.platform != "win32"

SECRET = b"shot at home by Alex"
NAMED = LogoFile("logo.png", 7)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def path(practice: Practice) -> Path:
    practice.root.mkdir()
    return practice.root / "logo.png"


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **more)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def drawing(size: tuple[int, int] = (40, 20)) -> Image.Image:
    picture = Image.new("RGBA", size, "#1f4e79")
    picture.putpixel((0, 0), (255, 0, 0, 128))
    return picture


def telling_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 31.0, 12.0)
    return exif


def test_a_drawing_keeps_its_points_and_loses_its_words(practice: Practice, path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("Author", SECRET.decode(), zip=True)
    path.write_bytes(saved(drawing(), "PNG", pnginfo=words, exif=telling_exif(), dpi=(300, 300)) + SECRET)
    made = logo.read(practice, NAMED)

    assert SECRET in path.read_bytes()
    assert SECRET not in made
    assert opened(made).info == {}
    assert [*opened(made).get_flattened_data()] == [*drawing().get_flattened_data()]
    assert made == logo.read(practice, NAMED)


def test_a_photograph_loses_its_place_and_its_day_and_stands_upright(practice: Practice, path: Path) -> None:
    exif = telling_exif()
    exif[ExifTags.Base.Orientation] = 6
    path.write_bytes(saved(drawing().convert("RGB"), "JPEG", exif=exif, comment=SECRET))
    made = logo.read(practice, NAMED)

    assert SECRET in path.read_bytes()
    assert SECRET not in made
    assert b"Exif" not in made
    assert opened(made).format == "JPEG"
    assert opened(made).size == (20, 40)


def test_a_large_one_is_made_smaller(practice: Practice, path: Path) -> None:
    path.write_bytes(saved(drawing((3000, 500)), "PNG"))

    assert opened(logo.read(practice, NAMED)).size == (1200, 200)


def bomb(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of so many points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        SVG,
        saved(drawing(), "GIF"),
        saved(drawing(), "PNG")[:60],
        bomb(20_000, 20_000),
        saved(Image.new("1", (7_000, 7_000)), "PNG"),
        bomb(0, 5),
    ],
    ids=["nothing", "text", "svg", "gif", "cut off", "a bomb", "more points than are looked at", "no points"],
)
def test_what_is_no_picture_is_told_with_the_line_that_names_it(practice: Practice, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as told:
        logo.read(practice, NAMED)

    settings = practice.root / "coach.yaml"
    assert told.value.message == f"{settings}:7: the logo logo.png is no picture that can be read."
    assert told.value.hint == "It is to be a PNG or a JPEG; save it as one, or take the line away."
    assert path.read_bytes() == data


def test_one_that_is_not_there_is_told(practice: Practice) -> None:
    with pytest.raises(UnreadableError, match=r":7: the logo logo\.png is not there"):
        logo.read(practice, NAMED)


def test_one_that_is_too_large_is_told(practice: Practice, path: Path) -> None:
    path.write_bytes(b"\x89PNG" + b"\0" * logo.LARGEST)
    with pytest.raises(UnreadableError, match="cannot be read: it is larger than 8 MB"):
        logo.read(practice, NAMED)


@pytest.mark.parametrize("name", ["../logo.png", "/etc/hostname", "away/logo.png", "link.png"])
def test_nothing_outside_of_the_practice_is_shown(practice: Practice, path: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    for place in (outside / "logo.png", practice.root.parent / "logo.png", path):
        place.write_bytes(saved(drawing(), "PNG"))
    (practice.root / "away").symlink_to(outside)
    (practice.root / "link.png").symlink_to(outside / "logo.png")
    with pytest.raises(UnreadableError, match="is outside of your practice"):
        logo.read(practice, LogoFile(name, 7))


def test_a_link_within_the_practice_is_not_followed(practice: Practice, path: Path) -> None:
    path.write_bytes(saved(drawing(), "PNG"))
    (practice.root / "link.png").symlink_to(path)
    with pytest.raises(UnreadableError, match="cannot be read: it is a link to somewhere else"):
        logo.read(practice, LogoFile("link.png", 7))


def test_a_folder_is_no_picture(practice: Practice, path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnreadableError, match="cannot be read: it is not a plain file"):
        logo.read(practice, NAMED)


def test_a_name_that_no_file_can_have_is_told_short(practice: Practice, path: Path) -> None:
    assert not path.exists()
    with pytest.raises(UnreadableError) as told:
        logo.read(practice, LogoFile("x" * 900 + "\0", 7))

    assert told.value.message.count("x") < 60
