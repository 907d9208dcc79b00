/* Rules that touch: the twin of connected_regions in crossfoot/extract/regions.py. */
#include "inner.h"

#include <stdlib.h>

#define SAME_LINE 0.8
#define RULE_FIELDS 5

/* A rule, or several joined to one: then *rule*, borrowed, is NULL. */
typedef struct {
    PyObject *rule;
    int level;
    double at, start, end, width;
    Py_ssize_t order, group;
} Piece;

typedef struct {
    double at;
    Py_ssize_t piece;
} Height;

typedef struct {
    Piece *pieces;
    Py_ssize_t many;
    Height *heights; /* of the level pieces, ascending */
    Py_ssize_t level;
    double reach;
} Regions;

static int
by_number(double one, double other)
{
    return (one > other) - (one < other);
}

static int
by_order(Py_ssize_t one, Py_ssize_t other)
{
    return (one > other) - (one < other);
}

/* As tuples are compared. */
static int
by_fields(const void *one, const void *other)
{
    const Piece *a = one, *b = other;
    int found = a->level - b->level;
    found = found ? found : by_number(a->at, b->at);
    found = found ? found : by_number(a->start, b->start);
    found = found ? found : by_number(a->end, b->end);
    found = found ? found : by_number(a->width, b->width);
    return found ? found : by_order(a->order, b->order);
}

static int
by_start(const void *one, const void *other)
{
    const Piece *a = one, *b = other;
    int found = by_number(a->start, b->start);
    return found ? found : by_order(a->order, b->order);
}

static int
by_height(const void *one, const void *other)
{
    const Height *a = one, *b = other;
    int found = by_number(a->at, b->at);
    return found ? found : by_order(a->piece, b->piece);
}

/* Take the rules; -1 with an exception set where one is none. */
static int
take_rules(PyObject *given, Regions *regions)
{
    for (Py_ssize_t at = 0; at < regions->many; at++) {
        PyObject *rule = PyList_GetItem(given, at);
        if (!PyTuple_Check(rule) || PyTuple_Size(rule) != RULE_FIELDS) {
            PyErr_SetString(PyExc_TypeError, "no rule");
            return -1;
        }
        regions->pieces[at] = (Piece){
            .rule = rule,
            .level = PyObject_IsTrue(PyTuple_GetItem(rule, 0)),
            .at = PyFloat_AsDouble(PyTuple_GetItem(rule, 1)),
            .start = PyFloat_AsDouble(PyTuple_GetItem(rule, 2)),
            .end = PyFloat_AsDouble(PyTuple_GetItem(rule, 3)),
            .width = PyFloat_AsDouble(PyTuple_GetItem(rule, 4)),
            .order = at,
        };
        if (PyErr_Occurred())
            return -1;
    }
    return 0;
}

/* Join the pieces of one line; write them to *joined* and return how many there are. */
static Py_ssize_t
join_line(Piece *line, Py_ssize_t many, double reach, Piece *joined)
{
    Py_ssize_t done = 0;
    if (many > 1)
        qsort(line, (size_t)many, sizeof *line, by_start);
    Piece piece = line[0];
    for (Py_ssize_t at = 1; at < many; at++) {
        const Piece *next = line + at;
        if (next->start > piece.end + reach) {
            joined[done++] = piece;
            piece = *next;
            continue;
        }
        if (next->end - next->start > piece.end - piece.start)
            piece.at = next->at;
        piece.end = most(piece.end, next->end);
        piece.width = most(piece.width, next->width);
        piece.rule = NULL;
    }
    joined[done++] = piece;
    return done;
}

/* Join collinear pieces, in place. */
static void
join_pieces(Regions *regions)
{
    Piece *pieces = regions->pieces;
    Py_ssize_t done = 0;
    qsort(pieces, (size_t)regions->many, sizeof *pieces, by_fields);
    for (Py_ssize_t at = 0; at < regions->many; at++)
        pieces[at].order = at;
    for (Py_ssize_t at = 0, end; at < regions->many; at = end) {
        for (end = at + 1; end < regions->many; end++)
            if (pieces[end].level != pieces[at].level || pieces[end].at - pieces[at].at > SAME_LINE)
                break;
        done += join_line(pieces + at, end - at, regions->reach, pieces + done);
    }
    regions->many = done;
}

