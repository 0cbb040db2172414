"""A call to try out a framework, one of the practice or one in any file; nothing of the call is kept."""

from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.app.session.sitting import SittingResult
from coachcli.app.session.start import start
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.short_forms import id_from
from coachcli.live.conversation import Conversation
from coachcli.store import settings
from coachcli.store.framework import catalogue
from coachcli.store.framework.catalogue import BrokenFrameworkError, Source
from coachcli.store.framework.insertions import setting_in
from coachcli.store.framework.resolver import Shelf
from coachcli.store.framework.text import file_bytes
from coachcli.store.paths import named_path

_ENDINGS = {".yaml", ".yml"}


def rehearse(
    context: Context, wanted: str, conversation: Conversation, *, language: str | None, minutes: int | None
) -> SittingResult:
    """Hold a call along a framework, with a client of no name."""
    path = named_path(wanted)
    is_file = path.suffix in _ENDINGS or path.is_file()
    framework = _of_file(context, path) if is_file else _of_practice(context, wanted, language)
    return start(context, StartRequest(minutes=minutes, rehearse=True, given_framework=framework), conversation)


def _of_practice(context: Context, wanted: str, language: str | None) -> Framework:
    preferred = settings.load(context.practice).language
    return catalogue.load(catalogue.named(context.practice, wanted), language, preferred=preferred)


def _of_file(context: Context, path: Path) -> Framework:
    """The framework in a file, read as if the file lay in the practice under the id that it gives itself."""
    text = file_bytes(path)
    own = context.practice.frameworks
    name = setting_in(text, "id") or id_from(path.stem, set(), "framework")
    checked = Shelf(Source(name, own / f"{name}.yaml", shipped=False, own=own)).checked(text)
    if checked.framework is None:
        raise BrokenFrameworkError(Source(str(path), path, shipped=False, own=own), checked)
    return checked.framework
