"""Two products of one crisis, each with its own readers: neither's mails, numbers or corrections are the other's."""

import shutil
from pathlib import Path

import pytest

from sitrep.cli import execute
from sitrep.config import load_config
from sitrep.errors import UsageError
from sitrep.pipeline.correct import correct
from sitrep.store import open_store

from .send.make import Mailbox, serve

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
CONFIG = """
[mail]
host = "localhost"
port = {port}
security = "none"
{more}

[[crisis]]
name = "Northwest Syria"
sources = [{{ kind = "folder", path = "in" }}]
[crisis.report]
formats = ["md"]
[crisis.mail]
recipients = ["desk@example.net"]
sender = "Situation reports <sitrep@example.org>"

[[crisis]]
name = "Northwest Syria"
[crisis.report]
formats = ["md"]
product = "flash"
[crisis.mail]
recipients = ["minister@example.net"]
sender = "Flash updates <flash@example.org>"
"""
SITREP, FLASH = "northwest-syria-sitrep", "northwest-syria-flash"


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


def configure(folder: Path, port: int, more: str = "") -> None:
    """The configuration of both in a folder, with the sample articles."""
    (folder / "sitrep.toml").write_text(CONFIG.format(port=port, more=more))
    shutil.copytree(SEEDS, folder / "in", dirs_exist_ok=True)


def got(mailbox: Mailbox) -> list[tuple[str, str]]:
    """To whom from whom, in order; and nothing stays in the box."""
    mails = [(to, str(mail["From"]).split(" <")[0]) for to, mail in mailbox.got]
    mailbox.got.clear()
    return mails


def test_each_goes_to_its_own_readers_and_so_does_its_correction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], mailbox: Mailbox
) -> None:
    monkeypatch.chdir(tmp_path)
    with serve(mailbox) as server:
        configure(tmp_path, server.port)
        assert execute(["run", "--no-email"]) == 0 and mailbox.got == []
        assert execute(["run", "--crisis", FLASH]) == 0
        assert got(mailbox) == [("minister@example.net", "Flash updates")]
        assert execute(["run"]) == 0
        assert got(mailbox) == [("desk@example.net", "Situation reports")]
        assert execute(["correct", f"{FLASH}-01", "--crisis", "Northwest Syria"]) == 0
        assert got(mailbox) == [("minister@example.net", "Flash updates")]
        assert execute(["correct", f"{SITREP}-01"]) == 0
        assert got(mailbox) == [("desk@example.net", "Situation reports")]
    assert capfd.readouterr() == (f"{FLASH}-01-r1\n{SITREP}-01-r1\n", "")


def test_each_is_approved_by_its_id_and_status_prints_what_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], mailbox: Mailbox
) -> None:
    monkeypatch.chdir(tmp_path)
    with serve(mailbox) as server:
        configure(tmp_path, server.port, "require_approval = true")
        assert execute(["run"]) == 0
        assert execute(["status"]) == 0
        first, _, second = capfd.readouterr().out.partition(f"{FLASH}\n")
        assert first.startswith(f"{SITREP}\n")
        assert f"sitrep approve {SITREP}-01 --crisis {SITREP}\n" in first and f"{FLASH}-01" not in first
        assert f"sitrep approve {FLASH}-01 --crisis {FLASH}\n" in second and f"{SITREP}-01" not in second
        assert execute(["approve", f"{FLASH}-01", "--crisis", FLASH]) == 0
        assert got(mailbox) == [("minister@example.net", "Flash updates")]
        assert execute(["approve", f"{SITREP}-01"]) == 0
        assert got(mailbox) == [("desk@example.net", "Situation reports")]


def test_a_name_that_both_have_is_told_apart_by_their_series(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    configure(tmp_path, 1)
    assert execute(["run", "--no-email"]) == 0
    assert execute(["findings", "--crisis", "Northwest Syria"]) == 2
    assert f"choose one with --crisis: '{SITREP}', '{FLASH}'." in capfd.readouterr().err
    assert execute(["findings", "--crisis", FLASH]) == execute(["findings", f"{SITREP}-01"]) == 0
    assert execute(["articles"]) == execute(["pin", "figure", "--reason", "the later count"]) == 0
    assert execute(["articles", "--unreported"]) == execute(["correct", "northwest-syria-brief-01"]) == 2
    assert f"begin with '{SITREP}-', '{FLASH}-'." in capfd.readouterr().err


def test_a_report_is_never_corrected_as_another_product(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    configure(tmp_path, 1)
    assert execute(["run", "--no-email"]) == 0
    plain, _ = load_config(tmp_path / "sitrep.toml").crises
    store = open_store(plain.store)
    with pytest.raises(UsageError, match=f"{FLASH}-01 is a flash report of northwest-syria, not one of {SITREP}"):
        correct(plain, store, f"{FLASH}-01", lambda: store.report(f"{FLASH}-01").issued)
    store.close()
