/* Ids (crossfoot.schema.identity) and the published rows of cells. */
#include "inner.h"

#include <stdio.h>
#include <string.h>

enum { FIELDS_OF_ROW = 17 };

static int
add_text(Sha256 *hash, PyObject *text)
{
    Py_ssize_t size;
    const char *letters = PyUnicode_AsUTF8AndSize(text, &size);
    if (letters) {
        sha256_add(hash, letters, (size_t)size);
        return 0;
    }
    PyErr_Clear(); /* half a surrogate pair, which is hashed as it is */
    PyObject *written = PyUnicode_AsEncodedString(text, "utf-8", "surrogatepass");
    if (!written)
        return -1;
    sha256_add(hash, PyBytes_AsString(written), (size_t)PyBytes_Size(written));
    Py_DECREF(written);
    return 0;
}

static int
add_part(Sha256 *hash, PyObject *part)
{
    if (part == Py_None) {
        sha256_add(hash, "", 1);
        return 0;
    }
    PyObject *text = PyObject_Str(part);
    int added = text ? add_text(hash, text) : -1;
    Py_XDECREF(text);
    return added;
}

static PyObject *
id_of(Sha256 *hash)
{
    char digits[DIGITS_OF_ID];
    sha256_end(hash, digits);
    return PyUnicode_DecodeASCII(digits, DIGITS_OF_ID, NULL);
}

PyObject *
make_id(PyObject *Py_UNUSED(module), PyObject *const *parts, Py_ssize_t many)
{
    Sha256 hash;
    sha256_begin(&hash);
    for (Py_ssize_t at = 0; at < many; at++) {
        if (at)
            sha256_add(&hash, "\x1f", 1);
        if (add_part(&hash, parts[at]) < 0)
            return NULL;
    }
    return id_of(&hash);
}

/* The table and the row whose cells are made rows. Everything is borrowed. */
typedef struct {
    PyObject *document, *table, *row, *roles, *kind, *found;
    Sha256 begun; /* of the ids of the row's cells */
} Making;

/* Make the beginning that the ids of a row's cells share. */
static int
begin_row(Making *making)
{
    sha256_begin(&making->begun);
    PyObject *parts[] = {making->document, making->table, making->row};
    for (int at = 0; at < 3; at++) {
        if (add_part(&making->begun, parts[at]) < 0)
            return -1;
        sha256_add(&making->begun, "\x1f", 1);
    }
    return 0;
}

static PyObject *
id_at(const Making *making, PyObject *column, PyObject *fragment)
{
    long where = PyLong_AsLong(column), which = PyLong_AsLong(fragment);
    if (PyErr_Occurred())
        return NULL;
    char written[64];
    int size = snprintf(written, sizeof written, "%ld\x1f%ld", where, which);
    Sha256 hash = making->begun;
    sha256_add(&hash, written, (size_t)size);
    return id_of(&hash);
}

static PyObject *
or_none(PyObject *text)
{
    /* Return a text (stolen, may be NULL), None for an empty one. */
    if (!text || PyUnicode_GetLength(text))
        return text;
    Py_DECREF(text);
    return Py_NewRef(Py_None);
}

static PyObject *
joined_symbols(PyObject *symbols)
{
    if (!PyTuple_Check(symbols))
        return PyErr_Format(PyExc_TypeError, "no symbols of a cell");
    if (!PyTuple_Size(symbols))
        return Py_NewRef(Py_None);
    PyObject *blank = PyUnicode_FromString(" ");
    PyObject *result = blank ? PyUnicode_Join(blank, symbols) : NULL;
    Py_XDECREF(blank);
    return or_none(result);
}

static PyObject *
as_kind(PyObject *kind, PyObject *values)
{
    /* Return a tuple (stolen, may be NULL) as one of a class, by tuple.__new__. */
    if (!values)
        return NULL;
    newfunc make = (newfunc)PyType_GetSlot(&PyTuple_Type, Py_tp_new);
    PyObject *arguments = PyTuple_Pack(1, values);
    PyObject *result = arguments ? make((PyTypeObject *)kind, arguments, NULL) : NULL;
    Py_XDECREF(arguments);
    Py_DECREF(values);
    return result;
}

