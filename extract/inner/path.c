/* The outlines of a path: the twin of crossfoot/extract/path.py. */
#include "path.h"

#include <math.h>

#define SAME_CORNER 0.01

enum { SEGMENT_LINE = 0, SEGMENT_MOVE = 2 };

int
read_outlines(void *path, const Matrix *whole, Outlines *found)
{
    int count = pdfium.FPDFPath_CountSegments(path), moves = 0;
    if (count < 0 || count > MOST_SEGMENTS)
        return 0;
    found->many = 1;
    found->begins[0] = 0;
    for (int at = 0; at < count; at++) {
        void *segment = pdfium.FPDFPath_GetPathSegment(path, at);
        int kind = segment ? pdfium.FPDFPathSegment_GetType(segment) : -1;
        float x = 0, y = 0;
        if ((kind != SEGMENT_LINE && kind != SEGMENT_MOVE) ||
            !pdfium.FPDFPathSegment_GetPoint(segment, &x, &y))
            return 0;
        found->points[at] = (Point){across(whole, x, y), down(whole, x, y)};
        found->closes[at] = pdfium.FPDFPathSegment_GetClose(segment);
        moves += kind == SEGMENT_MOVE;
        if (kind == SEGMENT_MOVE && at)
            found->begins[found->many++] = at;
    }
    if (moves < 2)
        found->many = 1;
    found->begins[found->many] = count;
    return 1;
}

int
is_oblique(const Point *points, int many)
{
    for (int at = 0; at + 1 < many; at++)
        if (fabs(points[at + 1].x - points[at].x) > STRAIGHT &&
            fabs(points[at + 1].y - points[at].y) > STRAIGHT)
            return 1;
    return 0;
}

int
is_rectangle(const Point *points, int many, double *sides)
{
    int corners = 0;
    Point kept[5];
    for (int at = 0; at < many; at++) {
        Point point = points[at];
        if (corners && fabs(point.x - kept[corners - 1].x) <= SAME_CORNER &&
            fabs(point.y - kept[corners - 1].y) <= SAME_CORNER)
            continue;
        if (corners == 5)
            return 0;
        kept[corners++] = point;
    }
    if (corners < 4)
        return 0;
    for (int at = 0; at < many; at++) {
        sides[0] = at ? least(sides[0], points[at].x) : points[at].x;
        sides[1] = at ? least(sides[1], points[at].y) : points[at].y;
        sides[2] = at ? most(sides[2], points[at].x) : points[at].x;
        sides[3] = at ? most(sides[3], points[at].y) : points[at].y;
    }
    for (int at = 0; at < corners; at++)
        if (!(least(fabs(kept[at].x - sides[0]), fabs(kept[at].x - sides[2])) < STRAIGHT &&
              least(fabs(kept[at].y - sides[1]), fabs(kept[at].y - sides[3])) < STRAIGHT))
            return 0;
    return 1;
}
