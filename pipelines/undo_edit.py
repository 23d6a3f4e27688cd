"""Taking an edit back: for who may undo everything, and for who wrote it and may write what then stands again."""

from collections.abc import Mapping, Sequence

from access.acts import By, NotAllowedError, acting, name_of
from access.reader import Reader
from pipelines.edit import FORMAT, IsInside
from pipelines.load import undo
from warehouse import ledger
from warehouse.connect import Store
from warehouse.facts import filled, keys_of_upload, read_dataset
from warehouse.ledger import CannotUndoError, Event, Ledger, read_ledger
from warehouse.schema import Dataset, datasets


def may_undo(reader: Reader, event: Event) -> bool:
    """True where the reader may undo every load, or fills in forms and wrote this edit in one."""
    return reader.may_load or (reader.may_edit and event.format == FORMAT and event.recorded_by == reader.name)


def undo_upload(store: Store, upload: int, by: By, is_inside: IsInside | None = None) -> int:
    """Undo a load, or what one wrote oneself, and return the number of the undo event.

    `is_inside` is as in `store_edit`: who does not see all places takes back only what lies in their scope now, and
    what would lie there again. Raises warehouse.ledger.CannotUndoError, warehouse.connect.StoreBusyError and
    access.acts.NotAllowedError.
    """
    if not isinstance(by, Reader) or by.may_load or not by.may_edit:
        return undo(store, upload, by)
    with acting(by, "edit", "undo", f"upload {upload}") as doing:
        _stay_with_own(store, upload, by, is_inside)
        (event,) = ledger.undo(store, [upload], name_of(by))
        doing.detail = f"event {event}"
    return event


def _stay_with_own(store: Store, upload: int, by: Reader, is_inside: IsInside | None) -> None:
    """Raise NotAllowedError where somebody else wrote it, or where it would change what lies outside their scope."""
    known = read_ledger(store)
    event = next((event for event in known.standing if event.upload == upload), None)
    if event is None:
        raise CannotUndoError(upload)
    if not may_undo(by, event) or is_inside is None:
        raise NotAllowedError("load")
    without = Ledger(tuple(one for one in known.events if one.upload != upload))
    for name in filled(store):
        dataset = datasets()[name]
        if not all(is_inside(name, _rows(store, dataset, when, upload)) for when in (known, without)):
            raise NotAllowedError("load")


def _rows(store: Store, dataset: Dataset, when: Ledger, upload: int) -> Sequence[Mapping[str, object]]:
    """Return the rows that the upload told something of, as they stand under that ledger."""
    touched = keys_of_upload(store, dataset, upload)
    if touched.empty:
        return ()
    found = read_dataset(store, dataset, when).merge(touched).astype(object)
    return [{str(name): value for name, value in row.items()} for row in found.to_dict("records")]
