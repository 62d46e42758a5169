/* Mending: the edits that a finding offers. Only what is certain is offered: whoever cannot tell
 * what an edit would do offers none. */
#ifndef LL_CHECK_MEND_H
#define LL_CHECK_MEND_H

#include "base/buffer.h"
#include "check/check.h"

/* Bytes of the blank character that begins at `at`, 0 when there is none: ASCII blanks and the
 * separators of Unicode's category Zs. */
size_t ll_blank_character(ll_view text, size_t at);

/* The em dash as the JSX text of the lesson writes it most often. */
ll_view ll_mend_dash(ll_facts *facts);

/* Puts `text`, as a reader sees it, in place of source bytes [start, end) of the lesson: as an
 * entity or escape where it cannot stand as it is, a dash in JSX text as the file writes most of
 * its dashes. False when that range is no part of one text, string or comment, or cannot hold the
 * text; nothing is added then. */
bool ll_mend_replace(ll_edits *edits, const ll_check *check, uint32_t start, uint32_t end,
                     ll_view text, ll_safety safety);

/* The same for bytes [start, end) of the rendered text of a passage, where the blanks on both sides
 * go, too. When one of them is a line break, the word before it goes with it to the next line, so
 * that no line grows long. UNSAFE in another language than English, and where a blank may be left.
 * False also when a blank cannot be taken away: a margin, a gap, a line
 * break of a template. */
bool ll_mend_tight(ll_edits *edits, const ll_check *check, const ll_passage *passage,
                   uint32_t start, uint32_t end, ll_view text, ll_safety safety);

/* What an edit of rendered bytes [start, end) of a passage is: UNSAFE instead of SAFE where the
 * program may look at the text, because it holds it, or a part of it with these bytes, in a string
 * that nobody sees (a comparison, a key, `.split(' -- ')`) or in a regular expression. */
ll_safety ll_mend_safety(const ll_check *check, const ll_passage *passage, uint32_t start,
                         uint32_t end, ll_safety safety);

/* Adds a class to the `className` of an element, which may be absent. False when the value is no
 * literal and no call of cn and its like, when a spread may replace it, and when the element has a
 * class of the same kind, such as cursor-default beside cursor-pointer. */
bool ll_mend_add_class(ll_edits *edits, const ll_check *check, uint32_t element, ll_view name,
                       ll_safety safety);

/* Adds a single edit behind those that are there already. */
void ll_mend_put(ll_edits *edits, const ll_check *check, uint32_t start, uint32_t end, ll_view text,
                 ll_safety safety);

/* The text that entities and escapes of `text` stand for, whichever language it is written in; an
 * empty view when none of them does, or one stands for a sign that is not shown. */
ll_view ll_mend_decode(ll_arena *arena, ll_view text);

#endif
