/* Rules of one direction as edges: the twin of merge_edges in crossfoot/extract/edges.py. */
#include "inner.h"

#include <stdlib.h>

#define RULE_FIELDS 5

/* A rule, then an edge; *order* is its place among the rules. */
typedef struct {
    double at, start, end;
    Py_ssize_t order;
} Side;

static int
by_number(double one, double other)
{
    return (one > other) - (one < other);
}

static int
by_place(const void *one, const void *other)
{
    const Side *a = one, *b = other;
    int found = by_number(a->at, b->at);
    return found ? found : (a->order > b->order) - (a->order < b->order);
}

static int
by_order(const void *one, const void *other)
{
    const Side *a = one, *b = other;
    return (a->order > b->order) - (a->order < b->order);
}

static int
by_fields(const void *one, const void *other)
{
    const Side *a = one, *b = other;
    int found = by_number(a->at, b->at);
    found = found ? found : by_number(a->start, b->start);
    return found ? found : by_number(a->end, b->end);
}

/* Take a list of rules; -1 with an exception set where one is none. */
static int
take_sides(PyObject *given, Side *sides, Py_ssize_t many)
{
    for (Py_ssize_t at = 0; at < many; at++) {
        PyObject *rule = PyList_GetItem(given, at);
        if (!PyTuple_Check(rule) || PyTuple_Size(rule) != RULE_FIELDS) {
            PyErr_SetString(PyExc_TypeError, "no rule");
            return -1;
        }
        sides[at] = (Side){PyFloat_AsDouble(PyTuple_GetItem(rule, 1)),
                           PyFloat_AsDouble(PyTuple_GetItem(rule, 2)),
                           PyFloat_AsDouble(PyTuple_GetItem(rule, 3)), at};
        if (PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* Put rules that stand within *snap* of each other to their mean, summed up in their own order. */
static void
snap_sides(Side *sides, Py_ssize_t many, double snap)
{
    qsort(sides, (size_t)many, sizeof *sides, by_place);
    for (Py_ssize_t first = 0, stop; first < many; first = stop) {
        for (stop = first + 1; stop < many && !(sides[stop].at > sides[stop - 1].at + snap); stop++)
            ;
        qsort(sides + first, (size_t)(stop - first), sizeof *sides, by_order);
        double sum = 0.0;
        for (Py_ssize_t at = first; at < stop; at++)
            sum += sides[at].at;
        for (Py_ssize_t at = first; at < stop; at++)
            sides[at].at = sum / (double)(stop - first);
    }
}

PyObject *
merge_rules(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *given, *edges = NULL;
    double snap, reach;
    if (!PyArg_ParseTuple(arguments, "O!dd", &PyList_Type, &given, &snap, &reach))
        return NULL;
    Py_ssize_t many = PyList_Size(given);
    Side *sides = PyMem_Calloc((size_t)many + 1, sizeof *sides);
    if (!sides)
        return PyErr_NoMemory();
    if (take_sides(given, sides, many) == 0 && (edges = PyList_New(0))) {
        snap_sides(sides, many, snap);
        qsort(sides, (size_t)many, sizeof *sides, by_fields);
        for (Py_ssize_t at = 0, next; at < many && !PyErr_Occurred(); at = next) {
            Side edge = sides[at];
            for (next = at + 1; next < many && sides[next].at == edge.at &&
                                sides[next].start <= edge.end + reach; next++)
                edge.end = most(edge.end, sides[next].end);
            double values[3] = {edge.at, edge.start, edge.end};
            put(edges, numbers(values, 3));
        }
    }
    PyMem_Free(sides);
    if (PyErr_Occurred())
        Py_CLEAR(edges);
    return edges;
}
