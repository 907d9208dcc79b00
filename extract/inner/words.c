/* The characters of a page gathered into runs: the twin of crossfoot/extract/characters.py,
   which says why. */
#include "inner.h"

#define RUN_GAP 0.09
#define RUN_BACK 0.12
#define NARROW 0.13

enum { NO_SPACE, GUESSED_SPACE, PRINTED_SPACE };

/* A run: its characters are those that *members* lists from *first* on. */
typedef struct {
    Py_ssize_t first, many;
    double x0, y0, x1, y1, base, size;
    int order, space, turn, ligature;
} Piece;

typedef struct {
    Glyph *glyphs;
    int count;
    double height;
    Piece *pieces; /* as many as there are characters, at most; and so are the members */
    Py_ssize_t runs;
    int *members;
    Py_ssize_t joined;
    Pen pen;
} Page;

/* Begin a run with the character at *at*, where the pen is. */
static Piece *
begin(Page *page, int at, int space)
{
    const Glyph *glyph = page->glyphs + at;
    Py_UCS4 spelled[LONGEST_SPELLING];
    Piece *piece = page->pieces + page->runs++;
    *piece = (Piece){
        .first = page->joined,
        .many = 1,
        .x0 = glyph->left,
        .y0 = page->height - glyph->top,
        .x1 = glyph->right,
        .y1 = page->height - glyph->bottom,
        .base = page->pen.base,
        .size = page->pen.size,
        .order = at,
        .space = space,
        .turn = page->pen.turn,
        .ligature = spell(glyph->letter, spelled) > 1,
    };
    page->members[page->joined++] = at;
    return piece;
}

/* Add the character at *at* to the last run. */
static void
join(Page *page, int at)
{
    const Glyph *glyph = page->glyphs + at;
    Piece *piece = page->pieces + page->runs - 1;
    page->members[page->joined++] = at;
    piece->many++;
    piece->y0 = least(piece->y0, page->height - glyph->top);
    piece->x1 = most(piece->x1, glyph->right);
    piece->y1 = most(piece->y1, page->height - glyph->bottom);
}

/* Whether a word is one run by its gaps and widths, and one that the last run does not go on to. */
static int
is_whole(Page *page, int start, int stop, int space)
{
    const Glyph *glyphs = page->glyphs;
    double size = page->pen.size;
    for (int at = start; at < stop; at++)
        if (is_odd(glyphs[at].letter))
            return 0;
    if (!space && page->runs && page->pieces[page->runs - 1].base == page->pen.base)
        return 0;
    if (stop - start < 2)
        return 1;
    if (page->pen.turn != LEVEL)
        return 0;
    int level = 1;
    double top = glyphs[start].top, bottom = glyphs[start].bottom, highest = bottom;
    for (int at = start; at < stop; at++) {
        const Glyph *glyph = glyphs + at;
        if (!(glyph->right - glyph->left > NARROW * size))
            return 0;
        if (at > start) {
            double gap = glyph->left - glyphs[at - 1].right;
            if (!(gap > -RUN_BACK * size && gap < RUN_GAP * size))
                return 0;
        }
        level = level && glyph->top == top && glyph->bottom == glyphs[start].bottom;
        bottom = least(bottom, glyph->bottom);
        highest = most(highest, glyph->bottom);
    }
    return level || pen_stays(&page->pen, start, stop, bottom, highest);
}

/* Add the runs of a word that may not be of one piece, or may go on from the last run. */
static void
add_pieces(Page *page, int start, int stop, int space)
{
    const Glyph *glyphs = page->glyphs;
    Pen *pen = &page->pen;
    int joins = 0;
    double base = 0.0, end = 0.0, last = 0.0, size = 0.0;
    if (page->runs && !space) {
        const Piece *before = page->pieces + page->runs - 1;
        joins = before->turn == LEVEL && !before->ligature;
        base = before->base;
        end = before->x1;
        last = glyphs[page->members[page->joined - 1]].left;
        size = before->size;
    }
    for (int at = start; at < stop; at++) {
        const Glyph *glyph = glyphs + at;
        double gap = glyph->left - end;
        int moves = at > start &&
                    (glyph->top != glyph[-1].top || glyph->bottom != glyph[-1].bottom);
        if (moves && !pen_goes_on(pen, at, glyph->bottom))
            pen_moves(pen, at, glyph->top, glyph->bottom);
        /* A digit of another size is a footnote's, or of pence. */
        int apart = size != pen->size && glyph->letter >= '0' && glyph->letter <= '9';
        if (joins && !apart && base == pen->base && glyph->left > last && !is_odd(glyph->letter) &&
            -RUN_BACK * pen->size < gap && gap < RUN_GAP * pen->size) {
            join(page, at);
            end = most(end, glyph->right);
        } else {
            const Piece *piece = begin(page, at, at == start ? space : NO_SPACE);
            joins = piece->turn == LEVEL && !piece->ligature;
            base = pen->base;
            size = pen->size;
            end = glyph->right;
        }
        last = glyph->left;
    }
}

