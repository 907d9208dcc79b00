/* What the letters of a line say: whether it may be a table's row, and where its numbers end. The
   twin of the patterns in crossfoot/extract/hints.py. */
#include "hints.h"

#include <string.h>

#define SEVERAL 3
#define LONGEST_WORD_LAST 12

int
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

int
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
end_of_digits(const Py_UCS4 *letters, Py_ssize_t at, Py_ssize_t length, Py_ssize_t *group)
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

Py_ssize_t
end_of_number(const Py_UCS4 *letters, Py_ssize_t at, Py_ssize_t length, int *several)
{
    Py_ssize_t group, stop = end_of_digits(letters, at, length, &group);
    *several = stop - group >= 2 && !is_year(letters, at, length) &&
               !(at > 0 && is_one_of(letters[at - 1], ".,"));
    return stop;
}
