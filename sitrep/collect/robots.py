"""robots.txt (RFC 9309), by Protego: what a host lets programs read, and how fast."""

from typing import TYPE_CHECKING

from .answers import FetchError, ForbiddenError

if TYPE_CHECKING:
    from protego import Protego

    from .http import Http

_AGENT = "sitrep"
_LONGEST_DELAY = 30.0


class Rules:
    """The rules of one host; `delay` is the number of seconds that it wants between two requests, 30 at most."""

    def __init__(self, rules: "Protego") -> None:
        self._rules = rules
        self.delay = min(float(rules.crawl_delay(_AGENT) or 0), _LONGEST_DELAY)

    def allows(self, url: str) -> bool:
        """Whether this program may read `url`."""
        return bool(self._rules.can_fetch(url, _AGENT))


def read_rules(http: "Http", root: str) -> Rules:
    """The rules of the host at `root` (scheme and host): without a robots.txt all is allowed.

    A host that cannot tell its rules is left alone (RFC 9309): FetchError, temporary unless it may not be reached.
    """
    from protego import Protego

    try:
        text = http.get(f"{root}/robots.txt").content.decode("utf-8", "replace")
    except ForbiddenError:
        raise
    except FetchError as error:
        if not 400 <= error.status < 500 or error.temporary:
            what = f"was not read: the host's robots.txt {error}"
            raise FetchError(what, temporary=True, tried=True) from error
        text = ""
    return Rules(Protego.parse(text))
