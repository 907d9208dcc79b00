/* The compiled inner loops: what crossfoot.extract asks of PDFium for each character and each path.

   Every loop here has a twin in Python that is the reference: same questions, same order of
   arithmetic, same answer (tests/extract/test_compiled.py holds both to it). What a loop is not made
   for it hands back, so that only the plain and frequent is written twice.

   Files are untrusted. PDFium checks the indices and handles that it is given; here every count that
   it returns is bounded before it is used, every buffer has the size of what is written into it,
   and every allocation is checked. */
#ifndef CROSSFOOT_INNER_H
#define CROSSFOOT_INNER_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* PDFium's functions, by name: pypdfium2 has loaded the library, and its addresses are taken from
   there. A box is left, top, right, bottom; a matrix a to f (fpdf_text.h, fpdf_edit.h). */
#define PDFIUM_CALLS(CALL)                                                                         \
    CALL(int, FPDFText_CountChars, (void *text))                                                   \
    CALL(unsigned, FPDFText_GetUnicode, (void *text, int at))                                      \
    CALL(int, FPDFText_HasUnicodeMapError, (void *text, int at))                                   \
    CALL(int, FPDFText_IsHyphen, (void *text, int at))                                             \
    CALL(int, FPDFText_GetLooseCharBox, (void *text, int at, float *box))                          \
    CALL(int, FPDFText_GetCharBox,                                                                 \
         (void *text, int at, double *l, double *r, double *b, double *t))                         \
    CALL(int, FPDFText_GetCharOrigin, (void *text, int at, double *x, double *y))                  \
    CALL(double, FPDFText_GetFontSize, (void *text, int at))                                       \
    CALL(int, FPDFText_GetMatrix, (void *text, int at, float *matrix))                             \
    CALL(void *, FPDFText_GetTextObject, (void *text, int at))                                     \
    CALL(int, FPDFText_GetFontWeight, (void *text, int at))                                        \
    CALL(unsigned long, FPDFText_GetFontInfo,                                                      \
         (void *text, int at, void *name, unsigned long room, int *flags))                         \
    CALL(int, FPDFPage_CountObjects, (void *page))                                                 \
    CALL(void *, FPDFPage_GetObject, (void *page, int at))                                         \
    CALL(int, FPDFPageObj_GetType, (void *object))                                                 \
    CALL(void *, FPDFPageObj_GetClipPath, (void *object))                                          \
    CALL(int, FPDFClipPath_CountPaths, (void *clip))                                               \
    CALL(int, FPDFClipPath_CountPathSegments, (void *clip, int path))                              \
    CALL(void *, FPDFClipPath_GetPathSegment, (void *clip, int path, int at))                      \
    CALL(int, FPDFPageObj_GetBounds, (void *object, float *l, float *b, float *r, float *t))       \
    CALL(int, FPDFPageObj_GetMatrix, (void *object, float *matrix))                                \
    CALL(int, FPDFPageObj_GetFillColor,                                                            \
         (void *object, unsigned *r, unsigned *g, unsigned *b, unsigned *a))                       \
    CALL(int, FPDFPageObj_GetStrokeColor,                                                          \
         (void *object, unsigned *r, unsigned *g, unsigned *b, unsigned *a))                       \
    CALL(int, FPDFPageObj_GetStrokeWidth, (void *object, float *width))                            \
    CALL(int, FPDFTextObj_GetTextRenderMode, (void *object))                                       \
    CALL(int, FPDFPageObj_HasTransparency, (void *object))                                         \
    CALL(unsigned long, FPDFImageObj_GetImageDataRaw,                                              \
         (void *image, void *data, unsigned long room))                                            \
    CALL(int, FPDFPath_GetDrawMode, (void *path, int *fill, int *stroke))                          \
    CALL(int, FPDFPath_CountSegments, (void *path))                                                \
    CALL(void *, FPDFPath_GetPathSegment, (void *path, int at))                                    \
    CALL(int, FPDFPathSegment_GetType, (void *segment))                                            \
    CALL(int, FPDFPathSegment_GetClose, (void *segment))                                           \
    CALL(int, FPDFPathSegment_GetPoint, (void *segment, float *x, float *y))

