/* The grids of a page with their cells, packed for places.c and share.c. */
#ifndef CROSSFOOT_PLACES_H
#define CROSSFOOT_PLACES_H

#include "inner.h"

#define PLACES "crossfoot.extract places" /* the capsule's name */

typedef struct {
    double x0, y0, x1, y1;
} Bounds;

typedef struct {
    Py_ssize_t columns, rows, cells; /* edges, that is, of columns and rows */
    double *xs, *ys;
    int *at; /* by row and column: the cell that stands there, -1 for none */
    Bounds *bounds;
    int alone; /* no other grid overlaps it */
} Place;

typedef struct {
    Py_ssize_t many;
    Place *places;
} Places;

/* A grid, by its number, and a cell of it; both -1 for none. */
typedef struct {
    Py_ssize_t grid;
    int cell;
} Spot;

/* Return what stands at a point. */
Spot spot_of(const Places *packed, double x, double y);

#endif
