"""python -m benchmarks.open openpyxl|calamine|alone FILE: open a workbook and do nothing with it."""

import sys


def main(reader: str, path: str) -> None:
    """Open the first sheet, into a frame by pandas or into rows by calamine alone; import no more than that needs."""
    if reader == "alone":
        from python_calamine import CalamineWorkbook

        CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    elif reader == "calamine":
        import pandas as pd

        pd.read_excel(path, engine="calamine")
    else:
        import pandas as pd

        pd.read_excel(path, engine="openpyxl")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
