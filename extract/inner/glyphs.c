/* The characters of a page as PDFium tells them: the twin of crossfoot/extract/glyphs.py. */
#include "inner.h"

#include <limits.h>

#define HYPHEN 0x02 /* PDFium's mark for a hyphen before a line break */
#define UNKNOWN 0xFFFD

int
is_break(Py_UCS4 letter)
{
    return letter == '\r' || letter == '\n';
}

int
is_blank(Py_UCS4 letter)
{
    switch (letter) {
    case ' ': case 0xA0: case '\t': case 0x2002: case 0x2003: case 0x2009: case 0x202F:
    case 0x3000: case 0x200B: case '\r': case '\n':
        return 1;
    default:
        return 0;
    }
}

int
is_digit(Py_UCS4 letter)
{
    return letter >= '0' && letter <= '9';
}

int
is_odd(Py_UCS4 letter)
{
    return letter < 0x21 || letter > 0xD7FF;
}

Py_ssize_t
spell(Py_UCS4 letter, Py_UCS4 *spelled)
{
    static const char *const LIGATURES[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (letter >= 0xFB00 && letter <= 0xFB06) {
        const char *letters = LIGATURES[letter - 0xFB00];
        Py_ssize_t many = 0;
        for (; many < LONGEST_SPELLING && letters[many]; many++)
            spelled[many] = (Py_UCS4)letters[many];
        return many;
    }
    if (letter == HYPHEN)
        spelled[0] = '-';
    else if (letter < ' ' || letter == 0xFFFE || letter == 0xFFFF ||
             (letter >= 0xD800 && letter <= 0xDFFF))
        spelled[0] = UNKNOWN;
    else
        spelled[0] = letter;
    return 1;
}

static int
is_ascii_letter(unsigned code)
{
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
}

/* Whether a mark of a hyphen is PDFium's: it forgets of some inside words that it set them. */
static int
is_hyphen(void *text, int at, int count)
{
    if (pdfium.FPDFText_IsHyphen(text, at) == 1)
        return 1;
    return at > 0 && at + 1 < count &&
           is_ascii_letter(pdfium.FPDFText_GetUnicode(text, at - 1)) &&
           is_ascii_letter(pdfium.FPDFText_GetUnicode(text, at + 1));
}

/* The letter whose two bytes are written the wrong way round, 0 for any other. */
static Py_UCS4
turned_round(Py_UCS4 letter)
{
    if (letter & 0xFF)
        return 0;
    letter >>= 8;
    if (letter >= 'a' && letter <= 'z')
        return letter;
    return letter == 'f' + 'i' ? 0xFB01 : letter == 'f' + 'l' ? 0xFB02 : 0;
}

void
read_letters(Glyph *glyphs, int count, void *text)
{
    for (int at = 0; at < count; at++) {
        unsigned code = pdfium.FPDFText_GetUnicode(text, at);
        /* Where a font does not say which letter it is, PDFium gives the sign's number in the font. */
        if (pdfium.FPDFText_HasUnicodeMapError(text, at) == 1 ||
            (code == HYPHEN && !is_hyphen(text, at, count)))
            glyphs[at].letter = UNKNOWN;
        else /* Some fonts have their hyphen where the soft one is; one not seen is not set. */
            glyphs[at].letter = code == 0xAD ? '-' : code <= 0x10FFFF ? code : 0xFFFF;
    }
    for (int at = 0; at + 1 < count; at++)
        if (turned_round(glyphs[at].letter) && turned_round(glyphs[at + 1].letter))
            for (Py_UCS4 meant; at < count && (meant = turned_round(glyphs[at].letter)); at++)
                glyphs[at].letter = meant;
    /* Two UTF-16 units that stand for one character: it, and a blank of no width. */
    for (int at = 0; at + 1 < count; at++) {
        Py_UCS4 high = glyphs[at].letter, low = glyphs[at + 1].letter;
        if (high >= 0xD800 && high <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            glyphs[at].letter = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            glyphs[++at].letter = 0x200B;
        }
    }
}

static int
have_one_origin(void *text, int at, int other)
{
    double x = 0, y = 0, other_x = 0, other_y = 0;
    pdfium.FPDFText_GetCharOrigin(text, at, &x, &y);
    pdfium.FPDFText_GetCharOrigin(text, other, &other_x, &other_y);
    return x == other_x && y == other_y;
}

/* Have the letters of replacement text follow each other on a page stored upside down. */
static void
put_in_order(Glyph *glyphs, int count, void *text)
{
    for (int at = 1; at < count; at++) {
        int start = at - 1;
        if (!(glyphs[at].left < glyphs[start].left) || !have_one_origin(text, at, start))
            continue;
        while (at < count && have_one_origin(text, at, start))
            at++;
        for (int one = start, other = at - 1; one < other; one++, other--) {
            double left = glyphs[one].left, right = glyphs[one].right;
            glyphs[one].left = glyphs[other].left;
            glyphs[one].right = glyphs[other].right;
            glyphs[other].left = left;
            glyphs[other].right = right;
        }
    }
}

double
read_glyphs(Glyph *glyphs, int count, void *text, const Matrix *matrix)
{
    read_letters(glyphs, count, text);
    int upright = matrix->a == 1 && matrix->b == 0 && matrix->c == 0 && matrix->d == -1;
    for (int at = 0; at < count; at++) {
        Glyph *glyph = glyphs + at;
        float box[4] = {0};
        pdfium.FPDFText_GetLooseCharBox(text, at, box);
        if (is_digit(glyph->letter))
            glyph->letter = by_its_ink(text, at, glyph->letter, box);
        if (upright) {
            glyph->left = matrix->e != 0 ? box[0] + matrix->e : box[0];
            glyph->right = matrix->e != 0 ? box[2] + matrix->e : box[2];
            glyph->top = box[1];
            glyph->bottom = box[3];
            continue;
        }
        double x0 = across(matrix, box[0], box[1]), y0 = down(matrix, box[0], box[1]);
        double x1 = across(matrix, box[2], box[3]), y1 = down(matrix, box[2], box[3]);
        glyph->left = least(x0, x1);
        glyph->top = -least(y0, y1);
        glyph->right = most(x0, x1);
        glyph->bottom = -most(y0, y1);
    }
    if (matrix->a < 0)
        put_in_order(glyphs, count, text);
    return upright ? matrix->f : 0.0;
}

PyObject *
read_sides(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *text;
    PyObject *given, *places, *sides = NULL;
    if (!PyArg_ParseTuple(arguments, "O&O", take_address, &text, &given) ||
        !(places = PySequence_Tuple(given)))
        return NULL;
    Py_ssize_t many = PyTuple_Size(places);
    double *values = PyMem_Calloc(4 * (size_t)many + 1, sizeof *values);
    if (!values)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; values && at < many && !PyErr_Occurred(); at++) {
        float box[4] = {0};
        long place = PyLong_AsLong(PyTuple_GetItem(places, at));
        pdfium.FPDFText_GetLooseCharBox(text, place < 0 || place > INT_MAX ? -1 : (int)place, box);
        for (int side = 0; side < 4; side++)
            values[side * many + at] = box[side];
    }
    if (!PyErr_Occurred())
        sides = Py_BuildValue("NNNN", numbers(values, many), numbers(values + many, many),
                              numbers(values + 2 * many, many), numbers(values + 3 * many, many));
    PyMem_Free(values);
    Py_DECREF(places);
    return sides;
}
