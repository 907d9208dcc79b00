/* The module crossfoot.schema._inner: what is asked of cells and made of rows so often that asking
   costs more than answering.

   Each function has a twin in Python that is the reference (crossfoot/schema/compiled.py names
   them; tests/schema/test_compiled*.py hold both to the same answers). */
#ifndef CROSSFOOT_SCHEMA_INNER_H
#define CROSSFOOT_SCHEMA_INNER_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>

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

/* cells.c: text.fold, a new reference; NULL with an exception set on failure. */
PyObject *folded(PyObject *text);

/* digests.c: SHA-256 (FIPS 180-4) and BLAKE2b of 16 bytes without a key (RFC 7693). */
typedef struct {
    uint32_t state[8];
    uint64_t length;
    unsigned char block[64];
} Sha256;

typedef struct {
    uint64_t state[8];
    uint64_t length; /* of what is hashed; what of it is above the last whole block waits */
    unsigned waiting;
    unsigned char block[128];
} Blake2b;

enum { BYTES_OF_BLAKE = 16, DIGITS_OF_ID = 32 };

void sha256_begin(Sha256 *hash);
void sha256_add(Sha256 *hash, const void *data, size_t size);
/* Write the first 32 hex digits. */
void sha256_end(Sha256 *hash, char digits[DIGITS_OF_ID]);
void blake2b_begin(Blake2b *hash);
void blake2b_add(Blake2b *hash, const void *data, size_t size);
void blake2b_end(Blake2b *hash, unsigned char digest[BYTES_OF_BLAKE]);

/* What the module's functions do is said in crossfoot/schema/compiled.py. */
#define ONE_ARGUMENT(FUNCTION)                                                                     \
    FUNCTION(bind_twins)                                                                         \
    FUNCTION(cell_text)                                                                            \
    FUNCTION(cell_plain)                                                                           \
    FUNCTION(cell_named)                                                                           \
    FUNCTION(cell_symbols)                                                                         \
    FUNCTION(prints)                                                                               \
    FUNCTION(sum_rows)                                                                             \
    FUNCTION(row_maker)
#define FUNCTION(name) PyObject *name(PyObject *module, PyObject *given);
ONE_ARGUMENT(FUNCTION)
#undef FUNCTION
PyObject *make_id(PyObject *module, PyObject *const *parts, Py_ssize_t many);
PyObject *cell_rows(PyObject *module, PyObject *arguments);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif
