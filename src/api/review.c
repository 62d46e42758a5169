/* The next review of a pair, and its place behind the plan. */
#include "api/run.h"
#include "base/error.h"
#include "facts/history.h"
#include "source/replace.h"
#include "writer/writer.h"

#include <stdio.h>
#include <string.h>

typedef struct reviewing {
    ll_linter *linter;
    bool append;
    ll_write *write;
    void *context;
    ll_reviewed done;
    ll_view path, bytes, content; /* the plan, as it was and as it will be; empty: it stays */
} reviewing;

static ll_status say_over(const ll_review *review, ll_arena *arena, ll_error *error) {
    const ll_facts *facts = review->result->facts;
    ll_source *plan = facts->sources[LL_DOCUMENT_PLAN];
    uint32_t last = facts->plan->reviews.at[review->history->last].place.offset;
    return ll_error_set(error, LL_E_INVALID, plan->path, ll_source_position(plan, last).line, 0,
                        "%.*s", LL_VIEW_ARG(ll_history_ending(review, arena)));
}

/* Whether most lines of the document end as on Windows. */
static bool ends_with_return(ll_view bytes) {
    size_t lines = 0, returns = 0;
    for (size_t at = 0; (at = ll_view_find_byte(bytes, '\n', at)) != LL_VIEW_NONE; at++) {
        lines++;
        returns += at > 0 && bytes.ptr[at - 1] == '\r';
    }
    return returns * 2 > lines;
}

static void add_lines(ll_buffer *out, ll_view text, bool with_return) {
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '\n' && with_return)
            ll_buffer_add_byte(out, '\r');
        ll_buffer_add_byte(out, text.ptr[at]);
    }
}

/* What has to stand between the plan and the rule: an empty line, else the rule would underline the
 * last one. */
static ll_view gap_behind(ll_view bytes) {
    size_t end = bytes.len, lines = 0;
    for (; end > 0 && (bytes.ptr[end - 1] == '\n' || bytes.ptr[end - 1] == '\r'); end--)
        lines += bytes.ptr[end - 1] == '\n';
    return lines >= 2 || end == 0 ? LL_VIEW("") : lines == 1 ? LL_VIEW("\n") : LL_VIEW("\n\n");
}

/* Whether the new plan holds one review more, with the findings of this one: not so when the plan
 * ends inside of a code block or a comment. */
static ll_status check_readable(const ll_review *review, ll_arena *arena, ll_view content,
                                ll_error *error) {
    const ll_facts *facts = review->result->facts;
    ll_view path = facts->sources[LL_DOCUMENT_PLAN]->path;
    ll_source *source;
    ll_plan *plan;
    ll_status status = ll_source_from(&source, arena, path, content, error);
    if (status == LL_OK)
        status = ll_plan_parse(&plan, arena, source, facts->vocabulary, error);
    if (status != LL_OK)
        return status;
    uint32_t count = plan->reviews.len;
    if (count == facts->plan->reviews.len + 1 &&
        plan->reviews.at[count - 1].finding_count == review->groups.len)
        return LL_OK;
    return ll_error_set(error, LL_E_INVALID, path, 0, 0,
                        "a review at the end of the plan would not be read as one; is a code block "
                        "or a comment left open?");
}

/* The plan with the text behind it, in memory that is there until the end. */
static ll_status append(reviewing *work, const ll_review *review, ll_view text, ll_error *error) {
    ll_arena *arena = work->linter->call;
    const ll_source *judged = review->result->facts->sources[LL_DOCUMENT_PLAN];
    ll_view bytes;
    ll_source *now;
    ll_status status = ll_source_read_bytes(&bytes, arena, judged->path, error);
    if (status == LL_OK)
        status = ll_source_from(&now, arena, judged->path, bytes, error);
    if (status != LL_OK)
        return status;
    if (!ll_view_equal(now->text, judged->text))
        return ll_error_set(error, LL_E_IO, judged->path, 0, 0,
                            "the plan was changed while it was reviewed; try again");
    ll_buffer content = {.arena = arena, .most = LL_SOURCE_MOST};
    bool with_return = ends_with_return(bytes);
    ll_buffer_add(&content, bytes);
    add_lines(&content, gap_behind(bytes), with_return);
    add_lines(&content, LL_VIEW("---\n\n"), with_return);
    add_lines(&content, text, with_return);
    work->path = ll_arena_copy(arena, judged->path);
    work->bytes = bytes;
    work->content = ll_buffer_view(&content);
    return check_readable(review, arena, work->content, error);
}

