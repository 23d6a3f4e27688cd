"""Raw files, kept under the sha256 of their bytes, so that every fact can be checked against its source."""

import hashlib
import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warehouse.connect import Store


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def raw_path(store: Store, sha256: str) -> Path:
    """Return where the file of that hash is kept."""
    return store.address.folder / "raw" / sha256[:2] / sha256


def keep(store: Store, source: Path, sha256: str) -> Path:
    """Keep a copy of the file, whole on disk before this returns; does nothing where it is kept already."""
    target = raw_path(store, sha256)
    if not target.exists():
        with source.open("rb") as original:
            _write(target, original)
    return target


def keep_bytes(store: Store, content: bytes) -> str:
    """Keep what came as no file, as `keep` does, and return its sha256."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = raw_path(store, sha256)
    if not target.exists():
        _write(target, BytesIO(content))
    return sha256


def _write(target: Path, original: BinaryIO) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as copy:
        while block := original.read(1 << 20):
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    Path(copy.name).replace(target)
