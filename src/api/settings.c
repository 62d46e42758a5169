/* The options of a linter, by name. */
#include "api/linter.h"
#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_ITERATIONS = 1000, MOST_LABEL = 100 };

typedef struct setting_call {
    ll_linter *linter;
    const char *name;
    ll_view value;
    ll_status status;
    ll_error *error;
} setting_call;

static void refuse(setting_call *call, const char *expected) {
    call->status = ll_error_set(call->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "--%s: \"%.*s\" is not possible; expected %s", call->name,
                                LL_VIEW_ARG(call->value), expected);
}

static void refuse_name(setting_call *call, ll_view name, const char *const *names, size_t count,
                        const char *expected) {
    const char *near = ll_error_nearest(name, names, count);
    if (!near) {
        refuse(call, expected);
        return;
    }
    call->status = ll_error_set(call->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "--%s: \"%.*s\" is not possible (did you mean %s?); expected %s",
                                call->name, LL_VIEW_ARG(name), near, expected);
}

static void add_wish(setting_call *call, ll_wish_kind kind, ll_view rule, ll_severity severity) {
    ll_wish wish = {kind, ll_arena_copy(call->linter->arena, rule), severity};
    LL_ARRAY_PUSH(call->linter->arena, &call->linter->wishes, wish);
}

static void add_wishes(setting_call *call, ll_wish_kind kind) {
    ll_view rest = call->value;
    bool named = false;
    while (rest.len > 0) {
        size_t comma = ll_view_find_byte(rest, ',', 0);
        size_t end = comma == LL_VIEW_NONE ? rest.len : comma;
        ll_view id = ll_view_trim(ll_view_slice(rest, 0, end));
        if (id.len > 0)
            add_wish(call, kind, id, LL_SEVERITY_OFF);
        named = named || id.len > 0;
        rest = ll_view_slice(rest, comma == LL_VIEW_NONE ? rest.len : comma + 1, rest.len);
    }
    if (!named)
        refuse(call, "rule ids, separated by commas");
}

static void set_only(setting_call *call) {
    add_wishes(call, LL_WISH_ONLY);
}

static void set_skip(setting_call *call) {
    add_wishes(call, LL_WISH_SKIP);
}

/* By ll_severity; "never" stands where "off" does. */
static const char *const severities[] = {"critical", "improvement", "polish", "off"};
static const char *const thresholds[] = {"critical", "improvement", "polish", "never"};

/* Index of the name among the four, or 4. */
static size_t find_name(ll_view name, const char *const names[4]) {
    size_t i = 0;
    while (i < 4 && !ll_view_equal(name, ll_view_of(names[i])))
        i++;
    return i;
}

static void set_rule(setting_call *call) {
    size_t equals = ll_view_find_byte(call->value, '=', 0);
    if (equals == LL_VIEW_NONE || equals == 0) {
        refuse(call, "ID=critical, ID=improvement, ID=polish or ID=off");
        return;
    }
    ll_view name = ll_view_slice(call->value, equals + 1, call->value.len);
    size_t severity = find_name(name, severities);
    if (severity == 4)
        refuse_name(call, name, severities, 4, "critical, improvement, polish or off");
    else
        add_wish(call, LL_WISH_SEVERITY, ll_view_slice(call->value, 0, equals),
                 (ll_severity)severity);
}

static void set_fail_on(setting_call *call) {
    size_t severity = find_name(call->value, thresholds);
    if (severity == 4)
        refuse_name(call, call->value, thresholds, 4, "critical, improvement, polish or never");
    else
        call->linter->fail_on = (ll_severity)severity;
}

static void set_rules(setting_call *call) {
    if (call->value.len == 0)
        refuse(call, "a folder with rule files");
    else
        LL_ARRAY_PUSH(call->linter->arena, &call->linter->folders,
                      ll_arena_copy(call->linter->arena, call->value));
}

static void set_strict(setting_call *call) {
    call->linter->strict = true;
}

