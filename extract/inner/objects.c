/* The objects of a page: what is drawn on it, and text that may not be seen. */
#include "inner.h"

#define OBJECTS "crossfoot.extract objects" /* the capsule's name */
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

int
take_objects(PyObject *given, void *objects)
{
    *(Objects **)objects = PyCapsule_GetPointer(given, OBJECTS);
    return *(Objects **)objects != NULL;
}

static void
let_go(PyObject *capsule)
{
    PyMem_Free(PyCapsule_GetPointer(capsule, OBJECTS));
}

PyObject *
doubtful_texts(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Objects *objects;
    PyObject *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O&", take_objects, &objects) || !(found = PyList_New(0)))
        return NULL;
    for (int at = 0; at < objects->count; at++) {
        if (objects->listed[at].kind == OBJECT_TEXT && is_doubtful(objects->listed[at].object) &&
            put(found, PyLong_FromLong(at)) < 0) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}

PyObject *
list_objects(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &page))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page);
    count = count > 0 ? count : 0;
    Objects *objects =
        PyMem_Calloc(1, sizeof *objects + (size_t)count * sizeof *objects->listed);
    if (!objects)
        return PyErr_NoMemory();
    objects->count = count;
    PyObject *capsule = PyCapsule_New(objects, OBJECTS, let_go), *drawn = PyList_New(0);
    if (!capsule)
        PyMem_Free(objects);
    for (int at = 0; capsule && drawn && at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        int kind = object ? pdfium.FPDFPageObj_GetType(object) : -1;
        objects->listed[at].object = object;
        objects->listed[at].kind = kind;
        if (kind != OBJECT_TEXT && put(drawn, Py_BuildValue("ii", at, kind)) < 0)
            Py_CLEAR(drawn);
    }
    if (!capsule || !drawn) {
        Py_XDECREF(capsule);
        Py_XDECREF(drawn);
        return NULL;
    }
    return Py_BuildValue("NN", capsule, drawn);
}
