"""Which machines a source may reach: hosts with public addresses, and local ones that are allowed by name.

The check stands where the connection is made, on the very address that is used, so that neither a redirect nor a name
that changes its address between check and use leads into the local network.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2

from ..errors import SitrepError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class AddressError(SitrepError):
    """A host that may not be reached; the text is the predicate of a sentence."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet; an IPv4 address inside an IPv6 one is judged itself."""
    ip: Address = ipaddress.ip_address(address.split("%")[0])
    inner = _embedded(ip)
    return ip.is_global and not ip.is_multicast and (inner is None or (inner.is_global and not inner.is_multicast))


def _embedded(ip: Address) -> ipaddress.IPv4Address | None:
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


class Guard:
    """Tells which addresses of a host may be used. `local_hosts` are names in private networks that may be reached."""

    def __init__(self, local_hosts: Iterable[str]) -> None:
        self._local_hosts = frozenset(host.lower() for host in local_hosts)

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses to connect to; raises AddressError if all are local, httpcore2.ConnectError without any."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} is not known") from error
        addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
        if host.lower() in self._local_hosts:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise AddressError(f"leads to the local address {host}, which must be named in local_hosts to be reached")
        return public

    def check_proxied(self, host: str, port: int) -> None:
        """Raise AddressError for a host that is local as seen from here; what only the proxy knows, it may reach."""
        try:
            self.addresses(host, port)
        except httpcore2.ConnectError:
            return


class GuardedBackend(httpcore2.SyncBackend):
    """Opens connections to addresses that the guard lets through, and reads from them only while `in_time` says so."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self.in_time: Callable[[], bool] = lambda: True

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *args: Any, **options: Any) -> Any:
        """Resolve once, then try the addresses in turn."""
        failure: Exception | None = None
        for address in self._guard.addresses(host, port):
            try:
                return TimedStream(super().connect_tcp(address, port, timeout, *args, **options), self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore2.ConnectError(f"{host} has no address")

    def connect_unix_socket(self, *args: Any, **options: Any) -> Any:
        """A socket on this machine is no source."""
        raise AddressError("is a socket on this machine, which no source may reach")


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every read asks whether there is time left: a server may drip a byte at a time for ever."""

    def __init__(self, stream: httpcore2.NetworkStream, backend: GuardedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the stream below, until time is up."""
        if not self._backend.in_time():
            raise httpcore2.ReadTimeout("the time for this answer is over")
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the stream below."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """As the stream below."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The encrypted stream, timed like this one."""
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._backend)

    def get_extra_info(self, info: str) -> Any:
        """As the stream below."""
        return self._stream.get_extra_info(info)
