"""The process that reads a file: whatever happens to it, we live on and have one sentence to say."""

import logging
import tempfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest

from locales import ENGLISH
from pipelines.child import read_file, run
from pipelines.findings import Finding
from pipelines.reading import Reading
from pipelines.transfer import Job
from tests.pipelines.archives import make_xlsx, sheet_xml
from tests.pipelines.misbehaving import Account

GIGABYTE = 1 << 30


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that a test can look into."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def job(folder: Path, word: str, seconds: int = 20) -> Job:
    path = folder / "figures.csv"
    path.write_text(f"{word};2\n3;4\n")
    return Job(
        str(path),
        "figures.csv",
        2 * GIGABYTE,
        seconds,
        known={"actor": {"a": "1"}},
        interpreter="tests.pipelines.misbehaving",
    )


def read(folder: Path, word: str, seconds: int = 20) -> Reading:
    return run(job(folder, word, seconds), lambda _share, _stage: None)


def test_a_reading_comes_back_as_it_was_made(tmp_path: Path) -> None:
    reading = read(tmp_path, "report")
    made = Account()
    assert reading.format == "csv"
    assert reading.problem is None
    assert reading.rows == {"figures": 2, "known actor": 1}
    for name in ("cells", "tables", "refused", "ignored", "questions", "warnings", "pictures"):
        there, back = getattr(made, name), getattr(reading, name)
        assert back == (list(there) if isinstance(there, tuple) else there), name
    assert reading.facts["visits"].to_pydict() == {"period": ["2025-07"], "number": [7.0], "text": [None]}
    assert reading.facts["visits"].schema.types == [pa.string(), pa.float64(), pa.string()]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("abort", "reader_died"),
        ("crash", "reader_died"),
        ("raise", "reader_died"),
        ("vanish", "reader_died"),
        ("lie", "reader_died"),
        ("eat", "too_much_memory"),
        ("swell", "too_much_memory"),
        ("spin", "took_too_long"),
        ("sleep", "took_too_long"),
    ],
)
def test_a_reader_that_goes_wrong_leaves_one_sentence_and_one_line_in_the_log(
    tmp_path: Path, temporary: Path, caplog: pytest.LogCaptureFixture, word: str, code: str
) -> None:
    with caplog.at_level(logging.WARNING, "kulturpuls.pipelines"):
        reading = read(tmp_path, word, seconds=3 if code == "took_too_long" else 40)
    assert reading == Reading(file="", sha256="", problem=Finding(code))
    assert len(caplog.messages) == 1
    assert "\n" not in caplog.messages[0]
    assert list(temporary.iterdir()) == []


def test_progress_is_passed_on_and_noise_is_not(tmp_path: Path) -> None:
    said: list[tuple[float, str]] = []
    run(job(tmp_path, "shout"), lambda share, stage: said.append((share, stage)))
    assert said == [(0.1, "opening"), (0.4, "reading"), (0.5, "shouting"), (0.95, "checking")]


def test_when_the_listener_gives_up_the_reader_and_its_files_are_gone(tmp_path: Path, temporary: Path) -> None:
    def give_up(_share: float, _stage: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(job(tmp_path, "sleep"), give_up)
    assert list(temporary.iterdir()) == []


def test_the_reader_is_told_no_secret_and_leaves_no_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_SECRET", "x")
    assert read(tmp_path, "tell").rows == {"secrets": 0, "cores": 0}


def test_threads_may_read_at_the_same_time(tmp_path: Path) -> None:
    one = job(tmp_path, "report")
    with ThreadPoolExecutor(2) as pool:
        readings = list(pool.map(lambda _: run(one, lambda _share, _stage: None), range(4)))
    assert [reading.rows["figures"] for reading in readings] == [2] * 4


def test_a_file_that_is_not_there_is_said_by_name(tmp_path: Path) -> None:
    reading = read_file(tmp_path / "gone.xlsx")
    assert reading.problem == Finding("not_found", values={"name": "gone.xlsx"})
    assert read_file(tmp_path).problem == Finding("not_found", values={"name": tmp_path.name})


def test_a_refused_file_is_said_with_its_name_and_hash(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.bin", sheet_xml('<row r="1"><c r="XFE1"><v>1</v></c></row>'))
    reading = read_file(path, name="besøg.xlsx")
    assert (reading.file, reading.sha256) == ("besøg.xlsx", sha256(path.read_bytes()).hexdigest())
    assert reading.problem == Finding("too_far", values={"sheet": "Ark1", "cell": "XFE1"})
    assert reading.seconds > 0


def test_a_mapping_that_is_none_is_refused_not_raised(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1;2\n")
    problem = read_file(path, mapping="[[table").problem
    assert problem is not None
    assert problem.code == "bad_mapping"


def test_every_malicious_file_ends_in_figures_or_in_one_plain_sentence(shared: Path) -> None:
    paths = sorted((shared / "data" / "malicious").iterdir())
    with ThreadPoolExecutor(2) as pool:
        readings = list(pool.map(read_file, paths))
    for path, reading in zip(paths, readings, strict=True):
        assert reading.seconds < 60, path.name
        if reading.problem:
            sentence = reading.problem.reason(ENGLISH)
            assert 20 < len(sentence) <= 200, path.name
            assert sentence.endswith("."), sentence
            assert ". " not in sentence, sentence
            assert "/" not in sentence, sentence
            assert "Error" not in sentence, sentence
        else:
            assert reading.cells.non_empty > 0, path.name
