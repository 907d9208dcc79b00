/* What the lines of a page say of tables: the twin of look_over in crossfoot/extract/hints.py. A line
   whose letters ask for more than ASCII, or that may be a row, is named and looked at there. */
#include "inner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LINES 400 /* each is compared with those before it; a page of prose has sixty */
#define LONG 25
#define LETTER 0.5
#define NARROWEST 0.3
#define WORD_OR_TWO 8
#define WIDER 1.3
#define CAPITALS 1.5
#define GAP 1.5
#define LOOKED_AT 8
#define FEWEST_GAPS 2
#define BLANKS_OF_LETTERS 4
#define SMALLER 0.92
#define SEVERAL 3
#define LONGEST_WORD_LAST 12

typedef struct {
    long start;
    PyObject *text; /* borrowed */
    Py_hash_t hash;
    Py_ssize_t length;
    double x0, y0, x1, y1, size, share;
} Given;

typedef struct {
    void *text;
    Given *lines;
    Py_ssize_t many;
    Py_UCS4 *letters; /* of one line */
    double widest;    /* share of a line without a gap */
    int doubled, columns, jumps, ordered, shrinks;
    PyObject *spaced, *sparse, *rows, *numbers; /* lists of lines */
} Look;

static int
is_digit(Py_UCS4 letter)
{
    return letter >= '0' && letter <= '9';
}

/* Whether a letter may be a digit of any script: none is below Arabic's, nor among the signs. */
static int
may_be_digit(Py_UCS4 letter)
{
    return is_digit(letter) || (letter >= 0x660 && (letter < 0x2000 || letter >= 0x3000));
}

static int
is_letter(Py_UCS4 letter)
{
    return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z' && letter < 0x80;
}

static int
is_capital(Py_UCS4 letter)
{
    return (letter >= 'A' && letter <= 'Z') || letter == '&';
}

/* Whether a letter of ASCII is one of words, as \w has it. */
static int
is_wordly(Py_UCS4 letter)
{
    return is_digit(letter) || is_letter(letter) || letter == '_';
}

static int
is_one_of(Py_UCS4 letter, const char *letters)
{
    return letter > 0 && letter < 0x80 && strchr(letters, (int)letter) != NULL;
}

/* Take a line apart; -1 with an exception set where it is none. */
static int
take_line(PyObject *given, Given *line)
{
    PyObject *box;
    if (!PyTuple_Check(given) || PyTuple_Size(given) != 4 ||
        !PyUnicode_Check(PyTuple_GetItem(given, 1)) ||
        !PyTuple_Check(box = PyTuple_GetItem(given, 2)) || PyTuple_Size(box) != 4) {
        PyErr_SetString(PyExc_TypeError, "no line");
        return -1;
    }
    line->start = PyLong_AsLong(PyTuple_GetItem(given, 0));
    line->text = PyTuple_GetItem(given, 1);
    line->hash = PyObject_Hash(line->text);
    line->length = PyUnicode_GetLength(line->text);
    line->x0 = PyFloat_AsDouble(PyTuple_GetItem(box, 0));
    line->y0 = PyFloat_AsDouble(PyTuple_GetItem(box, 1));
    line->x1 = PyFloat_AsDouble(PyTuple_GetItem(box, 2));
    line->y1 = PyFloat_AsDouble(PyTuple_GetItem(box, 3));
    line->size = PyFloat_AsDouble(PyTuple_GetItem(given, 3));
    double letters = (double)line->length * line->size;
    if (!PyErr_Occurred() && line->length == 0)
        PyErr_SetString(PyExc_ValueError, "a line without letters");
    line->share = letters != 0 ? (line->x1 - line->x0) / letters : 0.0;
    return PyErr_Occurred() ? -1 : 0;
}

static int
compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