typedef struct {
#define CALL(result, name, arguments) result(*name) arguments;
    PDFIUM_CALLS(CALL)
#undef CALL
} Calls;

/* Bound once, by the module's first user; the loops are refused until then. */
extern Calls pdfium;

/* X = a*x + c*y + e, Y = b*x + d*y + f, as crossfoot.extract.space.Matrix. */
typedef struct {
    double a, b, c, d, e, f;
} Matrix;

static inline double
across(const Matrix *m, double x, double y)
{
    return m->a * x + m->c * y + m->e;
}

static inline double
down(const Matrix *m, double x, double y)
{
    return m->b * x + m->d * y + m->f;
}

/* As Python's min and max of two: the first where they are equal. */
static inline double
least(double one, double other)
{
    return other < one ? other : one;
}

static inline double
most(double one, double other)
{
    return other > one ? other : one;
}

/* PDFium's kinds of page objects. */
enum { OBJECT_TEXT = 1, OBJECT_PATH = 2, OBJECT_IMAGE = 3 };

/* objects.c: the objects of a page, in painting order, each with its kind; listed once, since
   PDFium looks at the page anew for each that it is asked for. */
typedef struct {
    int count;
    struct {
        void *object;
        int kind; /* -1 for none */
    } listed[];
} Objects;

/* Take the objects out of what list_objects returned; they are the capsule's. */
int take_objects(PyObject *given, void *objects);

/* module.c */
int take_matrix(PyObject *given, void *matrix);
int take_address(PyObject *given, void *address);
/* Take a list of tuples of four numbers, to be freed; NULL with an exception set where it is none. */
typedef double Four[4];
Four *take_fours(PyObject *given);
/* Return *fields* (stolen, may be NULL) as an instance of a named tuple's class. */
PyObject *named(PyObject *type, PyObject *fields);
/* Return an instance of a named tuple's class with these fields, each stolen; NULL with an exception
   set where one is NULL. */
#define MADE(type, ...)                                                                            \
    made(type, sizeof((PyObject *[]){__VA_ARGS__}) / sizeof(PyObject *),                           \
         (PyObject *[]){__VA_ARGS__})
PyObject *made(PyObject *type, size_t many, PyObject **fields);
/* Return a tuple of floats. */
PyObject *numbers(const double *values, Py_ssize_t count);
/* Put *value* (stolen, may be NULL) at the end of a list; -1 with an exception set on failure. */
int put(PyObject *list, PyObject *value);

/* glyphs.c: crossfoot.extract.glyphs */
typedef struct {
    Py_UCS4 letter;
    double left, top, right, bottom; /* top and bottom run upwards */
} Glyph;

#define LONGEST_SPELLING 3

int is_digit(Py_UCS4 letter);
/* Fill in the letters of *count* characters, digits as their font tells them. */
void read_letters(Glyph *glyphs, int count, void *text);
/* Fill in *count* characters; return what tops and bottoms are taken from to be displayed. */
double read_glyphs(Glyph *glyphs, int count, void *text, const Matrix *matrix);
int is_break(Py_UCS4 letter);
int is_blank(Py_UCS4 letter);
/* Whether a character, no blank, follows no other: ligatures, signs without a value. */
int is_odd(Py_UCS4 letter);
/* Write how the first character of a run is spelled; return how many letters that takes. */
Py_ssize_t spell(Py_UCS4 letter, Py_UCS4 *spelled);

/* inked.c: the digit at *at*, whose loose box is given, or what is drawn where that is none. */
Py_UCS4 by_its_ink(void *text, int at, Py_UCS4 letter, const float *loose);

