/* The outlines of a path, for path.c and drawing.c. */
#ifndef CROSSFOOT_PATH_H
#define CROSSFOOT_PATH_H

#include "inner.h"

#define STRAIGHT 0.75
#define MOST_SEGMENTS 64 /* of a path that is looked at here */

typedef struct {
    double x, y;
} Point;

/* The outlines of a path: each begins at a point, and the last ends where one more would begin. */
typedef struct {
    int many, begins[MOST_SEGMENTS + 1], closes[MOST_SEGMENTS];
    Point points[MOST_SEGMENTS];
} Outlines;

/* Read the outlines of a path, in displayed space; 0 where it is long or has curves. */
int read_outlines(void *path, const Matrix *whole, Outlines *found);
/* Read the box that an object is clipped to, in the space of what *outer* maps; 0 where that is to
   be told from more than lines. */
int read_clip(void *clip, const Matrix *outer, double *sides);
/* Cut a box down to what another one covers of it, as Box.overlap. */
void overlap(double *sides, const double *other);
/* Whether a side is neither level nor upright. */
int is_oblique(const Point *points, int many);
/* Whether an outline is an upright rectangle; its box goes to *sides*. */
int is_rectangle(const Point *points, int many, double *sides);

#endif