static ll_status finish(void *context, ll_error *error) {
    reviewing *work = context;
    if (work->content.len == 0)
        return LL_OK;
    return ll_source_replace(work->linter->call, work->path, work->bytes, work->content, error);
}

/* Findings that the Summary of a review counts and that do not stand below it in a form that is
 * read. */
static size_t count_unread(const ll_plan *plan, const ll_plan_review *review) {
    size_t unread = 0;
    for (int severity = 0; severity < LL_REVIEW_SEVERITIES; severity++) {
        uint32_t read = 0;
        for (uint32_t i = 0; i < review->finding_count; i++)
            read += plan->findings.at[review->first_finding + i].severity ==
                    (ll_review_severity)severity;
        unread += review->summary[severity] > read ? review->summary[severity] - read : 0;
    }
    return unread;
}

/* What is odd about the review that this one follows. */
static void take_notice(reviewing *work, const ll_review *review) {
    const ll_plan *plan = review->result->facts->plan;
    if (review->history->last == LL_HISTORY_NONE)
        return;
    const ll_plan_review *last = &plan->reviews.at[review->history->last];
    work->done.reopened = review->history->reopened;
    work->done.unread = count_unread(plan, last);
    if (work->linter->date.len > 0 && ll_view_compare(work->linter->date, last->date) < 0)
        snprintf(work->done.last_date, sizeof work->done.last_date, "%.*s",
                 LL_VIEW_ARG(last->date));
}

/* Whether a label was asked for that is not that of the last review. */
static bool is_other_series(const reviewing *work, const ll_review *review) {
    ll_view label = work->linter->next.label;
    const ll_plan *plan = review->result->facts->plan;
    return label.len > 0 &&
           !ll_view_equal_nocase(label, plan->reviews.at[review->history->last].label);
}

static ll_status take(void *context, ll_arena *arena, const ll_review *review, ll_error *error) {
    reviewing *work = context;
    const ll_history *history = review->history;
    work->done.iteration = history->iteration;
    work->done.total = history->total;
    work->done.unchanged = history->unchanged;
    take_notice(work, review);
    if (work->append && history->unchanged && !is_other_series(work, review)) {
        work->done.iteration = history->last_iteration;
        return LL_OK;
    }
    if (history->over)
        return say_over(review, arena, error);
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    const ll_writer_options options = {.date = work->linter->date, .pairs = 1};
    ll_writer_find(LL_VIEW("markdown"))->pair(&text, &options, review, 0);
    ll_status status = LL_OK;
    if (work->append)
        status = append(work, review, ll_buffer_view(&text), error);
    return status == LL_OK ? work->write(work->context, text.ptr, text.len, error) : status;
}

ll_status ll_linter_review(ll_linter *linter, const char *const *paths, size_t path_count,
                           int append_it, ll_write *write, void *context, ll_reviewed *reviewed,
                           ll_error *error) {
    reviewing work = {
        .linter = linter, .append = append_it != 0, .write = write, .context = context};
    const ll_inputs_given given = {.paths = paths, .count = path_count};
    ll_summary summary;
    if (append_it)
        for (size_t i = 0; i < path_count; i++)
            if (strcmp(paths[i], "-") == 0)
                return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                                    "a review can be written into a file only, not into standard "
                                    "input");
    ll_status status = ll_run_review(linter, &given, take, finish, &work, &summary, error);
    if (status != LL_OK)
        return status;
    work.done.exit_status = summary.exit_status;
    work.done.verdict = summary.verdict;
    if (reviewed)
        *reviewed = work.done;
    return LL_OK;
}
