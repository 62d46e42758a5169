/* The table of formats. */
#include "writer/writer.h"

#include "project/paths.h"
#include "text/width.h"
#include "writer/formats.h"

/* To add a format: a file with its functions, their declaration in formats.h, and a row here,
 * sorted by name. */
static const ll_writer writers[] = {
    {.name = "checkstyle",
     .about = "for tools that read Checkstyle's XML",
     .begin = ll_checkstyle_begin,
     .pair = ll_checkstyle_pair,
     .end = ll_checkstyle_end},
    {.name = "compact",
     .about = "one line a finding, as compilers write them",
     .pair = ll_compact_pair},
    {.name = "github",
     .about = "for GitHub Actions: annotations of a change",
     .rooted = true,
     .pair = ll_github_pair},
    {.name = "gitlab",
     .about = "for GitLab: a code quality report",
     .rooted = true,
     .between = ",",
     .begin = ll_gitlab_begin,
     .pair = ll_gitlab_pair,
     .end = ll_gitlab_end},
    {.name = "html",
     .about = "for a browser: the review as one page",
     .measures = true,
     .begin = ll_html_begin,
     .entry = ll_html_entry,
     .pair = ll_html_pair,
     .end = ll_html_end},
    {.name = "human",
     .about = "for people: source lines, carets, what to do",
     .pair = ll_human_pair,
     .end = ll_human_end},
    {.name = "json",
     .about = "for programs: every finding and every check",
     .between = ",",
     .begin = ll_json_begin,
     .pair = ll_json_pair,
     .end = ll_json_end},
    {.name = "junit",
     .about = "for CI: each rule as a test, in JUnit's XML",
     .begin = ll_junit_begin,
     .pair = ll_junit_pair,
     .end = ll_junit_end},
    {.name = "markdown",
     .about = "a review section as it stands in a plan",
     .measures = true,
     .pair = ll_markdown_pair},
    {.name = "ndjson",
     .about = "for programs: the lessons of json, one a line",
     .pair = ll_ndjson_pair},
    {.name = "rdjson",
     .about = "for reviewdog: diagnostics",
     .between = ",",
     .begin = ll_rdjson_begin,
     .pair = ll_rdjson_pair,
     .end = ll_rdjson_end},
    {.name = "sarif",
     .about = "for code scanning and editors: SARIF 2.1.0",
     .rooted = true,
     .between = ",",
     .begin = ll_sarif_begin,
     .pair = ll_sarif_pair,
     .end = ll_sarif_end},
};

const ll_writer *ll_writers(size_t *count) {
    *count = sizeof writers / sizeof *writers;
    return writers;
}

const ll_writer *ll_writer_find(ll_view name) {
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (ll_view_equal(name, ll_view_of(writers[i].name)))
            return &writers[i];
    return NULL;
}

ll_view ll_writer_rooted(ll_arena *arena, const ll_writer_options *options, ll_view path) {
    ll_view rest, folder = options->repository.len > 0 ? ll_path_folder(arena, path) : path;
    if (options->repository.len == 0 || !ll_path_below(options->repository, folder, &rest))
        return path;
    return ll_path_join(arena, rest, ll_view_file_name(path));
}

const ll_review *ll_writer_root(ll_arena *arena, const ll_writer_options *options,
                                const ll_review *review) {
    if (options->repository.len == 0)
        return review;
    ll_review *rooted = LL_ARENA_NEW(arena, ll_review);
    ll_result *result = LL_ARENA_NEW(arena, ll_result);
    *rooted = *review;
    *result = *review->result;
    for (uint32_t i = 0; i < LL_DOCUMENTS_MOST; i++)
        if (result->paths[i].len > 0)
            result->paths[i] = ll_writer_rooted(arena, options, result->paths[i]);
    rooted->result = result;
    return rooted;
}

void ll_writer_add_clean(ll_buffer *out, ll_view text) {
    size_t from = 0; /* where the clean stretch begins */
    for (size_t at = 0; (at = ll_width_plain(text, at, text.len)) < text.len;) {
        ll_cell_step step = ll_width_step(text, at);
        if (step.control) {
            ll_buffer_add(out, ll_view_slice(text, from, at));
            ll_buffer_add_byte(out, ll_is_blank(text.ptr[at]) ? ' ' : '?');
            from = at + step.length;
        }
        at += step.length;
    }
    ll_buffer_add(out, ll_view_slice(text, from, text.len));
}

void ll_writer_add_element(ll_buffer *out, const ll_json *element, unsigned indent,
                           uint32_t index) {
    ll_buffer_add_format(out, "%s\n%*s", index > 0 ? "," : "", (int)indent, "");
    ll_buffer_add(out, ll_json_text(out->arena, element, indent));
}

ll_view ll_writer_names(ll_arena *arena, const ll_result *result) {
    ll_view plan = result->paths[LL_DOCUMENT_PLAN], lesson = result->paths[LL_DOCUMENT_LESSON];
    return ll_arena_format(arena, "%.*s%s%.*s", LL_VIEW_ARG(plan),
                           plan.len > 0 && lesson.len > 0 ? ", " : "", LL_VIEW_ARG(lesson));
}
