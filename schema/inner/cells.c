/* What is asked of a cell (crossfoot.schema.page).

   The twins in Python answer whatever is not plain: here a cell is answered that has one part
   without superscripts. */
#include "inner.h"

enum { FOLD, WHOLE_TEXT, WHOLE_PLAIN, WHOLE_NAMED, WHOLE_SYMBOLS, WHOLE_PRINTS, TWINS };

static PyObject *twins[TWINS];

static PyObject *
lone_part(PyObject *cell)
{
    /* Return the only part of a cell, borrowed; NULL without an exception where it is not plain. */
    PyObject *parts = is_tuple_of(cell, FIELDS_OF_CELL) ? PyTuple_GetItem(cell, PARTS) : NULL;
    PyObject *part = parts && is_tuple_of(parts, 1) ? PyTuple_GetItem(parts, 0) : NULL;
    if (!part || !is_tuple_of(part, FIELDS_OF_PART))
        return NULL;
    return PyUnicode_Check(PyTuple_GetItem(part, TEXT)) ? part : NULL;
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

PyObject *
cell_text(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    return part ? folded(PyTuple_GetItem(part, TEXT)) : ask(WHOLE_TEXT, cell);
}

PyObject *
cell_plain(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    if (part && !is_raised(part))
        return folded(PyTuple_GetItem(part, TEXT));
    return ask(WHOLE_PLAIN, cell);
}

PyObject *
cell_named(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    if (part && !is_raised(part))
        return folded(PyTuple_GetItem(part, TEXT));
    return ask(WHOLE_NAMED, cell);
}

PyObject *
cell_symbols(PyObject *Py_UNUSED(module), PyObject *cell)
{
    PyObject *part = lone_part(cell);
    return part ? Py_NewRef(PyTuple_GetItem(part, SYMBOLS)) : ask(WHOLE_SYMBOLS, cell);
}

PyObject *
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
PyObject *
bind_twins(PyObject *Py_UNUSED(module), PyObject *given)
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
