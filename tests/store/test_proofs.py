"""The cells behind findings, and the tables they stand in."""

from __future__ import annotations

from crossfoot.schema.finding import FindingCell, make_finding
from crossfoot.store.checks import Audited, save_audit
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.proofs import cells_on_pages, proofs

from .store_papers import sha, whole_paper

PAPER = sha("whole.pdf")


def test_a_finding_is_proved_by_the_cells_it_names(store: Store, load_id: str) -> None:
    paper = whole_paper()
    load_paper(store, paper, load_id)
    cell = paper.cells[0]
    remark = make_finding("totals", "error", PAPER, "wrong")
    proof = [FindingCell(finding_id=remark.finding_id, cell_id=cell.cell_id)]
    save_audit(store, PAPER, Audited("1", ["totals"], [remark], proof, []))
    found = proofs(store, [remark.finding_id, "none"])
    assert set(found) == {remark.finding_id}
    assert {item.cell_id for item in found[remark.finding_id]} == {cell.cell_id}
    assert set(found[remark.finding_id]) == {
        item for item in paper.cells if item.cell_id == cell.cell_id
    }


def test_the_cells_of_pages_come_by_table(store: Store, load_id: str) -> None:
    paper = whole_paper()
    load_paper(store, paper, load_id)
    pages = {cell.page for cell in paper.cells}
    found = cells_on_pages(store, PAPER, pages)
    assert {cell for cells in found.values() for cell in cells} == set(paper.cells)
    assert all((cell.page, cell.table_no) == key for key, cells in found.items() for cell in cells)
    assert cells_on_pages(store, PAPER, []) == {}
