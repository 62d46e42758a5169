/* PCRE2 behind two constructors and one search. */
#include "text/pattern.h"

#include "base/error.h"
#include "text/needs.h"

#include <assert.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct ll_pattern {
    ll_view text;           /* that is still to be compiled */
    PCRE2_UCHAR *converted; /* of a glob */
    pcre2_compile_context *compile_context;
    pcre2_convert_context *convert_context;
    pcre2_match_context *match_context;
    pcre2_match_data *match_data;
    pcre2_code *code;
    bool read; /* what it needs is known */
    ll_needs needs;
    char signs[2];  /* ASCII signs that every match holds, or 0 */
    bool compiled;  /* just in time, or in vain */
    uint64_t work;  /* that may be done; see ll_pattern_allow */
    uint64_t done;  /* since then */
    uint64_t steps; /* left for this search */
    size_t seen;    /* where it stood when it called back last */
};

/* Beside the codes of PCRE2, which are greater. */
enum { NO_WORK_LEFT = -1000, NO_STEPS_LEFT = -1001 };

enum {
    BYTES_OF_A_UNIT = 4, /* that one item goes over */
    COMPILED_FROM = 2048 /* units of work: to compile just in time costs about as much */
};

/* PCRE2 calls this before each item of the pattern, each time that it comes to it, also from
 * compiled code: by itself it says neither how many steps a match took nor how far it looked. */
static int count_item(pcre2_callout_block *block, void *context) {
    ll_pattern *pattern = context;
    size_t at = block->current_position, seen = pattern->seen;
    pattern->seen = at;
    pattern->done += 1 + (at > seen ? at - seen : seen - at) / BYTES_OF_A_UNIT;
    if (pattern->done >= pattern->work)
        return NO_WORK_LEFT;
    return pattern->steps-- > 0 ? 0 : NO_STEPS_LEFT;
}

static void release(void *resource) {
    ll_pattern *pattern = resource;
    pcre2_converted_pattern_free(pattern->converted);
    pcre2_convert_context_free(pattern->convert_context);
    pcre2_compile_context_free(pattern->compile_context);
    pcre2_match_context_free(pattern->match_context);
    pcre2_match_data_free(pattern->match_data);
    pcre2_code_free(pattern->code);
}

static ll_pattern *new_pattern(ll_arena *arena) {
    ll_pattern *pattern = LL_ARENA_NEW(arena, ll_pattern);
    ll_arena_defer(arena, release, pattern);
    pattern->work = UINT64_MAX;
    return pattern;
}

