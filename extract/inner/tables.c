/* From edges to tables, groups of cells that share corners: the twin of _grids_of in
   crossfoot/extract/grid.py. Drawings with more lines than a table has are handed back. */
#include "mesh.h"

#define MOST_CORNERS 65536
#define MOST_EDGES 4096 /* of one direction */

static void
free_edges(Edges *edges)
{
    PyMem_Free(edges->place);
    PyMem_Free(edges->start);
    PyMem_Free(edges->end);
    PyMem_Free(edges->first);
}

/* Take a list of at most MOST_EDGES; -1 with an exception set on failure. */
static int
take_edges(PyObject *given, Edges *edges)
{
    size_t room = (size_t)PyList_Size(given) + 1;
    edges->edges = PyList_Size(given);
    edges->place = PyMem_Calloc(room, sizeof(double));
    edges->start = PyMem_Calloc(room, sizeof(double));
    edges->end = PyMem_Calloc(room, sizeof(double));
    edges->first = PyMem_Calloc(room, sizeof(int));
    if (!edges->place || !edges->start || !edges->end || !edges->first) {
        PyErr_NoMemory();
        return -1;
    }
    for (int at = 0; at < edges->edges; at++) {
        PyObject *edge = PyList_GetItem(given, at);
        double place;
        if (!PyTuple_Check(edge)) {
            PyErr_SetString(PyExc_TypeError, "no edge");
            return -1;
        }
        if (!PyArg_ParseTuple(edge, "ddd", &place, edges->start + at, edges->end + at))
            return -1;
        if (!edges->lines || place != edges->place[edges->lines - 1]) {
            edges->place[edges->lines] = place;
            edges->first[edges->lines++] = at;
        }
    }
    edges->first[edges->lines] = (int)edges->edges;
    return 0;
}

static int
group_of(const Mesh *mesh, int cell)
{
    while (mesh->cells[cell].group != cell) {
        mesh->cells[cell].group = mesh->cells[mesh->cells[cell].group].group;
        cell = mesh->cells[cell].group;
    }
    return cell;
}

/* Join cells that share corners. */
static void
join_cells(Mesh *mesh)
{
    for (int at = 0; at < mesh->many; at++) {
        const Cell *cell = mesh->cells + at;
        Corner *around[4] = {
            corner_at(mesh, cell->left, cell->top), corner_at(mesh, cell->left, cell->bottom),
            corner_at(mesh, cell->right, cell->top), corner_at(mesh, cell->right, cell->bottom),
        };
        for (int side = 0; side < 4; side++) {
            if (around[side]->cell_of < 0)
                around[side]->cell_of = at;
            else
                mesh->cells[group_of(mesh, at)].group = group_of(mesh, around[side]->cell_of);
        }
    }
}

/* Return the places of the lines that are used, and number them; the others have -1. */
static PyObject *
used_places(const Edges *edges, int *used, double *places)
{
    int many = 0;
    for (Py_ssize_t line = 0; line < edges->lines; line++) {
        if (used[line])
            places[many] = edges->place[line];
        used[line] = used[line] ? many++ : -1;
    }
    return numbers(places, many);
}

/* Return a table as its column edges, row edges and cells; *first* is its first cell. */
static PyObject *
table_of(const Mesh *mesh, int first, PyObject *kind, PyObject *box)
{
    const double *xs = mesh->upright.place, *ys = mesh->level.place;
    Py_ssize_t columns = mesh->upright.lines, rows = mesh->level.lines;
    PyObject *across = NULL, *down = NULL, *list = PyList_New(0), *cells = NULL;
    int *used = PyMem_Calloc((size_t)(columns + rows), sizeof *used), *used_rows = used + columns;
    double *places = PyMem_Calloc((size_t)(columns + rows), sizeof *places);
    if (!used || !places) {
        PyErr_NoMemory();
        goto done;
    }
    for (int at = first; at >= 0; at = mesh->cells[at].next) {
        const Cell *cell = mesh->cells + at;
        used[cell->left] = used[cell->right] = 1;
        used_rows[cell->top] = used_rows[cell->bottom] = 1;
    }
    across = used_places(&mesh->upright, used, places);
    down = used_places(&mesh->level, used_rows, places);
    for (int at = first; list && at >= 0; at = mesh->cells[at].next) {
        const Cell *cell = mesh->cells + at;
        double sides[4] = {xs[cell->left], ys[cell->top], xs[cell->right], ys[cell->bottom]};
        int row = used_rows[cell->top], column = used[cell->left];
        PyObject *made_of = MADE(kind, PyLong_FromLong(row), PyLong_FromLong(column),
                                 PyLong_FromLong(used_rows[cell->bottom] - row),
                                 PyLong_FromLong(used[cell->right] - column),
                                 named(box, numbers(sides, 4)));
        if (put(list, made_of) < 0)
            Py_CLEAR(list);
    }
    cells = list ? PyList_AsTuple(list) : NULL;
done:
    PyMem_Free(used);
    PyMem_Free(places);
    Py_XDECREF(list);
    if (across && down && cells)
        return Py_BuildValue("NNN", across, down, cells);
    Py_XDECREF(across);
    Py_XDECREF(down);
    Py_XDECREF(cells);
    return NULL;
}

