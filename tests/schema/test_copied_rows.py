"""A row is copied with other values: the same row else, and as good as one that was made."""

import pickle

import pytest
from pydantic import ValidationError

from crossfoot.schema.rows import Series

SERIES = Series(series_id="s", council="Ambridge", code="BV9", title="Council Tax", unit="%")


def test_a_copy_has_the_values_given_and_all_others_of_the_row() -> None:
    copied = SERIES.model_copy(update={"title": "Council Tax collected"})
    assert copied.model_dump() == SERIES.model_dump() | {"title": "Council Tax collected"}
    assert SERIES.title == "Council Tax"


def test_a_copy_without_changes_equals_the_row_and_hashes_as_it() -> None:
    assert SERIES.model_copy() == SERIES
    assert hash(SERIES.model_copy()) == hash(SERIES)
    assert SERIES.model_copy(deep=True) == SERIES


def test_a_copy_tells_all_its_fields_and_stays_frozen() -> None:
    copied = SERIES.model_copy(update={"polarity": "higher"})
    assert copied.model_dump(exclude_unset=True)["polarity"] == "higher"
    with pytest.raises(ValidationError, match="frozen"):
        copied.title = "other"


def test_a_copy_goes_to_another_process_and_comes_back_the_same() -> None:
    copied = SERIES.model_copy(update={"code": None})
    assert pickle.loads(pickle.dumps(copied)) == copied
