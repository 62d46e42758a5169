/* PCRE2 behind two constructors and one search. */
#include "text/pattern.h"

#include "base/error.h"

#include <assert.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct ll_pattern {
    PCRE2_UCHAR *converted; /* of a glob */
    pcre2_compile_context *compile_context;
    pcre2_convert_context *convert_context;
    pcre2_match_context *match_context;
    pcre2_match_data *match_data;
    pcre2_code *code;
    size_t searched; /* bytes of all subjects so far */
    bool jit_tried;
};

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
    pattern->compile_context = pcre2_compile_context_create(NULL);
    pattern->match_context = pcre2_match_context_create(NULL);
    pattern->match_data = pcre2_match_data_create(1, NULL);
    if (!pattern->compile_context || !pattern->match_context || !pattern->match_data)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    pcre2_set_newline(pattern->compile_context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_match_limit(pattern->match_context, LL_PATTERN_MATCH_STEPS);
    pcre2_set_depth_limit(pattern->match_context, LL_PATTERN_DEPTH);
    pcre2_set_heap_limit(pattern->match_context, LL_PATTERN_HEAP_KIB);
    return pattern;
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

/* `shown` is what the author wrote, for the place of an error. */
static ll_status compile(ll_pattern *pattern, ll_arena *arena, ll_view text, ll_view shown,
                         uint32_t options, ll_error *error) {
    int code;
    PCRE2_SIZE offset;
    pattern->code = pcre2_compile((PCRE2_SPTR)(text.ptr ? text.ptr : ""), text.len,
                                  options | PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code,
                                  &offset, pattern->compile_context);
    return pattern->code ? LL_OK : fail(arena, error, code, shown, offset);
}

ll_status ll_pattern_new(ll_pattern **pattern, ll_arena *arena, ll_view text, ll_error *error) {
    ll_status status = check_length(text, error);
    if (status != LL_OK)
        return status;
    ll_pattern *made = new_pattern(arena);
    status = compile(made, arena, text, text, PCRE2_MULTILINE, error);
    if (status == LL_OK)
        *pattern = made;
    return status;
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
    status = compile(made, arena, (ll_view){(const char *)made->converted, length}, glob, 0, error);
    if (status == LL_OK)
        *pattern = made;
    return status;
}

static int search(ll_pattern *pattern, ll_view subject, size_t from) {
    const uint32_t options = PCRE2_NO_UTF_CHECK | (pattern->converted ? 0 : PCRE2_NOTEMPTY);
    PCRE2_SPTR bytes = (PCRE2_SPTR)(subject.ptr ? subject.ptr : "");
    pattern->searched += subject.len - from;
    if (!pattern->jit_tried && pattern->searched >= LL_PATTERN_JIT_FROM) {
        pattern->jit_tried = true;
        pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE); /* where there is none, it is slow */
    }
    int code = pcre2_match(pattern->code, bytes, subject.len, from, options, pattern->match_data,
                           pattern->match_context);
    /* The compiled code has little room of its own; the interpreter takes what its limits allow. */
    if (code == PCRE2_ERROR_JIT_STACKLIMIT)
        code = pcre2_match(pattern->code, bytes, subject.len, from, options | PCRE2_NO_JIT,
                           pattern->match_data, pattern->match_context);
    return code;
}

ll_status ll_pattern_find(ll_pattern *pattern, ll_view subject, size_t from, ll_match *match,
                          ll_error *error) {
    assert(from <= subject.len);
    int code = search(pattern, subject, from);
    if (code == PCRE2_ERROR_NOMATCH)
        return LL_E_NOT_FOUND;
    if (code == PCRE2_ERROR_NOMEMORY)
        return ll_error_set(error, LL_E_MEMORY, LL_VIEW(""), 0, 0, "out of memory");
    if (code < 0)
        return ll_error_set(error, LL_E_LIMIT, LL_VIEW(""), 0, 0,
                            "the pattern needs too many steps on this text");
    const PCRE2_SIZE *range = pcre2_get_ovector_pointer(pattern->match_data);
    /* A converted glob leaves out what `**` would match at its ends. */
    *match = pattern->converted ? (ll_match){0, subject.len} : (ll_match){range[0], range[1]};
    return LL_OK;
}
