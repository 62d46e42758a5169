/* What elements come to in the layout of a lesson: shared by the checks of its parts. */
#ifndef LL_CHECK_LAYOUT_H
#define LL_CHECK_LAYOUT_H

#include "check/check.h"

/* Bits: one for each ll_row_part (for LL_ROW_PART_NONE: text, or an element of the page), and one
 * for each kind of component that cannot be looked into: a block of the shared library, one that
 * another file has, and one that this file makes in another way than by a function (`parts.Main`,
 * what `styled(Row)` gives back). */
#define LL_LAYOUT(part) (1u << (part))
#define LL_LAYOUT_LIBRARY (1u << (LL_ROW_PART_ASIDE + 1))
#define LL_LAYOUT_IMPORTED (1u << (LL_ROW_PART_ASIDE + 2))
#define LL_LAYOUT_MADE (1u << (LL_ROW_PART_ASIDE + 3))
#define LL_LAYOUT_CLOSED (LL_LAYOUT_LIBRARY | LL_LAYOUT_IMPORTED | LL_LAYOUT_MADE)

/* What the element comes to: itself; for a component of the same file what it returns; for an
 * imported one around nothing but Rows or their parts, such as Suspense, these, and for one of a
 * file beside the lesson what it returns there. 0 when nothing of it can be seen. */
unsigned ll_layout_of(const ll_check *check, uint32_t element);

/* As ll_lesson_children. An element without any may be given them as a prop, or by a spread: then
 * it has one that cannot be seen. */
void ll_layout_children(const ll_check *check, uint32_t element, ll_children *children);

#endif
