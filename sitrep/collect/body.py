"""The body of an answer, read under a limit of bytes and of time, compressed or not."""

import zlib
from collections.abc import Callable, Iterable

_PIECE = 256 * 1024


class BodyError(Exception):
    """The body is not one that can be used; `temporary` if another try may bring a whole one."""

    def __init__(self, what: str, temporary: bool) -> None:
        super().__init__(what)
        self.temporary = temporary


def read_body(chunks: Iterable[bytes], encoding: str, most: int, in_time: Callable[[], bool]) -> bytes:
    """All bytes, decompressed. Never holds more than `most` bytes and one piece; raises BodyError."""
    inflate = _inflater(encoding)
    out = bytearray()
    for chunk in chunks:
        if not in_time():
            raise BodyError("sent its answer too slowly", True)
        for piece in inflate.pieces(chunk):
            out += piece
            if len(out) > most:
                raise BodyError(f"sent more than {most / 1024 / 1024:g} MB, which no article is", False)
    if not inflate.whole:
        raise BodyError("broke off in the middle of its answer", True)
    return bytes(out)


class _Plain:
    whole = True

    def pieces(self, chunk: bytes) -> Iterable[bytes]:
        yield chunk


class _Zlib:
    # In pieces: one megabyte can hide a gigabyte, which must never be in memory at once.
    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._begun = False

    @property
    def whole(self) -> bool:
        return self._stream.eof or not self._begun

    def pieces(self, chunk: bytes) -> Iterable[bytes]:
        more = bool(chunk)
        while more and not self._stream.eof:
            try:
                piece = self._stream.decompress(chunk, _PIECE)
            except zlib.error as error:
                if self._begun or self._bits < 0:
                    raise BodyError("sent a damaged compressed answer", True) from error
                # Some servers send raw deflate where the standard says zlib.
                self._bits, self._stream = -15, zlib.decompressobj(-15)
                continue
            self._begun = True
            yield piece
            chunk = self._stream.unconsumed_tail
            more = bool(chunk) or len(piece) == _PIECE


def _inflater(encoding: str) -> _Plain | _Zlib:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _Plain()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Zlib(zlib.MAX_WBITS | 32)
    raise BodyError(f"sent an answer compressed as {encoding[:40]!r}, which was not asked for", False)
