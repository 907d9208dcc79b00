/* What a page has but paths: text objects that may not be seen, and how much is drawn. */
#include "inner.h"

#define NEARLY_WHITE 0xF0
#define NEARLY_CLEAR 0x10

enum { MODE_INVISIBLE = 3, MODE_CLIP = 7 };

/* Whether a text object may not be seen: veil.py and path.py look at it again. */
static int
is_doubtful(void *object)
{
    unsigned red = 0, green = 0, blue = 0, alpha = 255;
    pdfium.FPDFPageObj_GetFillColor(object, &red, &green, &blue, &alpha);
    if (alpha < NEARLY_CLEAR || least(red, least(green, blue)) >= NEARLY_WHITE)
        return 1;
    int mode = pdfium.FPDFTextObj_GetTextRenderMode(object);
    if (mode == MODE_INVISIBLE || mode == MODE_CLIP)
        return 1;
    void *clip = pdfium.FPDFPageObj_GetClipPath(object);
    return clip && pdfium.FPDFClipPath_CountPaths(clip) > 0;
}

PyObject *
doubtful_texts(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    PyObject *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &page) || !(found = PyList_New(0)))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page);
    for (int at = 0; at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        if (object && pdfium.FPDFPageObj_GetType(object) == OBJECT_TEXT && is_doubtful(object) &&
            put(found, PyLong_FromLong(at)) < 0) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}

PyObject *
list_drawn(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    PyObject *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &page) || !(found = PyList_New(0)))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page);
    for (int at = 0; at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        int kind = object ? pdfium.FPDFPageObj_GetType(object) : -1;
        if (kind != OBJECT_TEXT && put(found, Py_BuildValue("ii", at, kind)) < 0) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}
