// Prints papers with pdf-lib: node pages.cjs LIST, a list of {pdf, names, files, pictures, pages,
// dashed, rotated}. A page is [wide, high, marks]; where it lies and the paper is rotated it is
// stored upright and turned when it is shown.
const fs = require("fs");
const { PDFDocument, StandardFonts, degrees, rgb } = require("pdf-lib");
const fontkit = require("@pdf-lib/fontkit");

const SIGNS = "▲▼●";

function colour(ink) {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(ink.slice(at, at + 2), 16) / 255);
  return rgb(red, green, blue);
}

async function print(task) {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const fonts = [];
  for (const at of [0, 1]) {
    fonts.push(
      task.files
        ? await document.embedFont(fs.readFileSync(task.files[at]), { subset: true })
        : await document.embedFont(task.names[at]),
    );
  }
  const signs = await document.embedFont(StandardFonts.ZapfDingbats);
  const pictures = {};
  for (const [name, image] of Object.entries(task.pictures)) {
    pictures[name] = await document.embedPng(Buffer.from(image.png, "base64"));
  }
  for (const [wide, high, marks] of task.pages) {
    const turned = task.rotated && wide > high;
    const page = document.addPage(turned ? [high, wide] : [wide, high]);
    if (turned) page.setRotation(degrees(90));
    // From the upper left of the page as shown to the lower left of the page as stored.
    const place = (x, y) => (turned ? { x: y, y: x } : { x, y: high - y });
    const rotate = degrees(turned ? 90 : 0);
    for (const [kind, at, ink, text, size, bold] of marks) {
      if (kind === "fill") {
        const corner = place(at[0], at[1] + at[3]);
        const color = colour(ink);
        page.drawRectangle({ ...corner, width: at[2], height: at[3], color, rotate });
      } else if (kind === "line") {
        const [start, end] = [place(at[0], at[1]), place(at[2], at[3])];
        const dashArray = task.dashed ? [2, 1.5] : undefined;
        page.drawLine({ start, end, thickness: size, color: colour(ink), dashArray });
      } else if (kind === "picture") {
        const corner = place(at[0], at[1] + at[3]);
        page.drawImage(pictures[text], { ...corner, width: at[2], height: at[3], rotate });
      } else {
        const font = SIGNS.includes(text) ? signs : fonts[bold ? 1 : 0];
        page.drawText(text, { ...place(at[0], at[1]), size, font, color: colour(ink), rotate });
      }
    }
  }
  fs.writeFileSync(task.pdf, await document.save({ useObjectStreams: true }));
}

(async () => {
  for (const task of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) await print(task);
})().catch((problem) => {
  console.error(problem);
  process.exit(1);
});