/* Fill in how wide, in font sizes, a letter of a line without a gap is at most. */
static int
measure(Look *look)
{
    double *shares = PyMem_Calloc((size_t)look->many + 1, sizeof *shares);
    Py_ssize_t many = 0;
    if (!shares) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t at = 0; at < look->many; at++)
        if (look->lines[at].length >= LONG)
            shares[many++] = look->lines[at].share;
    qsort(shares, (size_t)many, sizeof *shares, compare);
    double middle = shares[many / 2];
    if (many > 2 && many % 2 == 0)
        middle = (shares[many / 2 - 1] + middle) / 2;
    look->widest = WIDER * (many > 2 ? middle : LETTER);
    PyMem_Free(shares);
    return 0;
}

/* Whether there is a gap in a line; -1 with an exception set on failure. */
static int
is_sparse(const Look *look, const Given *line)
{
    if (!(line->share > look->widest))
        return 0;
    PyObject *answer = PyObject_CallMethod(line->text, "isupper", NULL);
    int upper = answer ? PyObject_IsTrue(answer) : -1;
    Py_XDECREF(answer);
    if (upper < 0)
        return -1;
    double usual = look->widest * (upper ? CAPITALS : 1.0);
    return (line->share - usual) * (double)line->length > GAP;
}

/* Count how the lines stand: over each other, above the one before. */
static void
compare_lines(Look *look)
{
    look->ordered = 1;
    for (Py_ssize_t at = 0; at < look->many; at++) {
        const Given *line = look->lines + at, *before = line - 1;
        double height = rint(line->y1);
        if (line->length >= WORD_OR_TWO &&
            line->x1 - line->x0 < NARROWEST * (double)line->length * line->size)
            look->doubled = 1;
        for (const Given *other = look->lines; other < line && !look->doubled; other++)
            look->doubled = other->hash == line->hash && rint(other->y1) == height &&
                            PyUnicode_Compare(other->text, line->text) == 0;
        if (at == 0)
            continue;
        look->jumps += line->y1 - before->y1 < 0.5 * line->size;
        if (!(before->y1 < line->y1 || (before->y1 == line->y1 && before->x0 <= line->x0)))
            look->ordered = 0;
    }
}

/* Whether there is a gap between two words of a line, the first two left aside. */
static int
has_gap(const Look *look, const Given *line, const Py_UCS4 *letters)
{
    int blanks = 0;
    for (Py_ssize_t at = 0; at < line->length; at++) {
        if (!is_space(letters[at]))
            continue;
        Py_ssize_t begin = at;
        while (at < line->length && is_space(letters[at]))
            at++;
        if (++blanks == 1)
            continue;
        float before[4] = {0}, after[4] = {0};
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + begin - 1), before);
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + at), after);
        if ((double)after[0] - (double)before[2] > GAP * line->size)
            return 1;
    }
    return 0;
}

/* Whether a line ends with a word as a table's status does. */
static int
ends_as_a_status(const Py_UCS4 *letters, Py_ssize_t length)
{
    static const char *const LAST[] = {
        "complete", "completed", "progress", "started", "overdue", "cancelled", "warning",
        "satisfactory", "alert", "green", "amber", "red", "target", "track",
    };
    Py_ssize_t begin = length > LONGEST_WORD_LAST ? length - LONGEST_WORD_LAST : 0;
    while (length > begin && is_one_of(letters[length - 1], " ."))
        length--;
    char tail[LONGEST_WORD_LAST];
    Py_ssize_t many = length - begin;
    for (Py_ssize_t at = 0; at < many; at++) {
        Py_UCS4 letter = letters[begin + at];
        if (letter >= 0x100 && !(letter >= 0x2000 && letter < 0x2070))
            return 1; /* its small letter may be one of ASCII */
        int capital = letter >= 'A' && letter <= 'Z';
        tail[at] = letter < 0x80 ? (char)(capital ? letter | 0x20 : letter) : '\x7F';
    }
    for (size_t word = 0; word < sizeof LAST / sizeof *LAST; word++) {
        Py_ssize_t room = (Py_ssize_t)strlen(LAST[word]);
        if (room <= many && memcmp(tail + many - room, LAST[word], (size_t)room) == 0)
            return 1;
    }
    return 0;
}