/* The last review of a plan has to be a PASS: its rule fails then. */
static void set_require_pass(setting_call *call) {
    add_wish(call, LL_WISH_SEVERITY, LL_VIEW("review-open"), LL_SEVERITY_IMPROVEMENT);
}

static void refuse_both(setting_call *call) {
    call->status = ll_error_set(call->error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                "--config and --no-config contradict each other");
}

static void set_no_config(setting_call *call) {
    if (call->linter->config.len > 0)
        refuse_both(call);
    else
        call->linter->no_config = true;
}

/* What is in it is looked at when it is needed. */
static void set_config(setting_call *call) {
    if (call->linter->no_config) {
        refuse_both(call);
        return;
    }
    struct stat about;
    if (stat(call->value.ptr, &about) == 0 && S_ISFIFO(about.st_mode)) {
        call->status = ll_error_set(call->error, LL_E_INVALID, call->value, 0, 0,
                                    "a configuration is read more than once, and cannot come "
                                    "through a pipe; expected a file");
        return;
    }
    FILE *file = fopen(call->value.ptr, "rb");
    bool read = file && (fgetc(file) != EOF || !ferror(file));
    int reason = errno;
    if (file)
        fclose(file);
    if (read)
        call->linter->config = ll_arena_copy(call->linter->arena, call->value);
    else
        call->status =
            ll_error_system(call->error, call->value, "cannot read the configuration", reason);
}

