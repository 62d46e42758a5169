/* The end of the format `human`: what the run came to, and what to do next. */
#include "text/width.h"
#include "writer/flow.h"
#include "writer/formats.h"

#include <string.h>

/* Commands further right are not lined up with what is said of them. */
enum { MORE_INDENT = 6, LINED_UP_MOST = 56, STEPS_MOST = 3, PATHS_MOST = 4 };

typedef struct step {
    ll_view command, about;
} step;

typedef struct steps {
    step at[STEPS_MOST];
    size_t len;
} steps;

static bool is_plain(char c) {
    return ll_is_alnum(c) || (c != '\0' && strchr("-_./+@%=:,", c));
}

/* A word as a shell reads it. */
static void add_word(ll_buffer *out, ll_view word) {
    bool plain = word.len > 0;
    for (size_t i = 0; i < word.len; i++)
        plain = plain && is_plain(word.ptr[i]);
    if (plain) {
        ll_buffer_add(out, word);
        return;
    }
    ll_buffer_add_byte(out, '\'');
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] == '\'')
            ll_buffer_add_cstring(out, "'\\''");
        else
            ll_buffer_add_byte(out, word.ptr[i]);
    ll_buffer_add_byte(out, '\'');
}

static void add_path(ll_buffer *out, ll_view path) {
    ll_buffer_add_cstring(out, path.len > 0 && path.ptr[0] == '-' ? " ./" : " ");
    add_word(out, path);
}

/* "lessonlint fix --only=double-hyphen": what was chosen for this run holds for the next, too. */
static void add_command(ll_buffer *out, const char *command, const ll_writer_options *options) {
    ll_buffer_add_cstring(out, command);
    for (size_t i = 0; i < options->chosen_count; i++) {
        ll_buffer_add_byte(out, ' ');
        add_word(out, options->chosen[i]);
    }
}

/* Whether a document can be named again; what came through a pipe or from memory cannot. */
static bool is_file(const ll_input *input) {
    return !input ||
           (!ll_view_equal(input->path, LL_VIEW("-")) && (input->on_disk || !input->source));
}

/* The one pair of the run, when a command can name it, or NULL. */
static const ll_pair *only_pair(const ll_writer_options *options) {
    const ll_pairs *pairs = options->inputs;
    bool named =
        pairs && pairs->len == 1 && is_file(pairs->at[0].plan) && is_file(pairs->at[0].lesson);
    return named ? &pairs->at[0] : NULL;
}

static ll_view command_with(ll_arena *arena, const char *command, const ll_writer_options *options,
                            const ll_pair *pair) {
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    add_command(&text, command, options);
    if (pair->plan)
        add_path(&text, pair->plan->name);
    if (pair->lesson)
        add_path(&text, pair->lesson->name);
    return ll_buffer_view(&text);
}

/* A command for all pairs, with what was given, when that is not much and can be given again. */
static ll_view command_again(ll_arena *arena, const char *command,
                             const ll_writer_options *options) {
    ll_buffer text = {.arena = arena, .most = LL_WRITER_MOST};
    bool named = options->again && options->path_count <= PATHS_MOST;
    for (size_t i = 0; named && i < options->path_count; i++)
        named = strcmp(options->paths[i], "-") != 0;
    add_command(&text, command, options);
    if (!named)
        ll_buffer_add_cstring(&text, " PATH...");
    for (size_t i = 0; named && i < options->path_count; i++)
        add_path(&text, ll_view_of(options->paths[i]));
    return ll_buffer_view(&text);
}

static bool leaves_rules_out(const ll_writer_options *options) {
    bool leaves = false;
    for (size_t i = 0; i < options->chosen_count; i++)
        leaves |= ll_view_starts(options->chosen[i], LL_VIEW("--only=")) ||
                  ll_view_starts(options->chosen[i], LL_VIEW("--skip="));
    return leaves;
}

static void add_step(steps *all, ll_view command, ll_view about) {
    all->at[all->len++] = (step){command, about};
}

