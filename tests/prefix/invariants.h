/* What holds of every document that was read, whatever stands in it. */
#ifndef LL_TESTS_INVARIANTS_H
#define LL_TESTS_INVARIANTS_H

#include "engine/engine.h"

/* Set by the caller: what is looked at now, for the message. */
extern const char *invariants_file;
extern size_t invariants_length;

/* Ends the program with a message when something does not hold. */
#define HOLDS(condition) ((condition) ? (void)0 : invariants_failed(__FILE__, __LINE__, #condition))
_Noreturn void invariants_failed(const char *file, int line, const char *condition);

/* Blocks, rows and cells in order and inside the text; places and ranges of the plan inside it. */
void invariants_plan(const ll_plan *plan);

/* Nodes in order, nested and inside the text; passages, pieces, rows and sections of the lesson
 * too. */
void invariants_lesson(const ll_lesson *lesson);

/* Every finding in the text of its document, on a line and in a column that are there. */
void invariants_result(ll_result *result);

/* The error of a document that was refused: with words, and a place of the text or none. */
void invariants_error(const ll_error *error, ll_status status, ll_source *source);

#endif
