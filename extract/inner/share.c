/* Which cell each run of characters stands in: the twin of crossfoot/extract/share.py, which says
   why. What stands over the edge of a cell or goes on across it is handed back. */
#include "places.h"

#include <math.h>

#define OVER (1.0 / 3.0)
#define BELOW (1.0 / 4.0)
#define HIGHEST 1.0
#define DEEPEST 0.3
#define BLANK 0.6

static int
is_same(Spot one, Spot other)
{
    return one.grid == other.grid && one.cell == other.cell;
}

/* Whether a run goes on from the one before across a gap no wider than a blank. */
static int
goes_on(const Run *before, const Run *run)
{
    double gap = run->x0 - before->x1;
    return before->base == run->base && 0 <= gap && gap < BLANK * run->size;
}

/* Whether a run stands far enough over the edge of its cell to be told of. */
static int
is_cut(const Run *run, const Bounds *cell, Py_ssize_t letters)
{
    double top = run->y0, bottom = run->y1;
    if (top <= run->base && run->base <= bottom) {
        top = fmax(top, run->base - HIGHEST * run->size);
        bottom = fmin(bottom, run->base + DEEPEST * run->size);
    }
    double high = BELOW * (bottom - top);
    double wide = OVER * (run->x1 - run->x0) / (double)letters;
    return bottom > cell->y1 + high || top < cell->y0 - high || run->x1 > cell->x1 + wide ||
           run->x0 < cell->x0 - wide;
}

/* The sharing out: the run before, if there was one, its cell and the list of that cell's runs (all
   borrowed). */
typedef struct {
    const Places *packed;
    PyObject *texts, *outside;
    PyObject *last;
    Run before;
    Spot home;
    PyObject *held;
} Sharing;

/* Return the list of runs of a cell, borrowed from its dictionary, which makes it where missing. */
static PyObject *
runs_of(const Sharing *sharing, Spot spot)
{
    PyObject *index = PyLong_FromLong(spot.cell);
    PyObject *by_cell = PyList_GetItem(sharing->texts, spot.grid);
    PyObject *runs = index && by_cell ? PyObject_GetItem(by_cell, index) : NULL;
    Py_XDECREF(index);
    if (runs && !PyList_Check(runs))
        PyErr_SetString(PyExc_TypeError, "no list of runs");
    Py_XDECREF(runs); /* the dictionary holds it */
    return PyErr_Occurred() ? NULL : runs;
}

/* Put a run into a cell; -1 with an exception set on failure. */
static int
put_in(Sharing *sharing, PyObject *given, const Run *run, Spot spot)
{
    if (!sharing->held || !is_same(spot, sharing->home))
        sharing->held = runs_of(sharing, spot);
    if (!sharing->held || PyList_Append(sharing->held, given) < 0)
        return -1;
    sharing->last = given;
    sharing->before = *run;
    sharing->home = spot;
    return 1;
}

/* Place a run. Returns 1 where that is done, 0 where it is handed back, -1 with an exception. */
static int
share_run(Sharing *sharing, PyObject *given)
{
    Run run;
    if (take_run(given, &run) < 0)
        return -1;
    if (run.turn == OBLIQUE)
        return PyList_Append(sharing->outside, given) < 0 ? -1 : 1;
    /* The cell of the run before, if no other grid can stand in it. */
    const Place *place = sharing->last ? sharing->packed->places + sharing->home.grid : NULL;
    const Bounds *home = place && place->alone ? place->bounds + sharing->home.cell : NULL;
    if (home && home->x0 <= run.x0 && run.x0 <= run.x1 && run.x1 < home->x1 &&
        home->y0 <= run.y0 && run.y0 <= run.y1 && run.y1 < home->y1)
        return put_in(sharing, given, &run, sharing->home);
    Py_ssize_t letters = PyTuple_Size(run.lefts);
    if (letters < 1)
        return 0;
    double second = letters > 1 ? PyFloat_AsDouble(PyTuple_GetItem(run.lefts, 1)) : run.x1;
    double edge = PyFloat_AsDouble(PyTuple_GetItem(run.lefts, letters - 1));
    if (PyErr_Occurred())
        return -1;
    double first = (run.x0 + second) / 2, last = (edge + run.x1) / 2, y = (run.y0 + run.y1) / 2;
    Spot start = sharing->home, end = start;
    if (!home || !(home->x0 <= first && first <= last && last < home->x1 && home->y0 <= y &&
                   y < home->y1)) {
        start = spot_of(sharing->packed, first, y);
        end = last == first ? start : spot_of(sharing->packed, last, y);
    }
    int moves = sharing->last && !is_same(start, sharing->home);
    if (!is_same(start, end) || (moves && goes_on(&sharing->before, &run)))
        return 0;
    if (start.grid < 0)
        return PyList_Append(sharing->outside, given) < 0 ? -1 : 1;
    if (is_cut(&run, sharing->packed->places[start.grid].bounds + start.cell, letters))
        return 0;
    return put_in(sharing, given, &run, start);
}

PyObject *
share_runs(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *capsule, *runs, *before;
    Py_ssize_t at;
    Sharing sharing = {0};
    if (!PyArg_ParseTuple(arguments, "OO!nO!O!O(ni)", &capsule, &PyList_Type, &runs, &at,
                          &PyList_Type, &sharing.texts, &PyList_Type, &sharing.outside, &before,
                          &sharing.home.grid, &sharing.home.cell))
        return NULL;
    const Places *packed = sharing.packed = PyCapsule_GetPointer(capsule, PLACES);
    if (!packed)
        return NULL;
    sharing.last = before == Py_None ? NULL : before;
    Spot home = sharing.home;
    if (PyList_Size(sharing.texts) != packed->many ||
        (sharing.last && (home.grid < 0 || home.grid >= packed->many || home.cell < 0 ||
                          home.cell >= packed->places[home.grid].cells)))
        return PyErr_Format(PyExc_ValueError, "another page's grids");
    if (sharing.last && take_run(before, &sharing.before) < 0)
        return NULL;
    int shared = 1;
    for (at = at < 0 ? 0 : at; at < PyList_Size(runs); at++)
        if ((shared = share_run(&sharing, PyList_GetItem(runs, at))) <= 0)
            break;
    if (shared < 0)
        return NULL;
    return Py_BuildValue("nO(ni)", at, sharing.last ? sharing.last : Py_None, sharing.home.grid,
                         sharing.home.cell);
}
