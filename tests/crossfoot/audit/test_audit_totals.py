from __future__ import annotations

from crossfoot.audit.totals import bracket_totals, column_totals, row_totals

from .audit_papers import count, faults, paper, total


def _column(*numbers: int | None, of: int | None, **fields: object) -> list[object]:
    rows = [
        count(f"Service {place}", "warning", number, row_no=place + 2)
        for place, number in enumerate(numbers)
    ]
    return [*rows, total("warning", of, **fields)]


def test_a_column_that_adds_up_is_not_remarked():
    assert not faults(column_totals(paper(summaries=_column(2, 0, 1, of=3))))


def test_a_column_that_does_not_add_up_is_an_error_with_both_numbers():
    (remark,) = faults(column_totals(paper(summaries=_column(2, 0, 1, of=4))))
    assert (remark.severity, remark.printed, remark.expected) == ("error", "4", "3")


def test_blank_cells_may_hold_the_difference_so_it_is_a_warning():
    (remark,) = faults(column_totals(paper(summaries=_column(2, None, 1, of=4))))
    assert remark.severity == "warning"


def test_more_than_the_total_is_an_error_whatever_is_blank():
    (remark,) = faults(column_totals(paper(summaries=_column(2, None, 3, of=4))))
    assert remark.severity == "error"


def test_a_blank_total_proves_nothing():
    assert not faults(column_totals(paper(summaries=_column(2, 1, of=None))))


def test_where_a_page_was_lost_a_wrong_sum_is_only_a_warning():
    (remark,) = faults(column_totals(paper(summaries=_column(2, 1, of=4), outcome="partly_read")))
    assert remark.severity == "warning"


def test_each_period_of_a_summary_is_added_up_for_itself():
    summaries = [
        *(row.model_copy(update={"period": "2007-08"}) for row in _column(1, 2, of=3)),
        *(row.model_copy(update={"period": "2007-09"}) for row in _column(4, 5, of=9)),
    ]
    assert not faults(column_totals(paper(summaries=summaries)))


def test_subtotals_and_a_grand_total_hold_when_each_sums_up_something():
    summaries = [
        count("A", "red", 1, row_no=2),
        count("B", "red", 2, row_no=3),
        total("red", 3, row_no=4),
        count("C", "red", 5, row_no=5),
        total("red", 5, row_no=6),
        total("red", 8, row_no=7),
    ]
    assert not faults(column_totals(paper(summaries=summaries)))


def test_a_grand_total_that_sums_up_nothing_is_a_warning():
    summaries = [
        count("A", "red", 1, row_no=2),
        total("red", 1, row_no=3),
        count("B", "red", 2, row_no=4),
        total("red", 7, row_no=5),
    ]
    (remark,) = faults(column_totals(paper(summaries=summaries)))
    assert remark.severity == "warning"


def test_one_total_above_or_between_the_rows_is_never_an_error():
    rows = [count("A", "red", 1, row_no=3), count("B", "red", 2, row_no=5)]
    for row_no in (2, 4):
        for of in (3, 1) if row_no == 4 else (3,):
            found = paper(summaries=[*rows, total("red", of, row_no=row_no)])
            assert not faults(column_totals(found))
        (remark,) = faults(column_totals(paper(summaries=[*rows, total("red", 9, row_no=row_no)])))
        assert remark.severity == "warning"


def test_brackets_are_added_up_apart_from_the_counts():
    rows = [
        count("A", "green", 2, csi_count=1, row_no=2),
        count("B", "green", 5, csi_count=1, row_no=3),
    ]
    assert not faults(bracket_totals(paper(summaries=[*rows, total("green", 7, csi_count=2)])))
    (remark,) = faults(bracket_totals(paper(summaries=[*rows, total("green", 7, csi_count=3)])))
    assert (remark.rule_id, remark.severity, remark.expected) == ("summary.csi", "error", "2")


def test_more_in_brackets_than_counted_is_an_error():
    (remark,) = faults(bracket_totals(paper(summaries=[count("A", "green", 1, csi_count=2)])))
    assert remark.severity == "error"


def test_a_total_column_is_checked_across_the_row():
    def row(of: int) -> list[object]:
        return [
            count("A", "red", 1),
            count("A", "amber", 2),
            count("A", None, of, status_as_printed="Total"),
        ]

    assert not faults(row_totals(paper(summaries=row(3))))
    (remark,) = faults(row_totals(paper(summaries=row(2))))
    assert (remark.severity, remark.expected) == ("error", "3")


def test_a_table_need_not_show_every_status_so_a_larger_total_is_a_warning():
    rows = [count("A", "red", 1), count("A", "amber", 2), count("A", None, 5)]
    rows[2] = rows[2].model_copy(update={"status_as_printed": "Total"})
    (remark,) = faults(row_totals(paper(summaries=rows)))
    assert remark.severity == "warning"


def test_statuses_below_each_other_add_up_to_the_total_row():
    def rows(of: int) -> list[object]:
        down = [
            count(None, "red", 4, row_no=2),
            count(None, "amber", 11, row_no=3),
            count(None, "green", 149, row_no=4),
        ]
        return [*down, total(None, of, status_as_printed="Total", row_no=5)]

    assert not faults(row_totals(paper(summaries=rows(164))))
    (remark,) = faults(row_totals(paper(summaries=rows(160))))
    assert remark.severity == "error"


def test_percentages_in_a_column_of_their_own_are_not_added_to_the_counts():
    rows = _column(2, 1, of=3)
    shares = [row.model_copy(update={"item_count": None, "percentage": 50}) for row in rows]
    assert not faults(column_totals(paper(summaries=[*rows, *shares])))


def test_counts_in_sentences_are_not_taken_for_a_table():
    summaries = [row.model_copy(update={"table_no": None}) for row in _column(2, 1, of=4)]
    assert not faults(column_totals(paper(summaries=summaries)))


def test_a_column_that_counts_again_what_others_count_is_not_added():
    def row(of: int) -> list[object]:
        return [
            count("A", "completed", 3),
            count("A", "in_progress", 4),
            count("A", None, 1, status_as_printed="Of which overdue"),
            count("A", None, of, status_as_printed="Total"),
        ]

    assert not faults(row_totals(paper(summaries=row(7))))
    assert not faults(row_totals(paper(summaries=row(8))))
    (remark,) = faults(row_totals(paper(summaries=row(6))))
    assert remark.severity == "error"
