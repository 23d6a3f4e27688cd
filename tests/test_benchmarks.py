"""The benchmarks run; how fast they find things is for people to judge, not for a test."""

import pytest

from benchmarks.__main__ import PAGES, main


def test_the_smallest_benchmark_measures_everything_and_its_sums_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--small", "--rounds", "1", "--rows", "300"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("3 places × 2 years (288 rows)")
    pages, large = lines[4 : 4 + len(PAGES)], lines[5 + len(PAGES) :]
    assert [line.split()[0] for line in pages] == list(PAGES.values())
    assert [line.split()[0].rstrip(":,") for line in large] == [
        "load",
        "pandas.read_excel",
        "pandas.read_excel",
        "calamine",
    ]
