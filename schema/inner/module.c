/* The module itself. */
#include "inner.h"

#define FUNCTION(name) {#name, name, METH_O, NULL},
static PyMethodDef FUNCTIONS[] = {
    ONE_ARGUMENT(FUNCTION)
    {NULL, NULL, 0, NULL},
};
#undef FUNCTION

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
