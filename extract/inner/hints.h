/* What the letters of a printed line say, for hints.c. */
#ifndef CROSSFOOT_HINTS_H
#define CROSSFOOT_HINTS_H

#include "inner.h"

/* Whether a letter may be a digit of any script: none is below Arabic's, nor among the signs. */
int may_be_digit(Py_UCS4 letter);
/* Whether a line may be a table's row: what rows seldom are told from by more than ASCII is kept. */
int may_be_row(const Py_UCS4 *letters, Py_ssize_t length);
/* Return where a number ends whose first digit stands at *at*, and whether it is one whole number of
   several digits, no year. */
Py_ssize_t end_of_number(const Py_UCS4 *letters, Py_ssize_t at, Py_ssize_t length, int *several);

#endif
