"""The world of the soak test: a crisis that goes on for months, told by a feed of some hundred articles a day."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from xml.sax.saxutils import escape

START = datetime(2025, 1, 1, 4, tzinfo=UTC)
Mood = Literal["well", "error", "cut", "empty"]

PLACES = ("Idlib", "Aleppo", "Hama", "Homs", "Ariha", "Daraa", "Latakia", "Tartus")
SOURCES = (
    "the United Nations", "the White Helmets", "the Ministry of Health", "the Red Crescent", "a monitoring group",
    "the provincial governor", "Doctors Without Borders", "the World Food Programme",
)  # fmt: skip
LEADS = (
    "{Source} said on {day} that {n} civilians were killed in {place}.",
    "At least {n} people were injured in {place} on {day}, {source} said.",
    "{Source} said {thousands} people were displaced from {place} since {day}.",
    "Nearly {thousands} families fled {place}, according to {source}.",
    "{Source} said {thousands} people in {place} need food and clean water.",
    "{n} homes were destroyed in {place}, {source} said on {day}.",
)
MORE = (
    "Hospitals in {place} are short of medicine and fuel.",
    "Roads out of {place} were closed for most of {day}.",
    "Families sleep in schools and mosques, and blankets are needed.",
    "Aid workers said that convoys waited for permission.",
    "It was not possible to confirm the figures independently.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the feed."""

    url: str
    title: str
    published: datetime
    text: str


def told_on(day: int, count: int) -> list[Told]:
    """The articles of a day, always the same; every tenth repeats another outlet's text."""
    chance = random.Random(day)
    found: list[Told] = []
    for number in range(count):
        text = found[-1].text if number % 10 == 9 else _text(day, chance)
        published = START + timedelta(days=day, minutes=-number * 5 - 30)
        found.append(
            Told(f"https://outlet{number % 23}.example.org/{day}/{number}", text.split(".")[0], published, text)
        )
    return found


def _text(day: int, chance: random.Random) -> str:
    source, weekday = chance.choice(SOURCES), f"{START + timedelta(days=day - 1):%A}"
    words = {
        "place": chance.choice(PLACES), "source": source, "Source": source[0].upper() + source[1:], "day": weekday,
        "n": chance.randint(11, 60), "thousands": f"{chance.randint(2, 40) * 1000 + day * 10:,}",
    }  # fmt: skip
    chosen = [chance.choice(LEADS), *chance.sample(MORE, 3)]
    return " ".join(sentence.format(**words) for sentence in chosen)


def rss(entries: list[Told]) -> bytes:
    """The feed as RSS with the texts in it."""
    items = "".join(
        f"<item><title>{escape(e.title)}</title><link>{e.url}</link><guid>{e.url}</guid>"
        f"<pubDate>{format_datetime(e.published)}</pubDate><description>{escape(e.text)}</description></item>"
        for e in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Soak</title>{items}</channel></rss>'.encode()


@dataclass
class Feed:
    """The feed as it stands today: what it holds, and how it answers."""

    per_day: int
    day: int = 0
    mood: Mood = "well"
    url: str = ""

    def body(self) -> bytes:
        """The last three days, as feeds keep them, newest first: a missed morning is still there."""
        days = range(self.day, max(self.day - 3, -1), -1)
        return rss([entry for day in days for entry in told_on(day, self.per_day)])


@contextmanager
def serve_feed(feed: Feed) -> Iterator[Feed]:
    """The feed over HTTP on loopback; its `url` is set."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = feed.body() if feed.mood != "empty" else rss([])
            self.send_response(500 if feed.mood == "error" else 200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if feed.mood == "cut" else body)
            self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    feed.url = f"http://127.0.0.1:{server.server_address[1]}/feed.xml"
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
