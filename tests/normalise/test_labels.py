"""The spelling under which a council's local codes are shown."""

from __future__ import annotations

from crossfoot.normalise.national import of_both
from crossfoot.schema.rows import Series
from tests.normalise.paper_builder import Draft

HEADINGS = ["Ref", "Indicator", "2018/19 Outturn", "2019/20 Target"]


def draft(*printed: str) -> Draft:
    made = Draft().line("Performance Indicators", bold=True)
    return made.table(HEADINGS, *([code, "Complaints", "97", "98"] for code in printed))


def test_within_a_paper_a_local_code_is_shown_as_first_printed() -> None:
    paper = draft("Coms_048", "COMS_048", "coms 048").read()
    assert [row.code for row in paper.indicators] == ["Coms_048"] * 3
    assert [row.code_as_printed for row in paper.indicators] == ["Coms_048", "COMS_048", "coms 048"]
    assert {figure.code for figure in paper.figures} == {"Coms_048"}
    assert [series.code for series in paper.series] == ["Coms_048"]


def test_the_spelling_is_learned_over_all_tables_of_a_paper() -> None:
    made = draft("LI 017").new_page().line("Exceptions", bold=True)
    made.table(HEADINGS, ["LI_017", "Complaints", "97", "98"])
    assert [row.code for row in made.read().indicators] == ["LI 017", "LI 017"]


def test_codes_a_zero_apart_keep_their_own_spelling() -> None:
    paper = draft("FPLocal_02", "FPLocal_2", "FPLocal_12").read()
    assert [row.code for row in paper.indicators] == ["FPLocal_02", "FPLocal_2", "FPLocal_12"]
    assert len(paper.series) == 3


def test_an_action_is_shown_as_its_first_row_prints_it() -> None:
    made = Draft().line("Actions", bold=True)
    made.table(
        ["Ref", "Action", "Status", "Due Date"],
        ["Env 07a", "Plant trees", "Completed", "May-2019"],
        ["ENV_07a", "Plant trees", "Completed", "May-2019"],
    )
    assert [(row.code, row.code_as_printed) for row in made.read().actions] == [
        ("Env 07a", "Env 07a"),
        ("Env 07a", "ENV_07a"),
    ]


SAID = Series(series_id="s", council=None, code="BV12", title="Days", unit=None, polarity=None)


def test_what_one_report_prints_goes_before_what_the_catalogue_says_in_another() -> None:
    printed = SAID.model_copy(update={"unit": "Number", "polarity": "higher"})
    filled = SAID.model_copy(update={"unit": "days", "polarity": "lower", "title": "Sickness"})
    for earlier, later in ((printed, filled), (filled, printed)):
        both = of_both(earlier, later)
        assert (both.unit, both.polarity, both.title) == ("Number", "higher", later.title)


def test_two_reports_that_print_differently_give_the_later_ones_words() -> None:
    local = SAID.model_copy(update={"code": "LI 1", "unit": "%", "polarity": "lower"})
    other = local.model_copy(update={"code": "LI_1", "unit": "Number", "polarity": None})
    both = of_both(local, other)
    assert (both.code, both.unit, both.polarity) == ("LI 1", "Number", "lower")
