"""Configuration: what is read, what is merged, and errors that name the key and the line."""

from pathlib import Path

import pytest

from sitrep.config import load_config
from sitrep.config.lines import key_lines
from sitrep.errors import ConfigError, UsageError

TWO = """
[report]
formats = ["md"]
time_zone = "Africa/Tripoli"

[reliability]
"Harbour Watch" = "C"

[[crisis]]
name = "Deltaland: floods"
country = "Libya"

[[crisis.sources]]
kind = "folder"
path = "floods"

[crisis.reliability]
"River Post" = "B"

[[crisis]]
name = "Hillmark: earthquake"

[crisis.report]
formats = ["pdf"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sitrep.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_crisis_in_the_terms_of_the_model(tmp_path: Path) -> None:
    text = '[crisis]\nname = "X: y"\ncountry = "Turkey"\nglide = "EQ-2023-000015-TUR"\n'
    text += '[crisis.household_sizes.TR]\nsize = 3\nsource = "A survey"\n[crisis.report]\npaper = "letter"\n'
    (crisis,) = load_config(written(tmp_path, text)).crises
    assert crisis.country == "TUR"
    assert crisis.crisis.slug == "x-y"
    assert (crisis.settings.household_size, crisis.settings.household_size_source) == (3, "A survey")
    assert crisis.settings.paper == "letter"


def test_a_crisis_is_chosen_by_name_or_slug(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, TWO))
    assert config.crisis("deltaland-floods").name == config.crisis("Deltaland: floods").name == "Deltaland: floods"
    with pytest.raises(UsageError, match="several crises"):
        config.crisis(None)
    with pytest.raises(UsageError, match="no crisis 'Flood'"):
        config.crisis("Flood")


def test_two_crises_share_what_stands_at_the_top(tmp_path: Path) -> None:
    floods, quake = load_config(written(tmp_path, TWO)).crises
    assert floods.sources[0].path == tmp_path / "floods"
    assert floods.report.formats == ("md",)
    assert quake.report.formats == ("pdf",)
    assert quake.report.time_zone == "Africa/Tripoli"
    assert floods.reliability == {"Harbour Watch": "C", "River Post": "B"}
    assert quake.reliability == {"Harbour Watch": "C"}


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    (crisis,) = load_config(written(tmp_path, '[crisis]\nname = "X"\n')).crises
    assert crisis.report.out == tmp_path / "output"


def test_a_folder_of_files(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('[crisis]\nname = "B"\n')
    (tmp_path / "a.toml").write_text('[crisis]\nname = "A"\n')
    assert [c.name for c in load_config(tmp_path).crises] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[crisis]\nname = "X"\ncuontry = "SYR"\n', 3, "cuontry: unknown key"),
        ('[crisis]\nname = "X"\n[crisis.report]\ntime_zone = "Mars/Olympus"\n', 4, "time_zone: 'Mars/Olympus'"),
        ('[reliability]\n"Post" = "A"\n"Gazette" = "G"\n[crisis]\nname = "X"\n', 3, "Gazette"),
        ('[[crisis]]\nname = "X"\n[[crisis]]\ncountry = "SYR"\n', 3, "name: this key is required"),
        ('[crisis]\nname = "X"\n[[crisis.sources]]\nkind = "folder"\n', 3, "path: this key is required"),
        ('[crisis]\nname = "X"\n[[sources]]\nkind = "flder"\npath = "a"\n', 4, "kind"),
        ('[crisis]\nname = "X"\n[colour]\nred = 1\n', 3, "unknown key 'colour'"),
        ('[crisis]\nname = "X"\ncountry = "Atlantis"\n', 3, "'Atlantis' is no country"),
        ('[crisis]\nname = "X\n', 2, "not valid TOML"),
        ('[crisis]\nname = "X"\n[household_sizes.SYR]\nsize = 0\nsource = "UN"\n', 4, "size"),
        ('[crisis]\nname = "X"\n[report]\nformats = ["md", "doc"]\n', 4, "there is no format 'doc'"),
        ('[crisis]\nname = "X"\n[mail]\nsender = "desk"\n', 4, "mail.sender: 'desk' is not one mail address"),
        ('[crisis]\nname = "X"\n[mail]\nsender = "a@b.org"\nrecipients = ["c@d.org", "e"]\n', 5, "mail.recipients"),
        ('[crisis]\nname = "X"\n[mail]\nhost = "h.org"\nuser = "u"\nsecurity = "none"\n', 3, "unencrypted"),
        ('[crisis]\nname = "X"\n[[sources]]\nkind = "feed"\nurl = "https://u:p@h.org/"\n', 5, "with a password"),
        (
            '[crisis]\nname = "X"\n[[sources]]\nkind = "imap"\nhost = "h.org"\nuser = "u"\nsecurity = "none"\n',
            3,
            "unencry",
        ),
        ('store = "postgresql://u:p@h.org/x"\n[crisis]\nname = "X"\n', 1, "~/.pgpass"),
        ('[crisis]\nname = "X"\n' + '[[crisis.sources]]\nkind = "folder"\npath = "a"\n' * 2, 1, "2 sources are called"),
    ],
)
def test_errors_name_the_key_and_the_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text))
    assert f"line {line}" in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.code == 78


def test_no_crisis_no_file_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="names no crisis"):
        load_config(written(tmp_path, "[report]\n"))
    with pytest.raises(ConfigError, match="no such configuration; `sitrep init`"):
        load_config(tmp_path / "absent.toml")
    (tmp_path / "x.toml").write_bytes(b'[crisis]\nname = "\xff"\n')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(tmp_path / "x.toml")
    with pytest.raises(ConfigError, match=r"no \.toml file"):
        (tmp_path / "empty").mkdir()
        load_config(tmp_path / "empty")


def test_keys_inside_a_long_string_are_no_keys() -> None:
    lines = key_lines('a = """\nb = 1\n"""\nb = 2\n')
    assert lines[("b",)] == 4


def test_two_crises_that_would_share_their_numbers_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[crisis]\nname = "Flood!"\n')
    (tmp_path / "b.toml").write_text('[crisis]\nname = "Flood?"\n')
    with pytest.raises(ConfigError, match="2 crises would both number the sitrep reports of 'flood'") as caught:
        load_config(tmp_path)
    assert f"{tmp_path / 'a.toml'}, line 2 and {tmp_path / 'b.toml'}, line 2: " in str(caught.value)
    both = written(tmp_path, '[[crisis]]\nname = "A"\n\n[[crisis]]\ncountry = "SYR"\nname = "a"\n')
    with pytest.raises(ConfigError, match=r"sitrep.toml, line 2 and .*sitrep.toml, line 6: 2 crises"):
        load_config(both)
    both.unlink()
    (tmp_path / "b.toml").write_text('store = "b.db"\n[crisis]\nname = "Flood?"\n')
    with pytest.raises(ConfigError, match="2 crises would both number"):
        load_config(tmp_path)
    (tmp_path / "b.toml").write_text('[crisis]\nname = "Flood?"\n[report]\nproduct = "flash"\n')
    assert len(load_config(tmp_path).crises) == 2


def test_products_of_one_crisis_are_told_apart_by_their_series(tmp_path: Path) -> None:
    one = '[[crisis]]\nname = "Flood"\n'
    config = load_config(written(tmp_path, f'{one}{one}report = {{ product = "flash" }}\n'))
    plain, flash = config.crises
    assert config.named("Flood") == config.named("flood") == config.named(None) == (plain, flash)
    assert config.crisis("flood-flash") == config.issuer("flood-flash-02-r1") == flash
    assert config.crisis("flood-sitrep") == config.issuer("flood-sitrep-11", "Flood") == plain
    assert config.crisis("Flood", any_product=True) == plain
    with pytest.raises(UsageError, match="several products of 'Flood'; .*: 'flood-sitrep', 'flood-flash'"):
        config.crisis("Flood")
    with pytest.raises(UsageError, match="flood-flash-01 is no report of this configuration"):
        config.issuer("flood-flash-01", "flood-sitrep")


@pytest.mark.parametrize(
    "line",
    [
        'store = "postgresql://u:hunter2@h.org/x"',
        'store = "postgresql://u@h.org/x?connect_timeout=3&password=hunter2"',
        'store = "postgresql:///x?host=h.org&user=u&PASSWORD=hunter2"',
        'store = "postgresql://u@h.org/x?pass%77ord=hunter2"',
        'store = "postgresql://u@h.org/x?sslkey=k&sslpassword=hunter2"',
        '[[sources]]\nkind = "feed"\nurl = "https://u:hunter2@h.org/feed"',
        '[[sources]]\nkind = "feed"\nurl = "ftp://u:hunter2@h.org/feed"',
        '[[sources]]\nkind = "feed"\nurl = "u:hunter2@h.org/feed?x=a@b"',
        '[http]\nproxy = "socks5://u:hunt@er2@h.org"',
    ],
)
def test_a_password_in_the_file_is_refused_and_not_repeated(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, f'{line}\n[crisis]\nname = "X"\n'))
    assert "hunt" not in str(caught.value) and "er2" not in str(caught.value)


def test_a_mailbox_on_this_machine_needs_no_encryption(tmp_path: Path) -> None:
    source = '[[sources]]\nkind = "imap"\nhost = "localhost"\nuser = "u"\nsecurity = "none"\n'
    assert load_config(written(tmp_path, f'[crisis]\nname = "X"\n{source}')).crises[0].sources
