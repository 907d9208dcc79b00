/* The lines of a page that may be prose: the twin of crossfoot/extract/bulk_text.py, and of _as_line
   in triage.py. Pages whose letters or boxes ask for more are handed back. */
#include "inner.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#define LOWEST_BOX 0.85
#define SAME_HEIGHT 0.005
#define HYPHEN 0x02
#define BOLD 600
#define LONGEST_NAME 128
#define LONGEST_LINE 500 /* letters; of prose, a hundred */

typedef struct {
    double x0, y0, x1, y1;
} Sides;

typedef struct {
    void *text;
    const Matrix *matrix;
    Glyph *glyphs;
    int count;
    Pen pen;
    double high;
    PyObject *line, *box; /* the classes of what is returned */
} Prose;

int
is_space(Py_UCS4 letter)
{
    return (letter >= 0x09 && letter <= 0x0D) || (letter >= 0x1C && letter <= 0x20) ||
           letter == 0x85 || letter == 0xA0 || letter == 0x1680 ||
           (letter >= 0x2000 && letter <= 0x200A) || letter == 0x2028 || letter == 0x2029 ||
           letter == 0x202F || letter == 0x205F || letter == 0x3000;
}

/* Whether every letter says what it is, none is a ligature, and hyphens stand at line ends alone. */
static int
is_readable(const Prose *prose)
{
    for (int at = 0; at < prose->count; at++) {
        Py_UCS4 letter = prose->glyphs[at].letter;
        if (letter == 0 || (letter >= 0xD800 && letter <= 0xDFFF) || letter == 0xFFFD ||
            letter == 0xFFFE || letter == 0xFFFF || (letter >= 0xFB00 && letter <= 0xFB06))
            return 0;
        if (letter == HYPHEN && at + 1 < prose->count && prose->glyphs[at + 1].letter != '\r')
            return 0;
    }
    return 1;
}

static PyObject *
text_between(const Prose *prose, int start, int stop)
{
    Py_UCS4 *letters = PyMem_Calloc((size_t)(stop - start) + 1, sizeof *letters);
    if (!letters)
        return PyErr_NoMemory();
    for (int at = start; at < stop; at++)
        letters[at - start] = prose->glyphs[at].letter;
    int native = PY_LITTLE_ENDIAN ? -1 : 1;
    PyObject *text = PyUnicode_DecodeUTF32((const char *)letters, (Py_ssize_t)(stop - start) * 4,
                                           NULL, &native);
    PyMem_Free(letters);
    return text;
}

/* As str.isalnum; -1 with an exception set on failure. */
static int
is_alphanumeric(const Prose *prose, int at)
{
    Py_UCS4 letter = prose->glyphs[at].letter;
    if (letter < 0x80)
        return (letter >= '0' && letter <= '9') || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
    PyObject *text = text_between(prose, at, at + 1);
    PyObject *answer = text ? PyObject_CallMethod(text, "isalnum", NULL) : NULL;
    int said = answer ? PyObject_IsTrue(answer) : -1;
    Py_XDECREF(text);
    Py_XDECREF(answer);
    return said;
}

/* The displayed box of a character; the page stands upright. */
static Sides
sides_of(const Prose *prose, int at)
{
    float box[4] = {0};
    pdfium.FPDFText_GetLooseCharBox(prose->text, at, box);
    const Matrix *m = prose->matrix;
    return (Sides){box[0] + m->e, m->f - box[1], box[2] + m->e, m->f - box[3]};
}

/* Return the line from *start* to before *stop*, NULL where it is not plain or an exception is
   set. */
static PyObject *
line_between(Prose *prose, int start, int stop)
{
    Sides first = sides_of(prose, start), last = sides_of(prose, stop - 1);
    int alphanumeric = is_alphanumeric(prose, start);
    if (alphanumeric < 0)
        return NULL;
    const Sides *box = alphanumeric ? &first : &last;
    if (fabs(box->y1 - box->y0 - prose->high) > SAME_HEIGHT) {
        prose->high = box->y1 - box->y0;
        pen_moves(&prose->pen, alphanumeric ? start : stop - 1, -box->y0, -box->y1);
        if (prose->high < LOWEST_BOX * prose->pen.size)
            return NULL;
    }
    if (prose->pen.turn != LEVEL || last.x1 < first.x0)
        return NULL;
    double sides[4] = {first.x0, least(first.y0, last.y0), last.x1, most(first.y1, last.y1)};
    return MADE(prose->line, PyLong_FromLong(start), text_between(prose, start, stop),
                named(prose->box, numbers(sides, 4)), PyFloat_FromDouble(prose->pen.size));
}

/* Return the lines of the page, None where they are handed back. */
static PyObject *
gather_lines(Prose *prose)
{
    PyObject *lines = PyList_New(0);
    int start = 0;
    while (lines && start < prose->count) {
        int stop = start, end = start; /* of the line, and of what is printed on it */
        for (; stop < prose->count; stop++) {
            Py_UCS4 letter = prose->glyphs[stop].letter;
            if (letter == '\r' || letter == '\n')
                break;
            if (!is_space(letter))
                end = stop + 1;
        }
        while (start < end && is_space(prose->glyphs[start].letter))
            start++;
        if (start < end && put(lines, line_between(prose, start, end)) < 0) {
            Py_DECREF(lines);
            return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
        }
        start = stop + 1;
    }
    return lines;
}

