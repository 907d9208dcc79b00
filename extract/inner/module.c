/* The module crossfoot.extract._inner: what its functions share, and its table of functions. */
#include "inner.h"

#include <string.h>

#define CALL(result, name, arguments) #name,
static const char *const NAMES[] = {PDFIUM_CALLS(CALL)};
#undef CALL
enum { CALLS = sizeof NAMES / sizeof *NAMES };

Calls pdfium;
static int bound;

int
take_address(PyObject *given, void *address)
{
    void *taken = PyLong_AsVoidPtr(given);
    if (!taken || !bound) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "no address, or PDFium's functions are not bound");
        return 0;
    }
    *(void **)address = taken;
    return 1;
}

int
take_matrix(PyObject *given, void *matrix)
{
    Matrix *m = matrix;
    if (!PyTuple_Check(given)) {
        PyErr_SetString(PyExc_TypeError, "no matrix");
        return 0;
    }
    return PyArg_ParseTuple(given, "dddddd", &m->a, &m->b, &m->c, &m->d, &m->e, &m->f);
}

Four *
take_fours(PyObject *given)
{
    Py_ssize_t many = PyList_Size(given);
    Four *taken = PyMem_Calloc((size_t)many + 1, sizeof *taken);
    if (!taken)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < many && !PyErr_Occurred(); at++) {
        PyObject *sides = PyList_GetItem(given, at);
        if (!PyTuple_Check(sides))
            PyErr_SetString(PyExc_TypeError, "no sides");
        else
            PyArg_ParseTuple(sides, "dddd", taken[at], taken[at] + 1, taken[at] + 2,
                             taken[at] + 3);
    }
    if (!PyErr_Occurred())
        return taken;
    PyMem_Free(taken);
    return NULL;
}

/* From Python 3.14 on a tuple holds its hash, which only Python itself may blank. */
#define HOLDS_HASH 0x030E0000UL

static int
is_of_tuples(PyObject *type)
{
    if (PyType_Check(type) && PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type))
        return 1;
    PyErr_SetString(PyExc_TypeError, "no class of tuples");
    return 0;
}

static PyObject *
blank(PyObject *type, Py_ssize_t many)
{
    /* Return a tuple of a class, its fields not set; NULL with an exception set on failure. */
    if (!is_of_tuples(type))
        return NULL;
    allocfunc make = (allocfunc)PyType_GetSlot((PyTypeObject *)type, Py_tp_alloc);
    return make((PyTypeObject *)type, many);
}

static PyObject *
copied(PyObject *type, PyObject *fields)
{
    /* As named(), by tuple.__new__. */
    static newfunc make;
    if (!make)
        make = (newfunc)PyType_GetSlot(&PyTuple_Type, Py_tp_new);
    PyObject *arguments = is_of_tuples(type) ? PyTuple_Pack(1, fields) : NULL;
    PyObject *result = arguments ? make((PyTypeObject *)type, arguments, NULL) : NULL;
    Py_XDECREF(arguments);
    return result;
}

PyObject *
named(PyObject *type, PyObject *fields)
{
    /* A named tuple's own constructor takes its fields one by one. */
    if (!fields)
        return NULL;
    PyObject *result;
    if (Py_Version >= HOLDS_HASH) {
        result = copied(type, fields);
    } else {
        Py_ssize_t many = PyTuple_Size(fields);
        result = blank(type, many);
        for (Py_ssize_t at = 0; result && at < many; at++)
            PyTuple_SetItem(result, at, Py_NewRef(PyTuple_GetItem(fields, at)));
    }
    Py_DECREF(fields);
    return result;
}

PyObject *
made(PyObject *type, size_t many, PyObject **fields)
{
    int whole = Py_Version < HOLDS_HASH; /* else it is a plain tuple first */
    PyObject *tuple = whole ? blank(type, (Py_ssize_t)many) : PyTuple_New((Py_ssize_t)many);
    for (size_t at = 0; at < many; at++) {
        if (!fields[at])
            Py_CLEAR(tuple);
        if (tuple)
            PyTuple_SetItem(tuple, (Py_ssize_t)at, fields[at]);
        else
            Py_XDECREF(fields[at]);
    }
    return whole ? tuple : named(type, tuple);
}

PyObject *
numbers(const double *values, Py_ssize_t count)
{
    PyObject *result = PyTuple_New(count);
    for (Py_ssize_t at = 0; result && at < count; at++) {
        PyObject *value = PyFloat_FromDouble(values[at]);
        if (!value || PyTuple_SetItem(result, at, value) < 0)
            Py_CLEAR(result);
    }
    return result;
}

int
put(PyObject *list, PyObject *value)
{
    if (!value)
        return -1;
    int put = PyList_Append(list, value);
    Py_DECREF(value);
    return put;
}

/* Take the addresses of PDFium's functions, in the order of CALLS. */
static PyObject *
bind(PyObject *Py_UNUSED(module), PyObject *addresses)
{
    void *taken[CALLS];
    if (!PyTuple_Check(addresses) || PyTuple_Size(addresses) != CALLS)
        return PyErr_Format(PyExc_ValueError, "%d addresses are needed", (int)CALLS);
    for (int at = 0; at < CALLS; at++) {
        taken[at] = PyLong_AsVoidPtr(PyTuple_GetItem(addresses, at));
        if (!taken[at])
            return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "no %s", NAMES[at]);
    }
    enum { ONE = 1 / (sizeof pdfium == sizeof taken) }; /* a table of as many addresses */
    memcpy(&pdfium, taken, sizeof pdfium);
    bound = 1;
    Py_RETURN_NONE;
}

static PyMethodDef FUNCTIONS[] = {
    {"bind", bind, METH_O, NULL},
#define FUNCTION(name) {#name, name, METH_VARARGS, NULL},
    FUNCTIONS_OF_THE_MODULE(FUNCTION)
#undef FUNCTION
    {NULL, NULL, 0, NULL},
};

static int
fill_module(PyObject *module)
{
    PyObject *names = PyTuple_New(CALLS);
    for (int at = 0; names && at < CALLS; at++) {
        PyObject *name = PyUnicode_FromString(NAMES[at]);
        if (!name || PyTuple_SetItem(names, at, name) < 0)
            Py_CLEAR(names);
    }
    int added = names ? PyModule_AddObjectRef(module, "CALLS", names) : -1;
    Py_XDECREF(names);
    if (added == 0)
        added = PyModule_AddStringConstant(module, "SOURCES", SOURCES);
    return added;
}

static PyModuleDef_Slot SLOTS[] = {{Py_mod_exec, fill_module}, {0, NULL}};

static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, "crossfoot.extract._inner", NULL, 0, FUNCTIONS, SLOTS, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit__inner(void)
{
    return PyModuleDef_Init(&MODULE);
}
