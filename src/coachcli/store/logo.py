"""The coach's logo: a picture in their practice, made anew so that nothing is left of what a camera wrote into it."""

import io
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from coachcli.domain.export.sender import LogoFile
from coachcli.errors import CoachError, NotFoundError, UnreadableError
from coachcli.store import settings
from coachcli.store.disk import files
from coachcli.store.framework.parts import short
from coachcli.store.paths import Practice

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 8 << 20
_MOST_POINTS = 40_000_000
_LARGEST_SHOWN = (1200, 400)
_KINDS = ("PNG", "JPEG")
_NO_PICTURE = "It is to be a PNG or a JPEG; save it as one, or take the line away."


def read(practice: Practice, logo: LogoFile) -> bytes:
    """The picture as it may be shown: upright, not too large, and nothing in it but its points.

    Raises UnreadableError with the line that names the file.
    """
    data = _bytes_of(practice, logo)
    try:
        return _made_anew(data)
    except Exception:  # noqa: BLE001 the library raises a dozen kinds of error for a picture that is damaged
        raise _wrong(practice, logo, "is no picture that can be read", _NO_PICTURE) from None


def _bytes_of(practice: Practice, logo: LogoFile) -> bytes:
    path = practice.root / logo.name
    try:
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(practice.root))
    except (OSError, ValueError):
        inside = False
    if not inside:
        raise _wrong(practice, logo, "is outside of your practice", "Copy it into the folder of your practice.")
    try:
        return files.read_bytes(path, LARGEST)
    except NotFoundError:
        raise _wrong(practice, logo, "is not there", "It is looked for in the folder of your practice.") from None
    except CoachError as error:
        why = error.message.rpartition(": ")[2].rstrip(".")
        raise _wrong(practice, logo, f"cannot be read: {why}", _NO_PICTURE) from None


def _made_anew(data: bytes) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 60 ms, and only where there is a logo

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), "r", _KINDS) as picture:
            if picture.width * picture.height > _MOST_POINTS:
                raise ValueError
            kind = picture.format
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail(_LARGEST_SHOWN)
            return _written(_points_of(upright, "RGB" if kind == "JPEG" else "RGBA"), kind or "PNG")


def _points_of(picture: "Image", mode: str) -> "Image":
    """A picture of the same points that knows nothing else: no place, no day, no words, no program."""
    from PIL import Image  # noqa: PLC0415 as above

    clean = Image.new(mode, picture.size)
    clean.paste(picture.convert(mode))
    return clean


def _written(picture: "Image", kind: str) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, optimize=True, **({"quality": 90} if kind == "JPEG" else {}))
    return target.getvalue()


def _wrong(practice: Practice, logo: LogoFile, reason: str, hint: str) -> UnreadableError:
    return settings.wrong(practice.root / "coach.yaml", logo.line, f"the logo {short(logo.name)} {reason}", hint)
