/* The file of a baseline: reading and writing its lines. */
#include "base/buffer.h"
#include "base/error.h"
#include "baseline/baseline.h"
#include "project/paths.h"
#include "source/source.h"
#include "json/json.h"
#include "json/read.h"

#include <stdlib.h>
#include <string.h>

enum { PRINT_LENGTH = 32 };

static const char FIRST_LINE[] = "{\"baseline\": 1}\n";

/* By ll_entry_text; the first three have to be there. */
static const char *const names[LL_ENTRY_TEXTS] = {"file",     "rule",    "fingerprint", "since",
                                                  "severity", "message", "reason"};
enum { NEEDED = LL_ENTRY_SINCE };

const char *const ll_entry_levels[LL_ENTRY_LEVELS] = {"", "critical", "improvement", "polish",
                                                      "verify"};

uint32_t ll_entry_level(ll_view severity) {
    uint32_t i = 0;
    while (i < LL_ENTRY_LEVELS && !ll_view_equal(severity, ll_view_of(ll_entry_levels[i])))
        i++;
    return i;
}

typedef struct reading {
    ll_arena *arena;
    ll_baseline *baseline;
    ll_source *source;
    ll_view line;
    uint32_t number;
    ll_error *error;
} reading;

static ll_status fail(const reading *on, uint32_t column, ll_view problem) {
    return ll_error_set(on->error, LL_E_INVALID, on->source->path, on->number, column, "%.*s",
                        LL_VIEW_ARG(problem));
}

static uint32_t column_of(const reading *on, ll_view name) {
    size_t at =
        ll_view_find(on->line, ll_arena_format(on->arena, "\"%.*s\"", LL_VIEW_ARG(name)), 0);
    return at == LL_VIEW_NONE ? 1 : ll_view_column(on->line, at);
}

static ll_status set_member(const reading *on, ll_entry *known, const ll_json_member *member) {
    for (size_t i = 0; i < LL_ENTRY_TEXTS; i++) {
        if (!ll_view_equal(member->name, ll_view_of(names[i])))
            continue;
        known->texts[i] = member->value;
        return LL_OK;
    }
    const char *near = ll_error_nearest(member->name, names, LL_ENTRY_TEXTS);
    return fail(on, column_of(on, member->name),
                ll_arena_format(on->arena, "unknown key \"%.*s\"%s%s%s", LL_VIEW_ARG(member->name),
                                near ? ": did you mean \"" : "", near ? near : "",
                                near ? "\"?" : ""));
}

static bool is_print(ll_view text) {
    for (size_t i = 0; i < text.len; i++)
        if (!ll_is_digit(text.ptr[i]) && !(text.ptr[i] >= 'a' && text.ptr[i] <= 'f'))
            return false;
    return text.len == PRINT_LENGTH;
}

/* 2026-02-14 */
static bool is_day(ll_view text) {
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < text.len && i < sizeof form - 1; i++)
        if (form[i] == '0' ? !ll_is_digit(text.ptr[i]) : text.ptr[i] != form[i])
            return false;
    return text.len == sizeof form - 1;
}

static ll_status check_known(const reading *on, const ll_entry *known) {
    for (size_t i = 0; i < NEEDED; i++)
        if (known->texts[i].len == 0)
            return fail(on, 1, ll_arena_format(on->arena, "missing key \"%s\"", names[i]));
    if (!is_print(known->texts[LL_ENTRY_FINGERPRINT]))
        return fail(on, column_of(on, LL_VIEW("fingerprint")),
                    LL_VIEW("a fingerprint has 32 hexadecimal digits"));
    ll_view since = known->texts[LL_ENTRY_SINCE];
    if (since.len > 0 && !is_day(since))
        return fail(on, column_of(on, LL_VIEW("since")), LL_VIEW("expected a date as YYYY-MM-DD"));
    if (ll_entry_level(known->texts[LL_ENTRY_SEVERITY]) == LL_ENTRY_LEVELS)
        return fail(on, column_of(on, LL_VIEW("severity")),
                    LL_VIEW("expected critical, improvement, polish or verify"));
    return LL_OK;
}

/* The first line says what the file is. */
static ll_status read_first(const reading *on, const ll_json_members *found) {
    bool is_one = found->len == 1 && ll_view_equal(found->at[0].name, LL_VIEW("baseline"));
    if (!is_one)
        return fail(on, 1, LL_VIEW("this is no baseline: it begins with {\"baseline\": 1}"));
    if (!ll_view_equal(found->at[0].value, LL_VIEW("1")))
        return fail(on, column_of(on, LL_VIEW("baseline")),
                    LL_VIEW("this baseline is of another version of lessonlint; expected 1"));
    return LL_OK;
}

static ll_status read_line(const reading *on, bool first) {
    ll_json_members found = {0};
    ll_error inner = {0};
    static const char *const conflict[] = {"<<<<<<<", "=======", ">>>>>>>", "|||||||"};
    for (size_t i = 0; i < sizeof conflict / sizeof *conflict; i++)
        if (ll_view_starts(on->line, ll_view_of(conflict[i])))
            return fail(on, 1, LL_VIEW("a merge conflict: keep the lines of both sides"));
    if (ll_json_read_members(&found, on->arena, on->line, &inner) != LL_OK)
        return first ? read_first(on, &(ll_json_members){0})
                     : fail(on, inner.column, ll_view_of(inner.text));
    if (first)
        return read_first(on, &found);
    ll_entry *known = LL_ARRAY_ADD(on->arena, &on->baseline->known);
    known->line = on->number;
    ll_status status = LL_OK;
    for (uint32_t i = 0; i < found.len && status == LL_OK; i++)
        status = set_member(on, known, &found.at[i]);
    return status == LL_OK ? check_known(on, known) : status;
}

