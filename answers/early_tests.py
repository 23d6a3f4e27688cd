"""The early tests of concepts and how far the products have come: human notes, never a measured figure."""

from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.logged import logged
from answers.places import Place

EARLY_TEST = "early_test"


@dataclass(frozen=True)
class EarlyTests:
    """The tests, the newest first and each `later` than the year or not, and each product with its latest status."""

    tests: pd.DataFrame
    products: pd.DataFrame


def early_tests(data: Data, place: Place, year: int) -> EarlyTests:
    """Return the early tests of a place, and its products until the end of a year."""
    return EarlyTests(logged(data, place, EARLY_TEST, year), _products(data, place, year))


def _products(data: Data, place: Place, year: int) -> pd.DataFrame:
    products = data.frame("products")
    here = products["actor_id"].isin(place.actors) & (products["period"].str[:4] <= str(year))
    latest = (
        products[here & products["status"].notna()].sort_values("period").drop_duplicates("product_id", keep="last")
    )
    return latest.sort_values("product_id", ignore_index=True)
