/* The format `junit`: each pair as a suite, each rule as a test. A test fails when the rule found
 * what makes the run fail; whatever else it found is its output. */
#include "writer/formats.h"
#include "writer/xml.h"

#include <string.h>

/* What one rule came to. */
typedef struct verdict {
    uint32_t failing; /* findings */
    const ll_notice *first;
    const char *skipped; /* why the rule was not run */
    const ll_error *error;
    ll_buffer failures, output;
} verdict;

typedef struct writing {
    ll_buffer *out;
    const ll_writer_options *options;
    const ll_result *result;
    ll_notices notices;
    verdict *verdicts; /* by rule */
} writing;

/* Why a rule is skipped that needed too many steps; it is an error of its own. */
static const char LIMIT[] = "limit";

void ll_junit_begin(ll_buffer *out, const ll_writer_options *options) {
    (void)options;
    ll_buffer_add_cstring(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<testsuites name=\"lessonlint\">\n");
}

static bool counts(const writing *on, ll_severity severity) {
    return on->options->fail_on != LL_SEVERITY_OFF && severity <= on->options->fail_on;
}

/* How many findings that make the run fail the notice stands for: a remark for those that it counts
 * instead of listing them. */
static uint32_t failing(const writing *on, const ll_notice *notice, uint32_t rule) {
    if (notice->finding)
        return notice->level <= LL_LEVEL_POLISH && counts(on, notice->finding->severity);
    uint32_t sum = 0;
    for (ll_severity i = 0; i < LL_SEVERITIES; i++)
        sum += counts(on, i) ? on->result->outcomes[rule].left_out[i] : 0;
    return sum;
}

static void add_notice(writing *on, const ll_notice *notice) {
    uint32_t rule = ll_rule_index(on->result->rules, notice->rule->id);
    uint32_t count = failing(on, notice, rule);
    verdict *one = &on->verdicts[rule];
    if (count > 0 && !one->first)
        one->first = notice;
    one->failing += count;
    ll_notice_add_line(count > 0 ? &one->failures : &one->output, notice);
}

static void judge(writing *on) {
    const ll_result *result = on->result;
    ll_arena *arena = on->out->arena;
    on->verdicts = LL_ARENA_ARRAY(arena, verdict, result->rules->len);
    for (uint32_t i = 0; i < result->rules->len; i++) {
        on->verdicts[i].failures = (ll_buffer){.arena = arena, .most = LL_WRITER_MOST};
        on->verdicts[i].output = on->verdicts[i].failures;
        on->verdicts[i].skipped = result->outcomes[i].skipped;
    }
    for (uint32_t i = 0; i < on->notices.len; i++)
        add_notice(on, &on->notices.at[i]);
}

static bool is_error(const verdict *one) {
    return one->skipped && strcmp(one->skipped, LIMIT) == 0;
}

static void add_text(ll_buffer *out, const char *element, ll_view text) {
    ll_buffer_add_format(out, "      <%s>", element);
    ll_xml_add(out, text);
    ll_buffer_add_format(out, "</%s>\n", element);
}

static void add_failure(ll_buffer *out, const verdict *one) {
    ll_view message = one->first->message;
    if (one->failing > 1)
        message = ll_arena_format(out->arena, "%.*s (and %u more)", LL_VIEW_ARG(message),
                                  one->failing - 1);
    ll_buffer_add_cstring(out, "      <failure");
    ll_xml_attribute(out, "message", message);
    ll_xml_attribute(out, "type", ll_view_of(ll_level_names_of(one->first->level)->plain));
    ll_buffer_add_byte(out, '>');
    ll_xml_add(out, ll_buffer_view(&one->failures));
    ll_buffer_add_cstring(out, "</failure>\n");
}

static void add_test(const writing *on, uint32_t rule) {
    ll_buffer *out = on->out;
    const verdict *one = &on->verdicts[rule];
    ll_buffer_add_cstring(out, "    <testcase");
    ll_xml_attribute(out, "name", on->result->rules->at[rule]->id);
    ll_xml_attribute(out, "classname", on->result->slug);
    ll_xml_attribute_number(out, "time", 0);
    if (!one->skipped && !one->first && one->output.len == 0) {
        ll_buffer_add_cstring(out, "/>\n");
        return;
    }
    ll_buffer_add_cstring(out, ">\n");
    if (is_error(one))
        ll_buffer_add_cstring(out, "      <error message=\"too many steps are needed here\" "
                                   "type=\"limit\"/>\n");
    else if (one->skipped)
        ll_buffer_add_format(out, "      <skipped message=\"%s\"/>\n", one->skipped);
    if (one->first)
        add_failure(out, one);
    if (one->output.len > 0)
        add_text(out, "system-out", ll_buffer_view(&one->output));
    ll_buffer_add_cstring(out, "    </testcase>\n");
}

/* How many tests there are, and how many of them passed neither. */
static void add_numbers(const writing *on) {
    uint32_t tests = 0, failures = 0, errors = 0, skipped = 0;
    for (uint32_t i = 0; i < on->result->rules->len; i++) {
        const verdict *one = &on->verdicts[i];
        if (on->result->settings[i].off)
            continue;
        tests++;
        failures += one->first != NULL;
        errors += is_error(one);
        skipped += one->skipped && !is_error(one);
    }
    ll_xml_attribute_number(on->out, "tests", tests);
    ll_xml_attribute_number(on->out, "failures", failures);
    ll_xml_attribute_number(on->out, "errors", errors);
    ll_xml_attribute_number(on->out, "skipped", skipped);
}

void ll_junit_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                   size_t index) {
    (void)index;
    writing on = {.out = out, .options = options, .result = review->result};
    on.notices = ll_notices_make(out->arena, review);
    judge(&on);
    ll_buffer_add_cstring(out, "  <testsuite");
    ll_xml_attribute(out, "name", ll_writer_names(out->arena, on.result));
    add_numbers(&on);
    ll_xml_attribute_number(out, "time", 0);
    ll_buffer_add_cstring(out, ">\n");
    for (uint32_t i = 0; i < on.result->rules->len; i++)
        if (!on.result->settings[i].off)
            add_test(&on, i);
    ll_buffer_add_cstring(out, "  </testsuite>\n");
}

void ll_junit_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    (void)totals;
    ll_buffer_add_cstring(out, "</testsuites>\n");
}
