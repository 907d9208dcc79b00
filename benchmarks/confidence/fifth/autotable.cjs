// Lays out drawn papers with jsPDF and its plug-in for tables: node autotable.cjs LIST, a list of
// {description, pdf, regular, bold}. A description is what as_cells.py writes.
const fs = require("fs");
const { jsPDF } = require("jspdf");
const { autoTable } = require("jspdf-autotable");

const EDGES = { T: "top", B: "bottom", L: "left", R: "right" };
const LINE = 1.15; // of the letters' size, as the plug-in sets its lines

function styles(cell, paper) {
  const lines = { top: 0, bottom: 0, left: 0, right: 0 };
  for (const edge of cell.edges) lines[EDGES[edge]] = paper.rule;
  const drawn = cell.picture ? paper.pictures[cell.picture] : null;
  return {
    halign: cell.align,
    valign: cell.upright,
    fillColor: cell.fill ? `#${cell.fill}` : false,
    textColor: `#${cell.ink}`,
    fontStyle: cell.bold ? "bold" : "normal",
    lineWidth: lines,
    lineColor: `#${paper.ink}`,
    minCellHeight: drawn ? drawn.high + 2 * paper.padding : 0,
    cellPadding: {
      top: paper.padding,
      // What stands below the words is a picture.
      bottom: paper.padding + (drawn && cell.text ? drawn.high + 1 : 0),
      left: paper.side,
      right: paper.side,
    },
  };
}

function draw(doc, paper, cell) {
  const name = cell.raw && cell.raw.picture;
  if (!name) return;
  const { png, wide, high } = paper.pictures[name];
  const words = cell.raw.content;
  const under = words ? cell.text.length * paper.size * LINE + 1 : 0;
  const tall = under + high;
  const free = cell.height - tall;
  const top = { top: paper.padding, middle: free / 2, bottom: free - paper.padding };
  const room = cell.width - wide;
  const left = { left: paper.side, center: room / 2, right: room - paper.side };
  const y = cell.y + top[cell.styles.valign] + under;
  doc.addImage(png, "PNG", cell.x + left[cell.styles.halign], y, wide, high, name, "FAST");
}

function table(doc, paper, block, y) {
  const rows = block.rows.map((row) =>
    row.map((cell) => ({
      content: cell.text,
      colSpan: cell.columns,
      rowSpan: cell.rows,
      picture: cell.picture,
      styles: styles(cell, paper),
    })),
  );
  autoTable(doc, {
    theme: "plain",
    startY: y,
    margin: paper.margin,
    head: rows.slice(0, block.heads),
    body: rows.slice(block.heads),
    showHead: paper.repeat ? "everyPage" : "firstPage",
    rowPageBreak: paper.split ? "auto" : "avoid",
    tableWidth: block.widths.reduce((sum, each) => sum + each, 0),
    columnStyles: Object.fromEntries(block.widths.map((wide, at) => [at, { cellWidth: wide }])),
    styles: { font: paper.name, fontSize: paper.size, overflow: "linebreak" },
    didDrawCell: ({ cell }) => draw(doc, paper, cell),
  });
  return doc.lastAutoTable.finalY + 11;
}

function words(doc, paper, block, y) {
  const [wide, high] = paper.page;
  doc.setFont(paper.name, block.bold ? "bold" : "normal");
  doc.setFontSize(block.size);
  doc.setTextColor("#000000");
  let at = y;
  for (const line of doc.splitTextToSize(block.text, wide - 2 * paper.margin)) {
    if (at + block.size * 1.3 > high - paper.margin) {
      doc.addPage();
      at = paper.margin;
    }
    doc.text(line, paper.margin, at + block.size);
    at += block.size * 1.25;
  }
  return at + 6;
}

function footers(doc, paper) {
  const [wide, high] = paper.page;
  const pages = doc.getNumberOfPages();
  for (let page = 1; page <= pages; page += 1) {
    doc.setPage(page);
    doc.setFont(paper.name, "normal");
    doc.setFontSize(8);
    doc.setTextColor("#000000");
    doc.text(`${paper.footer} - Page ${page}`, wide / 2, high - 14, { align: "center" });
  }
}

function lay({ description, pdf, regular, bold }) {
  const paper = JSON.parse(fs.readFileSync(description, "utf8"));
  const [wide, high] = paper.page;
  const doc = new jsPDF({
    unit: "pt",
    format: [wide, high],
    orientation: wide > high ? "landscape" : "portrait",
    compress: true,
    putOnlyUsedFonts: true,
  });
  paper.name = "helvetica";
  if (!paper.standard) {
    paper.name = "own";
    for (const [file, style] of [[regular, "normal"], [bold, "bold"]]) {
      doc.addFileToVFS(`${style}.ttf`, fs.readFileSync(file).toString("base64"));
      doc.addFont(`${style}.ttf`, paper.name, style);
    }
  }
  let y = paper.margin;
  for (const block of paper.blocks) {
    if (block.break) {
      doc.addPage();
      y = paper.margin;
    } else if (block.rows) y = table(doc, paper, block, y);
    else y = words(doc, paper, block, y);
  }
  if (paper.footer) footers(doc, paper);
  fs.writeFileSync(pdf, Buffer.from(doc.output("arraybuffer")));
}

for (const each of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) lay(each);
