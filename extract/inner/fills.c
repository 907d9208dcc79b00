/* The colours that cells are filled with: the twin of crossfoot/extract/cell_fills.py. */
#include "inner.h"

#define COVERED 0.3
#define BESIDE_FILL 0.2
#define IN_COMMON 0.1
#define ACROSS 0.9
#define TOGETHER 0.8
#define MOST_STRIPS 16
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

static Area
overlap(const Area *one, const Area *other)
{
    double x0 = most(one->x0, other->x0), y0 = most(one->y0, other->y0);
    return (Area){x0, y0, most(x0, least(one->x1, other->x1)),
                  most(y0, least(one->y1, other->y1))};
}

static double
in_common(const Area *one, const Area *other)
{
    Area both = overlap(one, other);
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

/* The colours of a cell: one, borrowed, or a list of several; neither where it has none. */
typedef struct {
    PyObject *one, *several;
} Found;

/* Add a colour that is not yet among those found; -1 with an exception set. */
static int
add_colour(Found *found, PyObject *colour)
{
    if (!found->one) {
        found->one = colour;
        return 0;
    }
    if (!found->several) {
        if (PyUnicode_Compare(found->one, colour) == 0)
            return 0;
        found->several = PyList_New(0);
        if (!found->several || PyList_Append(found->several, found->one) < 0)
            return -1;
    }
    int is_there = PySequence_Contains(found->several, colour);
    return is_there ? (is_there < 0 ? -1 : 0) : PyList_Append(found->several, colour);
}

/* Find the colours of a cell's topmost fill and of those beside it; -1 with an exception set. */
static int
beside(const Paint *fill, const Area *cell, const Paint *paints, Py_ssize_t many, Found *found)
{
    int failed = add_colour(found, fill->colour);
    for (const Paint *other = paints; other < paints + many && !failed && !fill->white; other++)
        if (stands_beside(other, fill, cell))
            failed = add_colour(found, other->colour);
    return failed;
}

/* Take the strips of a cell that nothing is painted over; return how many there are. */
static int
take_strips(const Area *cell, const Paint *paints, Py_ssize_t many, Area *strips,
            const Paint **painted)
{
    double wide = ACROSS * (cell->x1 - cell->x0), high = ACROSS * (cell->y1 - cell->y0);
    int strip = 0;
    for (const Paint *paint = paints; paint < paints + many && strip < MOST_STRIPS; paint++) {
        const Area *box = &paint->box;
        if (box->x1 <= cell->x0 || box->x0 >= cell->x1 || box->y1 <= cell->y0 || box->y0 >= cell->y1)
            continue;
        Area part = overlap(box, cell);
        double area = size_of(&part);
        if (area <= 0 || (part.x1 - part.x0 < wide && part.y1 - part.y0 < high))
            continue;
        int hidden = 0;
        for (int at = 0; at < strip && !hidden; at++)
            hidden = in_common(&part, strips + at) > IN_COMMON * area;
        if (hidden)
            continue;
        painted[strip] = paint;
        strips[strip++] = part;
    }
    return strip;
}

/* Find the colours of the strips that cover a cell together; -1 with an exception set. */
static int
together(const Area *cell, const Paint *paints, Py_ssize_t many, Found *found)
{
    Area strips[MOST_STRIPS];
    const Paint *painted[MOST_STRIPS], *kinds[MOST_STRIPS];
    double areas[MOST_STRIPS] = {0}, whole = 0.0;
    int kind = 0, colours = 0, has_white = 0, enough[MOST_STRIPS];
    int strip = take_strips(cell, paints, many, strips, painted);
    for (int at = 0; at < strip; at++) {
        int same = 0;
        while (same < kind && PyUnicode_Compare(kinds[same]->colour, painted[at]->colour))
            same++;
        if (same == kind)
            kinds[kind++] = painted[at];
        areas[same] += size_of(strips + at);
        whole += size_of(strips + at);
    }
    if (whole < TOGETHER * size_of(cell))
        return 0;
    for (int at = 0; at < kind; at++) {
        enough[at] = areas[at] >= BESIDE_FILL * size_of(cell);
        colours += enough[at];
        has_white |= enough[at] && kinds[at]->white;
    }
    for (int at = 0; at < kind && !(has_white && colours > 1); at++)
        if (enough[at] && add_colour(found, kinds[at]->colour) < 0)
            return -1;
    return 0;
}

/* Put the colours of a cell among those of all; -1 with an exception set. */
static int
paint_cell(Py_ssize_t at, const Found *found, PyObject *colours, PyObject *mixed)
{
    if (!found->one)
        return 0;
    PyObject *index = PyLong_FromSsize_t(at);
    int white = PyUnicode_CompareWithASCIIString(found->one, "#ffffff") == 0;
    int failed =
        !index ||
        PyDict_SetItem(colours, index, white || found->several ? Py_None : found->one) ||
        (found->several &&
         (PyList_Sort(found->several) || PyDict_SetItem(mixed, index, found->several)));
    Py_XDECREF(index);
    return failed ? -1 : 0;
}

PyObject *
paint_cells(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *fills, *cells, *around;
    Area bounds, cell;
    if (!PyArg_ParseTuple(arguments, "O!O!O", &PyList_Type, &fills, &PyTuple_Type, &cells, &around) ||
        take_area(around, &bounds) < 0)
        return NULL;
    PyObject *colours = PyDict_New(), *mixed = PyDict_New();
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
        Found found = {NULL, NULL};
        int failed = fill ? beside(fill, &cell, paints, near, &found)
                          : together(&cell, paints, near, &found);
        failed = failed || paint_cell(at, &found, colours, mixed);
        Py_XDECREF(found.several);
        if (failed)
            break;
    }
    PyMem_Free(paints);
    if (!PyErr_Occurred())
        return Py_BuildValue("NN", colours, mixed);
    Py_XDECREF(colours);
    Py_XDECREF(mixed);
    return NULL;
}
