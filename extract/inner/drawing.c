/* The plain paths of a page, made rules and fills: the twin of crossfoot/extract/drawing.py, which
   says why. What is clipped to more than boxes, curves, slanting lines, small figures and forms are
   handed back. */
#include "path.h"

#include <math.h>

#define LARGEST_SHAPE 60.0
#define LOWEST_HEAD 2.0
#define LONGEST_HEAD 4.0
#define ONE_OUTLINE 6

/* What became of a path. */
enum { FAILED = -1, HANDED_BACK = 0, TAKEN = 1 };

typedef struct {
    Matrix matrix;
    double thin;
    PyObject *rules, *fills, *pictures; /* lists to add to */
    PyObject *rule, *fill, *picture, *box, *map; /* the classes of what is added */
} Walk;

static int
add_rule(const Walk *walk, int level, double at, double start, double end, double width)
{
    PyObject *rule = MADE(walk->rule, PyBool_FromLong(level), PyFloat_FromDouble(at),
                          PyFloat_FromDouble(start), PyFloat_FromDouble(end),
                          PyFloat_FromDouble(width));
    return put(walk->rules, rule) < 0 ? FAILED : TAKEN;
}

static int
add_fill(const Walk *walk, const double *sides, const unsigned *colour)
{
    PyObject *name = PyUnicode_FromFormat("#%02x%02x%02x", colour[0], colour[1], colour[2]);
    PyObject *box = named(walk->box, numbers(sides, 4));
    return put(walk->fills, MADE(walk->fill, box, name)) < 0 ? FAILED : TAKEN;
}

/* Add a filled area, a rule where it is thin. */
static int
add_area(const Walk *walk, const double *sides, const unsigned *colour)
{
    double wide = sides[2] - sides[0], high = sides[3] - sides[1];
    if (least(wide, high) > walk->thin)
        return add_fill(walk, sides, colour);
    if (wide >= high)
        return add_rule(walk, 1, (sides[1] + sides[3]) / 2, sides[0], sides[2], high);
    return add_rule(walk, 0, (sides[0] + sides[2]) / 2, sides[1], sides[3], wide);
}

/* Take a fill of one outline by its bounds alone, if its form does not matter. */
static int
take_fill(const Walk *walk, void *path, const unsigned *colour)
{
    float left, bottom, right, top;
    if (pdfium.FPDFPath_CountSegments(path) > ONE_OUTLINE ||
        !pdfium.FPDFPageObj_GetBounds(path, &left, &bottom, &right, &top))
        return HANDED_BACK;
    const Matrix *m = &walk->matrix;
    double x0 = across(m, left, bottom), x1 = across(m, right, top);
    double y0 = down(m, left, bottom), y1 = down(m, right, top);
    double sides[4] = {least(x1, x0), least(y1, y0), most(x0, x1), most(y0, y1)};
    double wide = sides[2] - sides[0], high = sides[3] - sides[1];
    double longest = most(wide, high), shortest = least(wide, high);
    if (longest <= LARGEST_SHAPE && !(shortest <= walk->thin && walk->thin < longest))
        return HANDED_BACK;
    if (LOWEST_HEAD <= shortest && shortest <= walk->thin && longest <= LONGEST_HEAD * shortest)
        return HANDED_BACK;
    return add_area(walk, sides, colour);
}

/* Add the sides of a stroked outline: rules, or areas where the stroke is wide. */
static int
add_sides(const Walk *walk, const Point *points, int many, int closed, double width,
          const unsigned *colour)
{
    for (int at = 0; at < many - !closed; at++) {
        Point one = points[at], other = points[at + 1 < many ? at + 1 : 0];
        double wide = fabs(other.x - one.x), high = fabs(other.y - one.y);
        int level = high <= STRAIGHT && STRAIGHT < wide;
        if (!level && !(wide <= STRAIGHT && STRAIGHT < high))
            continue;
        double place = level ? (one.y + other.y) / 2 : (one.x + other.x) / 2;
        double start = level ? least(one.x, other.x) : least(one.y, other.y);
        double end = level ? most(one.x, other.x) : most(one.y, other.y);
        double half = width / 2;
        double lying[4] = {start, place - half, end, place + half};
        double standing[4] = {place - half, start, place + half, end};
        int added = width > walk->thin ? add_fill(walk, level ? lying : standing, colour)
                                       : add_rule(walk, level, place, start, end, width);
        if (added == FAILED)
            return FAILED;
    }
    return TAKEN;
}

/* The map of what an object draws into displayed space. */
static Matrix
placed(const Walk *walk, void *object)
{
    const Matrix *m = &walk->matrix;
    float own[6] = {0};
    if (!pdfium.FPDFPageObj_GetMatrix(object, own))
        return *m;
    double a = own[0], b = own[1], c = own[2], d = own[3], e = own[4], f = own[5];
    return (Matrix){
        a * m->a + b * m->c, a * m->b + b * m->d, c * m->a + d * m->c,
        c * m->b + d * m->d, e * m->a + f * m->c + m->e, e * m->b + f * m->d + m->f,
    };
}

