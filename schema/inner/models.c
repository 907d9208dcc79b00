/* Rows that are models, made of values that nobody looks at: the twin of
   crossfoot.schema.model.unchecked. */
#include "inner.h"

/* What a maker of rows holds: who makes what is not plain, the rows' kind, a row's blank values, the
   set of all fields. */
enum { TWIN, KIND, BLANK, ALL_FIELDS, HELD };
enum { VALUES, GIVEN, EXTRA, PRIVATE, SLOTS };

static PyObject *names[SLOTS];

static int
know_names(void)
{
    static const char *const NAMES[SLOTS] = {"__dict__", "__pydantic_fields_set__",
                                             "__pydantic_extra__", "__pydantic_private__"};
    for (int at = 0; at < SLOTS; at++)
        if (!names[at] && !(names[at] = PyUnicode_InternFromString(NAMES[at])))
            return -1;
    return 0;
}

static PyObject *
make(PyObject *held, PyObject *arguments, PyObject *values)
{
    PyObject *row = PyDict_Copy(PyTuple_GetItem(held, BLANK));
    if (!row || (values && PyDict_Update(row, values) < 0)) {
        Py_XDECREF(row);
        return NULL;
    }
    if (PyTuple_Size(arguments) ||
        PyDict_Size(row) != PyDict_Size(PyTuple_GetItem(held, BLANK))) {
        Py_DECREF(row); /* an error, which the twin tells */
        return PyObject_Call(PyTuple_GetItem(held, TWIN), arguments, values);
    }
    newfunc new = (newfunc)PyType_GetSlot(&PyBaseObject_Type, Py_tp_new);
    PyObject *none = PyTuple_New(0);
    PyObject *made =
        none ? new((PyTypeObject *)PyTuple_GetItem(held, KIND), none, NULL) : NULL;
    Py_XDECREF(none);
    PyObject *slots[SLOTS] = {row, PyTuple_GetItem(held, ALL_FIELDS), Py_None, Py_None};
    for (int at = 0; made && at < SLOTS; at++)
        if (PyObject_GenericSetAttr(made, names[at], slots[at]) < 0)
            Py_CLEAR(made);
    Py_DECREF(row);
    return made;
}

PyObject *
row_maker(PyObject *Py_UNUSED(module), PyObject *held)
{
    static PyMethodDef MAKE = {"make", (PyCFunction)(void (*)(void))make,
                               METH_VARARGS | METH_KEYWORDS, NULL};
    if (!is_tuple_of(held, HELD) || !PyType_Check(PyTuple_GetItem(held, KIND)) ||
        !PyDict_Check(PyTuple_GetItem(held, BLANK)))
        return PyErr_Format(PyExc_TypeError, "no kind of rows");
    return know_names() < 0 ? NULL : PyCFunction_NewEx(&MAKE, held, NULL);
}