PyObject *
read_prose(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Matrix matrix;
    Prose prose = {.matrix = &matrix};
    if (!PyArg_ParseTuple(arguments, "O&O&OO", take_address, &prose.text, take_matrix, &matrix,
                          &prose.line, &prose.box))
        return NULL;
    prose.count = pdfium.FPDFText_CountChars(prose.text);
    if (prose.count <= 0)
        return PyList_New(0);
    prose.glyphs = PyMem_Calloc((size_t)prose.count, sizeof *prose.glyphs);
    if (!prose.glyphs)
        return PyErr_NoMemory();
    read_letters(prose.glyphs, prose.count, prose.text);
    for (int at = 0; at < prose.count; at++)
        if (is_digit(prose.glyphs[at].letter)) {
            float box[4] = {0};
            pdfium.FPDFText_GetLooseCharBox(prose.text, at, box);
            prose.glyphs[at].letter = by_its_ink(prose.text, at, prose.glyphs[at].letter, box);
        }
    pen_begins(&prose.pen, prose.text, &matrix);
    PyObject *lines = is_readable(&prose) ? gather_lines(&prose) : Py_NewRef(Py_None);
    PyMem_Free(prose.glyphs);
    return lines;
}

/* Whether a character is set in a bold font, by its weight or its font's name. */
static int
is_bold(void *text, int at)
{
    char name[LONGEST_NAME + 1] = "";
    int flags = 0;
    if (pdfium.FPDFText_GetFontWeight(text, at) >= BOLD)
        return 1;
    unsigned long length = pdfium.FPDFText_GetFontInfo(text, at, name, LONGEST_NAME, &flags);
    if (length == 0 || length > LONGEST_NAME)
        return 0;
    for (char *letter = name; *letter; letter++)
        if (*letter >= 'A' && *letter <= 'Z')
            *letter |= 0x20;
    return strstr(name, "bold") != NULL;
}

/* Whether a text has no mark of a hyphen and no blank but single spaces between words. */
static int
is_folded(PyObject *text)
{
    Py_UCS4 letters[LONGEST_LINE + 1], before = ' ';
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length > LONGEST_LINE || !PyUnicode_AsUCS4(text, letters, LONGEST_LINE + 1, 0)) {
        PyErr_Clear();
        return 0;
    }
    for (Py_ssize_t at = 0; at < length; before = letters[at++])
        if (letters[at] == HYPHEN || (letters[at] == ' ' && before == ' ') ||
            (letters[at] != ' ' && is_space(letters[at])))
            return 0;
    return length > 0 && before != ' ';
}

/* Return a text with hyphens for PDFium's marks of them and single blanks. */
static PyObject *
folded(PyObject *text)
{
    if (is_folded(text))
        return Py_NewRef(text);
    PyObject *mark = PyUnicode_FromString("\x02"), *hyphen = PyUnicode_FromString("-");
    PyObject *blank = PyUnicode_FromString(" ");
    PyObject *spelled = mark && hyphen ? PyUnicode_Replace(text, mark, hyphen, -1) : NULL;
    PyObject *words = spelled ? PyUnicode_Split(spelled, NULL, -1) : NULL;
    PyObject *result = words && blank ? PyUnicode_Join(blank, words) : NULL;
    Py_XDECREF(mark);
    Py_XDECREF(hyphen);
    Py_XDECREF(blank);
    Py_XDECREF(spelled);
    Py_XDECREF(words);
    return result;
}

PyObject *
are_bold(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *text;
    PyObject *given, *answers;
    if (!PyArg_ParseTuple(arguments, "O&O!", take_address, &text, &PyList_Type, &given) ||
        !(answers = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; answers && at < PyList_Size(given); at++) {
        long place = PyLong_AsLong(PyList_GetItem(given, at));
        int known = place >= 0 && place <= INT_MAX && !PyErr_Occurred();
        if (PyErr_Occurred() ||
            PyList_Append(answers, known && is_bold(text, (int)place) ? Py_True : Py_False) < 0)
            Py_CLEAR(answers);
    }
    return answers;
}

PyObject *
name_lines(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *text;
    int page, start;
    PyObject *given, *kind, *box, *print, *sides, *lines;
    double size;
    if (!PyArg_ParseTuple(arguments, "O&iO!OO", take_address, &text, &page, &PyList_Type, &given,
                          &kind, &box) ||
        !(lines = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; lines && at < PyList_Size(given); at++) {
        PyObject *line = PyList_GetItem(given, at);
        if (!PyTuple_Check(line))
            PyErr_SetString(PyExc_TypeError, "no line");
        else if (PyArg_ParseTuple(line, "iUOd", &start, &print, &sides, &size)) {
            put(lines, MADE(kind, PyLong_FromLong(page), rounded_box(sides, box), folded(print),
                            PyFloat_FromDouble(rounded(size)),
                            PyBool_FromLong(is_bold(text, start)), Py_NewRef(Py_False),
                            PyTuple_New(0)));
        }
        if (PyErr_Occurred())
            Py_CLEAR(lines);
    }
    return lines;
}
