/* What the lines of a page say of tables: the twin of look_over in crossfoot/extract/hints.py. A line
   whose letters ask for more than ASCII, or that may be a row, is named and looked at there. */
#include "hints.h"

#include <math.h>
#include <stdlib.h>

#define MOST_LINES 400 /* each is compared with those before it; a page of prose has sixty */
#define LONG 25
#define LETTER 0.5
#define NARROWEST 0.3
#define WORD_OR_TWO 8
#define WIDER 1.3
#define CAPITALS 1.5
#define GAP 1.5
#define LOOKED_AT 8
#define FEWEST_GAPS 2
#define BLANKS_OF_LETTERS 4
#define SMALLER 0.92

typedef struct {
    long start;
    PyObject *text; /* borrowed */
    Py_hash_t hash;
    Py_ssize_t length;
    double x0, y0, x1, y1, size, share;
} Given;

typedef struct {
    void *text;
    Given *lines;
    Py_ssize_t many;
    Py_UCS4 *letters; /* of one line */
    double widest;    /* share of a line without a gap */
    int doubled, columns, jumps, ordered, shrinks;
    PyObject *spaced, *sparse, *rows, *numbers; /* lists of lines */
} Look;

/* Take a line apart; -1 with an exception set where it is none. */
static int
take_line(PyObject *given, Given *line)
{
    PyObject *box;
    if (!PyTuple_Check(given) || PyTuple_Size(given) != 4 ||
        !PyUnicode_Check(PyTuple_GetItem(given, 1)) ||
        !PyTuple_Check(box = PyTuple_GetItem(given, 2)) || PyTuple_Size(box) != 4) {
        PyErr_SetString(PyExc_TypeError, "no line");
        return -1;
    }
    line->start = PyLong_AsLong(PyTuple_GetItem(given, 0));
    line->text = PyTuple_GetItem(given, 1);
    line->hash = PyObject_Hash(line->text);
    line->length = PyUnicode_GetLength(line->text);
    line->x0 = PyFloat_AsDouble(PyTuple_GetItem(box, 0));
    line->y0 = PyFloat_AsDouble(PyTuple_GetItem(box, 1));
    line->x1 = PyFloat_AsDouble(PyTuple_GetItem(box, 2));
    line->y1 = PyFloat_AsDouble(PyTuple_GetItem(box, 3));
    line->size = PyFloat_AsDouble(PyTuple_GetItem(given, 3));
    double letters = (double)line->length * line->size;
    if (!PyErr_Occurred() && line->length == 0)
        PyErr_SetString(PyExc_ValueError, "a line without letters");
    line->share = letters != 0 ? (line->x1 - line->x0) / letters : 0.0;
    return PyErr_Occurred() ? -1 : 0;
}

static int
compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

/* Fill in how wide, in font sizes, a letter of a line without a gap is at most. */
static int
measure(Look *look)
{
    double *shares = PyMem_Calloc((size_t)look->many + 1, sizeof *shares);
    Py_ssize_t many = 0;
    if (!shares) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t at = 0; at < look->many; at++)
        if (look->lines[at].length >= LONG)
            shares[many++] = look->lines[at].share;
    qsort(shares, (size_t)many, sizeof *shares, compare);
    double middle = shares[many / 2];
    if (many > 2 && many % 2 == 0)
        middle = (shares[many / 2 - 1] + middle) / 2;
    look->widest = WIDER * (many > 2 ? middle : LETTER);
    PyMem_Free(shares);
    return 0;
}

/* Whether there is a gap in a line; -1 with an exception set on failure. */
static int
is_sparse(const Look *look, const Given *line)
{
    if (!(line->share > look->widest))
        return 0;
    PyObject *answer = PyObject_CallMethod(line->text, "isupper", NULL);
    int upper = answer ? PyObject_IsTrue(answer) : -1;
    Py_XDECREF(answer);
    if (upper < 0)
        return -1;
    double usual = look->widest * (upper ? CAPITALS : 1.0);
    return (line->share - usual) * (double)line->length > GAP;
}

/* Count how the lines stand: over each other, above the one before. */
static void
compare_lines(Look *look)
{
    look->ordered = 1;
    for (Py_ssize_t at = 0; at < look->many; at++) {
        const Given *line = look->lines + at, *before = line - 1;
        double height = rint(line->y1);
        if (line->length >= WORD_OR_TWO &&
            line->x1 - line->x0 < NARROWEST * (double)line->length * line->size)
            look->doubled = 1;
        for (const Given *other = look->lines; other < line && !look->doubled; other++)
            look->doubled = other->hash == line->hash && rint(other->y1) == height &&
                            PyUnicode_Compare(other->text, line->text) == 0;
        if (at == 0)
            continue;
        look->jumps += line->y1 - before->y1 < 0.5 * line->size;
        if (!(before->y1 < line->y1 || (before->y1 == line->y1 && before->x0 <= line->x0)))
            look->ordered = 0;
    }
}

