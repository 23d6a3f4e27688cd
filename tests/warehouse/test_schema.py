"""The declarations: complete in both languages, and free of spellings that mean two things."""

from collections import Counter

import pytest

from warehouse.schema import Dataset, datasets

REQUIRED = {
    "destinations", "actors", "visits", "opening", "revenue", "nights", "sustainability", "regenerative",
    "residents", "reference", "notes",
}  # fmt: skip
ALL = list(datasets().values())


def test_the_datasets_of_the_first_release_are_declared() -> None:
    assert set(datasets()) >= REQUIRED


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_everything_said_is_said_in_both_languages(dataset: Dataset) -> None:
    said = [dataset.name, dataset.description, dataset.grain]
    said += [text for column in dataset.columns for text in (column.header, column.description)]
    said += [choice.names for column in dataset.columns for choice in column.choices]
    assert all(text["da"].strip() and text["en"].strip() for text in said)


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_no_header_means_two_columns(dataset: Dataset) -> None:
    spellings = Counter(spelling for column in dataset.columns for spelling in column.spellings)
    assert [spelling for spelling, times in spellings.items() if times > 1] == []


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_no_spelling_means_two_choices(dataset: Dataset) -> None:
    for column in dataset.columns:
        accepted = [
            (spelling, choice.code)
            for choice in column.choices
            for spelling in {name.casefold() for name in (choice.code, *choice.names.values(), *choice.aliases)}
        ]
        assert len(accepted) == len({spelling for spelling, _ in accepted}), column.id


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_a_key_that_may_be_left_out_has_the_value_all(dataset: Dataset) -> None:
    assert all(column.required or column.default == "all" for column in dataset.keys)


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_no_column_takes_a_name_that_facts_need(dataset: Dataset) -> None:
    assert not {column.id for column in dataset.keys} & {"upload", "measure", "number", "text", "sheet", "cell"}


@pytest.mark.parametrize("dataset", ALL, ids=lambda dataset: dataset.id)
def test_the_choices_of_a_column_fit_the_list_that_excel_offers(dataset: Dataset) -> None:
    for column in dataset.columns:
        for code in ("da", "en"):
            assert len(",".join(choice.names[code] for choice in column.choices)) <= 255, column.id
