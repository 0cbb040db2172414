"""Names that synchronising programs, file managers and editors give to a second version of a file."""

import re

from coachcli.patterns import pattern

INSIDE = r"(?:[^()]|\([^()]*\))*"  # the inside of brackets, which may have brackets in it
CONFLICT = (
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
    r"~\d{8}-\d{6}",  # Syncthing, a version it has kept
    r"_conflict-\d{8}-\d{6}",  # ownCloud and Nextcloud, the older ones
    rf" ?\({INSIDE}conflicted copy{INSIDE}\)",  # Dropbox, Nextcloud, ownCloud
    rf" ?\((?:Copie en conflit|Copia en conflicto|In Konflikt stehende Kopie){INSIDE}\)",  # Dropbox in other languages
    r" ?\([^()]*(?:Case|Encoding|Sync) Conflict[^()]*\)",  # Dropbox
    r" ?\(SFConflict [^()]*\)",  # Seafile
)
DUPLICATE = (
    r" ?\([1-9]\d?\)",  # Google Drive, browsers
    r" (?:[2-9]|[1-9]\d)",  # iCloud, Finder
    r" (?:copy|Kopie|copie|copia)(?: \d{1,2})?",  # Finder
    r" - (?:Copy|Kopie|Copie|copia)(?: \(\d{1,2}\))?",  # Windows
    r" \((?:another |\d{1,2}(?:st|nd|rd|th) )?copy(?: \d{1,2})?\)",  # GNOME
)
EXTENSION = r"\.[^.\s~]+"
_SHAPES = tuple(
    pattern(shape, re.IGNORECASE)
    for shape in (
        rf"(?P<stem>.*?\S)(?:{'|'.join((*CONFLICT, *DUPLICATE))})(?P<extension>{EXTENSION})?",
        rf"(?:Copy of|Kopie von|Copie de) (?P<stem>\S.*?)(?P<extension>{EXTENSION})?",
        r"(?P<stem>.*?[^\s.~])(?:~|\.~\d+~|\.bak|\.orig)",
        r"#(?P<stem>.*\S)#",  # Emacs, not yet saved
        r"\.(?P<stem>[^.].*\S)\.sw[a-p]",  # Vim, while it is open
    )
)
# One of these is in every such name. Most names have none, and to compile the shapes takes longer than a short list.
SIGNS = pattern(r"[ ~#(]|conflict|\.bak$|\.orig$|\.sw[a-p]$", re.IGNORECASE)


def original_of(name: str) -> str | None:
    """The file name that such a name was made from; None where it is no such name."""
    if not SIGNS.search(name):
        return None
    for shape in _SHAPES:
        if match := shape.fullmatch(name):
            parts = match.groupdict()
            original = parts["stem"] + (parts.get("extension") or "")
            return original_of(original) or original  # a copy of a copy
    return None
