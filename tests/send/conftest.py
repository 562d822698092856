from collections.abc import Iterator
from pathlib import Path

import pytest

from sitrep.model.protocols import Store
from sitrep.store import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "store.db"))
    yield store
    store.close()
