"""Articles that people send or forward to an IMAP mailbox."""

import imaplib
import ssl
from datetime import datetime

from ..errors import Problem, SitrepError
from ..model.records import SourceState
from ..model.sources import Collected
from .draft import UnreadableError
from .imap import Mailbox
from .messages import add_mail
from .reader import Reader
from .settings import ImapSource
from .visit import Visit, cursor_of, remembered


class ImapReader(Reader[ImapSource]):
    """One folder of an IMAP mailbox; the unique number of the last message read is remembered."""

    def collect(self, state: SourceState, now: datetime) -> Collected:
        """The messages since the last visit; all of them if the mailbox was made anew."""
        visit = Visit(self.name, self._settings, state, now)
        cursor = remembered(state)
        try:
            with Mailbox(self._settings) as mailbox:
                if cursor.get("uidvalidity") != mailbox.validity:
                    cursor = {"uidvalidity": mailbox.validity, "uid": "0"}
                for uid in mailbox.after(int(cursor["uid"]))[: self._settings.most]:
                    self._read(mailbox, uid, visit)
                    cursor["uid"] = str(uid)
        except (SitrepError, imaplib.IMAP4.error, OSError, ssl.SSLError) as error:
            return visit.failed(_trouble(error), cursor=cursor_of(cursor))
        return visit.collected(cursor=cursor_of(cursor))

    def check(self, now: datetime) -> Problem | None:
        """Whether one can log in and open the folder."""
        try:
            with Mailbox(self._settings):
                return None
        except (SitrepError, imaplib.IMAP4.error, OSError, ssl.SSLError) as error:
            return Problem(self.name, _trouble(error))

    def _read(self, mailbox: "Mailbox", uid: int, visit: Visit) -> None:
        where = f"{self.name}, message {uid}"
        try:
            add_mail(visit, mailbox.message(uid), where)
        except UnreadableError as error:
            visit.problem(where, error)


def _trouble(error: Exception) -> str:
    if isinstance(error, SitrepError):
        return str(error)
    if isinstance(error, ssl.SSLError):
        return f"shows a certificate that cannot be trusted ({error.reason})"
    if isinstance(error, imaplib.IMAP4.error) and "AUTH" in str(error).upper():
        return "refuses the user name or the password"
    return f"cannot be read ({str(error)[:200]})"
