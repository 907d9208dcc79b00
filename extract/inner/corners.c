/* From edges to the cells between the corners where they meet: the twin of crossfoot/extract/edges.py
   (meet) and corners.py, which say why. */
#include "mesh.h"

static int
is_there(const Corner *corner)
{
    return corner->upright[0] <= corner->upright[1] && corner->level[0] <= corner->level[1];
}

/* Add an edge to those found, which are the first and the last. */
static void
take_meeting(int *found, int edge)
{
    if (found[1] < found[0])
        found[0] = edge;
    found[1] = edge;
}

/* Find the edges that meet at a corner: those of each of its lines that stop no more than the reach
   short of the other. The reach is added to the level line's place and to the level edge's ends, as
   meet adds it: the last bit of a sum says whether an edge that stops just so far short reaches. */
static void
find_meetings(const Mesh *mesh, Py_ssize_t column, Py_ssize_t row, Corner *corner)
{
    const Edges *upright = &mesh->upright, *level = &mesh->level;
    double x = upright->place[column], y = level->place[row], reach = mesh->reach;
    *corner = (Corner){.upright = {0, -1}, .level = {0, -1}, .cell = -1, .cell_of = -1};
    for (int at = upright->first[column]; at < upright->first[column + 1]; at++)
        if (upright->start[at] <= y + reach && upright->end[at] >= y - reach)
            take_meeting(corner->upright, at);
    for (int at = level->first[row]; at < level->first[row + 1]; at++)
        if (x >= level->start[at] - reach && x <= level->end[at] + reach)
            take_meeting(corner->level, at);
}

static int
share_an_edge(const int *one, const int *other)
{
    return one[0] <= other[1] && other[0] <= one[1];
}

void
find_corners(Mesh *mesh)
{
    for (Py_ssize_t column = 0; column < mesh->upright.lines; column++) {
        Corner *below = NULL;
        for (Py_ssize_t row = mesh->level.lines - 1; row >= 0; row--) {
            Corner *corner = corner_at(mesh, column, row);
            find_meetings(mesh, column, row, corner);
            if (!is_there(corner))
                continue;
            int goes_on = below && share_an_edge(corner->upright, below->upright);
            corner->lowest = goes_on ? below->lowest : (int)row;
            below = corner;
        }
    }
    for (Py_ssize_t row = 0; row < mesh->level.lines; row++) {
        Corner *right = NULL;
        for (Py_ssize_t column = mesh->upright.lines - 1; column >= 0; column--) {
            Corner *corner = corner_at(mesh, column, row);
            if (!is_there(corner))
                continue;
            int goes_on = right && share_an_edge(corner->level, right->level);
            corner->rightmost = goes_on ? right->rightmost : (int)column;
            right = corner;
        }
    }
}

/* Return the first corner on the lower side that has a corner of the upper above it, -1 for none. */
static int
corner_across(const Mesh *mesh, int left, int top, int bottom)
{
    int upper = corner_at(mesh, left, top)->rightmost;
    int lower = corner_at(mesh, left, bottom)->rightmost;
    for (int far = left + 1; far <= upper && far <= lower; far++) {
        const Corner *above = corner_at(mesh, far, top);
        if (is_there(above) && bottom <= above->lowest && is_there(corner_at(mesh, far, bottom)))
            return far;
    }
    return -1;
}

int
find_cells_between(Mesh *mesh, Py_ssize_t most_steps)
{
    Py_ssize_t steps = 0;
    for (int left = 0; left < mesh->upright.lines; left++)
        for (int top = 0; top < mesh->level.lines; top++) {
            Corner *corner = corner_at(mesh, left, top);
            if (!is_there(corner) || corner->rightmost == left)
                continue;
            for (int bottom = top + 1; bottom <= corner->lowest; bottom++) {
                if (!is_there(corner_at(mesh, left, bottom)))
                    continue;
                steps += corner->rightmost - left;
                int right = corner_across(mesh, left, top, bottom);
                if (right < 0)
                    continue;
                corner->cell = mesh->many;
                mesh->cells[mesh->many] = (Cell){left, top, right, bottom, mesh->many, -1};
                mesh->many++;
                break;
            }
            if (steps > most_steps)
                return 0;
        }
    return 1;
}