static steps find_steps(ll_arena *arena, const ll_writer_options *options,
                        const ll_totals *totals) {
    steps all = {0};
    const ll_pair *pair = only_pair(options);
    if (totals->first_rule.len > 0)
        add_step(&all,
                 ll_arena_format(arena, "lessonlint explain %.*s", LL_VIEW_ARG(totals->first_rule)),
                 LL_VIEW("why, and what to do"));
    if (totals->mendable > 0 && (pair || totals->pairs > 1)) {
        ll_view count = ll_review_number(arena, totals->mendable, "finding");
        ll_view command = pair ? command_with(arena, "lessonlint fix", options, pair)
                               : command_again(arena, "lessonlint fix", options);
        add_step(&all, command, ll_arena_format(arena, "mend %.*s", LL_VIEW_ARG(count)));
    }
    /* A review speaks of what is there. */
    bool whole = totals->known == 0 && totals->unchanged == 0 && !leaves_rules_out(options);
    if (pair && pair->plan && totals->reviewable > 0 && whole)
        add_step(&all, command_with(arena, "lessonlint review --write", options, pair),
                 LL_VIEW("put this review into the plan"));
    return all;
}

/* The end of a word of a command; quotes hold blanks together. */
static size_t end_of_word(ll_view command, size_t at) {
    for (bool quoted = false; at < command.len && (quoted || command.ptr[at] != ' '); at++) {
        quoted ^= command.ptr[at] == '\'';
        at += !quoted && command.ptr[at] == '\\';
    }
    return at < command.len ? at : command.len;
}

/* Adds a command that is too long for a line of `width` cells, broken between its words, as a shell
 * reads it; returns the cells of its last line. */
static size_t add_broken(ll_buffer *out, ll_view command, size_t width) {
    size_t column = 2;
    for (size_t at = 0, end; at < command.len; at = end + 1) {
        end = end_of_word(command, at);
        ll_view word = ll_view_slice(command, at, end);
        size_t cells = ll_width_of(word);
        bool fits = column + 1 + cells + strlen(" \\") <= width;
        if (at > 0 && fits) {
            ll_buffer_add_byte(out, ' ');
            column++;
        } else if (at > 0) {
            ll_buffer_add_format(out, " \\\n%*s", MORE_INDENT, "");
            column = MORE_INDENT;
        }
        ll_writer_add_clean(out, word);
        column += cells;
    }
    return column;
}

/* The commands one below another, each with what it does behind a sign that a shell passes over. */
static void add_steps(ll_buffer *out, const ll_writer_options *options, const steps *all) {
    size_t widest = 0;
    for (size_t i = 0; i < all->len; i++) {
        size_t cells = ll_width_of(all->at[i].command);
        widest = cells > widest ? cells : widest;
    }
    if (all->len > 0)
        ll_buffer_add_cstring(out, "\nNext:\n");
    for (size_t i = 0; i < all->len; i++) {
        ll_view command = all->at[i].command;
        size_t cells = ll_width_of(command), about = strlen("  # ") + ll_width_of(all->at[i].about);
        size_t blanks = widest <= LINED_UP_MOST ? widest - cells : 0, width = options->width;
        ll_buffer_add_cstring(out, "  ");
        if (width == 0 || 2 + cells + blanks + about <= width) {
            ll_writer_add_clean(out, command);
        } else {
            blanks = 0;
            if (add_broken(out, command, width) + about > width)
                ll_buffer_add_format(out, "\n%*s", MORE_INDENT - 2, "");
        }
        ll_buffer_add_format(out, "%*s", (int)blanks + 2, "");
        ll_paint(out, options->color, LL_STYLE_DIM,
                 ll_arena_format(out->arena, "# %.*s", LL_VIEW_ARG(all->at[i].about)));
        ll_buffer_add_byte(out, '\n');
    }
}

void ll_human_end(ll_buffer *out, const ll_writer_options *options, const ll_totals *totals) {
    if (options->quiet)
        return;
    if (totals->pairs > 1)
        ll_buffer_add_format(out, "\n%u reviews: %u PASS, %u NEEDS REVISION, %u MAJOR REVISION\n",
                             totals->pairs, totals->verdicts[LL_VERDICT_PASS],
                             totals->verdicts[LL_VERDICT_NEEDS_REVISION],
                             totals->verdicts[LL_VERDICT_MAJOR_REVISION]);
    steps all = find_steps(out->arena, options, totals);
    add_steps(out, options, &all);
}
