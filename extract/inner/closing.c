/* The rules of a region closed on the sides where none bounds it, and the level rules that stand in
   no grid: the twins of closed in crossfoot/extract/closing.py and _outside in
   crossfoot/extract/unread.py. */
#include "inner.h"

#include <math.h>

#define RULE_FIELDS 5

enum { LYING, STANDING, DIRECTIONS };

typedef struct {
    double at, start, end;
} Side;

/* The rules of one direction: as they are given, and what is known of where they stand. */
typedef struct {
    Py_ssize_t many;
    Side *sides; /* with room for what closes them */
    PyObject *rules;
    double first, last; /* places */
} Direction;

/* Where a side is missing. */
typedef struct {
    int first_missing, last_missing;
    double first, last;
} Missing;

/* Take a rule apart; its direction, -1 with an exception set where it is none. */
static int
take_rule(PyObject *given, Side *side)
{
    if (!PyTuple_Check(given) || PyTuple_Size(given) != RULE_FIELDS) {
        PyErr_SetString(PyExc_TypeError, "no rule");
        return -1;
    }
    int level = PyObject_IsTrue(PyTuple_GetItem(given, 0));
    *side = (Side){PyFloat_AsDouble(PyTuple_GetItem(given, 1)),
                   PyFloat_AsDouble(PyTuple_GetItem(given, 2)),
                   PyFloat_AsDouble(PyTuple_GetItem(given, 3))};
    return PyErr_Occurred() ? -1 : level ? LYING : STANDING;
}

/* Add a side that no rule draws; -1 with an exception set on failure. */
static int
add_side(Direction *direction, PyObject *kind, int level, Side side)
{
    direction->sides[direction->many++] = side;
    return put(direction->rules,
               MADE(kind, PyBool_FromLong(level), PyFloat_FromDouble(side.at),
                    PyFloat_FromDouble(side.start), PyFloat_FromDouble(side.end),
                    PyFloat_FromDouble(0.0)));
}

static void
find_places(Direction *closing)
{
    closing->first = closing->last = closing->sides[0].at;
    for (Py_ssize_t at = 1; at < closing->many; at++) {
        closing->first = least(closing->first, closing->sides[at].at);
        closing->last = most(closing->last, closing->sides[at].at);
    }
}

static Missing
open_sides(const Direction *crossing, const Direction *closing, double snap)
{
    double clearance = 2 * snap;
    double first = closing->first - clearance, last = closing->last + clearance;
    Missing found = {0, 0, 0, 0};
    for (Py_ssize_t at = 0; at < crossing->many; at++) {
        double start = crossing->sides[at].start, end = crossing->sides[at].end;
        if (start < first)
            found.first = found.first_missing++ ? least(found.first, start) : start;
        if (end > last)
            found.last = found.last_missing++ ? most(found.last, end) : end;
    }
    int starts = 0, ends = 0;
    for (Py_ssize_t at = 0; at < crossing->many; at++) {
        double start = crossing->sides[at].start, end = crossing->sides[at].end;
        starts += start < first && fabs(start - found.first) <= snap;
        ends += end > last && fabs(end - found.last) <= snap;
    }
    found.first_missing = starts > 1;
    found.last_missing = ends > 1;
    return found;
}

/* Return the side at *place* that rules of the other direction reach: those that start by *by*, or
   where *ends* is set end from there on. *many* is how many rules of it are looked at; nothing is
   found where none reaches it. */
static int
reached(const Direction *crossing, Py_ssize_t many, double place, double by, int ends, Side *side)
{
    int found = 0;
    for (Py_ssize_t at = 0; at < many; at++) {
        const Side *rule = crossing->sides + at;
        if (ends ? rule->end >= by : rule->start <= by) {
            *side = found ? (Side){place, least(side->start, rule->at), most(side->end, rule->at)}
                          : (Side){place, rule->at, rule->at};
            found = 1;
        }
    }
    return found;
}