/* prose.c: as str.isspace. */
int is_space(Py_UCS4 letter);

/* cells.c: round to hundredths as Python does. */
double rounded(double value);
/* Return a box with its sides rounded, NULL with an exception set where it is none. */
PyObject *rounded_box(PyObject *box, PyObject *kind);

/* pen.c: crossfoot.extract.pen.Pen */
enum { LEVEL, UP, HEAD_DOWN, DOWN, OBLIQUE };

typedef struct {
    void *text;
    const Matrix *matrix;
    double scale;
    double base, size;
    int turn;
    double line, nominal, floor;
    double asked_top, asked_bottom;
    void *painter;
    int form_known; /* 1 where form holds the last matrix, 0 where there was none, -1 at first */
    float form[4];
    int upright;
} Pen;

void pen_begins(Pen *pen, void *text, const Matrix *matrix);
void pen_moves(Pen *pen, int at, double top, double bottom);
int pen_stays(Pen *pen, int start, int stop, double lowest, double highest);
int pen_goes_on(const Pen *pen, int at, double bottom);

/* lines.c: crossfoot.extract.lines */
#define RUN_FIELDS 11

/* A run of characters.Run; what it points to is the tuple's. */
typedef struct {
    PyObject *text, *lefts;
    double x0, y0, x1, y1, base, size;
    long order, space, turn;
} Run;

/* A line: its text are the pieces from *first_piece* to those of the next line. */
typedef struct {
    double base, size, box[4];
    long order;
    Py_ssize_t first_piece, first_length, second_length;
    int runs, gaps;
} PrintLine;

/* Take a tuple apart; -1 with an exception set where it is no run. */
int take_run(PyObject *given, Run *run);
/* Gather runs into lines, of which there are at most as many, and the pieces of their texts.
   Returns how many there are, 0 where the print may not be plain, -1 with an exception set. */
Py_ssize_t plain_lines(PyObject *runs, double split, PrintLine *lines, PyObject *pieces);
/* Return the text that some of the pieces make. */
PyObject *joined(PyObject *pieces, Py_ssize_t from, Py_ssize_t to);

/* What the module's functions do is said in crossfoot/extract/compiled.py. */
#define FUNCTION(name) PyObject *name(PyObject *module, PyObject *arguments);
#define FUNCTIONS_OF_THE_MODULE(FUNCTION)                                                          \
    FUNCTION(read_words)                                                                           \
    FUNCTION(read_sides)                                                                           \
    FUNCTION(read_prose)                                                                           \
    FUNCTION(name_lines)                                                                           \
    FUNCTION(are_bold)                                                                             \
    FUNCTION(look_over)                                                                            \
    FUNCTION(connect_rules)                                                                        \
    FUNCTION(merge_rules)                                                                          \
    FUNCTION(close_region)                                                                         \
    FUNCTION(rules_outside)                                                                        \
    FUNCTION(stored_data)                                                                          \
    FUNCTION(picture_look)                                                                           \
    FUNCTION(paint_cells)                                                                          \
    FUNCTION(runs_apart)                                                                           \
    FUNCTION(runs_outside)                                                                         \
    FUNCTION(runs_beyond)                                                                          \
    FUNCTION(runs_narrowing)                                                                       \
    FUNCTION(any_turned)                                                                           \
    FUNCTION(read_paths)                                                                           \
    FUNCTION(doubtful_texts)                                                                       \
    FUNCTION(list_objects)                                                                         \
    FUNCTION(round_boxes)                                                                          \
    FUNCTION(read_lines)                                                                           \
    FUNCTION(fill_cells)                                                                           \
    FUNCTION(pack_places)                                                                          \
    FUNCTION(share_runs)                                                                           \
    FUNCTION(find_cells)
FUNCTIONS_OF_THE_MODULE(FUNCTION)
#undef FUNCTION

#endif
