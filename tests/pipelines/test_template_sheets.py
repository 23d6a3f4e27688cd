"""Every sheet of the template, filled in, is read as the dataset it was made for, in either language."""

from pathlib import Path

import pandas as pd
import pytest

from data.sample import sample_truth
from locales import language
from pipelines.template import template
from tests.pipelines.commands import said
from warehouse.schema import Dataset, datasets


def written(dataset: Dataset, rows: pd.DataFrame, code: str) -> list[dict[str, object]]:
    """The first rows as a person would write them: choices by their names, nothing where nothing is known."""
    names = {column.id: {choice.code: choice.names[code] for choice in column.choices} for column in dataset.columns}
    return [
        {str(column): names[str(column)].get(value, value) for column, value in row.items() if value is not None}
        for row in rows.head(3).to_dict("records")
    ]


@pytest.mark.parametrize("code", ["da", "en"])
def test_each_sheet_is_read_in_full_as_its_own_dataset(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = sample_truth("2025-12")
    filled = {name: written(datasets()[name], rows, code) for name, rows in truth.items()}
    (tmp_path / "filled.xlsx").write_bytes(template(language(code), (), filled))
    (file,) = said(capsys, "check", str(tmp_path / "filled.xlsx"))["files"]
    read = {table["sheet"]: (table["dataset"], set(table["columns"].values())) for table in file["tables"]}
    assert read == {
        dataset.name[code]: (dataset.id, {column.id for column in dataset.columns}) for dataset in datasets().values()
    }
    assert file["rows"] == {name: len(rows) for name, rows in filled.items()}
    assert (file["refused"], file["questions"]) == ([], [])