/* Whether the letters of a word have the shape of a figure. */
static int
is_figure(const Py_UCS4 *word, const Py_UCS4 *end)
{
    if (end - word == 3 && ((is_one_of(*word, "nN") && word[1] == '/' && is_one_of(word[2], "aA")) ||
                            (*word == 'T' && word[1] == 'B' && word[2] == 'C')))
        return 1;
    if (end - word == 1 && (*word == '-' || *word == 0x2013))
        return 1;
    for (int signs = 0; signs < 2 && word < end && (is_one_of(*word, "(+-") || *word == 0xA3); signs++)
        word++;
    if (word == end || !may_be_digit(*word))
        return 0;
    while (word < end && (may_be_digit(*word) || is_one_of(*word, ",.")))
        word++;
    word += word < end && is_one_of(*word, "%kKm");
    for (int marks = 0; marks < 2 && word < end && is_one_of(*word, ")*"); marks++)
        word++;
    return word == end;
}

/* Whether a line may begin with a code. */
static int
may_begin_with_code(const Py_UCS4 *letters, const Py_UCS4 *end)
{
    for (int skipped = 0; skipped <= 2 && letters < end; skipped++, letters++) {
        const Py_UCS4 *capital = letters, *letter = letters;
        while (capital < end && capital - letters <= 6 && is_capital(*capital))
            capital++;
        while (letter < end && letter - letters <= 8 && (is_letter(*letter) || *letter == '&'))
            letter++;
        if (capital - letters >= 2 && capital < end &&
            (may_be_digit(*capital) ||
             (is_space(*capital) && capital + 1 < end && may_be_digit(capital[1]))))
            return 1;
        if (letter - letters >= 2 && letter < end && (may_be_digit(*letter) || *letter == '_'))
            return 1;
        if (is_wordly(*letters))
            return 0;
    }
    return 0;
}

/* Whether a line may be a table's row: what rows seldom are told from by more than ASCII is kept. */
static int
may_be_row(const Py_UCS4 *letters, Py_ssize_t length)
{
    if (ends_as_a_status(letters, length))
        return 1;
    const Py_UCS4 *end = letters + length, *last = end, *word = letters;
    while (word < end && !may_be_digit(*word))
        word++;
    if (word == end)
        return 0;
    while (last > letters && !is_wordly(last[-1]) && !may_be_digit(last[-1]))
        last--;
    if (last > letters && may_be_digit(last[-1]))
        return 1;
    if (may_begin_with_code(letters, end))
        return 1;
    int figures = 0;
    for (word = letters; word < end; word++) {
        const Py_UCS4 *begin = word;
        while (word < end && !is_space(*word))
            word++;
        figures += begin < word && is_figure(begin, word);
    }
    return figures >= SEVERAL;
}

/* Where a number that begins at *at* ends: its digits, and more of them after points and commas. */
static Py_ssize_t
end_of_number(const Py_UCS4 *letters, Py_ssize_t at, Py_ssize_t length, Py_ssize_t *group)
{
    *group = at;
    for (;;) {
        while (at < length && is_digit(letters[at]))
            at++;
        if (at + 1 >= length || !is_one_of(letters[at], ".,") || !is_digit(letters[at + 1]))
            return at;
        *group = ++at;
    }
}

static int
is_year(const Py_UCS4 *letters, Py_ssize_t at, Py_ssize_t length)
{
    return at + 4 <= length &&
           ((letters[at] == '1' && letters[at + 1] == '9') ||
            (letters[at] == '2' && letters[at + 1] == '0')) &&
           is_digit(letters[at + 2]) && is_digit(letters[at + 3]) &&
           (at + 4 == length || !is_wordly(letters[at + 4]));
}

/* Whether a number's last digit is smaller than its first. */
static int
shrinks(const Look *look, const Given *line, const Py_UCS4 *letters)
{
    for (Py_ssize_t at = 0, stop, group; at < line->length; at = stop + 1) {
        stop = at;
        if (!is_digit(letters[at]))
            continue;
        stop = end_of_number(letters, at, line->length, &group);
        if (stop - group < 2 || is_year(letters, at, line->length) ||
            (at > 0 && is_one_of(letters[at - 1], ".,")))
            continue;
        float first[4] = {0}, last[4] = {0};
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + at), first);
        pdfium.FPDFText_GetLooseCharBox(look->text, (int)(line->start + stop - 1), last);
        if ((double)last[1] - (double)last[3] < SMALLER * ((double)first[1] - (double)first[3]))
            return 1;
    }
    return 0;
}