/* Whether there is a gap between two words of a line, the first two left aside. */
static int
has_gap(const Look *look, const Given *line, const Py_UCS4 *letters)
{
    int blanks = 0;
    for (Py_ssize_t at = 0; at < line->length; at++) {
        if (!is_space(letters[at]))
            continue;
        Py_ssize_t begin = at;
        while (at < line->length && is_space(letters[at]))
            at++;
        if (++blanks == 1)
            continue;
        float before[4] = {0}, after[4] = {0};
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + begin - 1), before);
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + at), after);
        if ((double)after[0] - (double)before[2] > GAP * line->size)
            return 1;
    }
    return 0;
}

/* Whether a number's last digit is smaller than its first. */
static int
shrinks(const Look *look, const Given *line, const Py_UCS4 *letters)
{
    int several;
    for (Py_ssize_t at = 0, stop; at < line->length; at = stop + 1) {
        stop = at;
        if (!is_digit(letters[at]))
            continue;
        stop = end_of_number(letters, at, line->length, &several);
        if (!several)
            continue;
        float first[4] = {0}, last[4] = {0};
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + at), first);
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + stop - 1), last);
        if ((double)last[1] - (double)last[3] < SMALLER * ((double)first[1] - (double)first[3]))
            return 1;
    }
    return 0;
}

/* Look at the letters of a line; -1 with an exception set on failure. */
static int
look_at(Look *look, Py_ssize_t at)
{
    const Given *line = look->lines + at;
    const Py_UCS4 *letters = look->letters;
    Py_ssize_t blanks = 0;
    int plain = 1, digits = 0;
    for (Py_ssize_t letter = 0; letter < line->length; letter++) {
        blanks += letters[letter] == ' ';
        plain = plain && (letters[letter] < 0x80 || letters[letter] == 0xA3 ||
                          (letters[letter] >= 0x2010 && letters[letter] < 0x2028));
        digits += may_be_digit(letters[letter]) != 0;
    }
    int sparse = is_sparse(look, line);
    if (sparse < 0 || (BLANKS_OF_LETTERS * blanks > line->length &&
                       put(look->spaced, PyLong_FromSsize_t(at)) < 0))
        return -1;
    if (sparse && put(look->sparse, PyLong_FromSsize_t(at)) < 0)
        return -1;
    if (!sparse && may_be_row(letters, line->length) &&
        put(look->rows, PyLong_FromSsize_t(at)) < 0)
        return -1;
    if (digits > 1 && !plain)
        return put(look->numbers, PyLong_FromSsize_t(at));
    if (digits > 1 && !look->shrinks)
        look->shrinks = shrinks(look, line, letters);
    return 0;
}

static int
look_at_all(Look *look)
{
    Py_ssize_t many = 0, seen = 0, columns = 0, room = 0;
    for (Py_ssize_t at = 0; at < look->many; at++) {
        many += look->lines[at].length >= LONG;
        room = look->lines[at].length > room ? look->lines[at].length : room;
    }
    Py_ssize_t step = many / LOOKED_AT > 1 ? many / LOOKED_AT : 1;
    look->letters = PyMem_Calloc((size_t)room + 1, sizeof *look->letters);
    if (!look->letters) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t at = 0; at < look->many; at++) {
        const Given *line = look->lines + at;
        if (!PyUnicode_AsUCS4(line->text, look->letters, room + 1, 0) || look_at(look, at) < 0)
            return -1;
        if (line->length >= LONG && seen++ % step == 0)
            columns += has_gap(look, line, look->letters);
    }
    look->columns = columns >= FEWEST_GAPS;
    return 0;
}

PyObject *
look_over(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Look look = {0};
    PyObject *given, *kind, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "O&O!O", take_address, &look.text, &PyList_Type, &given, &kind))
        return NULL;
    look.many = PyList_Size(given);
    if (look.many > MOST_LINES)
        Py_RETURN_NONE;
    look.lines = PyMem_Calloc((size_t)look.many + 1, sizeof *look.lines);
    look.spaced = PyList_New(0);
    look.sparse = PyList_New(0);
    look.rows = PyList_New(0);
    look.numbers = PyList_New(0);
    if (!look.lines)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < look.many && !PyErr_Occurred(); at++)
        take_line(PyList_GetItem(given, at), look.lines + at);
    if (!PyErr_Occurred() && measure(&look) == 0 && look_at_all(&look) == 0) {
        compare_lines(&look);
        result = named(kind, Py_BuildValue("OOOOOOOiO", look.doubled ? Py_True : Py_False,
                                           look.columns ? Py_True : Py_False,
                                           look.shrinks ? Py_True : Py_False,
                                           look.ordered ? Py_True : Py_False, look.spaced,
                                           look.sparse, look.rows, look.jumps, look.numbers));
    }
    PyMem_Free(look.lines);
    PyMem_Free(look.letters);
    Py_XDECREF(look.spaced);
    Py_XDECREF(look.sparse);
    Py_XDECREF(look.rows);
    Py_XDECREF(look.numbers);
    return result;
}
