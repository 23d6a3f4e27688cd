"""python -m locales: collect the texts of the code into the Danish catalogue and compile it.

Texts that are new stand there untranslated until somebody writes their Danish; a test fails while one does.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locales"
TEMPLATE = ROOT / "build" / "kulturpuls.pot"
DANISH = FOLDER / "da" / "LC_MESSAGES" / "kulturpuls.po"
CODE = ("access", "answers", "app.py", "board", "charts", "frame", "locales", "pages", "pipelines", "sections")
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
    subprocess.run([*babel, "compile", "-D", "kulturpuls", "-d", str(FOLDER)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
