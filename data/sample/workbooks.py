"""The sample as the files an organisation would have: one tidy workbook and three untidy files."""

from pathlib import Path

from data.sample.region import declared, region
from data.sample.revenue_csv import write_revenue_csv
from data.sample.truth import sample_truth


def write_sample(folder: Path, until: str) -> list[Path]:
    """Write the sample up to a month such as 2025-12 and return its files in the order to load them.

    The tidy workbook comes first: it names the actors the others call by name. No figure stands in two files. The
    folder is made where it is missing. Raises ValueError where `until` is no month or before the first one.
    """
    # Whoever only asks what belongs to the sample need not wait for what writes workbooks.
    from data.sample.museums_workbook import write_museums_workbook
    from data.sample.nights_workbook import write_nights_workbook
    from data.sample.template_workbook import write_template_workbook

    truth = sample_truth(until)
    invented = region()
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / file.format(until=until) for name, file in declared("workbooks")["files"].items()}
    write_template_workbook(paths["template"], invented, truth)
    write_museums_workbook(paths["museums"], invented, truth["visits"])
    write_nights_workbook(paths["nights"], invented, truth["nights"])
    write_revenue_csv(paths["revenue"], invented, truth["revenue"])
    return list(paths.values())
