/* A document as bytes: reading it, checking its encoding, and finding the line of an offset. */
#ifndef LL_SOURCE_SOURCE_H
#define LL_SOURCE_SOURCE_H

#include "base/array.h"

/* Most bytes of one document; a longer one is an LL_E_LIMIT error. */
#define LL_SOURCE_MOST ((size_t)64 * 1024 * 1024)

/* Most faults kept for one document; the rest is only counted. */
#define LL_SOURCE_FAULTS_MOST 1000

typedef enum ll_source_fault_kind {
    LL_FAULT_UTF8, /* bytes that are no UTF-8 */
    LL_FAULT_NUL,  /* a NUL byte */
    LL_FAULT_BOM,  /* a byte order mark that is not at the start */
    LL_FAULT_UTF16 /* the whole file is UTF-16: its byte order mark, and the only fault */
} ll_source_fault_kind;

/* A maximal run of adjacent faulty bytes of one kind. */
typedef struct ll_source_fault {
    ll_source_fault_kind kind;
    uint32_t offset;
    uint32_t length;
} ll_source_fault;

typedef LL_ARRAY(ll_source_fault) ll_source_faults;

/* Everything belongs to the arena that it was read into. All offsets of the program count from the
 * start of `text`. */
typedef struct ll_source {
    ll_arena *arena;
    ll_view path; /* as given */
    ll_view text; /* valid UTF-8 without NUL: each faulty byte is replaced by '?', a stray byte
                   * order mark by "???", so that offsets stay; followed by a NUL byte */
    uint32_t bom; /* bytes of the byte order mark before `text`: 0 or 3 */
    ll_source_faults faults;
    uint32_t fault_count; /* the true number */
    uint32_t *lines;      /* offsets of line starts, made when first asked for */
    uint32_t line_count;
    uint32_t last_offset; /* the place asked for last, at first 0 … */
    uint32_t last_column; /* … and its column: see ll_source_position */
} ll_source;

/* A place as people count. */
typedef struct ll_position {
    uint32_t line;   /* 1-based; LF, CRLF and CR end a line */
    uint32_t column; /* 1-based, in code points */
} ll_position;

/* Reads a whole file; "-" is standard input. Fails with LL_E_IO (missing, a folder, unreadable) and
 * LL_E_LIMIT (too long), with the path in `*error`. `*out` is untouched on failure. */
ll_status ll_source_read(ll_source **out, ll_arena *arena, ll_view path, ll_error *error);

/* The bytes of such a file as they are, at most as many as a document may have; fails in the same
 * way. A NUL follows them. */
ll_status ll_source_read_bytes(ll_view *out, ll_arena *arena, ll_view path, ll_error *error);

/* Bytes of the UTF-8 character at byte `at` < len of any text, 0 when none begins there. */
size_t ll_source_character(ll_view text, size_t at);

/* Whether there is a regular file of this path. */
bool ll_source_exists(ll_arena *arena, ll_view path);

/* A document from memory. `bytes` is used in place when it needs no repair: it must outlive the
 * arena's content, and a NUL must follow it (the scanner looks one byte ahead). */
ll_status ll_source_from(ll_source **out, ll_arena *arena, ll_view path, ll_view bytes,
                         ll_error *error);

/* Line and column of an offset; asserts offset <= text.len. Costs the distance to the start of the
 * line, or to the place asked for before when that lies between. */
ll_position ll_source_position(ll_source *source, uint32_t offset);

/* The text of the 1-based line, without its end; empty past the last line. */
ll_view ll_source_line(ll_source *source, uint32_t line);

/* Number of lines; a last line without an end counts, an empty rest behind the last end does not.
 */
uint32_t ll_source_line_count(ll_source *source);

/* Offset of a view that points into `text`; asserts that it does. */
uint32_t ll_source_offset(const ll_source *source, ll_view view);

#endif
