/* PCRE2 behind two constructors and one search. */
#include "text/pattern.h"

#include "base/error.h"

#include <assert.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

typedef enum ll_jit { LL_JIT_UNTRIED, LL_JIT_MADE, LL_JIT_NONE } ll_jit;

struct ll_pattern {
    PCRE2_UCHAR *converted; /* of a glob */
    pcre2_compile_context *compile_context;
    pcre2_convert_context *convert_context;
    pcre2_match_context *match_context;
    pcre2_match_data *match_data;
    pcre2_code *code;
    size_t searched; /* bytes of all subjects so far */
    ll_jit jit_whole, jit_pieces;
    char needs[2]; /* ASCII signs that every match holds, or 0 */
    uint64_t work; /* left; see ll_pattern_allow */
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
    pattern->work = UINT64_MAX;
    if (!pattern->compile_context || !pattern->match_context || !pattern->match_data)
        ll_arena_fail(arena, LL_E_MEMORY, "out of memory");
    pcre2_set_newline(pattern->compile_context, PCRE2_NEWLINE_ANYCRLF);
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

/* A code unit of which `is_there` says 1 stands in every match. A letter may stand there in the
 * other case, of which PCRE2 says nothing. */
static char needed_sign(const ll_pattern *pattern, uint32_t is_there, uint32_t what) {
    uint32_t there = 0, unit = 0;
    bool known = pcre2_pattern_info(pattern->code, is_there, &there) == 0 && there == 1 &&
                 pcre2_pattern_info(pattern->code, what, &unit) == 0;
    return known && unit < 0x80 && !ll_is_letter((char)unit) ? (char)unit : '\0';
}

static void find_needs(ll_pattern *pattern) {
    pattern->needs[0] = needed_sign(pattern, PCRE2_INFO_FIRSTCODETYPE, PCRE2_INFO_FIRSTCODEUNIT);
    pattern->needs[1] = needed_sign(pattern, PCRE2_INFO_LASTCODETYPE, PCRE2_INFO_LASTCODEUNIT);
}

ll_status ll_pattern_new(ll_pattern **pattern, ll_arena *arena, ll_view text, ll_error *error) {
    ll_status status = check_length(text, error);
    if (status != LL_OK)
        return status;
    ll_pattern *made = new_pattern(arena);
    status = compile(made, arena, text, text, PCRE2_MULTILINE, error);
    if (status != LL_OK)
        return status;
    find_needs(made);
    *pattern = made;
    return LL_OK;
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

void ll_pattern_allow(ll_pattern *pattern, size_t bytes) {
    pattern->work = LL_PATTERN_WORK + LL_PATTERN_WORK_PER_BYTE * (uint64_t)bytes;
}

/* PCRE2 says neither how many steps a match took nor how far it looked, and its compiled code
 * counts no steps that stay in one loop. So a long text is searched piece by piece: only where a
 * piece ends in the midst of what may be a match, that one place is looked at with longer ones.
 * Each attempt has few steps at first, and is repeated with more when they were not enough. What is
 * spent is then a fair guess of what was done. */
enum {
    PIECE = 512,
    LONGER = 8,
    STEPS = 1024,
    MORE_STEPS = 4,
    STEPS_COMPILED = 64, /* for each place where a match may begin */
    WORK_OF_SEARCH = 128,
    WORK_OF_STEP = 2,
    WORK_COMPILED = 16 /* bytes times bytes a unit */
};

/* Steps times bytes of one attempt: a single step may go through all of a text. */
static const uint64_t STEP_BYTES = (uint64_t)1 << 31;

/* Beside the codes of PCRE2, which are greater. */
static const int NO_WORK_LEFT = -1000;

typedef struct attempt {
    ll_view subject;
    size_t from, end; /* behind `end` the text goes on when that is not its own */
    bool here;        /* a match has to begin at `from` */
    bool compiled;    /* just in time */
    uint32_t steps;
} attempt;

static bool is_piece(const attempt *now) {
    return now->end < now->subject.len;
}

/* Whether there is compiled code, which is made when it pays. */
static bool has_compiled(ll_pattern *pattern, bool piece) {
    ll_jit *jit = piece ? &pattern->jit_pieces : &pattern->jit_whole;
    if (*jit == LL_JIT_UNTRIED && pattern->searched >= LL_PATTERN_JIT_FROM)
        *jit = pcre2_jit_compile(pattern->code,
                                 piece ? PCRE2_JIT_PARTIAL_HARD : PCRE2_JIT_COMPLETE) == 0
                   ? LL_JIT_MADE
                   : LL_JIT_NONE;
    return *jit == LL_JIT_MADE;
}

static void spend(ll_pattern *pattern, const attempt *now, int code) {
    size_t end = code > 0 ? pcre2_get_ovector_pointer(pattern->match_data)[1] : now->end;
    uint64_t bytes = end > now->from ? end - now->from : 0, work = WORK_OF_SEARCH;
    if (now->compiled)
        work += bytes * bytes / WORK_COMPILED;
    else
        work += (now->here ? now->end - now->from : bytes) +
                (now->steps > STEPS ? WORK_OF_STEP * (uint64_t)now->steps : 0);
    pattern->work -= work < pattern->work ? work : pattern->work;
}

static int match_once(ll_pattern *pattern, const attempt *now) {
    uint32_t options = PCRE2_NO_UTF_CHECK;
    options |= pattern->converted ? 0 : PCRE2_NOTEMPTY;
    options |= is_piece(now) ? PCRE2_PARTIAL_HARD : 0;
    options |= now->here ? PCRE2_ANCHORED : 0;
    options |= now->compiled ? 0 : PCRE2_NO_JIT;
    PCRE2_SPTR bytes = (PCRE2_SPTR)(now->subject.ptr ? now->subject.ptr : "");
    pcre2_set_match_limit(pattern->match_context, now->steps);
    int code = pcre2_match(pattern->code, bytes, now->end, now->from, options, pattern->match_data,
                           pattern->match_context);
    spend(pattern, now, code);
    return code;
}

static uint32_t most_steps(const attempt *now) {
    uint64_t most = STEP_BYTES / (now->end - now->from + 1);
    return most < LL_PATTERN_MATCH_STEPS ? (uint32_t)most : LL_PATTERN_MATCH_STEPS;
}

static int match(ll_pattern *pattern, attempt *now) {
    pattern->searched += now->end - now->from;
    now->compiled = !now->here && now->end - now->from <= (size_t)2 * PIECE &&
                    has_compiled(pattern, is_piece(now));
    now->steps = STEPS_COMPILED;
    int code = now->compiled ? match_once(pattern, now) : PCRE2_ERROR_MATCHLIMIT;
    /* Compiled code has little room of its own, too. */
    bool again = code == PCRE2_ERROR_MATCHLIMIT || code == PCRE2_ERROR_JIT_STACKLIMIT;
    uint32_t most = most_steps(now);
    now->compiled = false;
    for (uint32_t steps = STEPS; again; steps *= MORE_STEPS) {
        now->steps = steps < most ? steps : most;
        code = match_once(pattern, now);
        again = code == PCRE2_ERROR_MATCHLIMIT && now->steps < most;
        if (pattern->work == 0 && code < 0)
            return NO_WORK_LEFT;
    }
    return code;
}

/* No character is cut. */
static size_t piece_end(ll_view subject, size_t from, size_t length) {
    if (length >= subject.len - from)
        return subject.len;
    size_t end = from + length;
    while (end < subject.len && (subject.ptr[end] & 0xC0) == 0x80)
        end++;
    return end;
}

/* What a piece does not tell of one place. */
static int match_here(ll_pattern *pattern, ll_view subject, size_t from) {
    attempt now = {.subject = subject, .from = from, .here = true};
    int code = PCRE2_ERROR_PARTIAL;
    for (size_t length = (size_t)PIECE * LONGER; code == PCRE2_ERROR_PARTIAL; length *= LONGER) {
        now.end = piece_end(subject, from, length);
        code = match(pattern, &now);
    }
    return code;
}

static int search(ll_pattern *pattern, ll_view subject, size_t from) {
    attempt now = {.subject = subject, .from = from};
    while (pattern->work > 0) {
        now.end = pattern->converted ? subject.len : piece_end(subject, now.from, PIECE);
        int code = match(pattern, &now);
        if (code == PCRE2_ERROR_PARTIAL) {
            size_t start = pcre2_get_startchar(pattern->match_data);
            code = match_here(pattern, subject, start);
            now.end = piece_end(subject, start, 1);
            if (code == PCRE2_ERROR_NOMATCH && start == subject.len)
                return code;
        } else if (!is_piece(&now)) {
            return code;
        }
        if (code != PCRE2_ERROR_NOMATCH)
            return code;
        now.from = now.end;
    }
    return NO_WORK_LEFT;
}

/* Whether a match may stand at or behind `from`: most texts lack what every match holds, and a look
 * for one sign costs a hundredth of a search. */
static bool may_match(const ll_pattern *pattern, ll_view subject, size_t from) {
    for (size_t i = 0; i < sizeof pattern->needs; i++)
        if (pattern->needs[i] &&
            ll_view_find_byte(subject, pattern->needs[i], from) == LL_VIEW_NONE)
            return false;
    return true;
}

ll_status ll_pattern_find(ll_pattern *pattern, ll_view subject, size_t from, ll_match *match,
                          ll_error *error) {
    assert(from <= subject.len);
    int code =
        may_match(pattern, subject, from) ? search(pattern, subject, from) : PCRE2_ERROR_NOMATCH;
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
