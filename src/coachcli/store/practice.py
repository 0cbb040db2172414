"""Laying out a practice: its folders, and the pages that explain them."""

from contextlib import suppress

from coachcli.store import settings
from coachcli.store.disk import files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_folder, is_link, is_there
from coachcli.store.paths import Practice

README = """# Your coaching practice

This folder is yours. coachcli keeps your sessions here as plain text; it needs no account and sends nothing anywhere.

- `clients/NAME/sessions/*.yaml` - your sessions. These are the truth; any editor can open them.
- `clients/NAME/sessions/*.md` - the same for reading. Made anew from the YAML, so changes in them are lost.
- `own/sessions/*.yaml` - the same for your own work that is about nobody: supervision, say.
- `clients/NAME/client.yaml` - who the client is. You may add what you like to it. These lines are understood: `email`,
  for mail drafts, `organisation`, `role`, `cadence`, how often you mean to see them (`cadence: 2 weeks`), `language`,
  `people`, where it is a team, and `archived`. `coach client edit NAME` changes them.
- `clients/NAME/between.yaml` - what happened between sessions: what came of actions, new ones, what the client wrote in
  their form, your lines about what others said. It is only added to; what is open is worked out from it and the
  sessions.
- `clients/NAME/engagements/*.yaml` - what was agreed with the client, and the road. Change them like a recipe.
- `clients/NAME/exports/` - what you had made for the client. Not needed any more once it is sent.
- `earlier-hours.yaml` - hours from before your sessions were kept here, if there are any.
- `frameworks/*.yaml` - frameworks of your own. One with the id of a shipped one is used instead of it.
- `.trash/` - what you deleted, until you empty it yourself. `coach session restore` brings a session back.
- `.erasing/` - somebody whom you erase, until nothing is left; `coach` says so where that broke off.
- `.index/` - what lists remember, so that they are quick: names, and what is open. Delete it whenever you like.
- `.counters/` - which sessions were held last on which machine, so that `last` is the right one.
- `.snapshots/` - frameworks as they were when a session began; a session needs its own to be resumed.

To back it up: `coach practice backup FILE` writes all of it into one encrypted file; or copy the whole folder while no
session is open. `coach practice check` reads every file and says what is wrong. What is in here is confidential: keep
it on a disk that is encrypted, and out of folders that others can see.
"""


def set_up(practice: Practice) -> None:
    """Make the folder, for its owner alone, with a page that says what it is and a file of the settings there are."""
    for folder in (practice.clients, practice.frameworks):
        if is_link(folder) or not is_folder(folder):  # a link is refused
            files.make_folder(folder, inside=practice.root)
    for name, text in (("README.md", README), ("coach.yaml", settings.TEMPLATE)):
        if not is_there(practice.root / name):
            with suppress(ChangedElsewhereError):  # another terminal begins the practice at this moment
                files.replace(practice.root / name, text.encode(), expected=None)
