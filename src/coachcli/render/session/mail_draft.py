"""A mail for the coach to read through and send (.eml). The same session makes the same bytes; nothing is ever sent."""

from datetime import datetime

from coachcli.domain.client.model import is_address
from coachcli.domain.page.model import Page
from coachcli.domain.text import one_line, visible
from coachcli.render.page.text import text


def mail_draft(page: Page, subject: str, on: datetime, to: str = "", sender: str = "") -> str:
    """The page as plain text, in a mail that mail programs open as a draft."""
    from email import policy  # noqa: PLC0415 30 ms, and only for a mail
    from email.message import EmailMessage  # noqa: PLC0415

    # The file is ASCII alone, whatever the words are, so that no mail program can read it in a wrong encoding.
    mail = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
    # The library would decode words that look encoded; a line break in them would begin another header.
    mail["Subject"] = visible(one_line(subject)).replace("=?", "= ?")
    # The addresses have no names beside them: those break where a long header is folded.
    for header, address in (("From", sender), ("To", to)):
        if is_address(address):
            mail[header] = address
    mail["Date"] = on
    mail["X-Unsent"] = "1"
    mail.set_content(text(page))
    return mail.as_bytes().decode("ascii")
