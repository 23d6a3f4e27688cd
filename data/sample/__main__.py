"""Writes the invented sample region: `python -m data.sample OUT_FOLDER [--until YYYY-MM]`."""

import argparse
from datetime import date
from pathlib import Path

from data.sample import last_complete_month, write_sample
from data.sample.months import month_of


def _month(text: str) -> str:
    return str(month_of(text))


def main() -> None:
    """Write the files and print their paths in the order to load them; without --until up to last month."""
    parser = argparse.ArgumentParser(prog="python -m data.sample", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT_FOLDER")
    parser.add_argument("--until", type=_month, default=last_complete_month(date.today()), metavar="YYYY-MM")
    asked = parser.parse_args()
    for path in write_sample(asked.folder, asked.until):
        print(path)


if __name__ == "__main__":
    main()