static int
add_published(const Making *making, PyObject *cell, PyObject *part, PyObject *role)
{
    /* Add the row of a part of a cell. */
    PyObject *box = PyTuple_GetItem(part, BOX), *text = PyTuple_GetItem(part, TEXT);
    if (!is_tuple_of(box, 4) || !PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "no part of a cell");
        return -1;
    }
    PyObject *fragment = PyTuple_GetItem(part, FRAGMENT), *column = PyTuple_GetItem(cell, COLUMN);
    PyObject *id = id_at(making, column, fragment);
    PyObject *symbols = id ? joined_symbols(PyTuple_GetItem(part, SYMBOLS)) : NULL;
    PyObject *printed = symbols ? or_none(folded(text)) : NULL;
    PyObject *values = printed ? PyTuple_New(FIELDS_OF_ROW) : NULL;
    int added = -1;
    if (values) {
        PyObject *fields[FIELDS_OF_ROW] = {
            id,
            making->document,
            PyTuple_GetItem(part, PAGE),
            making->table,
            making->row,
            column,
            fragment,
            PyTuple_GetItem(cell, ROW_SPAN),
            PyTuple_GetItem(cell, COLUMN_SPAN),
            PyTuple_GetItem(box, 0),
            PyTuple_GetItem(box, 1),
            PyTuple_GetItem(box, 2),
            PyTuple_GetItem(box, 3),
            printed,
            PyTuple_GetItem(part, FILL),
            symbols,
            role,
        };
        for (int at = 0; at < FIELDS_OF_ROW; at++)
            PyTuple_SetItem(values, at, Py_NewRef(fields[at]));
        PyObject *row = as_kind(making->kind, values);
        added = row ? PyDict_SetItem(making->found, id, row) : -1;
        Py_XDECREF(row);
    }
    Py_XDECREF(printed);
    Py_XDECREF(symbols);
    Py_XDECREF(id);
    return added;
}

static int
add_cell(const Making *making, PyObject *cell)
{
    PyObject *parts = is_tuple_of(cell, FIELDS_OF_CELL) ? PyTuple_GetItem(cell, PARTS) : NULL;
    if (!parts || !PyTuple_Check(parts)) {
        PyErr_SetString(PyExc_TypeError, "no cell");
        return -1;
    }
    PyObject *place = PyTuple_Pack(3, making->table, making->row, PyTuple_GetItem(cell, COLUMN));
    PyObject *role = place ? PyDict_GetItemWithError(making->roles, place) : NULL;
    Py_XDECREF(place);
    if (PyErr_Occurred())
        return -1;
    role = Py_NewRef(role ? role : Py_None);
    int added = 0;
    for (Py_ssize_t at = 0; !added && at < PyTuple_Size(parts); at++) {
        PyObject *part = PyTuple_GetItem(parts, at);
        if (is_tuple_of(part, FIELDS_OF_PART)) {
            added = add_published(making, cell, part, role);
        } else {
            PyErr_SetString(PyExc_TypeError, "no part of a cell");
            added = -1;
        }
    }
    Py_DECREF(role);
    return added;
}

/* A row is (row_no, cells, repeats_heading): crossfoot.schema.page. */
static int
add_row(Making *making, PyObject *row)
{
    PyObject *cells = is_tuple_of(row, 3) ? PyTuple_GetItem(row, 1) : NULL;
    if (!cells || !PyTuple_Check(cells)) {
        PyErr_SetString(PyExc_TypeError, "no row");
        return -1;
    }
    making->row = PyTuple_GetItem(row, 0);
    if (begin_row(making) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < PyTuple_Size(cells); at++)
        if (add_cell(making, PyTuple_GetItem(cells, at)) < 0)
            return -1;
    return 0;
}

PyObject *
cell_rows(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Making making;
    PyObject *rows;
    if (!PyArg_ParseTuple(arguments, "UOO!O!O!", &making.document, &making.table, &PyTuple_Type,
                          &rows, &PyDict_Type, &making.roles, &PyType_Type, &making.kind))
        return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)making.kind, &PyTuple_Type))
        return PyErr_Format(PyExc_TypeError, "no class of tuples");
    making.found = PyDict_New();
    int made = making.found ? 0 : -1;
    for (Py_ssize_t at = 0; !made && at < PyTuple_Size(rows); at++)
        made = add_row(&making, PyTuple_GetItem(rows, at));
    PyObject *result = made < 0 ? NULL : PyDict_Values(making.found);
    Py_XDECREF(making.found);
    return result;
}