static bool is_leap(uint32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Reads `digits` digits at `at`, or gives 0. */
static uint32_t digits_at(ll_view text, size_t at, size_t digits) {
    uint32_t number = 0;
    size_t used = 0;
    bool read = ll_view_number(ll_view_slice(text, at, at + digits), &number, &used);
    return read && used == digits ? number : 0;
}

static bool is_date(ll_view text) {
    static const uint32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return false;
    uint32_t year = digits_at(text, 0, 4), month = digits_at(text, 5, 2);
    uint32_t day = digits_at(text, 8, 2);
    if (year == 0 || month == 0 || month > 12)
        return false;
    return day > 0 && day <= days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

static void set_date(setting_call *call) {
    if (is_date(call->value))
        call->linter->date = ll_arena_copy(call->linter->arena, call->value);
    else
        refuse(call, "a day of the calendar as YYYY-MM-DD");
}

/* A number from 1 to the most iterations that `text` begins with; 0 when it does not. */
static uint32_t iteration_number(ll_view text, size_t *used) {
    uint32_t number = 0;
    *used = 0;
    return ll_view_number(text, &number, used) && number <= MOST_ITERATIONS ? number : 0;
}

static void set_iteration(setting_call *call) {
    size_t used, more = 0;
    uint32_t iteration = iteration_number(call->value, &used), total = 0;
    bool both = used < call->value.len && call->value.ptr[used] == '/';
    if (both) {
        total = iteration_number(ll_view_slice(call->value, used + 1, call->value.len), &more);
        used += 1 + more;
    }
    if (iteration == 0 || used != call->value.len || (both && iteration > total)) {
        refuse(call, "N or N/M with 1 <= N <= M <= 1000, such as 1/3");
        return;
    }
    call->linter->next.iteration = iteration;
    if (both)
        call->linter->next.total = total;
}

static void set_total(setting_call *call) {
    size_t used;
    uint32_t total = iteration_number(call->value, &used);
    if (total == 0 || used != call->value.len)
        refuse(call, "a number from 1 to 1000, such as 3");
    else
        call->linter->next.total = total;
}

/* It stands in the heading of the review, before the iteration. */
static void set_label(setting_call *call) {
    bool plain = call->value.len > 0 && call->value.len <= MOST_LABEL;
    for (size_t i = 0; i < call->value.len; i++)
        plain = plain && (unsigned char)call->value.ptr[i] >= ' ' &&
                !strchr("()[]<>*_`|\\&", call->value.ptr[i]);
    if (!plain || ll_view_find_nocase(call->value, LL_VIEW("iteration"), 0) != LL_VIEW_NONE)
        refuse(call, "a few plain words without the word iteration, such as Post-Rework");
    else
        call->linter->next.label = ll_arena_copy(call->linter->arena, ll_view_trim(call->value));
}

/* What is in it is looked at when it is needed. */
static void set_baseline(setting_call *call) {
    if (call->value.len == 0)
        refuse(call, "a file");
    else
        call->linter->baseline = ll_arena_copy(call->linter->arena, call->value);
}

static void set_since(setting_call *call) {
    if (call->value.len == 0 || call->value.ptr[0] == '-')
        refuse(call, "what names a commit, such as main or HEAD~1");
    else
        call->linter->since = ll_arena_copy(call->linter->arena, call->value);
}

static void set_partners(setting_call *call) {
    call->linter->partners = true;
}

static void set_update_baseline(setting_call *call) {
    call->linter->updates = true;
}

static void set_prune_baseline(setting_call *call) {
    call->linter->prunes = true;
}

static void set_jobs(setting_call *call) {
    uint32_t jobs = 0;
    size_t used = 0;
    if (ll_view_number(call->value, &jobs, &used) && used == call->value.len && jobs > 0)
        call->linter->jobs = jobs;
    else
        refuse(call, "a number from 1, such as 4");
}

static void set_stdin_filename(setting_call *call) {
    if (call->value.len == 0)
        refuse(call, "a file name");
    else
        call->linter->stdin_name = ll_arena_copy(call->linter->arena, call->value);
}

/* Sorted by name. To add one: a row here, a line in lessonlint.h, and its option in src/cli. */
static const struct {
    const char *name;
    bool takes_value, chooses; /* which rules judge, and how */
    void (*set)(setting_call *call);
} table[] = {
    {"baseline", true, false, set_baseline},
    {"config", true, true, set_config},
    {"date", true, false, set_date},
    {"fail-on", true, false, set_fail_on},
    {"iteration", true, false, set_iteration},
    {"jobs", true, false, set_jobs},
    {"label", true, false, set_label},
    {"no-config", false, true, set_no_config},
    {"only", true, true, set_only},
    {"partners", false, false, set_partners},
    {"prune-baseline", false, false, set_prune_baseline},
    {"require-pass", false, false, set_require_pass},
    {"rule", true, true, set_rule},
    {"rules", true, true, set_rules},
    {"since", true, false, set_since},
    {"skip", true, true, set_skip},
    {"stdin-filename", true, false, set_stdin_filename},
    {"strict", false, false, set_strict},
    {"total", true, false, set_total},
    {"update-baseline", false, false, set_update_baseline},
};

enum { TABLE_LEN = sizeof table / sizeof *table };

static void keep_chosen(setting_call *call) {
    ll_arena *arena = call->linter->arena;
    LL_ARRAY_PUSH(arena, &call->linter->chosen,
                  ll_arena_format(arena, "--%s%s%.*s", call->name, call->value.ptr ? "=" : "",
                                  LL_VIEW_ARG(call->value)));
}

static void set_one(void *context) {
    setting_call *call = context;
    for (size_t i = 0; i < TABLE_LEN; i++) {
        if (strcmp(table[i].name, call->name) != 0)
            continue;
        if (table[i].takes_value && !call->value.ptr)
            refuse(call, "a value");
        else
            table[i].set(call);
        if (table[i].chooses && call->status == LL_OK)
            keep_chosen(call);
        return;
    }
    const char *names[TABLE_LEN];
    for (size_t i = 0; i < TABLE_LEN; i++)
        names[i] = table[i].name;
    const char *near = ll_error_nearest(ll_view_of(call->name), names, TABLE_LEN);
    call->status = ll_error_set(call->error, LL_E_NOT_FOUND, (ll_view){0}, 0, 0,
                                "there is no option \"%s\"%s%s%s", call->name,
                                near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
}

ll_status ll_linter_set(ll_linter *linter, const char *name, const char *value, ll_error *error) {
    setting_call call = {linter, name, ll_view_of(value), LL_OK, error};
    ll_status status = ll_linter_guard(linter, set_one, &call, error);
    if (status == LL_OK)
        status = call.status;
    if (status == LL_OK)
        linter->ready = false;
    return status;
}