/* Look at the letters of a line; -1 with an exception set on failure. */
static int
look_at(Look *look, Py_ssize_t at)
{
    const Given *line = look->lines + at;
    const Py_UCS4 *letters = look->letters;
    Py_ssize_t blanks = 0;
    int plain = 1, digits = 0;
    for (Py_ssize_t letter = 0; letter < line->length; letter++) {
        blanks += letters[letter] == ' ';
        plain = plain && (letters[letter] < 0x80 || letters[letter] == 0xA3 ||
                          (letters[letter] >= 0x2010 && letters[letter] < 0x2028));
        digits += may_be_digit(letters[letter]) != 0;
    }
    int sparse = is_sparse(look, line);
    if (sparse < 0 || (BLANKS_OF_LETTERS * blanks > line->length &&
                       put(look->spaced, PyLong_FromSsize_t(at)) < 0))
        return -1;
    if (sparse && put(look->sparse, PyLong_FromSsize_t(at)) < 0)
        return -1;
    if (!sparse && may_be_row(letters, line->length) &&
        put(look->rows, PyLong_FromSsize_t(at)) < 0)
        return -1;
    if (digits > 1 && !plain)
        return put(look->numbers, PyLong_FromSsize_t(at));
    if (digits > 1 && !look->shrinks)
        look->shrinks = shrinks(look, line, letters);
    return 0;
}

static int
look_at_all(Look *look)
{
    Py_ssize_t many = 0, seen = 0, columns = 0, room = 0;
    for (Py_ssize_t at = 0; at < look->many; at++) {
        many += look->lines[at].length >= LONG;
        room = look->lines[at].length > room ? look->lines[at].length : room;
    }
    Py_ssize_t step = many / LOOKED_AT > 1 ? many / LOOKED_AT : 1;
    look->letters = PyMem_Calloc((size_t)room + 1, sizeof *look->letters);
    if (!look->letters) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t at = 0; at < look->many; at++) {
        const Given *line = look->lines + at;
        if (!PyUnicode_AsUCS4(line->text, look->letters, room + 1, 0) || look_at(look, at) < 0)
            return -1;
        if (line->length >= LONG && seen++ % step == 0)
            columns += has_gap(look, line, look->letters);
    }
    look->columns = columns >= FEWEST_GAPS;
    return 0;
}

PyObject *
look_over(PyObject *Py_UNUSED(module), PyObject *arguments)
{
    Look look = {0};
    PyObject *given, *kind, *result = NULL;
    if (!PyArg_ParseTuple(arguments, "O&O!O", take_address, &look.text, &PyList_Type, &given, &kind))
        return NULL;
    look.many = PyList_Size(given);
    if (look.many > MOST_LINES)
        Py_RETURN_NONE;
    look.lines = PyMem_Calloc((size_t)look.many + 1, sizeof *look.lines);
    look.spaced = PyList_New(0);
    look.sparse = PyList_New(0);
    look.rows = PyList_New(0);
    look.numbers = PyList_New(0);
    if (!look.lines)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; at < look.many && !PyErr_Occurred(); at++)
        take_line(PyList_GetItem(given, at), look.lines + at);
    if (!PyErr_Occurred() && measure(&look) == 0 && look_at_all(&look) == 0) {
        compare_lines(&look);
        result = named(kind, Py_BuildValue("OOOOOOOiO", look.doubled ? Py_True : Py_False,
                                           look.columns ? Py_True : Py_False,
                                           look.shrinks ? Py_True : Py_False,
                                           look.ordered ? Py_True : Py_False, look.spaced,
                                           look.sparse, look.rows, look.jumps, look.numbers));
    }
    PyMem_Free(look.lines);
    PyMem_Free(look.letters);
    Py_XDECREF(look.spaced);
    Py_XDECREF(look.sparse);
    Py_XDECREF(look.rows);
    Py_XDECREF(look.numbers);
    return result;
}
