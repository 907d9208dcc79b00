/* The module crossfoot.schema._inner: what is asked of cells, and done to make rows, so often that asking
   costs more than answering.

   Each function has a twin in Python that is the reference (crossfoot/schema/compiled.py names
   them; tests/schema/test_compiled*.py hold both to the same answers). */
#ifndef CROSSFOOT_SCHEMA_INNER_H
#define CROSSFOOT_SCHEMA_INNER_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* Names of one file that another calls are this module's alone: a C library may have the same. */
#ifdef __GNUC__
#pragma GCC visibility push(hidden)
#endif

/* A cell is (col_no, row_span, col_span, parts), a part (fragment, page, box, text, fill, symbols,
   raised): crossfoot.schema.page. */
enum { COLUMN, ROW_SPAN, COLUMN_SPAN, PARTS, FIELDS_OF_CELL };
enum { FRAGMENT, PAGE, BOX, TEXT, FILL, SYMBOLS, RAISED, FIELDS_OF_PART };

/* Whether something is a tuple of so many. */
static inline int
is_tuple_of(PyObject *given, Py_ssize_t many)
{
    return PyTuple_Check(given) && PyTuple_Size(given) == many;
}

/* What the module's functions do is said in crossfoot/schema/compiled.py. */
#define ONE_ARGUMENT(FUNCTION)                                                                     \
    FUNCTION(bind_twins)                                                                         \
    FUNCTION(cell_text)                                                                            \
    FUNCTION(cell_plain)                                                                           \
    FUNCTION(cell_named)                                                                           \
    FUNCTION(cell_symbols)                                                                         \
    FUNCTION(prints)                                                                               \
    FUNCTION(row_maker)
#define FUNCTION(name) PyObject *name(PyObject *module, PyObject *given);
ONE_ARGUMENT(FUNCTION)
#undef FUNCTION

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif
