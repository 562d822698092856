"""SMTP as far as a delivery needs it: an encrypted line, a login, and the server's words on one message at a time."""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage

from ..errors import ConfigError, SitrepError
from ..model.records import DeliveryState
from .settings import MailServer

_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


class ServerError(SitrepError):
    """The server cannot be reached, is not who it should be, or does not let us in: mails wait for the next run."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one message: the delivery's next state and the server's words (code None: the line broke)."""

    state: DeliveryState
    code: int | None
    reply: str

    @property
    def gone(self) -> bool:
        """Whether the line is of no further use."""
        return self.code in (None, 421)


@contextmanager
def connect(server: MailServer) -> Iterator[smtplib.SMTP]:
    """A line to the server, encrypted and logged in as configured; raises ServerError with one sentence."""
    try:
        line = _open(server)
    except (OSError, smtplib.SMTPException) as error:
        raise ServerError(f"The mail server {server} {_reason(error)}.") from error
    try:
        yield line
    finally:
        with suppress(OSError, smtplib.SMTPException):
            line.quit()
        line.close()


def _open(server: MailServer) -> smtplib.SMTP:
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, server.hello, timeout=server.timeout, context=_trust(server)
        )
    else:
        line = smtplib.SMTP(server.host, server.port, server.hello, timeout=server.timeout)
    try:
        if server.security == "starttls":
            line.starttls(context=_trust(server))
        line.ehlo_or_helo_if_needed()
        if server.user:
            line.login(server.user, server.password or "")
    except BaseException:
        line.close()
        raise
    return line


def _trust(server: MailServer) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file:
        try:
            context.load_verify_locations(server.ca_file)
        except OSError as error:
            raise ConfigError(f"The ca_file {server.ca_file} holds no certificates that can be read.") from error
    if not server.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _reason(error: Exception) -> str:
    """What is wrong with a line and what to do, without the words that a server might put a password into."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"has a certificate that cannot be trusted ({error.verify_message}): set its ca_file, or its right name"
    if isinstance(error, ssl.SSLError):
        return f"does not speak TLS as configured ({error.reason or error}): check port and security"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"refused the login ({error.smtp_code}): check user and password"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"does not offer what is configured ({error}): check port and security"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"answered {error.smtp_code} {text_of(error.smtp_error)}"
    return f"cannot be reached ({getattr(error, 'strerror', None) or error}): check host, port and network"


def hand_over(
    line: smtplib.SMTP, sender: str, recipient: str, message: EmailMessage, claim: Callable[[], bool]
) -> Answer | None:
    """Give the server one message; None if `claim`, called before the message is offered, says another has it.

    What is refused before the final dot was not delivered. Where the line breaks after it, nobody knows: uncertain.
    """
    data = _LEADING_DOT.sub(b"..", message.as_bytes())
    try:
        refused = _envelope(line, sender, recipient, len(data))
        if refused:
            return refused
        if not claim():
            line.rset()
            return None
        code, reply = line.docmd("DATA")
        if code != 354:
            return _answer(code, reply)
        line.send(data)
    except (OSError, smtplib.SMTPException) as error:
        return Answer("deferred", None, f"the line broke before the message was handed over ({_short(error)})")
    return _finish(line)


def _envelope(line: smtplib.SMTP, sender: str, recipient: str, size: int) -> Answer | None:
    options = [f"size={size}"] if line.has_extn("size") else []
    code, reply = line.mail(sender, options)
    if code == 250:
        code, reply = line.rcpt(recipient)
        if code in (250, 251):
            return None
    with suppress(OSError, smtplib.SMTPException):
        line.rset()
    return _answer(code, reply)


def _finish(line: smtplib.SMTP) -> Answer:
    try:
        line.send(b".\r\n")
        code, reply = line.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return Answer("uncertain", None, f"the line broke while the server had the message ({_short(error)})")
    return _answer(code, reply)


def _answer(code: int, reply: bytes) -> Answer:
    if code == -1:
        return Answer("deferred", None, "the server closed the line")
    state: DeliveryState = "sent" if 200 <= code < 300 else "deferred" if 400 <= code < 500 else "refused"
    return Answer(state, code, text_of(reply))


def text_of(reply: bytes | str) -> str:
    """A server's words on one line, at most 300 characters."""
    words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return re.sub(r"[\x00-\x1f\x7f-\x9f\s]+", " ", words).strip()[:300]


def _short(error: Exception) -> str:
    return text_of(getattr(error, "strerror", None) or str(error) or type(error).__name__)
