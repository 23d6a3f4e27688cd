"""The facts that are others now than they were: what was loaded, corrected, erased or undone between two ledgers."""

import pandas as pd

from warehouse.connect import Store
from warehouse.facts import filled, true_facts
from warehouse.ledger import Ledger
from warehouse.schema import Dataset
from warehouse.tables import facts_table, key_list


def moved_facts(store: Store, dataset: Dataset, then: Ledger, now: Ledger) -> pd.DataFrame:
    """Return the facts whose value differs: keys, measure, and the uploads they rest on, upload_then and upload_now.

    An upload is missing where nothing was known. The same value brought once more is no other fact.
    """
    shown_then, shown_now = ([event.upload for event in ledger.shown] for ledger in (then, now))
    other = sorted({*shown_then} ^ {*shown_now})
    columns = [*(key.id for key in dataset.keys), "measure", "upload_then", "upload_now"]
    if not other or dataset.id not in filled(store):
        return pd.DataFrame(columns=columns)
    at = f"{key_list(dataset)}, measure"
    numbers = ", ".join(f"{upload:d}" for upload in other)
    return store.frame(f"""
        WITH touched AS (SELECT DISTINCT {at} FROM {facts_table(dataset)} WHERE upload IN ({numbers})),
        before AS (FROM ({true_facts(dataset, shown_then, series="touched")}) SEMI JOIN touched USING ({at})),
        after AS (FROM ({true_facts(dataset, shown_now, series="touched")}) SEMI JOIN touched USING ({at}))
        SELECT {at}, before.upload AS upload_then, after.upload AS upload_now
        FROM before FULL JOIN after USING ({at})
        WHERE before.number IS DISTINCT FROM after.number OR before.text IS DISTINCT FROM after.text
        ORDER BY {at}
    """)
