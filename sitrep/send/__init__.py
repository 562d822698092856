"""Send: issued reports by mail, one message a recipient, none twice.

Takes the store (whose ledger says what is due), a server, a letterhead and what renders templates; returns what became
of each mail. It never makes or changes a report, never raises for a mail that is refused, and never sends again
what may have arrived.
"""

from .by_email import Mailed, ask, check_server, send_due
from .ledger import queue
from .settings import Letterhead, MailServer, address

__all__ = ["Letterhead", "MailServer", "Mailed", "address", "ask", "check_server", "queue", "send_due"]
