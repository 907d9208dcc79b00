// Lays out drawn papers with iText 2: java -cp itext.jar Printed.java LIST, a list of lines
// "DESCRIPTION<tab>PDF<tab>REGULAR FONT FILE<tab>BOLD FONT FILE". A description is what as_fields.py
// writes: one element a line, fields parted by tabs.

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Printed extends PdfPageEventHelper {
    private static final List<String> SIGNS = List.of("\u25b2", "\u25bc", "\u25cf");
    private final Map<String, Image> pictures = new HashMap<>();
    private final int count;
    private BaseFont regular;
    private BaseFont bold;
    private BaseFont signs;
    private Document document;
    private PdfWriter writer;
    private PdfPTable table;
    private String[] furniture;
    private float margin;

    private Printed(int count) {
        this.count = count;
    }

    public static void main(String[] arguments) throws Exception {
        for (String line : Files.readAllLines(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            String[] of = line.split("\t");
            List<String> lines = Files.readAllLines(Paths.get(of[0]), StandardCharsets.UTF_8);
            // Once to count the pages, once to print them.
            int pages = new Printed(0).lay(lines, of, new ByteArrayOutputStream());
            new Printed(pages).lay(lines, of, new FileOutputStream(of[1]));
        }
    }

    private int lay(List<String> lines, String[] of, OutputStream out) throws Exception {
        int pages = 0;
        for (String line : lines) {
            String[] field = line.split("\t", -1);
            switch (field[0]) {
                case "paper" -> begin(field, of, out);
                case "picture" -> {
                    Image image = Image.getInstance(Base64.getDecoder().decode(field[4]));
                    image.scaleAbsolute(number(field[2]), number(field[3]));
                    pictures.put(field[1], image);
                }
                case "text" -> {
                    float size = number(field[1]);
                    Font font = new Font(field[2].equals("1") ? bold : regular, size);
                    String said = field[3].replace("\\n", "\n");
                    Paragraph paragraph = new Paragraph(size * 1.25f, said, font);
                    paragraph.setSpacingAfter(5);
                    document.add(paragraph);
                }
                case "break" -> {
                    document.setPageSize(new Rectangle(number(field[1]), number(field[2])));
                    document.newPage();
                }
                case "table" -> open(field);
                case "cell" -> table.addCell(cell(field));
                case "done" -> document.add(table);
                default -> {
                    pages = writer.getPageNumber();
                    document.close();
                }
            }
        }
        return pages;
    }

    private void begin(String[] field, String[] of, OutputStream out) throws Exception {
        String[] core = {BaseFont.HELVETICA, BaseFont.HELVETICA_BOLD};
        if (field[4].equals("Times")) {
            core = new String[] {BaseFont.TIMES_ROMAN, BaseFont.TIMES_BOLD};
        }
        boolean own = field[4].isEmpty();
        String encoding = own ? BaseFont.IDENTITY_H : BaseFont.WINANSI;
        regular = BaseFont.createFont(own ? of[2] : core[0], encoding, own);
        bold = BaseFont.createFont(own ? of[3] : core[1], encoding, own);
        signs = BaseFont.createFont(BaseFont.ZAPFDINGBATS, BaseFont.ZAPFDINGBATS, false);
        margin = number(field[3]);
        furniture = new String[] {field[5], field[6], field[7]};
        Rectangle size = new Rectangle(number(field[1]), number(field[2]));
        float edge = Math.max(margin, 42);
        document = new Document(size, margin, margin, edge, edge);
        writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(this);
        document.open();
    }

    @Override
    public void onEndPage(PdfWriter ended, Document of) {
        PdfContentByte over = ended.getDirectContent();
        Rectangle size = of.getPageSize();
        float right = size.getWidth() - margin;
        String told = furniture[2].replace("{page}", "" + ended.getPageNumber());
        say(over, furniture[0], margin, size.getHeight() - 26, PdfContentByte.ALIGN_LEFT);
        say(over, furniture[1], margin, 22, PdfContentByte.ALIGN_LEFT);
        say(over, told.replace("{of}", "" + count), right, 22, PdfContentByte.ALIGN_RIGHT);
    }

    private void say(PdfContentByte over, String text, float left, float base, int align) {
        if (!text.isEmpty()) {
            over.beginText();
            over.setFontAndSize(regular, 8);
            over.showTextAligned(align, text, left, base, 0);
            over.endText();
        }
    }

    private void open(String[] field) throws Exception {
        String[] shares = field[3].split(" ");
        float[] wide = new float[shares.length];
        for (int at = 0; at < wide.length; at++) {
            wide[at] = number(shares[at]);
        }
        table = new PdfPTable(wide);
        table.setTotalWidth(wide);
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.setHeaderRows(Integer.parseInt(field[1]));
        table.setSplitLate(!field[2].equals("1"));
        table.setSpacingBefore(3);
        table.setSpacingAfter(9);
    }

    private PdfPCell cell(String[] field) {
        float size = number(field[12]);
        boolean sign = SIGNS.contains(field[15]);
        Font font = new Font(sign ? signs : field[13].equals("1") ? bold : regular, size);
        font.setColor(colour(field[11]));
        String said = field[15].replace("\\n", "\n");
        Phrase phrase = new Phrase(size * 1.18f, said, font);
        boolean both = !field[14].isEmpty() && !field[15].isEmpty();
        if (!field[14].isEmpty()) {
            if (both) {
                phrase.add(Chunk.NEWLINE);
            }
            phrase.add(new Chunk(pictures.get(field[14]), 0, -1, true));
        }
        PdfPCell cell = new PdfPCell(phrase);
        cell.setColspan(Integer.parseInt(field[1]));
        cell.setRowspan(Integer.parseInt(field[2]));
        cell.setHorizontalAlignment(List.of("left", "center", "right").indexOf(field[3]));
        cell.setVerticalAlignment(List.of("top", "middle", "bottom").indexOf(field[4]) + 4);
        float padding = number(field[5]);
        cell.setUseAscender(true);
        // A picture's line raises the one above it.
        cell.setPaddingTop(both ? padding + size * 0.3f : padding);
        cell.setPaddingBottom(padding + size * 0.25f);
        cell.setPaddingLeft(number(field[6]));
        cell.setPaddingRight(number(field[6]));
        int border = 0;
        for (char edge : field[7].toCharArray()) {
            border |= Map.of('T', 1, 'B', 2, 'L', 4, 'R', 8).get(edge);
        }
        cell.setBorder(border);
        cell.setBorderWidth(number(field[8]));
        cell.setBorderColor(colour(field[9]));
        if (!field[10].isEmpty()) {
            cell.setBackgroundColor(colour(field[10]));
        }
        return cell;
    }

    private static float number(String text) {
        return Float.parseFloat(text);
    }

    private static Color colour(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }
}
