/* The mesh of edges that tables are found in: for corners.c and tables.c. */
#ifndef CROSSFOOT_MESH_H
#define CROSSFOOT_MESH_H

#include "inner.h"

/* Edges of one direction, sorted; those at one place are one line, and do not touch. */
typedef struct {
    Py_ssize_t edges, lines;
    double *place, *start, *end; /* by line, by edge, by edge */
    int *first; /* by line: its first edge, and after the last line how many edges there are */
} Edges;

/* A corner: which edges meet there, the first and the last of each direction, none where the last
   is less; how far edges go on without a break, as line numbers; the cell below and right of it. */
typedef struct {
    int upright[2], level[2];
    int lowest, rightmost, cell, cell_of;
} Corner;

/* A cell between lines; *group* is what it is joined to, *next* the next cell of its table. */
typedef struct {
    int left, top, right, bottom, group, next;
} Cell;

typedef struct {
    Edges upright, level;
    double reach;
    Corner *corners;
    Cell *cells;
    int many;
} Mesh;

static inline Corner *
corner_at(const Mesh *mesh, Py_ssize_t column, Py_ssize_t row)
{
    return mesh->corners + column * mesh->level.lines + row;
}

/* Find where edges meet. */
void find_corners(Mesh *mesh);
/* Find the smallest cell below and right of each corner; 0 where that takes too many steps. */
int find_cells_between(Mesh *mesh, Py_ssize_t most_steps);

#endif
