/* What elements come to in the layout of a lesson: shared by the two checks of Rows. */
#ifndef LL_CHECK_LAYOUT_H
#define LL_CHECK_LAYOUT_H

#include "check/check.h"

/* Bits: one for each ll_row_part (for LL_ROW_PART_NONE: text, or an element of the page), and one
 * for a component of another file. */
#define LL_LAYOUT(part) (1u << (part))
#define LL_LAYOUT_IMPORTED (1u << (LL_ROW_PART_ASIDE + 1))

/* What the element comes to: itself; for a component of the same file what it returns; for an
 * imported one around nothing but Rows or their parts, such as Suspense, these, and for one of a
 * file beside the lesson what it returns there. 0 when nothing of it can be seen. */
unsigned ll_layout_of(const ll_check *check, uint32_t element);

#endif
