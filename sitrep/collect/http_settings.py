"""What a configuration may say of how the web is asked."""

from typing import Annotated

from pydantic import Field

from .tables import Table, Text, WebAddress


class HttpSettings(Table):
    """How the web is asked, for all sources. Times in seconds, sizes in megabytes.

    `contact` goes into the User-Agent, so that a server's operator can write. `local_hosts` are the names (or
    addresses) in private networks that sources may reach; every other host must have a public address. `proxy` is the
    HTTP proxy to go through (the environment's is not used).
    """

    contact: Text | None = None
    timeout: Annotated[float, Field(gt=0, le=300)] = 20
    deadline: Annotated[float, Field(gt=0, le=3600)] = 120
    retries: Annotated[int, Field(ge=0, le=10)] = 3
    backoff: Annotated[float, Field(ge=0, le=60)] = 1
    longest_wait: Annotated[float, Field(ge=0, le=3600)] = 60
    interval: Annotated[float, Field(ge=0, le=60)] = 1
    max_megabytes: Annotated[float, Field(gt=0, le=200)] = 20
    local_hosts: tuple[Text, ...] = ()
    proxy: WebAddress | None = None
