/* Which runs of characters ask for more: the twins of comprehensions in crossfoot/extract/printed.py,
   places.py, unseen.py, raised.py and characters.py that go through all runs of a page. */
#include "inner.h"

#define APART 0.9
#define NARROW 0.46

/* What is asked of runs here is little: taken apart whole they would cost three times as much. */
enum { TEXT, X0, Y0, X1, Y1, BASE, SIZE, LEFTS = 9, TURN };

/* Return a field of a run, NULL with an exception set where it is none. */
static PyObject *
field_of(PyObject *run, int field)
{
    if (PyTuple_Check(run) && PyTuple_Size(run) == RUN_FIELDS)
        return PyTuple_GetItem(run, field);
    PyErr_SetString(PyExc_TypeError, "no run");
    return NULL;
}

/* Return a number of a run, -1.0 with an exception set where it is none. */
static double
number_of(PyObject *run, int field)
{
    PyObject *number = field_of(run, field);
    return number ? PyFloat_AsDouble(number) : -1.0;
}

PyObject *
runs_apart(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *pairs;
    double base = 0, right = 0;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &runs) || !(pairs = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++) {
        PyObject *run = PyList_GetItem(runs, at);
        double here = number_of(run, BASE), size = number_of(run, SIZE);
        if (at > 0 && ((here == base && number_of(run, X0) - right > APART * size) ||
                       here < base - size))
            put(pairs, PyTuple_Pack(2, PyList_GetItem(runs, at - 1), run));
        base = here;
        right = number_of(run, X1);
    }
    if (PyErr_Occurred())
        Py_CLEAR(pairs);
    return pairs;
}

PyObject *
runs_outside(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *boxes;
    if (!PyArg_ParseTuple(arguments, "O!O!", &PyList_Type, &runs, &PyList_Type, &boxes))
        return NULL;
    Four *around = take_fours(boxes);
    if (!around)
        return NULL;
    Py_ssize_t many = PyList_Size(boxes);
    PyObject *outside = PyList_New(0);
    for (Py_ssize_t at = 0; outside && at < PyList_Size(runs); at++) {
        PyObject *run = PyList_GetItem(runs, at);
        double x = (number_of(run, X0) + number_of(run, X1)) / 2;
        double y = (number_of(run, Y0) + number_of(run, Y1)) / 2;
        int inside = 0;
        for (Py_ssize_t box = 0; box < many && !inside; box++)
            inside = around[box][0] <= x && x <= around[box][2] && around[box][1] <= y &&
                     y <= around[box][3];
        if (PyErr_Occurred() || (!inside && PyList_Append(outside, run) < 0))
            Py_CLEAR(outside);
    }
    PyMem_Free(around);
    return outside;
}

PyObject *
runs_beyond(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *beyond;
    double wide, high;
    if (!PyArg_ParseTuple(arguments, "O!dd", &PyList_Type, &runs, &wide, &high) ||
        !(beyond = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++) {
        PyObject *run = PyList_GetItem(runs, at);
        if (number_of(run, X1) <= 0 || number_of(run, Y1) <= 0 || number_of(run, X0) >= wide ||
            number_of(run, Y0) >= high)
            PyList_Append(beyond, run);
    }
    if (PyErr_Occurred())
        Py_CLEAR(beyond);
    return beyond;
}

/* Whether a run may be a figure with a narrow last letter; that it is one is told in Python. */
static int
may_be_raised(PyObject *run)
{
    PyObject *text = field_of(run, TEXT), *lefts = field_of(run, LEFTS);
    if (!text || !lefts || !PyUnicode_Check(text) || !PyTuple_Check(lefts)) {
        PyErr_SetString(PyExc_TypeError, "no run");
        return 0;
    }
    Py_ssize_t letters = PyUnicode_GetLength(text);
    if (letters < 2 || letters != PyTuple_Size(lefts))
        return 0;
    Py_UCS4 first = PyUnicode_ReadChar(text, 0);
    if (first < 0x80 && !(first >= '0' && first <= '9'))
        return 0;
    double last = PyFloat_AsDouble(PyTuple_GetItem(lefts, letters - 1));
    return PyLong_AsLong(field_of(run, TURN)) == 0 &&
           number_of(run, X1) - last < NARROW * number_of(run, SIZE);
}

PyObject *
runs_narrowing(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *places;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &runs) || !(places = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++)
        if (may_be_raised(PyList_GetItem(runs, at)))
            put(places, PyLong_FromSsize_t(at));
    if (PyErr_Occurred())
        Py_CLEAR(places);
    return places;
}

PyObject *
any_turned(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &runs))
        return NULL;
    long turned = 0;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !turned; at++) {
        PyObject *run = PyList_GetItem(runs, at);
        if (!PyTuple_Check(run) || PyTuple_Size(run) != RUN_FIELDS) {
            PyErr_SetString(PyExc_TypeError, "no run");
            return NULL;
        }
        turned = PyLong_AsLong(PyTuple_GetItem(run, RUN_FIELDS - 1));
    }
    return PyErr_Occurred() ? NULL : PyBool_FromLong(turned);
}
