/* Printed lines of plain runs: the twin of _gone_through in crossfoot/extract/lines.py, which says
   why. Print that may not be plain is not taken. */
#include "inner.h"

#include <math.h>

#define AGAIN 0.05
#define SAME_LEVEL 0.01
#define RAISED_AT_MOST 0.7
#define WIDE_GAP 3.0
#define FEWEST_SPACED 5
#define SHORT_RUN 3

static const double BLANKS[] = {0.16, 0.1, 0.02};

int
take_run(PyObject *given, Run *run)
{
    if (!PyTuple_Check(given) || PyTuple_Size(given) != RUN_FIELDS) {
        PyErr_SetString(PyExc_TypeError, "no run");
        return -1;
    }
    double values[6];
    for (int at = 0; at < 6; at++)
        values[at] = PyFloat_AsDouble(PyTuple_GetItem(given, at + 1));
    run->text = PyTuple_GetItem(given, 0);
    run->x0 = values[0];
    run->y0 = values[1];
    run->x1 = values[2];
    run->y1 = values[3];
    run->base = values[4];
    run->size = values[5];
    run->order = PyLong_AsLong(PyTuple_GetItem(given, 7));
    run->space = PyLong_AsLong(PyTuple_GetItem(given, 8));
    run->lefts = PyTuple_GetItem(given, 9);
    run->turn = PyLong_AsLong(PyTuple_GetItem(given, 10));
    if (PyErr_Occurred())
        return -1;
    if (!PyUnicode_Check(run->text) || !PyTuple_Check(run->lefts)) {
        PyErr_SetString(PyExc_TypeError, "no run");
        return -1;
    }
    return 0;
}

/* Whether the letters of a line may be set apart: not told here. */
static int
may_be_spaced(const PrintLine *line)
{
    return line->runs >= FEWEST_SPACED && line->first_length < SHORT_RUN &&
           line->second_length < SHORT_RUN;
}

static void
take_box(PrintLine *line, const Run *run)
{
    line->box[1] = least(line->box[1], run->y0);
    line->box[2] = most(line->box[2], run->x1);
    line->box[3] = most(line->box[3], run->y1);
}

/* Begin or go on with a line. Returns 1 where the run goes on, 0 where it begins one, -1 where the
   print is not plain. */
static int
follows(const PrintLine *line, const Run *before, const Run *run, double split)
{
    if (run->turn != LEVEL || run->space < 0 || run->space > 2 ||
        run->order <= (before ? before->order : -1))
        return -1;
    if (!before)
        return 0;
    double step = run->base - line->base, gap = run->x0 - before->x1;
    if (-SAME_LEVEL < step && step < SAME_LEVEL) {
        if (run->size != line->size || gap < -AGAIN * run->size || run->x0 <= before->x0 ||
            PyUnicode_Compare(run->text, before->text) == 0)
            return -1;
        return gap <= split * run->size;
    }
    return step > RAISED_AT_MOST * most(line->size, run->size) ? 0 : -1;
}

Py_ssize_t
plain_lines(PyObject *runs, double split, PrintLine *lines, PyObject *pieces)
{
    PyObject *blank = PyUnicode_FromString(" ");
    Py_ssize_t many = PyList_Size(runs), found = 0;
    Run run, before;
    for (Py_ssize_t at = 0; at < many; at++, before = run) {
        PrintLine *line = lines + found - 1;
        if (!blank || take_run(PyList_GetItem(runs, at), &run) < 0)
            goto failed;
        int goes_on = follows(line, at ? &before : NULL, &run, split);
        if (goes_on < 0 || (!goes_on && at && may_be_spaced(line)))
            goto not_plain;
        if (!goes_on) {
            line = lines + found++;
            *line = (PrintLine){
                .base = run.base,
                .size = run.size,
                .box = {run.x0, run.y0, run.x1, run.y1},
                .order = run.order,
                .first_piece = PyList_Size(pieces),
                .first_length = PyUnicode_GetLength(run.text),
            };
        } else {
            double gap = run.x0 - before.x1;
            if (gap > BLANKS[run.space] * run.size) {
                if (PyList_Append(pieces, blank) < 0)
                    goto failed;
                line->gaps += gap > WIDE_GAP * run.size;
            }
            take_box(line, &run);
        }
        if (line->runs++ == 1)
            line->second_length = PyUnicode_GetLength(run.text);
        if (PyList_Append(pieces, run.text) < 0)
            goto failed;
    }
    if (found && !may_be_spaced(lines + found - 1)) {
        Py_DECREF(blank);
        return found;
    }
not_plain:
    Py_XDECREF(blank);
    return PyErr_Occurred() ? -1 : 0;
failed:
    Py_XDECREF(blank);
    return -1;
}

PyObject *
joined(PyObject *pieces, Py_ssize_t from, Py_ssize_t to)
{
    PyObject *between = PyUnicode_FromString("");
    PyObject *slice = PyList_GetSlice(pieces, from, to);
    PyObject *text = between && slice ? PyUnicode_Join(between, slice) : NULL;
    Py_XDECREF(between);
    Py_XDECREF(slice);
    return text;
}

static PyObject *
line_of(const PrintLine *line, PyObject *pieces, Py_ssize_t to, PyObject *kind, PyObject *box)
{
    PyObject *text = joined(pieces, line->first_piece, to);
    PyObject *around = named(box, numbers(line->box, 4));
    return MADE(kind, around, text, PyFloat_FromDouble(line->size), PyTuple_New(0),
                PyLong_FromLong(line->order), PyLong_FromLong(line->gaps), PyTuple_New(0));
}

PyObject *
read_lines(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *split, *kind, *box, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "O!OOO", &PyList_Type, &runs, &split, &kind, &box))
        return NULL;
    double split_at = split == Py_None ? INFINITY : PyFloat_AsDouble(split);
    if (PyErr_Occurred())
        return NULL;
    Py_ssize_t room = PyList_Size(runs);
    PrintLine *lines = PyMem_Calloc((size_t)room + 1, sizeof *lines);
    PyObject *pieces = PyList_New(0);
    if (lines && pieces) {
        Py_ssize_t found = plain_lines(runs, split_at, lines, pieces);
        if (found == 0)
            result = Py_NewRef(Py_None);
        else if (found > 0)
            result = PyList_New(0);
        for (Py_ssize_t at = 0; result && at < found; at++) {
            Py_ssize_t to = at + 1 < found ? lines[at + 1].first_piece : PyList_Size(pieces);
            if (put(result, line_of(lines + at, pieces, to, kind, box)) < 0)
                Py_CLEAR(result);
        }
    } else {
        PyErr_NoMemory();
    }
    PyMem_Free(lines);
    Py_XDECREF(pieces);
    return result;
}
