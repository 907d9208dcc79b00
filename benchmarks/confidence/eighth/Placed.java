// Prints papers with PDFBox: java -cp pdfbox.jar:... Placed.java LIST, a list of lines
// "MARKS<tab>PDF<tab>REGULAR FONT<tab>BOLD FONT", fonts being files, or names of standard ones.
// Marks are what engines.py writes: one a line, fields parted by tabs. Rules are thin grounds.

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.edit.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.xobject.PDPixelMap;
import org.apache.pdfbox.pdmodel.graphics.xobject.PDXObjectImage;

public class Placed {
    private static final String SIGNS = "\u25b2\u25bc\u25cf";
    private static final String DINGBATS = "stl"; // the same in the standard font of signs
    private final PDDocument document = new PDDocument();
    private final Map<String, PDXObjectImage> pictures = new HashMap<>();
    private PDFont[] fonts;
    private PDPageContentStream stream;
    private float tall;

    public static void main(String[] arguments) throws Exception {
        for (String line : Files.readAllLines(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            String[] of = line.split("\t");
            new Placed().print(of);
        }
    }

    private void print(String[] of) throws Exception {
        fonts = new PDFont[] {font(of[2]), font(of[3])};
        // The library gives the font of signs the letters' encoding, in which it has no signs.
        ((COSDictionary) PDType1Font.ZAPF_DINGBATS.getCOSObject()).removeItem(COSName.ENCODING);
        for (String line : Files.readAllLines(Paths.get(of[0]), StandardCharsets.UTF_8)) {
            mark(line.split("\t", -1));
        }
        stream.close();
        document.save(of[1]);
        document.close();
    }

    private PDFont font(String name) throws Exception {
        PDFont standard = PDType1Font.getStandardFont(name);
        return standard != null ? standard : PDTrueTypeFont.loadTTF(document, new File(name));
    }

    private void mark(String[] told) throws Exception {
        switch (told[0]) {
            case "image" -> {
                byte[] png = Base64.getDecoder().decode(told[2]);
                var image = ImageIO.read(new ByteArrayInputStream(png));
                pictures.put(told[1], new PDPixelMap(document, image));
            }
            case "page" -> {
                if (stream != null) stream.close();
                tall = at(told[2]);
                PDPage page = new PDPage(new PDRectangle(at(told[1]), tall));
                document.addPage(page);
                stream = new PDPageContentStream(document, page);
            }
            case "fill" -> {
                stream.setNonStrokingColor(new Color(Integer.parseInt(told[5], 16)));
                stream.fillRect(at(told[1]), tall - at(told[2]) - at(told[4]), at(told[3]), at(told[4]));
            }
            case "picture" -> stream.drawXObject(
                pictures.get(told[5]),
                at(told[1]), tall - at(told[2]) - at(told[4]), at(told[3]), at(told[4]));
            default -> {
                int sign = told[6].isEmpty() ? -1 : SIGNS.indexOf(told[6]);
                PDFont font = sign >= 0 ? PDType1Font.ZAPF_DINGBATS : fonts[told[4].equals("1") ? 1 : 0];
                stream.setNonStrokingColor(new Color(Integer.parseInt(told[5], 16)));
                stream.beginText();
                stream.setFont(font, at(told[3]));
                stream.moveTextPositionByAmount(at(told[1]), tall - at(told[2]));
                stream.drawString(sign >= 0 ? DINGBATS.substring(sign, sign + 1) : told[6]);
                stream.endText();
            }
        }
    }

    private static float at(String number) {
        return Float.parseFloat(number);
    }
}
