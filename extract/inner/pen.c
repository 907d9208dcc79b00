/* The pen that wrote the text: the twin of crossfoot/extract/pen.py, which says why. */
#include "inner.h"

#include <math.h>
#include <string.h>

#define LEANING 0.2
#define SAME_BASELINE 0.01
#define HANGS 0.45

void
pen_begins(Pen *pen, void *text, const Matrix *matrix)
{
    memset(pen, 0, sizeof *pen);
    pen->text = text;
    pen->matrix = matrix;
    pen->scale = pow(fabs(matrix->a * matrix->d - matrix->b * matrix->c), 0.5);
    pen->form_known = -1;
    pen->turn = LEVEL;
}

/* Which way text runs that goes on by (x, y) in displayed space. */
static int
turn_of(double x, double y)
{
    if (fabs(y) <= LEANING * fabs(x))
        return x >= 0 ? LEVEL : HEAD_DOWN;
    if (fabs(x) <= LEANING * fabs(y))
        return y < 0 ? UP : DOWN;
    return OBLIQUE;
}

/* Take on the size and direction of the character at *at*. */
static void
turns(Pen *pen, int at, double nominal)
{
    float local[6] = {0};
    int known = pdfium.FPDFText_GetMatrix(pen->text, at, local) != 0;
    int same = known == pen->form_known &&
               (!known || memcmp(local, pen->form, sizeof pen->form) == 0);
    if (same && nominal == pen->nominal)
        return;
    pen->form_known = known;
    memcpy(pen->form, local, sizeof pen->form);
    pen->nominal = nominal;
    double size = nominal != 0 ? nominal : 1.0;
    if (!known) {
        pen->size = size * pen->scale;
        pen->turn = LEVEL;
        pen->upright = 0;
        return;
    }
    const Matrix *m = pen->matrix;
    double a = local[0], b = local[1], c = local[2], d = local[3];
    double x = a * m->a + b * m->c, y = a * m->b + b * m->d;
    double grows = pow(fabs(a * d - b * c), 0.5);
    pen->size = size * (grows != 0 ? grows : 1.0) * pen->scale;
    pen->turn = turn_of(x, y);
    pen->upright = y == 0 && x > 0;
}

/* Whether the text object goes on along its line. */
static int
object_stays(Pen *pen, double lowest, double highest)
{
    double hangs = HANGS * pen->size;
    if (!pen->upright || highest - pen->floor > hangs || pen->floor - lowest > hangs)
        return 0;
    pen->floor = most(pen->floor, highest);
    return 1;
}

void
pen_moves(Pen *pen, int at, double top, double bottom)
{
    if (top == pen->asked_top && bottom == pen->asked_bottom)
        return;
    pen->asked_top = top;
    pen->asked_bottom = bottom;
    void *painter = pdfium.FPDFText_GetTextObject(pen->text, at);
    if (painter == pen->painter && object_stays(pen, bottom, bottom))
        return;
    pen->painter = painter;
    double x = 0.0, y = 0.0;
    pdfium.FPDFText_GetCharOrigin(pen->text, at, &x, &y);
    double base = down(pen->matrix, x, y);
    double nominal = pdfium.FPDFText_GetFontSize(pen->text, at);
    int moved = fabs(base - pen->line) > SAME_BASELINE;
    pen->floor = moved ? bottom : most(pen->floor, bottom);
    if (moved || nominal != pen->nominal || nominal == 1 || pen->size == 0) {
        pen->line = base;
        turns(pen, at, nominal);
    }
    pen->base = pen->turn == UP || pen->turn == DOWN ? across(pen->matrix, x, y) : base;
}

static int
reaches(const Pen *pen, double lowest, double highest)
{
    return highest <= pen->floor && pen->floor - HANGS * pen->size < lowest &&
           pen->turn == LEVEL && pen->nominal != 1;
}

int
pen_stays(Pen *pen, int start, int stop, double lowest, double highest)
{
    if (pdfium.FPDFText_GetTextObject(pen->text, start) ==
            pdfium.FPDFText_GetTextObject(pen->text, stop - 1) &&
        object_stays(pen, lowest, highest))
        return 1;
    if (!reaches(pen, lowest, highest))
        return 0;
    for (int at = start; at < stop; at++)
        if (pdfium.FPDFText_GetFontSize(pen->text, at) != pen->nominal)
            return 0;
    return 1;
}

int
pen_goes_on(const Pen *pen, int at, double bottom)
{
    return reaches(pen, bottom, bottom) &&
           pdfium.FPDFText_GetFontSize(pen->text, at) == pen->nominal;
}