/* Add the sides that are missing, then those where rules of the other direction end. */
static int
close_sides(Direction *directions, double snap, PyObject *kind, Missing level, Missing upright)
{
    Direction *lying = directions + LYING, *standing = directions + STANDING;
    double start = level.first_missing ? level.first : standing->first;
    double end = level.last_missing ? level.last : standing->last;
    Side side;
    if (upright.first_missing && add_side(lying, kind, 1, (Side){upright.first, start, end}) < 0)
        return -1;
    if (upright.last_missing && add_side(lying, kind, 1, (Side){upright.last, start, end}) < 0)
        return -1;
    if (level.first_missing &&
        reached(lying, lying->many, level.first, level.first + snap, 0, &side) &&
        add_side(standing, kind, 0, side) < 0)
        return -1;
    if (level.last_missing &&
        reached(lying, lying->many, level.last, level.last - snap, 1, &side) &&
        add_side(standing, kind, 0, side) < 0)
        return -1;
    find_places(lying);
    find_places(standing);
    Py_ssize_t many[DIRECTIONS] = {lying->many, standing->many};
    for (int closing = LYING; closing < DIRECTIONS; closing++) {
        Direction *closed = directions + closing, *crossing = directions + !closing;
        for (int ends = 0; ends < 2; ends++) {
            double place = ends ? closed->last : closed->first;
            double by = ends ? place - snap : place + snap;
            if (reached(crossing, many[!closing], place, by, ends, &side) &&
                add_side(closed, kind, closing == LYING, side) < 0)
                return -1;
        }
    }
    return 0;
}

#define MOST_ADDED 4 /* sides of each direction */

PyObject *
close_region(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *region, *kind, *result = NULL;
    double snap;
    Direction directions[DIRECTIONS] = {{0}};
    Missing level = {0, 0, 0, 0}, upright = level;
    if (!PyArg_ParseTuple(arguments, "O!dO", &PyList_Type, &region, &snap, &kind))
        return NULL;
    size_t room = (size_t)PyList_Size(region) + MOST_ADDED;
    for (int at = 0; at < DIRECTIONS; at++) {
        directions[at].sides = PyMem_Calloc(room, sizeof *directions[at].sides);
        directions[at].rules = PyList_New(0);
    }
    if (!directions[LYING].sides || !directions[STANDING].sides)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < PyList_Size(region) && !PyErr_Occurred(); at++) {
        Side side;
        int taken = take_rule(PyList_GetItem(region, at), &side);
        if (taken < 0)
            break;
        Direction *direction = directions + taken;
        direction->sides[direction->many++] = side;
        PyList_Append(direction->rules, PyList_GetItem(region, at));
    }
    if (!PyErr_Occurred() && (!directions[LYING].many || !directions[STANDING].many))
        PyErr_SetString(PyExc_ValueError, "a region has rules of both directions");
    if (!PyErr_Occurred()) {
        find_places(directions + LYING);
        find_places(directions + STANDING);
        level = open_sides(directions + LYING, directions + STANDING, snap);
        upright = open_sides(directions + STANDING, directions + LYING, snap);
        if (close_sides(directions, snap, kind, level, upright) == 0)
            result = Py_BuildValue("OOOO", directions[LYING].rules, directions[STANDING].rules,
                                   upright.first_missing ? Py_True : Py_False,
                                   upright.last_missing ? Py_True : Py_False);
    }
    for (int at = 0; at < DIRECTIONS; at++) {
        PyMem_Free(directions[at].sides);
        Py_XDECREF(directions[at].rules);
    }
    return result;
}

PyObject *
rules_outside(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *rules, *grids;
    if (!PyArg_ParseTuple(arguments, "O!O!", &PyList_Type, &rules, &PyList_Type, &grids))
        return NULL;
    Four *around = take_fours(grids);
    if (!around)
        return NULL;
    Py_ssize_t many = PyList_Size(grids);
    PyObject *outside = PyList_New(0);
    for (Py_ssize_t at = 0; outside && at < PyList_Size(rules); at++) {
        Side side;
        int taken = take_rule(PyList_GetItem(rules, at), &side), inside = taken != LYING;
        for (Py_ssize_t grid = 0; grid < many && !inside; grid++)
            inside = around[grid][0] <= side.at && side.at <= around[grid][1] &&
                     around[grid][2] <= side.start && side.end <= around[grid][3];
        if (taken < 0 || (!inside && PyList_Append(outside, PyList_GetItem(rules, at)) < 0))
            Py_CLEAR(outside);
    }
    PyMem_Free(around);
    return outside;
}
