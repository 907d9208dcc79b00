// Lays out drawn papers with iText 5: java -cp itext5.jar Paper.java LIST, a list of lines
// "DESCRIPTION<tab>PDF<tab>REGULAR FONT FILE<tab>BOLD FONT FILE". A description is what as_lines.py writes:
// one element a line, fields parted by tabs.

import com.itextpdf.text.BaseColor;
import com.itextpdf.text.Chunk;
import com.itextpdf.text.Document;
import com.itextpdf.text.Element;
import com.itextpdf.text.Font;
import com.itextpdf.text.Image;
import com.itextpdf.text.Paragraph;
import com.itextpdf.text.Phrase;
import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.BaseFont;
import com.itextpdf.text.pdf.ColumnText;
import com.itextpdf.text.pdf.PdfPCell;
import com.itextpdf.text.pdf.PdfPTable;
import com.itextpdf.text.pdf.PdfPageEventHelper;
import com.itextpdf.text.pdf.PdfWriter;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Paper {
    private final Map<String, Image> pictures = new HashMap<>();
    private BaseFont regular;
    private BaseFont bold;
    private Document document;
    private PdfPTable table;

    public static void main(String[] arguments) throws Exception {
        for (String line : Files.readAllLines(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            String[] of = line.split("\t");
            new Paper().lay(Files.readAllLines(Paths.get(of[0]), StandardCharsets.UTF_8), of);
        }
    }

    private void lay(List<String> lines, String[] of) throws Exception {
        for (String line : lines) {
            String[] field = line.split("\t", -1);
            switch (field[0]) {
                case "paper" -> begin(field, of);
                case "picture" -> {
                    Image image = Image.getInstance(Base64.getDecoder().decode(field[4]));
                    image.scaleAbsolute(number(field[2]), number(field[3]));
                    pictures.put(field[1], image);
                }
                case "text" -> {
                    Font font = new Font(field[2].equals("1") ? bold : regular, number(field[1]));
                    Paragraph paragraph = new Paragraph(number(field[1]) * 1.3f, field[3], font);
                    paragraph.setSpacingAfter(6);
                    document.add(paragraph);
                }
                case "break" -> document.newPage();
                case "table" -> open(field);
                case "cell" -> table.addCell(cell(field));
                case "done" -> document.add(table);
                default -> document.close();
            }
        }
    }

    private void begin(String[] field, String[] of) throws Exception {
        boolean standard = field[5].equals("1");
        String encoding = standard ? BaseFont.WINANSI : BaseFont.IDENTITY_H;
        regular = BaseFont.createFont(standard ? BaseFont.HELVETICA : of[2], encoding, !standard);
        bold = BaseFont.createFont(standard ? BaseFont.HELVETICA_BOLD : of[3], encoding, !standard);
        float margin = number(field[3]);
        Rectangle size = new Rectangle(number(field[1]), number(field[2]));
        document = new Document(size, margin, margin, margin, margin);
        PdfWriter writer = PdfWriter.getInstance(document, new FileOutputStream(of[1]));
        if (!field[6].isEmpty()) {
            writer.setPageEvent(new Footer(field[6], new Font(regular, 8)));
        }
        document.open();
    }

    private void open(String[] field) throws Exception {
        String[] shares = field[4].split(" ");
        float[] wide = new float[shares.length];
        for (int at = 0; at < wide.length; at++) {
            wide[at] = number(shares[at]);
        }
        table = new PdfPTable(wide);
        table.setTotalWidth(wide);
        table.setLockedWidth(true);
        table.setHorizontalAlignment(Element.ALIGN_LEFT);
        table.setHeaderRows(Integer.parseInt(field[2]));
        table.setSplitLate(!field[3].equals("1"));
        table.setSpacingBefore(2);
        table.setSpacingAfter(9);
    }

    private PdfPCell cell(String[] field) {
        float size = number(field[12]);
        Font font = new Font(field[13].equals("1") ? bold : regular, size);
        font.setColor(colour(field[11]));
        Phrase phrase = new Phrase(size * 1.2f, field[15].replace("\\n", "\n"), font);
        if (!field[14].isEmpty()) {
            if (!field[15].isEmpty()) {
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
        boolean both = !field[14].isEmpty() && !field[15].isEmpty();
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

    private static BaseColor colour(String hex) {
        int all = Integer.parseInt(hex.substring(1), 16);
        return new BaseColor(all >> 16, all >> 8 & 255, all & 255);
    }

    private static final class Footer extends PdfPageEventHelper {
        private final String words;
        private final Font font;

        Footer(String words, Font font) {
            this.words = words;
            this.font = font;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            Phrase phrase = new Phrase(words + " - Page " + writer.getPageNumber(), font);
            float middle = document.getPageSize().getWidth() / 2;
            ColumnText.showTextAligned(writer.getDirectContent(), 1, phrase, middle, 18, 0);
        }
    }
}
