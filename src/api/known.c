/* Reading and writing the baseline of a run. */
#include "api/known.h"

#include "base/error.h"
#include "project/paths.h"
#include "review/review.h"
#include "source/replace.h"

#include <stdlib.h>

ll_status ll_known_begin(ll_baseline **out, const ll_linter *linter, ll_error *error) {
    if (linter->baseline.len > 0) {
        ll_status status =
            ll_baseline_read(out, linter->call, linter->baseline, linter->updates, error);
        if (status == LL_OK)
            (*out)->prunes = linter->prunes;
        return status;
    }
    if (linter->updates || linter->prunes)
        return ll_error_set(error, LL_E_INVALID, (ll_view){0}, 0, 0,
                            "--%s needs the file: --baseline FILE",
                            linter->updates ? "update-baseline" : "prune-baseline");
    return LL_OK;
}

static int compare_lines(const void *a, const void *b) {
    uint32_t left = (*(const ll_entry *const *)a)->line,
             right = (*(const ll_entry *const *)b)->line;
    return (left > right) - (left < right);
}

/* In the order of the file. */
static ll_status keep_gone(const ll_baseline *baseline, ll_linter *linter, ll_known_counts *counts,
                           ll_error *error) {
    ll_status status = LL_OK;
    const ll_entry **gone =
        LL_ARENA_ARRAY(linter->call, const ll_entry *, baseline->known.len + 1u);
    for (uint32_t i = 0; i < baseline->known.len; i++)
        if (ll_entry_is_gone(&baseline->known.at[i]))
            gone[counts->gone++] = &baseline->known.at[i];
        else
            counts->added += baseline->known.at[i].added;
    if (counts->gone > 1)
        qsort(gone, counts->gone, sizeof *gone, compare_lines);
    for (size_t i = 0; i < counts->gone && status == LL_OK; i++) {
        ll_error note = {0};
        ll_error_set(&note, LL_OK, baseline->path, gone[i]->line, 0, "%.*s in %.*s %s: %.*s",
                     LL_VIEW_ARG(gone[i]->texts[LL_ENTRY_RULE]),
                     LL_VIEW_ARG(gone[i]->texts[LL_ENTRY_FILE]),
                     linter->updates || linter->prunes ? "does not occur any more and was removed"
                                                       : "does not occur any more",
                     LL_VIEW_ARG(gone[i]->texts[LL_ENTRY_MESSAGE]));
        status = ll_linter_keep_gone(linter, &note, error);
    }
    return status;
}

/* The lines behind the first, which says what the file is. */
static size_t count_entries(ll_view text) {
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines - 1;
}

ll_status ll_known_end(const ll_baseline *baseline, ll_linter *linter, ll_known_counts *counts,
                       ll_error *error) {
    if (!baseline)
        return LL_OK;
    ll_status status = keep_gone(baseline, linter, counts, error);
    if (status == LL_OK && (linter->updates || linter->prunes))
        counts->all = count_entries(ll_baseline_text(linter->call, baseline));
    return status;
}

ll_status ll_known_write(const ll_baseline *baseline, ll_linter *linter,
                         const ll_known_counts *counts, ll_error *error) {
    ll_arena *arena = linter->call;
    bool writes = linter->updates || (linter->prunes && counts->gone > 0);
    if (!baseline || !writes)
        return LL_OK;
    ll_view text = ll_baseline_text(arena, baseline);
    if (!baseline->is_file)
        return ll_source_create(arena, baseline->path, text, error);
    return ll_view_equal(text, baseline->bytes)
               ? LL_OK
               : ll_source_replace(arena, baseline->path, baseline->bytes, text, error);
}

ll_status ll_unchanged_begin(ll_changes **out, const ll_linter *linter, const ll_inputs *inputs,
                             ll_error *error) {
    if (linter->since.len == 0)
        return LL_OK;
    ll_view folder = LL_VIEW(".");
    if (inputs->pairs.len > 0) {
        const ll_pair *pair = &inputs->pairs.at[0];
        folder = ll_path_folder(linter->call, (pair->plan ? pair->plan : pair->lesson)->name);
    }
    return ll_changes_read(out, linter->call, folder, linter->since, error);
}

/* Whether a finding speaks of its document as a whole: a number of something, or what is missing,
 * which is said at the head, the first line or the LessonLayout. */
static bool is_of_the_whole(const ll_result *result, const ll_finding *finding) {
    const ll_range *range = &finding->range;
    ll_view text = result->facts->sources[range->document]->text;
    return result->rules->at[finding->rule]->kind == LL_RULE_COUNT || range->offset == 0 ||
           range->length == 0 ||
           ll_view_starts(ll_view_slice(text, range->offset, text.len), LL_VIEW("<LessonLayout"));
}

/* What is said at the start of a tag, of which a range holds the name, speaks of all of the tag. */
static ll_range with_whole_tag(const ll_facts *facts, ll_range range) {
    if (range.document == LL_DOCUMENT_PLAN)
        return range;
    const ll_tsx *tsx = range.document == LL_DOCUMENT_LESSON
                            ? facts->tsx
                            : facts->widgets[range.document - LL_DOCUMENTS]->tsx;
    uint32_t at = ll_tsx_node_at(tsx, range.offset);
    if (at == LL_TSX_NONE)
        return range;
    const ll_tsx_node *node = &tsx->nodes.at[at];
    bool begins = node->kind == LL_TSX_ELEMENT && node->start == range.offset;
    if (begins && node->inner_start > range.offset + range.length)
        range.length = node->inner_start - range.offset;
    return range;
}

static bool has_changed(const ll_changes *changes, ll_arena *arena, const ll_result *result,
                        const ll_finding *finding) {
    ll_view path = ll_path_real(arena, result->paths[finding->range.document]);
    if (path.len == 0) /* of a text in memory nobody knows */
        return true;
    if (is_of_the_whole(result, finding))
        return ll_changes_hold(changes, path, 0, 0);
    ll_range range = with_whole_tag(result->facts, finding->range);
    return ll_changes_hold(changes, path, ll_review_start(result, &range).line,
                           ll_review_end(result, &range).line);
}

void ll_unchanged_leave_out(const ll_changes *changes, ll_result *result) {
    ll_arena *arena = result->facts->arena;
    ll_view *prints = ll_result_fingerprints(arena, result);
    bool *out = LL_ARENA_ARRAY(arena, bool, result->findings.len + 1u);
    result->has_since = true;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        out[i] = !has_changed(changes, arena, result, &result->findings.at[i]);
        result->unchanged += out[i];
    }
    for (uint32_t i = 0; i < result->rules->len; i++)
        result->unchanged += ll_result_leave_out_unlisted(result, i);
    ll_result_leave_out(result, out, prints);
}