/* Chain the cells of each table, row by row; write the tables' first cells, topmost first, then
   leftmost, and return how many there are. A cell that shares no corner is a table if it is alone. */
static int
chain(Mesh *mesh, int *firsts, int *lasts)
{
    int tables = 0;
    for (int at = 0; at < mesh->many; at++)
        lasts[at] = -1;
    for (Py_ssize_t row = 0; row < mesh->level.lines; row++)
        for (Py_ssize_t column = 0; column < mesh->upright.lines; column++) {
            int cell = corner_at(mesh, column, row)->cell;
            if (cell < 0)
                continue;
            int group = group_of(mesh, cell);
            if (lasts[group] < 0)
                firsts[tables++] = cell;
            else
                mesh->cells[lasts[group]].next = cell;
            lasts[group] = cell;
        }
    int kept = 0;
    for (int at = 0; at < tables; at++)
        if (mesh->many == 1 || mesh->cells[firsts[at]].next >= 0)
            firsts[kept++] = firsts[at];
    return kept;
}

/* Return the tables, and where the first cell of all begins and the last one ends. */
static PyObject *
tables_of(Mesh *mesh, PyObject *kind, PyObject *box)
{
    PyObject *list = PyList_New(0);
    int *firsts = PyMem_Calloc(2 * (size_t)mesh->many + 1, sizeof *firsts);
    if (!list || !firsts) {
        Py_XDECREF(list);
        PyMem_Free(firsts);
        return PyErr_NoMemory();
    }
    join_cells(mesh);
    int tables = chain(mesh, firsts, firsts + mesh->many);
    for (int at = 0; list && at < tables; at++)
        if (put(list, table_of(mesh, firsts[at], kind, box)) < 0)
            Py_CLEAR(list);
    PyMem_Free(firsts);
    int top = 0, bottom = 0;
    for (int at = 0; at < mesh->many; at++) {
        if (!at || mesh->cells[at].top < top)
            top = mesh->cells[at].top;
        if (mesh->cells[at].bottom > bottom)
            bottom = mesh->cells[at].bottom;
    }
    const double *ys = mesh->level.place;
    return list ? Py_BuildValue("Ndd", list, mesh->many ? ys[top] : 0.0,
                                mesh->many ? ys[bottom] : 0.0)
                : NULL;
}

PyObject *
find_cells(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    PyObject *upright, *level, *kind, *box, *result = NULL;
    Py_ssize_t most_steps;
    Mesh mesh = {0};
    if (!PyArg_ParseTuple(arguments, "O!O!dnOO", &PyList_Type, &upright, &PyList_Type, &level,
                          &mesh.reach, &most_steps, &kind, &box))
        return NULL;
    if (PyList_Size(upright) > MOST_EDGES || PyList_Size(level) > MOST_EDGES)
        return Py_NewRef(Py_None);
    if (take_edges(upright, &mesh.upright) == 0 && take_edges(level, &mesh.level) == 0) {
        size_t corners = (size_t)mesh.upright.lines * (size_t)mesh.level.lines;
        if (corners > MOST_CORNERS) {
            result = Py_NewRef(Py_None);
        } else {
            mesh.corners = PyMem_Calloc(corners + 1, sizeof *mesh.corners);
            mesh.cells = PyMem_Calloc(corners + 1, sizeof *mesh.cells);
            if (!mesh.corners || !mesh.cells) {
                PyErr_NoMemory();
            } else {
                find_corners(&mesh);
                result = find_cells_between(&mesh, most_steps) ? tables_of(&mesh, kind, box)
                                                   : Py_NewRef(Py_None);
            }
        }
    }
    free_edges(&mesh.upright);
    free_edges(&mesh.level);
    PyMem_Free(mesh.corners);
    PyMem_Free(mesh.cells);
    return result;
}
