/* The plain cells of a grid with what stands in them: the twin of _table in
   crossfoot/extract/cells.py. Cells with signs, marks or doubts are handed back. */
#include "inner.h"

#include <math.h>
#include <string.h>

#define FEWEST_GAPS 2
#define LARGEST_ROUNDED 1e9 /* points; beyond, Python itself rounds */

typedef struct {
    PyObject *texts, *fills, *symbols; /* by cell; the last two may lack one */
    long page;
    PyObject *part, *cell, *box; /* the classes of what is added */
} Filling;

/* Where the product comes out as a half it may have been rounded to it: what it was rounded by tells,
   and nothing where it is one indeed, of which the even neighbour is taken. */
double
rounded(double value)
{
    if (fabs(value) < LARGEST_ROUNDED) {
        double hundreds = value * 100.0, whole = floor(hundreds), rest = hundreds - whole;
        double over = rest != 0.5 ? rest - 0.5 : fma(value, 100.0, -hundreds);
        int up = over > 0 || (over == 0 && fmod(whole, 2.0) != 0);
        return (up ? whole + 1.0 : whole) / 100.0 + 0.0;
    }
    PyObject *number = PyFloat_FromDouble(value);
    PyObject *result = number ? PyObject_CallMethod(number, "__round__", "i", 2) : NULL;
    double taken = result ? PyFloat_AsDouble(result) : -1.0;
    Py_XDECREF(number);
    Py_XDECREF(result);
    return taken + 0.0;
}

PyObject *
rounded_box(PyObject *box, PyObject *kind)
{
    double sides[4];
    if (!PyTuple_Check(box) || PyTuple_Size(box) != 4) {
        PyErr_SetString(PyExc_TypeError, "no box");
        return NULL;
    }
    for (int at = 0; at < 4; at++) {
        sides[at] = rounded(PyFloat_AsDouble(PyTuple_GetItem(box, at)));
        if (PyErr_Occurred())
            return NULL;
    }
    return named(kind, numbers(sides, 4));
}

