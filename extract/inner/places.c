/* Finds the cell of a grid that holds a point: the twin of crossfoot/extract/places.py. */
#include "places.h"

#include <string.h>

#define CELL_FIELDS 5
#define MOST_PLACES 4000000 /* rows times columns of a page's grids */

static void
free_places(Places *packed)
{
    for (Py_ssize_t at = 0; packed->places && at < packed->many; at++) {
        PyMem_Free(packed->places[at].xs);
        PyMem_Free(packed->places[at].ys);
        PyMem_Free(packed->places[at].at);
        PyMem_Free(packed->places[at].bounds);
    }
    PyMem_Free(packed->places);
    PyMem_Free(packed);
}

static void
let_go(PyObject *capsule)
{
    free_places(PyCapsule_GetPointer(capsule, PLACES));
}

/* Copy a tuple of numbers; NULL with an exception set on failure. */
static double *
copied(PyObject *tuple, Py_ssize_t many)
{
    double *values = PyMem_Calloc((size_t)many + 1, sizeof *values);
    if (!values) {
        PyErr_NoMemory();
        return NULL;
    }
    for (Py_ssize_t at = 0; at < many; at++)
        values[at] = PyFloat_AsDouble(PyTuple_GetItem(tuple, at));
    if (PyErr_Occurred()) {
        PyMem_Free(values);
        return NULL;
    }
    return values;
}

/* Write down where a cell stands; -1 where that is outside its grid, or with an exception set. */
static int
take_cell(Place *place, int number, PyObject *cell)
{
    PyObject *box;
    Bounds *b = place->bounds + number;
    if (!PyTuple_Check(cell) || PyTuple_Size(cell) != CELL_FIELDS ||
        !PyTuple_Check(box = PyTuple_GetItem(cell, 4)) || PyTuple_Size(box) != 4) {
        PyErr_SetString(PyExc_TypeError, "no cell");
        return -1;
    }
    Py_ssize_t row = PyLong_AsSsize_t(PyTuple_GetItem(cell, 0));
    Py_ssize_t column = PyLong_AsSsize_t(PyTuple_GetItem(cell, 1));
    Py_ssize_t down = PyLong_AsSsize_t(PyTuple_GetItem(cell, 2));
    Py_ssize_t across = PyLong_AsSsize_t(PyTuple_GetItem(cell, 3));
    b->x0 = PyFloat_AsDouble(PyTuple_GetItem(box, 0));
    b->y0 = PyFloat_AsDouble(PyTuple_GetItem(box, 1));
    b->x1 = PyFloat_AsDouble(PyTuple_GetItem(box, 2));
    b->y1 = PyFloat_AsDouble(PyTuple_GetItem(box, 3));
    if (PyErr_Occurred())
        return -1;
    Py_ssize_t rows = place->rows - 1, columns = place->columns - 1;
    if (row < 0 || column < 0 || down < 0 || across < 0 || row > rows || column > columns ||
        down > rows - row || across > columns - column)
        return -1;
    for (Py_ssize_t y = row; y < row + down; y++)
        for (Py_ssize_t x = column; x < column + across; x++)
            place->at[y * columns + x] = number;
    return 0;
}

/* Take a grid; -1 where it is not fit for this, or with an exception set. */
static int
take_place(Place *place, PyObject *given, Py_ssize_t *room)
{
    PyObject *xs, *ys, *cells;
    if (!PyTuple_Check(given) ||
        !PyArg_ParseTuple(given, "O!O!O!p", &PyTuple_Type, &xs, &PyTuple_Type, &ys, &PyTuple_Type,
                          &cells, &place->alone)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "no grid");
        return -1;
    }
    place->columns = PyTuple_Size(xs);
    place->rows = PyTuple_Size(ys);
    place->cells = PyTuple_Size(cells);
    if (place->columns < 2 || place->rows < 2 || place->cells > *room ||
        place->columns - 1 > *room / (place->rows - 1))
        return -1;
    Py_ssize_t spots = (place->rows - 1) * (place->columns - 1);
    *room -= spots;
    place->xs = copied(xs, place->columns);
    place->ys = place->xs ? copied(ys, place->rows) : NULL;
    place->at = PyMem_Calloc((size_t)spots, sizeof *place->at);
    place->bounds = PyMem_Calloc((size_t)place->cells + 1, sizeof *place->bounds);
    if (!place->xs || !place->ys || !place->at || !place->bounds) {
        if (!PyErr_Occurred())
            PyErr_NoMemory();
        return -1;
    }
    memset(place->at, -1, (size_t)spots * sizeof *place->at);
    for (Py_ssize_t at = 0; at < place->cells; at++)
        if (take_cell(place, (int)at, PyTuple_GetItem(cells, at)) < 0)
            return -1;
    return 0;
}

PyObject *
pack_places(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *grids, *capsule = NULL;
    Py_ssize_t room = MOST_PLACES;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &grids))
        return NULL;
    Places *packed = PyMem_Calloc(1, sizeof *packed);
    if (!packed)
        return PyErr_NoMemory();
    packed->many = PyList_Size(grids);
    packed->places = PyMem_Calloc((size_t)packed->many + 1, sizeof *packed->places);
    int failed = !packed->places;
    if (failed)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; !failed && at < packed->many; at++)
        failed = take_place(packed->places + at, PyList_GetItem(grids, at), &room) < 0;
    if (!failed)
        capsule = PyCapsule_New(packed, PLACES, let_go);
    if (!capsule)
        free_places(packed);
    return capsule || PyErr_Occurred() ? capsule : Py_NewRef(Py_None);
}

/* As bisect.bisect_right. */
static Py_ssize_t
edges_before(const double *edges, Py_ssize_t many, double place)
{
    Py_ssize_t low = 0, high = many;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (place < edges[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

Spot
spot_of(const Places *packed, double x, double y)
{
    for (Py_ssize_t number = 0; number < packed->many; number++) {
        const Place *place = packed->places + number;
        Py_ssize_t row = edges_before(place->ys, place->rows, y) - 1;
        Py_ssize_t column = edges_before(place->xs, place->columns, x) - 1;
        if (row < 0 || column < 0 || row >= place->rows - 1 || column >= place->columns - 1)
            continue;
        int cell = place->at[row * (place->columns - 1) + column];
        if (cell >= 0)
            return (Spot){number, cell};
    }
    return (Spot){-1, -1};
}