static void
gather(Page *page)
{
    const Glyph *glyphs = page->glyphs;
    double high = 0.0, low = 0.0;
    int at = 0;
    while (at < page->count) {
        int space = NO_SPACE, start = at;
        for (; start < page->count && is_blank(glyphs[start].letter); start++) {
            int kind = glyphs[start].right - glyphs[start].left > 0.01 ? PRINTED_SPACE : GUESSED_SPACE;
            if (!is_break(glyphs[start].letter) && kind > space)
                space = kind;
        }
        int stop = start;
        while (stop < page->count && !is_blank(glyphs[stop].letter))
            stop++;
        if (start == stop)
            return;
        if (glyphs[start].top != high || glyphs[start].bottom != low)
            pen_moves(&page->pen, start, glyphs[start].top, glyphs[start].bottom);
        if (is_whole(page, start, stop, space)) {
            begin(page, start, space);
            for (int next = start + 1; next < stop; next++)
                join(page, next);
            page->pieces[page->runs - 1].x1 = glyphs[stop - 1].right;
        } else {
            add_pieces(page, start, stop, space);
        }
        high = glyphs[stop - 1].top;
        low = glyphs[stop - 1].bottom;
        at = stop;
    }
}

/* Return a run's text; *letters* has room for a page's characters and a spelling. */
static PyObject *
text_of(const Page *page, const Piece *piece, Py_UCS4 *letters)
{
    const int *members = page->members + piece->first;
    Py_ssize_t many = spell(page->glyphs[members[0]].letter, letters);
    Py_UCS4 all = 0;
    for (Py_ssize_t at = 1; at < piece->many; at++)
        letters[many++] = page->glyphs[members[at]].letter;
    for (Py_ssize_t at = 0; at < many; at++)
        all |= letters[at];
    if (all < 0x100) { /* most words: decoded in a third of the time */
        char *bytes = (char *)letters;
        for (Py_ssize_t at = 0; at < many; at++)
            bytes[at] = (char)(unsigned char)letters[at];
        return PyUnicode_DecodeLatin1(bytes, many, NULL);
    }
    int native = PY_LITTLE_ENDIAN ? -1 : 1;
    return PyUnicode_DecodeUTF32((const char *)letters, many * 4, "surrogatepass", &native);
}

/* Return a number: what *before*, a field of the run before, holds already, where it is the same. */
static PyObject *
shared(PyObject *before, int field, double value)
{
    PyObject *known = before ? PyTuple_GetItem(before, field) : NULL;
    if (known && value != 0 && PyFloat_AsDouble(known) == value)
        return Py_NewRef(known);
    return PyFloat_FromDouble(value);
}

/* Return a run; the words of a line share their heights with the one *before*, NULL for none. */
static PyObject *
run_of(const Page *page, const Piece *piece, PyObject *type, PyObject *before, Py_UCS4 *letters)
{
    PyObject *edges = PyTuple_New(piece->many);
    for (Py_ssize_t at = 0; edges && at < piece->many; at++) {
        const Glyph *glyph = page->glyphs + page->members[piece->first + at];
        PyObject *left = PyFloat_FromDouble(glyph->left);
        if (!left || PyTuple_SetItem(edges, at, left) < 0)
            Py_CLEAR(edges);
    }
    if (!edges)
        return NULL;
    return MADE(type, text_of(page, piece, letters), shared(edges, 0, piece->x0),
                shared(before, 2, piece->y0), PyFloat_FromDouble(piece->x1),
                shared(before, 4, piece->y1), shared(before, 5, piece->base),
                shared(before, 6, piece->size), PyLong_FromLong(piece->order),
                PyLong_FromLong(piece->space), edges, PyLong_FromLong(piece->turn));
}

PyObject *
read_words(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    void *text;
    Matrix matrix;
    PyObject *type;
    if (!PyArg_ParseTuple(arguments, "O&O&O", take_address, &text, take_matrix, &matrix, &type))
        return NULL;
    PyObject *runs = PyList_New(0);
    Page page = {.count = pdfium.FPDFText_CountChars(text)};
    if (!runs || page.count <= 0)
        return runs;
    size_t room = (size_t)page.count;
    page.glyphs = PyMem_Calloc(room, sizeof *page.glyphs);
    page.pieces = PyMem_Calloc(room, sizeof *page.pieces);
    page.members = PyMem_Calloc(room, sizeof *page.members);
    Py_UCS4 *letters = PyMem_Calloc(room + LONGEST_SPELLING, sizeof *letters);
    if (page.glyphs && page.pieces && page.members && letters) {
        page.height = read_glyphs(page.glyphs, page.count, text, &matrix);
        pen_begins(&page.pen, text, &matrix);
        gather(&page);
        for (Py_ssize_t at = 0; runs && at < page.runs; at++) {
            PyObject *before = at ? PyList_GetItem(runs, at - 1) : NULL;
            if (put(runs, run_of(&page, page.pieces + at, type, before, letters)) < 0)
                Py_CLEAR(runs);
        }
    } else {
        PyErr_NoMemory();
        Py_CLEAR(runs);
    }
    PyMem_Free(page.glyphs);
    PyMem_Free(page.pieces);
    PyMem_Free(page.members);
    PyMem_Free(letters);
    return runs;
}
