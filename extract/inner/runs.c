/* Which runs of characters ask for more: the twins of comprehensions in crossfoot/extract/printed.py,
   unseen.py, raised.py and characters.py that go through all runs of a page. */
#include "inner.h"

#define APART 0.9
#define NARROW 0.46

PyObject *
runs_apart(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *pairs;
    Run before, run;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &runs) || !(pairs = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++, before = run) {
        if (take_run(PyList_GetItem(runs, at), &run) < 0)
            break;
        if (at > 0 && ((run.base == before.base && run.x0 - before.x1 > APART * run.size) ||
                       run.base < before.base - run.size))
            put(pairs, PyTuple_Pack(2, PyList_GetItem(runs, at - 1), PyList_GetItem(runs, at)));
    }
    if (PyErr_Occurred())
        Py_CLEAR(pairs);
    return pairs;
}

PyObject *
runs_beyond(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *beyond;
    double wide, high;
    Run run;
    if (!PyArg_ParseTuple(arguments, "O!dd", &PyList_Type, &runs, &wide, &high) ||
        !(beyond = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++) {
        if (take_run(PyList_GetItem(runs, at), &run) < 0)
            break;
        if (run.x1 <= 0 || run.y1 <= 0 || run.x0 >= wide || run.y0 >= high)
            PyList_Append(beyond, PyList_GetItem(runs, at));
    }
    if (PyErr_Occurred())
        Py_CLEAR(beyond);
    return beyond;
}

/* Whether a run may be a figure with a narrow last letter; that it is one is told in Python. */
static int
may_be_raised(const Run *run)
{
    Py_ssize_t letters = PyUnicode_GetLength(run->text);
    if (run->turn || letters < 2 || letters != PyTuple_Size(run->lefts))
        return 0;
    Py_UCS4 first = PyUnicode_ReadChar(run->text, 0);
    if (first < 0x80 && !(first >= '0' && first <= '9'))
        return 0;
    double last = PyFloat_AsDouble(PyTuple_GetItem(run->lefts, letters - 1));
    return run->x1 - last < NARROW * run->size;
}

PyObject *
runs_narrowing(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *runs, *places;
    Run run;
    if (!PyArg_ParseTuple(arguments, "O!", &PyList_Type, &runs) || !(places = PyList_New(0)))
        return NULL;
    for (Py_ssize_t at = 0; at < PyList_Size(runs) && !PyErr_Occurred(); at++)
        if (take_run(PyList_GetItem(runs, at), &run) == 0 && may_be_raised(&run))
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
