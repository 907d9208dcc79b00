/* The outlines of a path: the twin of crossfoot/extract/path.py. */
#include "path.h"

#include <math.h>

#define SAME_CORNER 0.01
#define MOST_CLIPS 16 /* that cut one object */

enum { SEGMENT_LINE = 0, SEGMENT_MOVE = 2 };

/* Read the segments of an object's path, or where *clip* is not negative of that path of a clip. */
static int
read_segments(void *path, int clip, const Matrix *whole, Outlines *found)
{
    int moves = 0, count = clip < 0 ? pdfium.FPDFPath_CountSegments(path)
                                    : pdfium.FPDFClipPath_CountPathSegments(path, clip);
    if (count < 0 || count > MOST_SEGMENTS)
        return 0;
    found->many = 1;
    found->begins[0] = 0;
    for (int at = 0; at < count; at++) {
        void *segment = clip < 0 ? pdfium.FPDFPath_GetPathSegment(path, at)
                                 : pdfium.FPDFClipPath_GetPathSegment(path, clip, at);
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
read_outlines(void *path, const Matrix *whole, Outlines *found)
{
    return read_segments(path, -1, whole, found);
}

/* Fill in the box around points, of which there is at least one; *known* says that *sides* is one
   already, to be made larger. */
static void
around(const Point *points, int many, int known, double *sides)
{
    for (int at = 0; at < many; at++) {
        int wider = known || at;
        sides[0] = wider ? least(sides[0], points[at].x) : points[at].x;
        sides[1] = wider ? least(sides[1], points[at].y) : points[at].y;
        sides[2] = wider ? most(sides[2], points[at].x) : points[at].x;
        sides[3] = wider ? most(sides[3], points[at].y) : points[at].y;
    }
}

/* Fill in the box of one path of a clip; 0 where there is none, or that is to be told from more. */
static int
read_one_clip(void *clip, int path, const Matrix *outer, double *sides)
{
    Outlines found;
    int known = 0;
    if (!read_segments(clip, path, outer, &found))
        return 0;
    for (int at = 0; at < found.many; at++) {
        int begin = found.begins[at], many = found.begins[at + 1] - begin;
        if (many < 2) /* a point is no outline */
            continue;
        around(found.points + begin, many, known, sides);
        known = 1;
    }
    return known;
}

void
overlap(double *sides, const double *other)
{
    sides[0] = most(sides[0], other[0]);
    sides[1] = most(sides[1], other[1]);
    sides[2] = most(sides[0], least(sides[2], other[2]));
    sides[3] = most(sides[1], least(sides[3], other[3]));
}

int
read_clip(void *clip, const Matrix *outer, double *sides)
{
    int many = pdfium.FPDFClipPath_CountPaths(clip);
    if (many < 1 || many > MOST_CLIPS)
        return 0;
    for (int at = 0; at < many; at++) {
        double here[4];
        if (!read_one_clip(clip, at, outer, at ? here : sides))
            return 0;
        if (at)
            overlap(sides, here);
    }
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
    around(points, many, 0, sides);
    for (int at = 0; at < corners; at++)
        if (!(least(fabs(kept[at].x - sides[0]), fabs(kept[at].x - sides[2])) < STRAIGHT &&
              least(fabs(kept[at].y - sides[1]), fabs(kept[at].y - sides[3])) < STRAIGHT))
            return 0;
    return 1;
}
