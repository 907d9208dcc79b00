/* The plain paths of a page, made rules and fills: the twin of crossfoot/extract/drawing.py and
   path.py, which say why. Clips, curves, slanting lines, small figures, pictures and forms are
   handed back. */
#include "inner.h"

#include <math.h>

#define LARGEST_SHAPE 60.0
#define LOWEST_HEAD 2.0
#define LONGEST_HEAD 4.0
#define ONE_OUTLINE 6
#define STRAIGHT 0.75
#define MOST_SEGMENTS 64 /* of a path that is looked at here */
#define NEARLY_WHITE 0xF0
#define NEARLY_CLEAR 0x10

enum { OBJECT_TEXT = 1, OBJECT_PATH = 2 };
enum { SEGMENT_LINE = 0, SEGMENT_MOVE = 2 };
enum { MODE_INVISIBLE = 3, MODE_CLIP = 7 };
/* What became of a path. */
enum { FAILED = -1, HANDED_BACK = 0, TAKEN = 1 };

typedef struct {
    Matrix matrix;
    double thin;
    PyObject *rules, *fills; /* lists to add to */
    PyObject *rule, *fill, *box; /* the classes of what is added */
} Walk;

typedef struct {
    double x, y;
} Point;

static int
add_rule(const Walk *walk, int level, double at, double start, double end, double width)
{
    PyObject *fields = Py_BuildValue("Odddd", level ? Py_True : Py_False, at, start, end, width);
    return put(walk->rules, named(walk->rule, fields)) < 0 ? FAILED : TAKEN;
}

static int
add_fill(const Walk *walk, const double *sides, const unsigned *colour)
{
    PyObject *name = PyUnicode_FromFormat("#%02x%02x%02x", colour[0], colour[1], colour[2]);
    PyObject *box = named(walk->box, numbers(sides, 4));
    return put(walk->fills, named(walk->fill, Py_BuildValue("NN", box, name))) < 0 ? FAILED : TAKEN;
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
    if (shortest > walk->thin)
        return add_fill(walk, sides, colour);
    if (wide >= high)
        return add_rule(walk, 1, (sides[1] + sides[3]) / 2, sides[0], sides[2], high);
    return add_rule(walk, 0, (sides[0] + sides[2]) / 2, sides[1], sides[3], wide);
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

/* Whether a side is neither level nor upright. */
static int
is_oblique(const Point *points, int many)
{
    for (int at = 0; at + 1 < many; at++)
        if (fabs(points[at + 1].x - points[at].x) > STRAIGHT &&
            fabs(points[at + 1].y - points[at].y) > STRAIGHT)
            return 1;
    return 0;
}

/* Take the outlines of a stroke without fill, if all their sides are level or upright. */
static int
take_stroke(const Walk *walk, void *path, const unsigned *colour)
{
    int count = pdfium.FPDFPath_CountSegments(path);
    if (count < 0 || count > MOST_SEGMENTS)
        return HANDED_BACK;
    Matrix whole = walk->matrix;
    float own[6] = {0}, stroke = 0;
    if (pdfium.FPDFPageObj_GetMatrix(path, own)) {
        const Matrix *m = &walk->matrix;
        double a = own[0], b = own[1], c = own[2], d = own[3], e = own[4], f = own[5];
        whole = (Matrix){
            a * m->a + b * m->c, a * m->b + b * m->d, c * m->a + d * m->c,
            c * m->b + d * m->d, e * m->a + f * m->c + m->e, e * m->b + f * m->d + m->f,
        };
    }
    Point points[MOST_SEGMENTS];
    int begins[MOST_SEGMENTS + 1] = {0}, closes[MOST_SEGMENTS], outlines = 1, moves = 0;
    for (int at = 0; at < count; at++) {
        void *segment = pdfium.FPDFPath_GetPathSegment(path, at);
        int kind = segment ? pdfium.FPDFPathSegment_GetType(segment) : -1;
        float x = 0, y = 0;
        if ((kind != SEGMENT_LINE && kind != SEGMENT_MOVE) ||
            !pdfium.FPDFPathSegment_GetPoint(segment, &x, &y))
            return HANDED_BACK;
        points[at] = (Point){across(&whole, x, y), down(&whole, x, y)};
        closes[at] = pdfium.FPDFPathSegment_GetClose(segment);
        moves += kind == SEGMENT_MOVE;
        if (kind == SEGMENT_MOVE && at)
            begins[outlines++] = at;
    }
    if (moves < 2)
        outlines = 1;
    begins[outlines] = count;
    for (int at = 0; at < outlines; at++)
        if (is_oblique(points + begins[at], begins[at + 1] - begins[at]))
            return HANDED_BACK;
    double width = pdfium.FPDFPageObj_GetStrokeWidth(path, &stroke)
                       ? stroke * pow(fabs(whole.a * whole.d - whole.b * whole.c), 0.5)
                       : 0.0;
    for (int at = 0; at < outlines; at++) {
        int many = begins[at + 1] - begins[at];
        if (many > 1 && add_sides(walk, points + begins[at], many, closes[begins[at + 1] - 1],
                                  width, colour) == FAILED)
            return FAILED;
    }
    return TAKEN;
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
    void *clip = pdfium.FPDFPageObj_GetClipPath(path);
    if ((clip && pdfium.FPDFClipPath_CountPaths(clip) > 0) || (filled && stroked))
        return HANDED_BACK;
    return filled ? take_fill(walk, path, fill) : take_stroke(walk, path, stroke);
}

PyObject *
read_paths(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    int at, budget;
    Walk walk;
    if (!PyArg_ParseTuple(arguments, "O&iiO&d(O!O!)(OOO)", take_address, &page, &at, &budget,
                          take_matrix, &walk.matrix, &walk.thin, &PyList_Type, &walk.rules,
                          &PyList_Type, &walk.fills, &walk.rule, &walk.fill, &walk.box))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page);
    for (at = at < 0 ? 0 : at; at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        int kind = object ? pdfium.FPDFPageObj_GetType(object) : -1;
        if (kind == OBJECT_TEXT)
            continue;
        int taken = kind == OBJECT_PATH && budget > 0 ? take_path(&walk, object) : HANDED_BACK;
        if (taken == FAILED)
            return NULL;
        if (taken == HANDED_BACK)
            break;
        budget--;
    }
    return Py_BuildValue("ii", at, budget);
}

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

PyObject *
doubtful_texts(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    PyObject *found = NULL;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &page) || !(found = PyList_New(0)))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page);
    for (int at = 0; at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        if (object && pdfium.FPDFPageObj_GetType(object) == OBJECT_TEXT && is_doubtful(object) &&
            put(found, PyLong_FromLong(at)) < 0) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}

PyObject *
count_drawn(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *page;
    if (!PyArg_ParseTuple(arguments, "O&", take_address, &page))
        return NULL;
    int count = pdfium.FPDFPage_CountObjects(page), drawn = 0;
    for (int at = 0; at < count; at++) {
        void *object = pdfium.FPDFPage_GetObject(page, at);
        drawn += !object || pdfium.FPDFPageObj_GetType(object) != OBJECT_TEXT;
    }
    return PyLong_FromLong(drawn);
}
