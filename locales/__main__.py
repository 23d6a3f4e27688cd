"""python -m locales: collect the texts of the code into the Danish catalogue and compile it.

Texts that are new stand there untranslated until somebody writes their Danish; a test fails while one does.
"""

import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from kpis.texts import texts

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locales"
TEMPLATE = ROOT / "build" / "kulturpuls.pot"
DANISH = FOLDER / "da" / "LC_MESSAGES" / "kulturpuls.po"
DANISH_OF_KPIS = FOLDER / "da" / "LC_MESSAGES" / "kpis.po"
CODE = (
    "access",
    "answers",
    "app.py",
    "board",
    "charts",
    "frame",
    "locales",
    "pages",
    "pipelines",
    "records",
    "sections",
    "server",
    "warehouse",
)
KEYWORDS = ("text", "plural:1,2", "mark")


def main() -> int:
    """Collect, merge and compile; return 0."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    babel = [sys.executable, "-m", "babel.messages.frontend", "-q"]
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    code = [name for name in CODE if (ROOT / name).exists()]
    extract = ["extract", "--no-location", "--omit-header", "--sort-output", *keywords, "-o", str(TEMPLATE)]
    subprocess.run([*babel, *extract, *code], cwd=ROOT, check=True)
    verb = "update" if DANISH.exists() else "init"
    merge = [verb, "-D", "kulturpuls", "-l", "da", "-i", str(TEMPLATE), "-d", str(FOLDER)]
    subprocess.run(
        [
            *babel,
            *merge,
            *(["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"] if verb == "update" else []),
        ],
        check=True,
    )
    _collect_kpi_texts()
    for domain in ("kulturpuls", "kpis"):
        subprocess.run([*babel, "compile", "-D", domain, "-d", str(FOLDER)], check=True)
    return 0


def _collect_kpi_texts() -> None:
    """Bring the texts of the passports, reasons and labels, which no extractor can read from the code."""
    with DANISH_OF_KPIS.open("rb") as file:
        known = read_po(file, locale="da", domain="kpis")
    collected = {text: where for where, text in texts()}
    for message in [message.id for message in known if message.id and message.id not in collected]:
        known.delete(message)
    for text, where in collected.items():
        known.add(text, auto_comments=[where])
    with DANISH_OF_KPIS.open("wb") as file:
        write_po(file, known, omit_header=False)


if __name__ == "__main__":
    sys.exit(main())
