"""The icon and the logo as part of the page itself: files of Streamlit's own store are only for who has signed in."""

from base64 import b64encode
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "static"
_KINDS = {".png": "image/png", ".svg": "image/svg+xml"}


@cache
def picture(name: str) -> str:
    """Return the picture of that name in static/ as a data address."""
    content = (_FOLDER / name).read_bytes()
    return f"data:{_KINDS[Path(name).suffix]};base64,{b64encode(content).decode()}"