/* Take the outlines of a stroke without fill, if all their sides are level or upright. */
static int
take_stroke(const Walk *walk, void *path, const unsigned *colour)
{
    Outlines found;
    Matrix whole = placed(walk, path);
    float stroke = 0;
    if (!read_outlines(path, &whole, &found))
        return HANDED_BACK;
    const int *begins = found.begins;
    for (int at = 0; at < found.many; at++)
        if (is_oblique(found.points + begins[at], begins[at + 1] - begins[at]))
            return HANDED_BACK;
    double width = pdfium.FPDFPageObj_GetStrokeWidth(path, &stroke)
                       ? stroke * pow(fabs(whole.a * whole.d - whole.b * whole.c), 0.5)
                       : 0.0;
    for (int at = 0; at < found.many; at++) {
        int many = begins[at + 1] - begins[at];
        if (many > 1 && add_sides(walk, found.points + begins[at], many,
                                  found.closes[begins[at + 1] - 1], width, colour) == FAILED)
            return FAILED;
    }
    return TAKEN;
}

/* Take a fill whose form matters, if that is one upright rectangle and no dot; of one that is
   clipped what is seen, *seen* being the clip's box. */
static int
take_rectangle(const Walk *walk, void *path, const double *seen, const unsigned *colour)
{
    Outlines found;
    Matrix whole = placed(walk, path);
    double sides[4];
    if (!read_outlines(path, &whole, &found) || found.many != 1 ||
        !is_rectangle(found.points, found.begins[1], sides))
        return HANDED_BACK;
    if (seen) {
        overlap(sides, seen);
        if (sides[2] - sides[0] <= 0 && sides[3] - sides[1] <= 0)
            return TAKEN;
    }
    if (most(sides[2] - sides[0], sides[3] - sides[1]) <= walk->thin)
        return HANDED_BACK;
    return add_area(walk, sides, colour);
}

/* Add a picture: its box, its address and its matrix. */
static int
take_picture(const Walk *walk, void *object)
{
    Matrix m = placed(walk, object);
    double xs[4] = {m.e, m.a + m.e, m.c + m.e, m.a + m.c + m.e};
    double ys[4] = {m.f, m.b + m.f, m.d + m.f, m.b + m.d + m.f};
    double sides[4] = {xs[0], ys[0], xs[0], ys[0]};
    for (int at = 1; at < 4; at++) {
        sides[0] = least(sides[0], xs[at]);
        sides[1] = least(sides[1], ys[at]);
        sides[2] = most(sides[2], xs[at]);
        sides[3] = most(sides[3], ys[at]);
    }
    double map[6] = {m.a, m.b, m.c, m.d, m.e, m.f};
    PyObject *picture = MADE(walk->picture, named(walk->box, numbers(sides, 4)),
                             PyLong_FromVoidPtr(object), named(walk->map, numbers(map, 6)));
    return put(walk->pictures, picture) < 0 ? FAILED : TAKEN;
}

static int
take_path(const Walk *walk, void *path)
{
    int filled = 0, stroked = 0;
    unsigned fill[4] = {0}, stroke[4] = {0};
    if (!pdfium.FPDFPath_GetDrawMode(path, &filled, &stroked))
        return TAKEN;
    filled = filled &&
             pdfium.FPDFPageObj_GetFillColor(path, fill, fill + 1, fill + 2, fill + 3) && fill[3];
    stroked = stroked && pdfium.FPDFPageObj_GetStrokeColor(path, stroke, stroke + 1, stroke + 2,
                                                           stroke + 3) && stroke[3];
    if (!filled && !stroked)
        return TAKEN;
    if (filled && stroked)
        return HANDED_BACK;
    void *clip = pdfium.FPDFPageObj_GetClipPath(path);
    if (clip && pdfium.FPDFClipPath_CountPaths(clip) > 0) {
        double seen[4];
        return filled && read_clip(clip, &walk->matrix, seen)
                   ? take_rectangle(walk, path, seen, fill)
                   : HANDED_BACK;
    }
    if (!filled)
        return take_stroke(walk, path, stroke);
    int taken = take_fill(walk, path, fill);
    return taken == HANDED_BACK ? take_rectangle(walk, path, NULL, fill) : taken;
}

PyObject *
read_paths(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Objects *objects;
    int at, budget;
    Walk walk;
    if (!PyArg_ParseTuple(arguments, "O&iiO&d(O!O!O!)(OOOOO)", take_objects, &objects, &at, &budget,
                          take_matrix, &walk.matrix, &walk.thin, &PyList_Type, &walk.rules,
                          &PyList_Type, &walk.fills, &PyList_Type, &walk.pictures, &walk.rule,
                          &walk.fill, &walk.picture, &walk.box, &walk.map))
        return NULL;
    for (at = at < 0 ? 0 : at; at < objects->count; at++) {
        void *object = objects->listed[at].object;
        int kind = objects->listed[at].kind;
        if (kind == OBJECT_TEXT)
            continue;
        int taken = HANDED_BACK;
        if (budget > 0 && kind == OBJECT_PATH)
            taken = take_path(&walk, object);
        else if (budget > 0 && kind == OBJECT_IMAGE)
            taken = take_picture(&walk, object);
        if (taken == FAILED)
            return NULL;
        if (taken == HANDED_BACK)
            break;
        budget--;
    }
    return Py_BuildValue("ii", at, budget);
}