PyObject *
round_boxes(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *boxes, *kind, *result;
    if (!PyArg_ParseTuple(arguments, "O!O", &PyList_Type, &boxes, &kind) ||
        !(result = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(boxes); at++)
        if (put(result, rounded_box(PyList_GetItem(boxes, at), kind)) < 0) {
            Py_DECREF(result);
            return NULL;
        }
    return result;
}

/* Return what a dictionary holds for a cell, borrowed; NULL where that is nothing or an error. */
static PyObject *
held(PyObject *by_cell, PyObject *index)
{
    return PyDict_GetItemWithError(by_cell, index);
}

/* Whether a line may begin with a figure: lines of figures below each other are told of. */
static int
may_be_figure(PyObject *piece)
{
    Py_UCS4 first = PyUnicode_ReadChar(piece, 0);
    return (first >= '0' && first <= '9') || first == '(' || first == '-' || first == 'n' ||
           first == 'N';
}

/* Return the text of runs that are plain, with the place of its first character in *order*: NULL
   where they are not, or where an exception is set. */
static PyObject *
plain_text(PyObject *runs, long *order)
{
    Py_ssize_t room = PyList_Size(runs), gaps = 0;
    PrintLine *lines = PyMem_Calloc((size_t)room + 1, sizeof *lines);
    PyObject *pieces = PyList_New(0), *text = NULL, *end = PyUnicode_FromString("\n");
    if (!lines || !pieces || !end) {
        PyErr_NoMemory();
        goto done;
    }
    Py_ssize_t found = plain_lines(runs, INFINITY, lines, pieces);
    int figures = found > 1;
    for (Py_ssize_t at = 0; at < found; at++) {
        gaps += lines[at].gaps;
        figures = figures && may_be_figure(PyList_GetItem(pieces, lines[at].first_piece));
    }
    if (found <= 0 || gaps >= FEWEST_GAPS || figures)
        goto done;
    for (Py_ssize_t at = found - 1; at > 0; at--)
        if (PyList_Insert(pieces, lines[at].first_piece, end) < 0)
            goto done;
    *order = lines[0].order;
    text = joined(pieces, 0, PyList_Size(pieces));
    Py_ssize_t bytes = 0;
    if (text && (!PyUnicode_AsUTF8AndSize(text, &bytes) || bytes != PyUnicode_GetLength(text)))
        Py_CLEAR(text); /* more than ASCII: there may be signs */
    if (PyErr_Occurred() && PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        PyErr_Clear(); /* half a character */
done:
    PyMem_Free(lines);
    Py_XDECREF(pieces);
    Py_XDECREF(end);
    return text;
}

/* Return the names of placed symbols, left to right; NULL with an exception set where they are no
   symbols. */
static PyObject *
names_of(PyObject *symbols)
{
    if (!symbols)
        return PyTuple_New(0);
    if (!PyList_Check(symbols)) {
        PyErr_SetString(PyExc_TypeError, "no list of symbols");
        return NULL;
    }
    PyObject *placed = PyList_GetSlice(symbols, 0, PyList_Size(symbols)), *names = NULL;
    if (placed && PyList_Sort(placed) == 0)
        names = PyTuple_New(PyList_Size(placed));
    for (Py_ssize_t at = 0; names && at < PyList_Size(placed); at++) {
        PyObject *symbol = PyList_GetItem(placed, at);
        if (!PyTuple_Check(symbol) || PyTuple_Size(symbol) != 2) {
            PyErr_SetString(PyExc_TypeError, "no symbol");
            Py_CLEAR(names);
        } else
            PyTuple_SetItem(names, at, Py_NewRef(PyTuple_GetItem(symbol, 1)));
    }
    Py_XDECREF(placed);
    return names;
}

/* Return a cell of the page, *text* (stolen) in it, or NULL with an exception set. */
static PyObject *
page_cell(const Filling *filling, PyObject *given, PyObject *text, PyObject *fill,
          PyObject *symbols, PyObject *bold_at)
{
    PyObject *box = rounded_box(PyTuple_GetItem(given, 4), filling->box);
    PyObject *part = MADE(filling->part, PyLong_FromLong(1), PyLong_FromLong(filling->page), box,
                          text, Py_NewRef(fill), names_of(symbols), PyTuple_New(0));
    return MADE(filling->cell, Py_NewRef(PyTuple_GetItem(given, 0)),
                Py_NewRef(PyTuple_GetItem(given, 1)), Py_NewRef(PyTuple_GetItem(given, 2)),
                Py_NewRef(PyTuple_GetItem(given, 3)), part, Py_NewRef(bold_at));
}

/* Return a cell, NULL where it is handed back or an exception is set. */
static PyObject *
fill_cell(const Filling *filling, PyObject *given, PyObject *index)
{
    if (!PyTuple_Check(given) || PyTuple_Size(given) != 5) {
        PyErr_SetString(PyExc_TypeError, "no cell");
        return NULL;
    }
    PyObject *runs = held(filling->texts, index), *fill = held(filling->fills, index);
    PyObject *symbols = held(filling->symbols, index);
    PyObject *text, *bold_at, *cell = NULL;
    if (PyErr_Occurred())
        return NULL;
    if (runs && PyList_Check(runs) && PyList_Size(runs) > 0) {
        long order = 0;
        text = plain_text(runs, &order);
        bold_at = text ? PyLong_FromLong(order) : NULL;
    } else {
        text = PyUnicode_FromString("");
        bold_at = Py_NewRef(Py_None);
    }
    if (text && bold_at)
        cell = page_cell(filling, given, text, fill ? fill : Py_None, symbols, bold_at);
    else
        Py_XDECREF(text);
    Py_XDECREF(bold_at);
    return cell;
}

PyObject *
fill_cells(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *given, *cells;
    Filling filling;
    if (!PyArg_ParseTuple(arguments, "O!(O!O!O!)lO!(OOO)", &PyTuple_Type, &given, &PyDict_Type,
                          &filling.texts, &PyDict_Type, &filling.fills, &PyDict_Type,
                          &filling.symbols, &filling.page, &PyList_Type, &cells, &filling.part,
                          &filling.cell, &filling.box))
        return NULL;
    for (Py_ssize_t at = PyList_Size(cells); at < PyTuple_Size(given); at++) {
        PyObject *index = PyLong_FromSsize_t(at);
        PyObject *cell = index ? fill_cell(&filling, PyTuple_GetItem(given, at), index) : NULL;
        Py_XDECREF(index);
        if (!cell)
            break;
        if (put(cells, cell) < 0)
            return NULL;
    }
    return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
}
