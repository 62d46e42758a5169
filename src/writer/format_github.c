/* The format `github`: workflow commands, which GitHub shows beside the lines of a change. */
#include "writer/formats.h"

/* What the runner takes for the end of a command's part; the others only in properties. */
static const struct {
    char c;
    bool property;
    const char *text;
} escapes[] = {
    {'%', false, "%25"}, {'\r', false, "%0D"}, {'\n', false, "%0A"},
    {':', true, "%3A"},  {',', true, "%2C"},
};

static const char *escape_of(char c, bool property) {
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].c == c && (property || !escapes[i].property))
            return escapes[i].text;
    return NULL;
}

static void add_escaped(ll_buffer *out, ll_view text, bool property) {
    for (size_t i = 0; i < text.len; i++) {
        const char *escape = escape_of(text.ptr[i], property);
        if (escape)
            ll_buffer_add_cstring(out, escape);
        else
            ll_buffer_add_byte(out, text.ptr[i]);
    }
}

/* The log shows the text, so it must do nothing to a terminal. */
static void add_data(ll_buffer *out, ll_view text) {
    ll_buffer clean = {.arena = out->arena, .most = LL_WRITER_MOST};
    ll_writer_add_clean(&clean, text);
    add_escaped(out, ll_buffer_view(&clean), false);
}

/* Columns only within one line: GitHub refuses the others. */
static void add_place(ll_buffer *out, const ll_notice *notice) {
    uint32_t last = ll_notice_last_line(notice);
    if (notice->start.line == 0)
        return;
    ll_buffer_add_format(out, ",line=%u,endLine=%u", notice->start.line, last);
    if (notice->end.line == notice->start.line)
        ll_buffer_add_format(out, ",col=%u,endColumn=%u", notice->start.column, notice->end.column);
}

static void add_notice(ll_buffer *out, const ll_notice *notice) {
    const ll_level_names *names = ll_level_names_of(notice->level);
    ll_buffer_add_format(out, "::%s title=%.*s (%s),file=", names->github,
                         LL_VIEW_ARG(notice->rule->id), names->plain);
    add_escaped(out, notice->path, true);
    add_place(out, notice);
    ll_buffer_add_cstring(out, "::");
    add_data(out, notice->message);
    if (notice->fix.len > 0) {
        ll_buffer_add_cstring(out, "%0AFix: ");
        add_data(out, notice->fix);
    }
    ll_buffer_add_byte(out, '\n');
}

void ll_github_pair(ll_buffer *out, const ll_writer_options *options, const ll_review *review,
                    size_t index) {
    (void)options;
    (void)index;
    ll_notices notices = ll_notices_make(out->arena, review);
    for (uint32_t i = 0; i < notices.len; i++)
        add_notice(out, &notices.at[i]);
}
