/* Digits by their ink: the twin of crossfoot/extract/inked.py, which says why. */
#include "inner.h"

#include <math.h>

#define DASH 0x2013
#define UNKNOWN 0xFFFD
#define LOW 0.3
#define THIN 0.2
#define LOWEST 0.12
#define HIGHEST 0.55
#define LONG 1.5
#define LEANING 0.2

Py_UCS4
by_its_ink(void *text, int at, Py_UCS4 letter, const float *loose)
{
    float matrix[6] = {0};
    double left = 0, right = 0, bottom = 0, top = 0, x = 0, y = 0;
    double x0 = loose[0], y1 = loose[1], x1 = loose[2], y0 = loose[3];
    if (!pdfium.FPDFText_GetCharBox(text, at, &left, &right, &bottom, &top))
        return letter;
    if (top - bottom >= LOW * (y1 - y0) && right - left >= LOW * (x1 - x0))
        return letter; /* as nearly every one, whichever way it runs */
    if (!pdfium.FPDFText_GetMatrix(text, at, matrix))
        return letter;
    double a = matrix[0], b = matrix[1], c = matrix[2], d = matrix[3];
    int level = fabs(b) <= LEANING * fabs(a);
    if (!level && fabs(a) > LEANING * fabs(b))
        return letter;
    double nominal = pdfium.FPDFText_GetFontSize(text, at);
    if (nominal == 0)
        nominal = 1.0;
    double size = fabs(nominal) * sqrt(c * c + d * d);
    double high = level ? top - bottom : right - left, wide = level ? right - left : top - bottom;
    if (!(high < LOW * size && high < LOW * (level ? y1 - y0 : x1 - x0)))
        return letter;
    pdfium.FPDFText_GetCharOrigin(text, at, &x, &y);
    double middle = level ? (top + bottom) / 2 - y : (left + right) / 2 - x;
    if ((level ? d : c) * nominal < 0)
        middle = -middle;
    int thin = high <= THIN * size && wide >= LONG * high;
    return thin && LOWEST * size <= middle && middle <= HIGHEST * size ? DASH : UNKNOWN;
}