static Py_ssize_t
root_of(Piece *pieces, Py_ssize_t at)
{
    while (pieces[at].group != at) {
        pieces[at].group = pieces[pieces[at].group].group;
        at = pieces[at].group;
    }
    return at;
}

/* Return the first of the heights that is not below *at*, or, *after*, that is above it. */
static Py_ssize_t
place_of(const Regions *regions, double at, int after)
{
    Py_ssize_t low = 0, high = regions->level;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        double height = regions->heights[middle].at;
        if (height < at || (after && height == at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Put pieces that touch into one group. */
static void
connect(Regions *regions)
{
    Piece *pieces = regions->pieces;
    for (Py_ssize_t at = 0; at < regions->many; at++) {
        pieces[at].group = at;
        if (pieces[at].level)
            regions->heights[regions->level++] = (Height){pieces[at].at, at};
    }
    qsort(regions->heights, (size_t)regions->level, sizeof *regions->heights, by_height);
    for (Py_ssize_t first = 0; first < regions->many; first++) {
        const Piece *upright = pieces + first;
        if (upright->level)
            continue;
        Py_ssize_t stop = place_of(regions, upright->end + regions->reach, 1);
        Py_ssize_t place = place_of(regions, upright->start - regions->reach, 0);
        for (; place < stop; place++) {
            Py_ssize_t second = regions->heights[place].piece;
            const Piece *level = pieces + second;
            if (level->start - regions->reach <= upright->at &&
                upright->at <= level->end + regions->reach)
                pieces[root_of(pieces, first)].group = root_of(pieces, second);
        }
    }
}

static PyObject *
rule_of(const Piece *piece, PyObject *kind)
{
    if (piece->rule)
        return Py_NewRef(piece->rule);
    return MADE(kind, PyBool_FromLong(piece->level), PyFloat_FromDouble(piece->at),
                PyFloat_FromDouble(piece->start), PyFloat_FromDouble(piece->end),
                PyFloat_FromDouble(piece->width));
}

/* Return the groups in the order of their first pieces, those of one direction alone left out. */
static PyObject *
groups_of(Regions *regions, PyObject *kind)
{
    Piece *pieces = regions->pieces;
    PyObject *groups = PyList_New(0);
    /* By the root of a group: the directions that it has, and its list. */
    int *sides = PyMem_Calloc((size_t)regions->many + 1, sizeof *sides);
    PyObject **lists = PyMem_Calloc((size_t)regions->many + 1, sizeof(PyObject *));
    if (!sides || !lists)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; !PyErr_Occurred() && at < regions->many; at++)
        sides[root_of(pieces, at)] |= pieces[at].level ? 1 : 2;
    for (Py_ssize_t at = 0; !PyErr_Occurred() && at < regions->many; at++) {
        Py_ssize_t root = root_of(pieces, at);
        if (sides[root] != 3)
            continue;
        if (!lists[root] && put(groups, lists[root] = PyList_New(0)) < 0)
            break;
        put(lists[root], rule_of(pieces + at, kind));
    }
    PyMem_Free(sides);
    PyMem_Free(lists);
    if (PyErr_Occurred())
        Py_CLEAR(groups);
    return groups;
}

PyObject *
connect_rules(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Regions regions = {0};
    PyObject *given, *kind, *groups = NULL;
    if (!PyArg_ParseTuple(arguments, "O!dO", &PyList_Type, &given, &regions.reach, &kind))
        return NULL;
    regions.many = PyList_Size(given);
    regions.pieces = PyMem_Calloc((size_t)regions.many + 1, sizeof *regions.pieces);
    regions.heights = PyMem_Calloc((size_t)regions.many + 1, sizeof *regions.heights);
    if (!regions.pieces || !regions.heights)
        PyErr_NoMemory();
    else if (take_rules(given, &regions) == 0) {
        join_pieces(&regions);
        connect(&regions);
        groups = groups_of(&regions, kind);
    }
    PyMem_Free(regions.pieces);
    PyMem_Free(regions.heights);
    return groups;
}
