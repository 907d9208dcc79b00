"""``crossfoot show``: what was read from one document, table by table."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Database, Document, Form
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.schema.paper import Paper

_DOTS_PER_INCH = 150


def show(
    document: Document,
    page: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only what stands on this page.")
    ] = None,
    grid: Annotated[
        bool, typer.Option("--grid", help="Print every table cell by cell, understood or not.")
    ] = False,
    image: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.png",
            help="Draw the page with the grid, what each cell was taken to be, and the findings.",
        ),
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.pdf", help="Where the document is, for --image; or give its path."
        ),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Show what was read from one document, table by table, and what was not understood.

    Per table: what each column was taken to be, the rows it gave, and the cells nobody could make
    sense of; a table that gave no rows is printed as it stands. Then the findings. JSON gives all
    rows of all relations, CSV the cells. With --image the page is drawn instead.

    Example: crossfoot show 2021-22_q1_support_services.pdf --page 4
    """
    from crossfoot.commands.showing import on_page, print_paper
    from crossfoot.meant import document_meant
    from crossfoot.schema.rows import CellRow
    from crossfoot.store.checks import known_files
    from crossfoot.store.database import read_store
    from crossfoot.store.queries import paper_rows
    from crossfoot.store.same_report import other_files

    with read_store(db) as store:
        paper = paper_rows(store, document_meant(store, document).document_id)
        files = other_files(store, paper.document.document_id)
        read_from = known_files(store).get(paper.document.document_id)
    pages = paper.document.pages
    if page is not None:
        if pages is not None and page > pages:
            raise UsageError(
                f"{paper.document.file_name} has {pages} pages", f"give a page from 1 to {pages}"
            )
        paper = on_page(paper, page)
    if image is not None:
        named = Path(document)
        _draw(paper, page, pdf or (named if named.is_file() else read_from) or named, image)
    elif form is Format.JSON:
        output.write(output.as_json(_as_dict(paper)))
    elif form is Format.CSV:
        cells = [cell._asdict() for cell in paper.cells]
        output.write(output.as_csv(cells, CellRow._fields))
    else:
        print_paper(paper, files, grid=grid)


def _draw(paper: Paper, page: int | None, pdf: Path, image: Path) -> None:
    """Write the picture of one page: the one asked for, or the first that holds a table."""
    from crossfoot.extract.render import POINTS_PER_INCH, page_picture
    from crossfoot.page_image import annotated
    from crossfoot.sources import identify

    if image.suffix.lower() != ".png":
        raise UsageError(f"{image} is no name for a picture", "give --image a name that ends .png")
    if not pdf.is_file() or identify(pdf).document_id != paper.document.document_id:
        raise UsageError(
            f"the file of {paper.document.file_name} is not at {pdf}",
            "give the path of the very file that was ingested with --pdf",
        )
    number = page or min((cell.page for cell in paper.cells), default=1)
    picture = annotated(
        page_picture(pdf, number, _DOTS_PER_INCH, marks=True),
        paper,
        number,
        _DOTS_PER_INCH / POINTS_PER_INCH,
    )
    try:
        picture.save(image)
    except OSError as error:
        raise UsageError(
            f"{image} cannot be written ({error.strerror})", "choose another folder"
        ) from error
    output.say(f"page {number} of {paper.document.file_name}: {image}")


def _as_dict(paper: Paper) -> dict[str, Any]:
    """Every relation of the paper, rows as objects with the published columns."""
    rows = paper.model_dump()
    rows["cells"] = [cell._asdict() for cell in paper.cells]
    return rows
