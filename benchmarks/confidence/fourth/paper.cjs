// Lays out drawn papers with pdfmake: node paper.cjs LIST, a list of {description, pdf, fonts}.
const fs = require("fs");
const pdfmake = require("pdfmake");

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

async function lay({ description, pdf, fonts }) {
  const paper = JSON.parse(fs.readFileSync(description, "utf8"));
  const { width, colour, side, padding } = paper.rules;
  const layout = {
    defaultBorder: false,
    hLineWidth: () => width,
    vLineWidth: () => width,
    hLineColor: () => colour,
    vLineColor: () => colour,
    paddingLeft: () => side,
    paddingRight: () => side,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
  for (const block of paper.content) if (block.table) block.layout = layout;
  const words = paper.footer;
  paper.footer = words
    ? (page, pages) => ({
        text: `${words} - Page ${page} of ${pages}`,
        fontSize: 8,
        alignment: "center",
        margin: [0, 8, 0, 0],
      })
    : undefined;
  pdfmake.setFonts(fonts);
  await pdfmake.createPdf(paper).write(pdf);
}

(async () => {
  for (const each of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) await lay(each);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