static int compare_prints(const void *a, const void *b) {
    return ll_view_compare(((const ll_entry *)a)->texts[LL_ENTRY_FINGERPRINT],
                           ((const ll_entry *)b)->texts[LL_ENTRY_FINGERPRINT]);
}

static ll_status read_lines(reading *on) {
    ll_view rest = on->source->text;
    bool first = true;
    ll_status status = LL_OK;
    while (status == LL_OK && ll_view_next_line(&rest, &on->line)) {
        on->number++;
        on->line = ll_view_trim(on->line);
        if (on->line.len == 0)
            continue;
        status = read_line(on, first);
        first = false;
    }
    if (status == LL_OK && first) {
        on->number = 1;
        status = read_first(on, &(ll_json_members){0});
    }
    ll_entries *known = &on->baseline->known;
    if (status == LL_OK && known->len > 1)
        qsort(known->at, known->len, sizeof *known->at, compare_prints);
    return status;
}

ll_status ll_baseline_read(ll_baseline **out, ll_arena *arena, ll_view path, bool may_be_missing,
                           ll_error *error) {
    ll_baseline *baseline = LL_ARENA_NEW(arena, ll_baseline);
    reading on = {.arena = arena, .baseline = baseline, .error = error};
    baseline->path = path;
    baseline->folder = ll_path_folder(arena, path);
    *out = baseline;
    ll_view real = ll_path_real(arena, path);
    if (real.len > 0 && ll_path_kind_below(arena, real, LL_VIEW("")) == LL_PATH_FOLDER)
        return ll_error_set(
            error, LL_E_IO, path, 0, 0,
            "this is a folder; expected the file of a baseline, such as known.jsonl");
    if (may_be_missing && !ll_source_exists(arena, path))
        return LL_OK;
    ll_status status = ll_source_read_bytes(&baseline->bytes, arena, path, error);
    if (status == LL_OK)
        status = ll_source_from(&on.source, arena, path, baseline->bytes, error);
    baseline->is_file = status == LL_OK;
    if (status == LL_OK && may_be_missing && ll_view_trim(on.source->text).len == 0)
        return LL_OK;
    return status == LL_OK ? read_lines(&on) : status;
}

static int compare_finding(const ll_entry *left, const ll_entry *right) {
    int order = ll_view_compare(left->texts[LL_ENTRY_FILE], right->texts[LL_ENTRY_FILE]);
    if (order == 0)
        order = ll_view_compare(left->texts[LL_ENTRY_RULE], right->texts[LL_ENTRY_RULE]);
    return order ? order
                 : ll_view_compare(left->texts[LL_ENTRY_FINGERPRINT],
                                   right->texts[LL_ENTRY_FINGERPRINT]);
}

/* Equals as they stood in the file. */
static int compare_lines(const void *a, const void *b) {
    const ll_entry *left = *(const ll_entry *const *)a, *right = *(const ll_entry *const *)b;
    int order = compare_finding(left, right);
    return order ? order : (left->line > right->line) - (left->line < right->line);
}

/* Of lines about one finding, which a merge may leave: the earliest date, what people wrote, and
 * what covers most. */
static void take_over(ll_view *texts, const ll_view *others) {
    ll_view since = others[LL_ENTRY_SINCE];
    if (texts[LL_ENTRY_SINCE].len == 0 ||
        (since.len > 0 && ll_view_compare(since, texts[LL_ENTRY_SINCE]) < 0))
        texts[LL_ENTRY_SINCE] = since;
    if (texts[LL_ENTRY_REASON].len == 0)
        texts[LL_ENTRY_REASON] = others[LL_ENTRY_REASON];
    if (ll_entry_level(others[LL_ENTRY_SEVERITY]) >= ll_entry_level(texts[LL_ENTRY_SEVERITY]))
        return;
    texts[LL_ENTRY_SEVERITY] = others[LL_ENTRY_SEVERITY];
    texts[LL_ENTRY_MESSAGE] = others[LL_ENTRY_MESSAGE];
}

static void add_line(ll_buffer *out, const ll_view *texts) {
    ll_json *object = ll_json_root(out->arena);
    for (size_t i = 0; i < LL_ENTRY_TEXTS; i++)
        ll_json_add_text(out->arena, object, names[i], texts[i]);
    ll_buffer_add(out, ll_json_line(out->arena, object));
    ll_buffer_add_byte(out, '\n');
}

ll_view ll_baseline_text(ll_arena *arena, const ll_baseline *baseline) {
    ll_buffer out = {.arena = arena, .most = LL_SOURCE_MOST};
    const ll_entry **sorted = LL_ARENA_ARRAY(arena, const ll_entry *, baseline->known.len + 1u);
    uint32_t len = 0;
    for (uint32_t i = 0; i < baseline->known.len; i++)
        if (!ll_entry_is_gone(&baseline->known.at[i]))
            sorted[len++] = &baseline->known.at[i];
    if (len > 1)
        qsort(sorted, len, sizeof *sorted, compare_lines);
    ll_buffer_add_cstring(&out, FIRST_LINE);
    for (uint32_t i = 0, next; i < len; i = next) {
        ll_view texts[LL_ENTRY_TEXTS];
        memcpy(texts, sorted[i]->texts, sizeof texts);
        for (next = i + 1; next < len && compare_finding(sorted[i], sorted[next]) == 0; next++)
            take_over(texts, sorted[next]->texts);
        add_line(&out, texts);
    }
    return ll_buffer_view(&out);
}