/* False: there is no memory. */
static bool make_contexts(ll_pattern *pattern) {
    pattern->compile_context = pcre2_compile_context_create(NULL);
    pattern->match_context = pcre2_match_context_create(NULL);
    pattern->match_data = pcre2_match_data_create(1, NULL);
    if (!pattern->compile_context || !pattern->match_context || !pattern->match_data)
        return false;
    pcre2_set_newline(pattern->compile_context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_match_limit(pattern->match_context, UINT32_MAX); /* see count_item */
    pcre2_set_depth_limit(pattern->match_context, LL_PATTERN_DEPTH);
    pcre2_set_heap_limit(pattern->match_context, LL_PATTERN_HEAP_KIB);
    pcre2_set_callout(pattern->match_context, count_item, pattern);
    return true;
}

static ll_status fail(ll_arena *arena, ll_error *error, int code, ll_view text, size_t offset) {
    PCRE2_UCHAR message[256];
    if (code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAP_FAILED)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    pcre2_get_error_message(code, message, sizeof message);
    uint32_t column = ll_view_column(text, offset < text.len ? offset : text.len);
    return ll_error_set(error, LL_E_INVALID, LL_VIEW(""), 0, column, "%s", (const char *)message);
}

static ll_status check_length(ll_view text, ll_error *error) {
    if (text.len <= LL_PATTERN_MOST)
        return LL_OK;
    return ll_error_set(error, LL_E_LIMIT, LL_VIEW(""), 0, 0, "a pattern of more than %u bytes",
                        LL_PATTERN_MOST);
}

static const uint32_t COMPILED = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
static const uint32_t OF_RULE = PCRE2_MULTILINE | PCRE2_AUTO_CALLOUT;

/* 0, or PCRE2's code of an error, with its place in `text`. */
static int compile(ll_pattern *pattern, ll_view text, uint32_t options, size_t *offset) {
    int code = 0;
    *offset = 0;
    if (!make_contexts(pattern))
        return PCRE2_ERROR_NOMEMORY;
    pattern->code = pcre2_compile((PCRE2_SPTR)(text.ptr ? text.ptr : ""), text.len,
                                  options | COMPILED, &code, offset, pattern->compile_context);
    return pattern->code ? 0 : code;
}

/* A code unit of which `is_there` says 1 stands in every match. A letter may stand there in the
 * other case, of which PCRE2 says nothing. */
static char needed_sign(const ll_pattern *pattern, uint32_t is_there, uint32_t what) {
    uint32_t there = 0, unit = 0;
    bool known = pcre2_pattern_info(pattern->code, is_there, &there) == 0 && there == 1 &&
                 pcre2_pattern_info(pattern->code, what, &unit) == 0;
    return known && unit < 0x80 && !ll_is_letter((char)unit) ? (char)unit : '\0';
}

static int compile_rule(ll_pattern *pattern, ll_view text, size_t *offset) {
    int code = compile(pattern, text, OF_RULE, offset);
    if (code != 0)
        return code;
    pattern->signs[0] = needed_sign(pattern, PCRE2_INFO_FIRSTCODETYPE, PCRE2_INFO_FIRSTCODEUNIT);
    pattern->signs[1] = needed_sign(pattern, PCRE2_INFO_LASTCODETYPE, PCRE2_INFO_LASTCODEUNIT);
    return 0;
}

ll_status ll_pattern_new(ll_pattern **pattern, ll_arena *arena, ll_view text, ll_error *error) {
    ll_status status = check_length(text, error);
    if (status != LL_OK)
        return status;
    ll_pattern *made = new_pattern(arena);
    size_t offset;
    int code = compile_rule(made, text, &offset);
    if (code != 0)
        return fail(arena, error, code, text, offset);
    made->text = ll_arena_copy(arena, text);
    *pattern = made;
    return LL_OK;
}

ll_pattern *ll_pattern_known(ll_arena *arena, ll_view text) {
    ll_pattern *made = new_pattern(arena);
    made->text = text;
    return made;
}

ll_status ll_glob_new(ll_pattern **pattern, ll_arena *arena, ll_view glob, ll_error *error) {
    ll_status status = check_length(glob, error);
    if (status != LL_OK)
        return status;
    ll_pattern *made = new_pattern(arena);
    made->convert_context = pcre2_convert_context_create(NULL);
    if (!made->convert_context)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    pcre2_set_glob_separator(made->convert_context, '/');
    pcre2_set_glob_escape(made->convert_context, '\\');
    PCRE2_SIZE length = 0;
    int code = pcre2_pattern_convert((PCRE2_SPTR)(glob.ptr ? glob.ptr : ""), glob.len,
                                     PCRE2_CONVERT_UTF | PCRE2_CONVERT_GLOB, &made->converted,
                                     &length, made->convert_context);
    if (code != 0) /* then `length` is where it stopped */
        return fail(arena, error, code, glob, length);
    size_t offset;
    code = compile(made, (ll_view){(const char *)made->converted, length}, 0, &offset);
    if (code != 0)
        return fail(arena, error, code, glob, offset);
    *pattern = made;
    return LL_OK;
}

void ll_pattern_allow(ll_pattern *pattern, size_t bytes) {
    pattern->work = LL_PATTERN_WORK + LL_PATTERN_WORK_PER_BYTE * (uint64_t)bytes;
    pattern->done = 0;
}

/* Interpreted and compiled code count the same but for starts that one of them passes over. So when
 * compiled code is used depends on the document alone: the answer may not hang on what was searched
 * before. */
static bool use_compiled(ll_pattern *pattern) {
    if (pattern->work == UINT64_MAX || pattern->done < COMPILED_FROM)
        return false;
    if (!pattern->compiled)
        (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    return pattern->compiled = true;
}

static int match(ll_pattern *pattern, ll_view subject, size_t from, uint32_t options) {
    pattern->steps = LL_PATTERN_STEPS + LL_PATTERN_STEPS_PER_BYTE * (uint64_t)(subject.len - from);
    pattern->seen = from;
    return pcre2_match(pattern->code, (PCRE2_SPTR)(subject.ptr ? subject.ptr : ""), subject.len,
                       from, PCRE2_NO_UTF_CHECK | options, pattern->match_data,
                       pattern->match_context);
}

static int search(ll_pattern *pattern, ll_view subject, size_t from) {
    if (pattern->converted)
        return match(pattern, subject, 0, 0);
    const uint64_t done = pattern->done;
    int code =
        match(pattern, subject, from, PCRE2_NOTEMPTY | (use_compiled(pattern) ? 0 : PCRE2_NO_JIT));
    if (code != PCRE2_ERROR_JIT_STACKLIMIT)
        return code;
    pattern->done = done; /* compiled code has little room of its own */
    return match(pattern, subject, from, PCRE2_NOTEMPTY | PCRE2_NO_JIT);
}

static bool has_signs(const ll_pattern *pattern, ll_view subject, size_t from) {
    for (size_t i = 0; i < sizeof pattern->signs; i++)
        if (pattern->signs[i] &&
            ll_view_find_byte(subject, pattern->signs[i], from) == LL_VIEW_NONE)
            return false;
    return true;
}

/* Most texts lack what every match holds, and a look for one sign costs a hundredth of a search. */
static int search_if_met(ll_pattern *pattern, ll_view subject, size_t from) {
    if (!pattern->read)
        ll_needs_of(&pattern->needs, pattern->text);
    pattern->read = true;
    if (!ll_needs_met(&pattern->needs, subject, from))
        return PCRE2_ERROR_NOMATCH;
    size_t offset;
    if (!pattern->code && compile_rule(pattern, pattern->text, &offset) != 0)
        return PCRE2_ERROR_NOMEMORY; /* it is known to be right */
    return has_signs(pattern, subject, from) ? search(pattern, subject, from) : PCRE2_ERROR_NOMATCH;
}

ll_status ll_pattern_find(ll_pattern *pattern, ll_view subject, size_t from, ll_match *match,
                          ll_error *error) {
    assert(from <= subject.len);
    int code = search_if_met(pattern, subject, from);
    if (code == PCRE2_ERROR_NOMATCH)
        return LL_E_NOT_FOUND;
    if (code == PCRE2_ERROR_NOMEMORY)
        return ll_error_set(error, LL_E_MEMORY, LL_VIEW(""), 0, 0, "out of memory");
    if (code < 0)
        return ll_error_set(error, LL_E_LIMIT, LL_VIEW(""), 0, 0,
                            "the pattern needs too many steps on this %s",
                            code == NO_WORK_LEFT ? "document" : "text");
    const PCRE2_SIZE *range = pcre2_get_ovector_pointer(pattern->match_data);
    /* A converted glob leaves out what `**` would match at its ends. */
    *match = pattern->converted ? (ll_match){0, subject.len} : (ll_match){range[0], range[1]};
    return LL_OK;
}
