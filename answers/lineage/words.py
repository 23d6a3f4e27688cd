"""The data a figure rests on, named as the data dictionary names them."""

from answers.lineage.declared import BASES
from locales import Language
from warehouse.schema import datasets


def data_text(kpi_id: str, language: Language) -> str:
    """Return the datasets and columns a KPI rests on: "Visits (Visits); Opening (Open, Open days)"."""
    columns: dict[str, list[str]] = {}
    for basis in BASES[kpi_id]:
        dataset = datasets()[basis.dataset]
        told = columns.setdefault(dataset.name[language.code], [])
        told += [dataset.column(name).header[language.code] for name in basis.columns]
    return "; ".join(f"{name} ({', '.join(dict.fromkeys(told))})" for name, told in columns.items())
