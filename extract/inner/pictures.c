/* What a picture's data is and what its rendering looks like: the twins of _stored and _look in
   crossfoot/extract/pictures.py. The look is what Pillow makes of it, to the bit: composed with
   white and resized as its AlphaComposite.c and Resample.c do. */
#include "inner.h"

#include <string.h>

#define MOST_DATA (1 << 16)
#define SIDE 16
/* Pixels across and down of a rendering that is looked at here: 32, and what rounding makes of it. Of
   other shapes Pillow may resize the height before the width. */
#define LEAST 30
#define LARGEST 36
#define COLOURS 3
#define BITS 22      /* of a weight, after the point */
#define ALPHA_BITS 7 /* of a share of two colours */

/* FPDFBitmap_Gray and on. */
enum { GRAY = 1, BGR = 2, BGRX = 3, BGRA = 4 };

/* What one pixel of the look is made of: pixels from *first* on. */
typedef struct {
    int first, many;
    int weights[2 * LARGEST / SIDE + 3];
} Share;

PyObject *
stored_data(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *image;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &image))
        return NULL;
    unsigned long length = pdfium.FPDFImageObj_GetImageDataRaw(image, NULL, 0);
    if (length == 0 || length > MOST_DATA || pdfium.FPDFPageObj_HasTransparency(image))
        Py_RETURN_NONE;
    char *data = PyMem_Calloc(1, length);
    if (!data)
        return PyErr_NoMemory();
    pdfium.FPDFImageObj_GetImageDataRaw(image, data, length);
    PyObject *stored = PyBytes_FromStringAndSize(data, (Py_ssize_t)length);
    PyMem_Free(data);
    return stored;
}

/* Compose a colour with white. */
static unsigned char
on_white(unsigned colour, unsigned alpha)
{
    unsigned share = alpha << ALPHA_BITS, rest = (255u << ALPHA_BITS) - share;
    unsigned sum = colour * share + 255u * rest + (0x80u << ALPHA_BITS);
    return (unsigned char)((((sum >> 8) + sum) >> 8) >> ALPHA_BITS);
}

/* Write the pixels of a bitmap as red, green and blue. */
static void
unpack(const unsigned char *data, int kind, int wide, int high, Py_ssize_t stride,
       unsigned char *pixels)
{
    int size = kind == GRAY ? 1 : kind == BGR ? 3 : 4;
    for (int y = 0; y < high; y++)
        for (int x = 0; x < wide; x++) {
            const unsigned char *pixel = data + y * stride + (Py_ssize_t)x * size;
            for (int colour = 0; colour < COLOURS; colour++) {
                unsigned char value = kind == GRAY ? pixel[0] : pixel[2 - colour];
                *pixels++ = kind != BGRA      ? value
                            : pixel[3] == 255 ? value
                            : pixel[3] == 0   ? 255
                                              : on_white(value, pixel[3]);
            }
        }
}

/* Tell what each of SIDE pixels is made of, of *many* in a row. */
static void
find_shares(Share *shares, int many)
{
    double scale = (double)many / SIDE, wide = scale < 1.0 ? 1.0 : scale;
    for (int at = 0; at < SIDE; at++) {
        Share *share = shares + at;
        double center = (at + 0.5) * scale, sum = 0.0, weights[sizeof share->weights / sizeof(int)];
        int first = (int)(center - wide + 0.5), last = (int)(center + wide + 0.5);
        share->first = first < 0 ? 0 : first;
        share->many = (last > many ? many : last) - share->first;
        for (int near = 0; near < share->many; near++) {
            double off = (near + share->first - center + 0.5) * (1.0 / wide);
            off = off < 0 ? -off : off;
            weights[near] = off < 1.0 ? 1.0 - off : 0.0;
            sum += weights[near];
        }
        for (int near = 0; near < share->many; near++) {
            double weight = sum != 0 ? weights[near] / sum : weights[near];
            share->weights[near] = (int)(0.5 + weight * (1 << BITS));
        }
    }
}

/* Resize what lies *step* bytes apart; colours lie next to each other. */
static void
resize(const unsigned char *from, Py_ssize_t step, const Share *share, unsigned char *to)
{
    for (int colour = 0; colour < COLOURS; colour++) {
        int sum = 1 << (BITS - 1);
        const unsigned char *next = from + share->first * step + colour;
        for (int near = 0; near < share->many; near++, next += step)
            sum += *next * share->weights[near];
        sum >>= BITS;
        to[colour] = (unsigned char)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
    }
}

PyObject *
picture_look(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    const char *data;
    Py_ssize_t length, stride;
    int kind, wide, high;
    if (!PyArg_ParseTuple(arguments, "iiiny#", &kind, &wide, &high, &stride, &data, &length))
        return NULL;
    if (kind < GRAY || kind > BGRA || wide < LEAST || high < LEAST || wide > LARGEST ||
        high > LARGEST ||
        stride < 4 * wide * (kind > BGR) || stride < 3 * wide * (kind == BGR) || stride < wide ||
        length / high < stride)
        Py_RETURN_NONE;
    unsigned char *pixels = PyMem_Calloc((size_t)wide * (size_t)high, COLOURS);
    unsigned char *rows = PyMem_Calloc((size_t)SIDE * (size_t)high, COLOURS);
    unsigned char look[SIDE * SIDE * COLOURS];
    if (pixels && rows) {
        Share across[SIDE], down[SIDE];
        unpack((const unsigned char *)data, kind, wide, high, stride, pixels);
        find_shares(across, wide);
        find_shares(down, high);
        for (int y = 0; y < high; y++)
            for (int x = 0; x < SIDE; x++)
                resize(pixels + (Py_ssize_t)y * wide * COLOURS, COLOURS, across + x,
                       rows + (y * SIDE + x) * COLOURS);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                resize(rows + x * COLOURS, SIDE * COLOURS, down + y,
                       look + (y * SIDE + x) * COLOURS);
    }
    PyObject *result = pixels && rows
                           ? PyBytes_FromStringAndSize((const char *)look, sizeof look)
                           : PyErr_NoMemory();
    PyMem_Free(pixels);
    PyMem_Free(rows);
    return result;
}
