/* The colours that cells are filled with: the twin of cell_fills in crossfoot/extract/signs.py. */
#include "inner.h"

#define COVERED 0.3
#define BESIDE_FILL 0.2
#define IN_COMMON 0.1
#define CELL_FIELDS 5

typedef struct {
    double x0, y0, x1, y1;
} Area;

typedef struct {
    Area box;
    PyObject *colour; /* borrowed */
    int white;
} Paint;

static int
take_area(PyObject *given, Area *area)
{
    if (!PyTuple_Check(given) || PyTuple_Size(given) != 4) {
        PyErr_SetString(PyExc_TypeError, "no box");
        return -1;
    }
    area->x0 = PyFloat_AsDouble(PyTuple_GetItem(given, 0));
    area->y0 = PyFloat_AsDouble(PyTuple_GetItem(given, 1));
    area->x1 = PyFloat_AsDouble(PyTuple_GetItem(given, 2));
    area->y1 = PyFloat_AsDouble(PyTuple_GetItem(given, 3));
    return PyErr_Occurred() ? -1 : 0;
}

static double
size_of(const Area *area)
{
    return (area->x1 - area->x0) * (area->y1 - area->y0);
}

static double
in_common(const Area *one, const Area *other)
{
    double x0 = most(one->x0, other->x0), y0 = most(one->y0, other->y0);
    Area both = {x0, y0, most(x0, least(one->x1, other->x1)), most(y0, least(one->y1, other->y1))};
    return size_of(&both);
}

/* Take the fills that reach into *bounds*, the last painted first; -1 with an exception set. */
static Py_ssize_t
take_fills(PyObject *given, const Area *bounds, Paint *paints)
{
    Py_ssize_t near = 0;
    for (Py_ssize_t at = PyList_Size(given) - 1; at >= 0; at--) {
        PyObject *fill = PyList_GetItem(given, at);
        Paint *paint = paints + near;
        if (!PyTuple_Check(fill) || PyTuple_Size(fill) != 2 ||
            !PyUnicode_Check(paint->colour = PyTuple_GetItem(fill, 1))) {
            PyErr_SetString(PyExc_TypeError, "no fill");
            return -1;
        }
        if (take_area(PyTuple_GetItem(fill, 0), &paint->box) < 0)
            return -1;
        if (!(paint->box.x1 > bounds->x0 && paint->box.x0 < bounds->x1 &&
              paint->box.y1 > bounds->y0 && paint->box.y0 < bounds->y1))
            continue;
        paint->white = PyUnicode_CompareWithASCIIString(paint->colour, "#ffffff") == 0;
        near++;
    }
    return near;
}

/* Whether another fill takes a part of the cell that *fill* leaves. */
static int
stands_beside(const Paint *other, const Paint *fill, const Area *cell)
{
    if (other->white || PyUnicode_Compare(other->colour, fill->colour) == 0)
        return 0;
    double shared = in_common(&other->box, cell);
    return shared > 0 && shared >= BESIDE_FILL * size_of(cell) &&
           in_common(&other->box, &fill->box) <= IN_COMMON * shared;
}

/* Return the fill of a cell, NULL where it has none. */
static const Paint *
fill_of(const Area *cell, const Paint *paints, Py_ssize_t many)
{
    double x = (cell->x0 + cell->x1) / 2, y = (cell->y0 + cell->y1) / 2;
    for (const Paint *paint = paints; paint < paints + many; paint++) {
        const Area *box = &paint->box;
        if (box->x0 <= x && x <= box->x1 && box->y0 <= y && y <= box->y1 &&
            in_common(box, cell) >= COVERED * size_of(cell))
            return paint;
    }
    return NULL;
}

PyObject *
paint_cells(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *fills, *cells, *around, *colours;
    Area bounds, cell;
    if (!PyArg_ParseTuple(arguments, "O!O!O", &PyList_Type, &fills, &PyTuple_Type, &cells, &around) ||
        take_area(around, &bounds) < 0 || !(colours = PyDict_New()))
        return NULL;
    Paint *paints = PyMem_Calloc((size_t)PyList_Size(fills) + 1, sizeof *paints);
    Py_ssize_t near = paints ? take_fills(fills, &bounds, paints) : 0;
    if (!paints)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; near > 0 && at < PyTuple_Size(cells) && !PyErr_Occurred(); at++) {
        PyObject *given = PyTuple_GetItem(cells, at);
        if (!PyTuple_Check(given) || PyTuple_Size(given) != CELL_FIELDS) {
            PyErr_SetString(PyExc_TypeError, "no cell");
            break;
        }
        if (take_area(PyTuple_GetItem(given, CELL_FIELDS - 1), &cell) < 0)
            break;
        const Paint *fill = fill_of(&cell, paints, near);
        if (!fill)
            continue;
        int none = fill->white;
        for (Py_ssize_t other = 0; other < near && !none; other++)
            none = stands_beside(paints + other, fill, &cell);
        PyObject *index = PyLong_FromSsize_t(at);
        if (index)
            PyDict_SetItem(colours, index, none ? Py_None : fill->colour);
        Py_XDECREF(index);
    }
    PyMem_Free(paints);
    if (PyErr_Occurred())
        Py_CLEAR(colours);
    return colours;
}
