"""`sitrep store` as it is typed."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitrep.store import open_store
from sitrep.store.schema import VERSION

from .make import NOON, article, delivery, record, stored

SITREP = Path(sys.executable).with_name("sitrep")


def sitrep(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    words = [str(SITREP), "store", *(str(argument) for argument in arguments)]
    return subprocess.run(words, capture_output=True, text=True, input=given, check=False, env=dict(os.environ))


def test_from_one_store_into_another_and_then_the_old_goes(tmp_path: Path) -> None:
    first, second, file = tmp_path / "first.db", tmp_path / "second.db", tmp_path / "all.jsonl"
    store = open_store(str(first))
    now = datetime.now(UTC)
    store.put_articles("syria", "feed", stored(article("old", "Ancien : ٣")), now - timedelta(days=40))
    store.put_articles("syria", "feed", stored(article("new")), now)
    store.close()
    assert sitrep("export", "--store", first, file).returncode == 0
    assert sitrep("import", "--store", second, file).stdout == "4 rows read.\n"
    exported = sitrep("export", "--store", second).stdout
    assert exported == file.read_text()
    assert stat.filemode(file.stat().st_mode) == "-rw-------", "addresses of people are in it"
    assert sitrep("import", "--store", second, given=exported).stdout == "4 rows read.\n"
    purged = sitrep("purge", "--store", second, "--older-than", 30)
    assert purged.stdout == "Dropped 1 articles with 0 figures, 0 saved pages and 0 runs.\n"


def test_errors_are_one_sentence(tmp_path: Path) -> None:
    for arguments, code, words in (
        (("import", "--store", tmp_path / "s.db"), 1, "Line 1 is not the header"),
        (("export", "--store", "mysql://u:hunter2@h/x"), 78, "SQLite file"),
        (("export", "--store", "mysql://u@h/x?password=hunter2"), 78, "SQLite file"),
        (("export", "--store", "postgresql://u@127.0.0.1:1/x?password=hunter2"), 1, "check its disk"),
        (("purge", "--store", tmp_path / "s.db"), 2, "--older-than"),
    ):
        done = sitrep(*arguments, given="not an export\n")
        assert done.returncode == code and words in done.stderr and "Traceback" not in done.stderr
        assert "hunter2" not in done.stderr


def test_an_operator_answers_for_a_mail(tmp_path: Path) -> None:
    config = tmp_path / "sitrep.toml"
    config.write_text('store = "store.db"\n[crisis]\nname = "Syria"\n')
    store = open_store(str(tmp_path / "store.db"))
    store.put_report(record(1), deliveries=[delivery(), delivery(recipient="b@example.org")])
    first, second = (mail.message_id for mail in store.deliveries())
    for mail in (first, second):
        store.claim(mail, NOON)
    store.recover("syria", NOON)
    assert sitrep("mail", "--config", config, first, "--arrived").returncode == 0
    assert sitrep("mail", "--config", config, second, "--send-again").returncode == 0
    assert [mail.state for mail in store.deliveries()] == ["sent", "pending"]
    assert "No uncertain mail" in sitrep("mail", "--config", config, first, "--arrived").stderr
    assert sitrep("mail", "--config", config, first).returncode == 2
    store.close()


def test_without_an_address_it_is_the_configurations_store(tmp_path: Path) -> None:
    config = tmp_path / "sitrep.toml"
    config.write_text('store = "kept/store.db"\n[crisis]\nname = "Syria"\n', encoding="utf-8")
    missing = sitrep("export", "--config", config)
    assert missing.returncode == 1 and "There is no store at" in missing.stderr and not missing.stdout
    assert not (tmp_path / "kept").exists(), "what looks for a store makes none"
    (tmp_path / "empty.db").touch()
    assert "There is no store at" in sitrep("export", "--store", tmp_path / "empty.db").stderr
    assert "There is no store at" in sitrep("purge", "--store", tmp_path / "typo.db", "--older-than", 9).stderr
    open_store(str(tmp_path / "kept" / "store.db")).close()
    assert (
        sitrep("export", "--config", config).stdout == f'{{"sitrep_store": "{VERSION}"}}\n{{"sitrep_store_end": 0}}\n'
    )
    config.write_text(
        '[[crisis]]\nname = "A"\nstore = "a.db"\n[[crisis]]\nname = "B"\nstore = "b.db"\n', encoding="utf-8"
    )
    done = sitrep("export", "--config", config)
    assert done.returncode == 2 and "has 2 stores" in done.stderr
