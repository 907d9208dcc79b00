/* What tells plain rows from others: the twin of crossfoot.schema.plain.sum_of. Each row is written
   as marshal of version 2 writes it, and hashed as it is written. */
#include "inner.h"

#include <string.h>

static void
write_type(Blake2b *hash, char type)
{
    blake2b_add(hash, &type, 1);
}

static void
write_number(Blake2b *hash, uint64_t number, int bytes)
{
    unsigned char written[8];
    for (int at = 0; at < bytes; at++)
        written[at] = (unsigned char)(number >> 8 * at);
    blake2b_add(hash, written, (size_t)bytes);
}

static int
write_text(Blake2b *hash, PyObject *text)
{
    Py_ssize_t size;
    const char *letters = PyUnicode_AsUTF8AndSize(text, &size);
    if (!letters || size > INT32_MAX) {
        PyErr_Clear(); /* half a surrogate pair */
        return 0;
    }
    write_type(hash, 'u');
    write_number(hash, (uint64_t)size, 4);
    blake2b_add(hash, letters, (size_t)size);
    return 1;
}

static int
write_value(Blake2b *hash, PyObject *value)
{
    /* Return 0 for what is left to the twin. */
    if (value == Py_None) {
        write_type(hash, 'N');
        return 1;
    }
    if (PyUnicode_CheckExact(value))
        return write_text(hash, value);
    if (PyFloat_CheckExact(value)) {
        double number = PyFloat_AsDouble(value);
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        write_type(hash, 'g');
        write_number(hash, bits, 8);
        return 1;
    }
    if (PyLong_CheckExact(value)) {
        int beyond;
        long long number = PyLong_AsLongLongAndOverflow(value, &beyond);
        if (beyond || number > INT32_MAX || number < INT32_MIN)
            return 0;
        write_type(hash, 'i');
        write_number(hash, (uint64_t)number, 4);
        return 1;
    }
    return 0;
}

static int
add_row(PyObject *row, uint64_t sums[BYTES_OF_BLAKE / 4])
{
    /* Add the digest of a row, four bytes of it to each sum. Return 0 for what is left to the twin. */
    if (!PyTuple_CheckExact(row) || PyTuple_Size(row) > INT32_MAX)
        return 0;
    Blake2b hash;
    blake2b_begin(&hash);
    write_type(&hash, '(');
    write_number(&hash, (uint64_t)PyTuple_Size(row), 4);
    for (Py_ssize_t at = 0; at < PyTuple_Size(row); at++)
        if (!write_value(&hash, PyTuple_GetItem(row, at)))
            return 0;
    unsigned char digest[BYTES_OF_BLAKE];
    blake2b_end(&hash, digest);
    for (int at = 0; at < BYTES_OF_BLAKE; at += 4)
        sums[at / 4] += (uint64_t)digest[at] << 24 | (uint64_t)digest[at + 1] << 16 |
                        (uint64_t)digest[at + 2] << 8 | digest[at + 3];
    return 1;
}

PyObject *
sum_rows(PyObject *Py_UNUSED(module), PyObject *rows)
{
    uint64_t sums[BYTES_OF_BLAKE / 4] = {0};
    if (!PyList_Check(rows) || PyList_Size(rows) > UINT32_MAX) /* the sums have room for as many */
        Py_RETURN_NONE;
    for (Py_ssize_t at = 0; at < PyList_Size(rows); at++)
        if (!add_row(PyList_GetItem(rows, at), sums))
            Py_RETURN_NONE;
    return Py_BuildValue("KKKK", sums[0], sums[1], sums[2], sums[3]);
}
