/* The format `gitlab`: a code quality report, as GitLab shows it in merge requests. */
#include "rule/template.h"
#include "writer/formats.h"

enum { INDENT = 2 };

void ll_gitlab_begin(ll_buffer *out, const ll_writer_options *options) {
    (void)options;
    ll_buffer_add_byte(out, '[');
}

/* What is wrong, what it means and what to do, as Markdown. */
static ll_view body_of(ll_arena *arena, const ll_notice *notice) {
    const ll_view templates[] = {notice->rule->issue, notice->rule->impact, notice->rule->fix};
    ll_buffer body = {.arena = arena, .most = LL_WRITER_MOST};
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        ll_view text = ll_template_finding(arena, templates[i], notice->finding);
        if (text.len > 0 && body.len > 0)
            ll_buffer_add_cstring(&body, "\n\n");
        ll_buffer_add(&body, text);
    }
    return ll_buffer_view(&body);
}

/* Remarks, which are about a whole file, stand at its first line. */
static void add_location(ll_arena *arena, ll_json *issue, const ll_notice *notice) {
    bool placed = notice->start.line > 0;
    ll_json *location = ll_json_add_object(arena, issue, "location");
    ll_json_add_text(arena, location, "path", notice->path);
    ll_json *lines = ll_json_add_object(arena, location, "lines");
    ll_json_add_number(arena, lines, "begin", placed ? notice->start.line : 1);
    ll_json_add_number(arena, lines, "end", placed ? ll_notice_last_line(notice) : 1);
}

/* GitLab takes what has one fingerprint for one issue. Where no configuration tells files of one
 * name apart the path does. */
static ll_view fingerprint_of(ll_arena *arena, const ll_review *review, const ll_notice *notice) {
    if (review->result->known_as[notice->range.document].len > 0)
        return notice->fingerprint;
    ll_view both = ll_arena_format(arena, "%.*s %.*s", LL_VIEW_ARG(notice->fingerprint),
                                   LL_VIEW_ARG(notice->path));
    return ll_arena_format(arena, "%.16s%016llx", notice->fingerprint.ptr,
                           (unsigned long long)ll_view_hash(both));
}

static ll_json *issue_of(ll_arena *arena, const ll_review *review, const ll_notice *notice) {
    ll_json *issue = ll_json_root(arena);
    ll_json_add_text(arena, issue, "type", LL_VIEW("issue"));
    ll_json_add_text(arena, issue, "check_name", notice->rule->id);
    ll_json_add_text(arena, issue, "description", notice->message);
    if (notice->finding)
        ll_json_add_text(arena, ll_json_add_object(arena, issue, "content"), "body",
                         body_of(arena, notice));
    ll_json_add_text(arena, ll_json_add_array(arena, issue, "categories"), NULL,
                     LL_VIEW("Clarity"));
    ll_json_add_text(arena, issue, "severity",
                     ll_view_of(ll_level_names_of(notice->level)->gitlab));
    ll_json_add_text(arena, issue, "fingerprint", fingerprint_of(arena, review, notice));
    add_location(arena, issue, notice);
    return issue;
}

void ll_gitlab_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index) {
    (void)options;
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++)
        ll_writer_add_element(out, issue_of(out->arena, review, &notices.at[i]), INDENT, i);
}

void ll_gitlab_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    (void)options;
    (void)totals;
    ll_buffer_add_cstring(out, "\n]\n");
}
