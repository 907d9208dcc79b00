/* The module crossfoot.schema._inner: what is asked of a cell so often that asking costs more than
   answering.

   Each function has a twin in Python that is the reference (crossfoot.schema.page) and answers
   whatever is not plain: here a plain cell is answered, one part without superscripts. A cell is
   (col_no, row_span, col_span, parts), a part (fragment, page, box, text, fill, symbols, raised). */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

enum { PARTS = 3, TEXT = 3, SYMBOLS = 5, RAISED = 6, FIELDS_OF_CELL = 4, FIELDS_OF_PART = 7 };
enum { FOLD, WHOLE_TEXT, WHOLE_PLAIN, WHOLE_NAMED, WHOLE_SYMBOLS, WHOLE_PRINTS, TWINS };

static PyObject *twins[TWINS];

static PyObject *
lone_part(PyObject *cell)
{
    /* Return the only part of a cell, borrowed; NULL without an exception where it is not plain. */
    if (!PyTuple_Check(cell) || PyTuple_Size(cell) != FIELDS_OF_CELL)
        return NULL;
    PyObject *parts = PyTuple_GetItem(cell, PARTS);
    if (!PyTuple_Check(parts) || PyTuple_Size(parts) != 1)
        return NULL;
    PyObject *part = PyTuple_GetItem(parts, 0);
    int is_part = PyTuple_Check(part) && PyTuple_Size(part) == FIELDS_OF_PART;
    return is_part && PyUnicode_Check(PyTuple_GetItem(part, TEXT)) ? part : NULL;
}

static int
is_raised(PyObject *part)
{
    PyObject *raised = PyTuple_GetItem(part, RAISED);
    return !PyTuple_Check(raised) || PyTuple_Size(raised) != 0;
}

static PyObject *
ask(int twin, PyObject *given)
{
    if (twins[twin])
        return PyObject_CallFunctionObjArgs(twins[twin], given, NULL);
    PyErr_SetString(PyExc_ValueError, "the twins in Python are not bound");
    return NULL;
}

static int
is_folded(PyObject *text)
{
    /* Whether folding would return the same: ASCII, without breaks and doubled or outer blanks. */
    Py_ssize_t size;
    const char *letters = PyUnicode_AsUTF8AndSize(text, &size);
    if (!letters) {
        PyErr_Clear(); /* half a surrogate pair */
        return 0;
    }
    char before = ' ';
    for (Py_ssize_t at = 0; at < size; at++) {
        unsigned char letter = (unsigned char)letters[at];
        if (letter < ' ' || letter > '~' || (letter == ' ' && before == ' '))
            return 0;
        before = letters[at];
    }
    return !size || before != ' ';
}

static PyObject *
folded(PyObject *text)
{
    return is_folded(text) ? Py_NewRef(text) : ask(FOLD, text);
}

static PyObject *
cell_text(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    return part ? folded(PyTuple_GetItem(part, TEXT)) : ask(WHOLE_TEXT, cell);
}

static PyObject *
cell_plain(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    if (part && !is_raised(part))
        return folded(PyTuple_GetItem(part, TEXT));
    return ask(WHOLE_PLAIN, cell);
}

static PyObject *
cell_named(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    if (part && !is_raised(part))
        return folded(PyTuple_GetItem(part, TEXT));
    return ask(WHOLE_NAMED, cell);
}

static PyObject *
cell_symbols(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    return part ? Py_NewRef(PyTuple_GetItem(part, SYMBOLS)) : ask(WHOLE_SYMBOLS, cell);
}

static PyObject *
prints(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    if (!part)
        return ask(WHOLE_PRINTS, cell);
    PyObject *text = PyTuple_GetItem(part, TEXT);
    if (!PyUnicode_GetLength(text))
        Py_RETURN_FALSE;
    Py_UCS4 first = PyUnicode_ReadChar(text, 0);
    if (first > ' ' && first <= '~')
        Py_RETURN_TRUE;
    return ask(WHOLE_PRINTS, cell);
}

/* Take the twins: fold, and what answers for a cell that is not plain, in the order of the enum. */
static PyObject *
bind(PyObject *Py_UNUSED(module), PyObject *given)
{
    if (!PyTuple_Check(given) || PyTuple_Size(given) != TWINS)
        return PyErr_Format(PyExc_ValueError, "%d functions are needed", (int)TWINS);
    for (int at = 0; at < TWINS; at++) {
        PyObject *before = twins[at];
        twins[at] = Py_NewRef(PyTuple_GetItem(given, at));
        Py_XDECREF(before);
    }
    Py_RETURN_NONE;
}

static PyMethodDef FUNCTIONS[] = {
    {"bind", bind, METH_O, NULL},
    {"cell_text", cell_text, METH_O, NULL},
    {"cell_plain", cell_plain, METH_O, NULL},
    {"cell_named", cell_named, METH_O, NULL},
    {"cell_symbols", cell_symbols, METH_O, NULL},
    {"prints", prints, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int
fill_module(PyObject *module)
{
    return PyModule_AddStringConstant(module, "SOURCES", SOURCES);
}

static PyModuleDef_Slot SLOTS[] = {{Py_mod_exec, fill_module}, {0, NULL}};

static struct PyModuleDef MODULE = {
    PyModuleDef_HEAD_INIT, "crossfoot.schema._inner", NULL, 0, FUNCTIONS, SLOTS, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit__inner(void)
{
    return PyModuleDef_Init(&MODULE);
}
