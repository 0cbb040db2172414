"""Answers somebody who asks what is held about them: one folder or zip, which they can read without this program."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.disclosure.gathered import GIVEN_OUT, Gathered, earlier_records, gathered, once, read_all
from coachcli.app.engagement.departure import note_that_all_leaves
from coachcli.app.erase.survey import of_client
from coachcli.domain.client.model import Client
from coachcli.domain.disclosure.contents import between_page, contents_page, goals_page
from coachcli.domain.disclosure.one_person import codes, person_data, person_page, talks_of
from coachcli.domain.engagement.model import Left
from coachcli.domain.export.session_page import coach_page
from coachcli.domain.session.model import Session
from coachcli.errors import CoachError, NotFoundError
from coachcli.render.page.markdown import markdown
from coachcli.store import settings
from coachcli.store.client import clients, engagements
from coachcli.store.client.letters import letters
from coachcli.store.disk import files, parcel
from coachcli.store.disk.removal import is_gone
from coachcli.store.disk.status import is_folder, is_there
from coachcli.store.engagement.without_days import without_days
from coachcli.store.paths import named_path, real_target
from coachcli.store.session import between, sessions
from coachcli.store.yaml_io import writer

Contents = dict[str, bytes]


class GivenOut(NamedTuple):
    """What was written, and where: `left_out` lies with the client and is not in it, `unread` could not be read.

    `named` are other files in which their name stands.
    """

    path: Path
    files: int
    left_out: tuple[Path, ...] = ()
    unread: tuple[CoachError, ...] = ()
    named: tuple[Path, ...] = ()


def client_named(context: Context, name: str) -> Client:
    """The client of this name, an archived one too."""
    return clients.existing(name, *clients.known(context.practice))


def give_out(context: Context, client: Client, output: str | None, *, with_others: bool) -> GivenOut:
    """Write all that is held about a client for them, and note before that it goes out."""
    known, today = gathered(context, client, with_others=with_others), context.clock.now().date()
    contents = dict(_contents(context, client, known, with_others=with_others))
    what = "all that is held, with what others said" if with_others else "all that is held"
    left = Left(on=today, audience="client", what=what, lines=sum(data.count(b"\n") for data in contents.values()))
    target = _target(context, client, output, f"{GIVEN_OUT[0]}{today}", client.id)
    parcel.write(target, contents, today, lambda: note_that_all_leaves(context, client.id, left))
    named = tuple(one.path for one in of_client(context.practice, client).mentions)
    return GivenOut(target, len(contents), known.left_out, known.unread, named)


def give_person(context: Context, client: Client, code: str, output: str | None) -> GivenOut:
    """Write what one person said who was asked about a client, for that person. No line of it says who asked."""
    known, today = read_all(context, client), context.clock.now().date()
    live = once(known.sessions)
    there = [*live, *(one for one in once(known.deleted) if one.id not in {session.id for session in live})]
    talks = talks_of(there, code, client)
    if not talks:
        there_are = ", ".join(codes(there))
        hint = f"There are: {there_are}" if there_are else "Nobody was asked about this client."
        raise NotFoundError("Nobody of that code was asked.", hint)
    said_code = next(one for one in codes(there) if one.casefold() == code.strip().casefold())
    page = person_page(said_code, talks, today, _holder(context))
    contents = {
        "README.md": markdown(page).encode(),
        "said.yaml": writer.write(person_data(said_code, talks)).encode(),
    }
    target = _target(context, client, output, f"{GIVEN_OUT[1]}{letters(said_code) or 'them'}-{today}")
    parcel.write(target, contents, today)
    return GivenOut(target, len(contents), (), known.unread)


def _contents(context: Context, client: Client, known: Gathered, *, with_others: bool) -> Iterator[tuple[str, bytes]]:
    """Every file by its name."""
    practice, held, today = context.practice, known.held, context.clock.now().date()
    page = contents_page(held, today, _holder(context), with_others=with_others)
    yield "README.md", markdown(page).encode()
    if is_there(practice.client_file(client.id)):
        yield "client.yaml", files.read_bytes(practice.client_file(client.id))
    for folder, pairs in (("sessions", known.sessions), ("deleted", known.deleted)):
        yield from _session_files(folder, pairs, client)
    for path in earlier_records(context, client):
        yield f"deleted/{path.name}", files.read_bytes(path)
    if held.between is not None:
        yield "between.md", markdown(between_page(held, held.between)).encode()
        yield "between.yaml", between.text_of(held.between)
    if held.goals:
        yield "goals.md", markdown(goals_page(held, today)).encode()
    agreed = {one.id: one for one in engagements.of_client(practice, client.id).found}
    for shown in held.engagements:
        data = files.read_bytes(engagements.path_of(practice, client.id, shown.id))
        yield f"engagements/{shown.id}.yaml", without_days(data, agreed[shown.id], shown)
    for path in known.made:
        yield f"made-for-you/{path.name}", files.read_bytes(path)


def _session_files(folder: str, pairs: tuple[tuple[str, Session], ...], client: Client) -> Iterator[tuple[str, bytes]]:
    for stem, session in pairs:
        yield f"{folder}/{stem}.yaml", sessions.text_of(session)
        yield f"{folder}/{stem}.md", markdown(coach_page(session, client.name)).encode()


def _holder(context: Context) -> str:
    """Who holds it: the coach's name and address, as far as they are set."""
    me = settings.load(context.practice).me
    return ", ".join(filter(None, (me.name, me.mail)))


def _target(context: Context, client: Client, output: str | None, name: str, whose: str = "") -> Path:
    """Where it goes: into the client's exports under a free name, into a folder that is named, or under that name."""
    if output is None:
        folder = context.practice.exports(client.id)
        files.make_folder(folder, inside=context.practice.root)
        names = (folder / (name if number == 1 else f"{name}-{number}") for number in count(1))
        return next(path for path in names if is_gone(path))
    path = named_path(output)
    inside = path / "-".join(filter(None, (whose, name))) if is_folder(path) else path
    return real_target(context.practice, inside)
