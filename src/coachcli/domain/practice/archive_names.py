"""Which names of files may be put into a folder: none leads out of it, and no two are one on any machine."""

import unicodedata
from typing import Final

_LONGEST = 255
_LONGEST_PATH = 3500
_OF_WINDOWS = frozenset('\\:*?"<>|')


class Names:
    """The names seen so far, each with slashes; a file stands in no other file's place, nor in a folder's."""

    def __init__(self, *, for_windows: bool = False) -> None:
        self._forbidden: Final = _OF_WINDOWS if for_windows else frozenset[str]()
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        self._listed: set[str] = set()

    def refusal(self, name: str, *, is_folder: bool) -> str:
        """Why this one is refused; empty where it may come in, and it is seen from then on."""
        return self._odd(name) or self._collision(name, is_folder=is_folder)

    def _odd(self, name: str) -> str:
        steps = name.split("/")
        if any(step in {"", ".", ".."} for step in steps) or "\0" in name:
            return "its name leads somewhere else"
        if self._forbidden & set(name):
            return "its name has a sign that no file can have here"
        if len(_bytes(name)) > _LONGEST_PATH or any(len(_bytes(step)) > _LONGEST for step in steps):
            return "its name is too long"
        return ""

    def _collision(self, name: str, *, is_folder: bool) -> str:
        steps = name.split("/")
        above = ["/".join(steps[:number]) for number in range(1, len(steps))]
        key = _key(name)
        if key in self._files or (key in self._folders and not is_folder) or key in self._listed:
            return "there are two of that name"
        for folder in (*above, *([name] if is_folder else [])):
            if _key(folder) in self._files or self._folders.setdefault(_key(folder), folder) != folder:
                return "there are two of that name"
        if is_folder:
            self._listed.add(key)
        else:
            self._files[key] = name
        return ""


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _key(name: str) -> str:
    """A name as machines compare names that make no difference between large and small letters, or two spellings."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
