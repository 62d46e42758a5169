/* The lesson outline and the checklists. */
#include "plan/build.h"
#include "plan/promise.h"

/* An item before its role is read. */
typedef struct candidate {
    uint32_t block;
    uint32_t number;
    ll_place place;
    ll_view title;  /* source text of the title */
    ll_view behind; /* the rest of its line */
} candidate;

typedef LL_ARRAY(candidate) candidates;

/* `N. ` at the start of `text`. */
static bool leading_number(ll_view text, uint32_t *number, ll_view *rest) {
    size_t used;
    if (!ll_view_number(text, number, &used) || used + 1 >= text.len ||
        (text.ptr[used] != '.' && text.ptr[used] != ')') || !ll_is_blank(text.ptr[used + 1]))
        return false;
    *rest = ll_view_trim(ll_view_slice(text, used + 1, text.len));
    return true;
}

static bool is_numbered_item(const ll_block *block, candidate *out) {
    out->number = block->number;
    return block->kind == LL_BLOCK_ITEM && block->level == 0 &&
           (block->mark == '.' || block->mark == ')');
}

/* 1. **Title** (Row + Aside) */
static bool bold_item(const ll_plan_builder *b, const ll_block *block, candidate *out) {
    if (!is_numbered_item(block, out) ||
        !ll_build_bold(ll_build_text(b, block), &out->title, &out->behind))
        return false;
    out->behind = ll_build_first_line(out->behind);
    return true;
}

/* 1. Title, bold or not */
static bool any_item(const ll_plan_builder *b, const ll_block *block, candidate *out) {
    if (bold_item(b, block, out))
        return true;
    if (!is_numbered_item(block, out))
        return false;
    out->title = ll_build_first_line(ll_build_text(b, block));
    out->behind = ll_view_slice(out->title, out->title.len, out->title.len);
    return true;
}

/* **1. Title** */
static bool bold_line(ll_view line, candidate *out) {
    ll_view inside;
    return ll_build_bold(line, &inside, &out->behind) &&
           leading_number(inside, &out->number, &out->title);
}

/* #### 1. Title */
static bool heading(const ll_plan_builder *b, const ll_block *block, candidate *out) {
    if (block->kind != LL_BLOCK_HEADING ||
        !leading_number(ll_build_text(b, block), &out->number, &out->title))
        return false;
    out->behind = ll_view_slice(out->title, out->title.len, out->title.len);
    return true;
}

typedef bool (*item_form)(const ll_plan_builder *b, const ll_block *block, candidate *out);

/* Of two forms that count equally far the first is taken. */
static const item_form forms[] = {heading, NULL, bold_item};

enum {
    FORMS = sizeof forms / sizeof *forms,
    TRIES_MOST = 3 /* to go on behind a number that is looked for in all that follows */
};

/* Whether no candidate from `at` on has the number. */
static bool is_left_out(const candidates *all, uint32_t at, uint32_t number) {
    while (at < all->len && all->at[at].number != number)
        at++;
    return at == all->len;
}

/* The items whose numbers go on 1, 2, 3 … (or 0, 1, 2 …): lists inside a body begin at 1 again. A
 * number may be missing here and there. */
static void follow_numbers(const ll_plan_builder *b, const candidates *all, candidates *run) {
    uint32_t next = 0, tries = 0;
    for (uint32_t i = 0; i < all->len; i++) {
        uint32_t number = all->at[i].number;
        bool goes_on = run->len > 0 ? number == next : number <= 1;
        if (!goes_on && run->len > 0 && number == next + 1 && tries < TRIES_MOST) {
            goes_on = is_left_out(all, i, next);
            tries++;
        }
        if (goes_on)
            LL_ARRAY_PUSH(b->arena, run, all->at[i]);
        next = goes_on ? number + 1 : next;
    }
}

/* The bold lines of a block that are items. Markdown takes one that stands right below a list for
 * a part of its last item. */
static void add_bold_lines(const ll_plan_builder *b, uint32_t index, candidates *all) {
    const ll_block *block = ll_build_block(b, index);
    if (block->kind != LL_BLOCK_PARAGRAPH && block->kind != LL_BLOCK_ITEM)
        return;
    ll_view rest = ll_build_text(b, block), line;
    bool own = block->kind == LL_BLOCK_PARAGRAPH;
    for (; ll_view_next_line(&rest, &line); own = true) {
        candidate found = {.block = index};
        line = ll_view_trim(line);
        if (!own || !bold_line(line, &found))
            continue;
        found.place = (ll_place){(uint32_t)(line.ptr - b->text.ptr), (uint32_t)line.len};
        LL_ARRAY_PUSH(b->arena, all, found);
    }
}

/* The items of one form; NULL is that of bold lines. */
static void run_of(const ll_plan_builder *b, ll_block_range range, item_form form,
                   candidates *run) {
    candidates all = {0};
    for (uint32_t i = range.first; i < range.after; i++) {
        candidate found = {.block = i, .place = ll_build_line(b, ll_build_block(b, i))};
        if (!form)
            add_bold_lines(b, i, &all);
        else if (form(b, ll_build_block(b, i), &found))
            LL_ARRAY_PUSH(b->arena, &all, found);
    }
    follow_numbers(b, &all, run);
}

static const struct {
    ll_view word;
    ll_role role;
} roles[] = {
    {LL_VIEW_INIT("Context"), LL_ROLE_CONTEXT},
    {LL_VIEW_INIT("Hook"), LL_ROLE_HOOK},
    {LL_VIEW_INIT("Recap"), LL_ROLE_RECAP},
    {LL_VIEW_INIT("Explain"), LL_ROLE_EXPLAIN},
    {LL_VIEW_INIT("Check"), LL_ROLE_CHECK},
    {LL_VIEW_INIT("Elaborate"), LL_ROLE_ELABORATE},
    {LL_VIEW_INIT("Explore"), LL_ROLE_EXPLORE},
    {LL_VIEW_INIT("Practice"), LL_ROLE_PRACTICE},
    {LL_VIEW_INIT("Negative Example"), LL_ROLE_NEGATIVE_EXAMPLE},
    {LL_VIEW_INIT("Summarize"), LL_ROLE_SUMMARIZE},
    {LL_VIEW_INIT("Summarise"), LL_ROLE_SUMMARIZE},
    {LL_VIEW_INIT("Summary"), LL_ROLE_SUMMARIZE},
    {LL_VIEW_INIT("Wrap-Up"), LL_ROLE_SUMMARIZE},
    {LL_VIEW_INIT("Next Steps"), LL_ROLE_NEXT},
    {LL_VIEW_INIT("Next Step"), LL_ROLE_NEXT},
    {LL_VIEW_INIT("Next"), LL_ROLE_NEXT},
};

static ll_view skip(ll_view text, size_t count) {
    return ll_view_trim(ll_view_slice(text, count, text.len));
}

/* Behind a role: "Part 3", "#2", "2". */
static ll_view skip_count(ll_view text) {
    if (ll_view_starts_nocase(text, LL_VIEW("part ")))
        text = skip(text, 5);
    if (text.len > 0 && text.ptr[0] == '#')
        text = skip(text, 1);
    size_t digits = 0;
    while (digits < text.len && ll_is_digit(text.ptr[digits]))
        digits++;
    return skip(text, digits);
}

/* What follows the sign between role and subject; false when there is no such sign: "Next-token
 * prediction" and "Explain it to a friend" are subjects. */
static bool subject_behind(ll_view rest, ll_view *subject) {
    bool blank = rest.len > 0 && ll_is_blank(rest.ptr[0]);
    ll_view text = ll_view_trim(rest);
    bool counted = text.len > 0 && (ll_is_digit(text.ptr[0]) || text.ptr[0] == '#' ||
                                    ll_view_starts_nocase(text, LL_VIEW("part ")));
    if (counted)
        text = skip_count(text);
    size_t dash = ll_build_dash(text);
    if (text.len == 0 || dash > 1 || (dash == 1 && blank)) {
        *subject = skip(text, dash);
        return true;
    }
    if (text.ptr[0] == ':' || text.ptr[0] == '+') {
        *subject = skip(text, 1);
        return true;
    }
    if (text.ptr[0] == '(') {
        size_t end = text.ptr[text.len - 1] == ')' ? text.len - 1 : text.len;
        *subject = ll_view_trim(ll_view_slice(text, 1, end));
        return true;
    }
    *subject = text;
    return counted;
}

static void read_role(ll_outline_item *item) {
    item->subject = item->title;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        ll_view word = roles[i].word;
        ll_view subject;
        if (!ll_view_starts_nocase(item->title, word))
            continue;
        ll_view rest = ll_view_slice(item->title, word.len, item->title.len);
        if ((rest.len > 0 && ll_is_letter(rest.ptr[0])) || !subject_behind(rest, &subject))
            continue;
        item->role = roles[i].role;
        item->subject = subject;
        return;
    }
}

/* "(Row + Aside)", and not "(Row, no aside)", "(Row + Aside?)", "(Row, aside from one list)". */
static bool wants_aside(ll_view bracket) {
    static const ll_view aside = LL_VIEW_INIT("aside");
    static const ll_view refusals[] = {LL_VIEW_INIT("no"),       LL_VIEW_INIT("not"),
                                       LL_VIEW_INIT("without"),  LL_VIEW_INIT("dropped"),
                                       LL_VIEW_INIT("optional"), LL_VIEW_INIT("aside from"),
                                       LL_VIEW_INIT("none")};
    size_t at = ll_view_find_word(bracket, aside, 0), end = at + aside.len;
    return at != LL_VIEW_NONE && !(end < bracket.len && bracket.ptr[end] == '?') &&
           !LL_VIEW_HAS_WORD(bracket, refusals);
}

/* Reads a layout note, "(Row)" or "(Row + Aside)". */
static bool read_note(ll_outline_item *item, ll_view bracket) {
    if (!ll_build_has(bracket, LL_VIEW("row")) && !ll_build_has(bracket, LL_VIEW("aside")))
        return false;
    item->row_note = item->row_note || ll_build_has(bracket, LL_VIEW("row"));
    item->aside_note = item->aside_note || wants_aside(bracket);
    return true;
}

/* The bracket at the end of `text`, or an empty view. */
static ll_view last_bracket(ll_view text) {
    if (text.len == 0 || text.ptr[text.len - 1] != ')')
        return LL_VIEW("");
    size_t depth = 0;
    for (size_t at = text.len; at > 0; at--) {
        depth += text.ptr[at - 1] == ')';
        depth -= text.ptr[at - 1] == '(';
        if (depth == 0)
            return ll_view_slice(text, at - 1, text.len);
    }
    return LL_VIEW("");
}

static ll_view without_note(ll_outline_item *item, ll_view text) {
    ll_view bracket = last_bracket(text);
    if (bracket.len > 0 && read_note(item, bracket))
        return ll_view_trim(ll_view_slice(text, 0, text.len - bracket.len));
    return text;
}

/* The note behind a bold title: "(Row)", "*(Row + Aside)*", "-- Row". */
static bool read_line_note(ll_outline_item *item, ll_view behind) {
    size_t dash = ll_build_dash(behind);
    behind = ll_build_unquote(ll_view_slice(behind, dash, behind.len));
    size_t close = ll_view_find_byte(behind, ')', 0);
    if (behind.len > 0 && behind.ptr[0] == '(')
        return read_note(item,
                         ll_view_slice(behind, 0, close == LL_VIEW_NONE ? behind.len : close));
    return dash > 0 && ll_view_starts(behind, LL_VIEW("Row")) && read_note(item, behind);
}

/* "**Hook:** A file (Row)" has its subject outside the bold text. */
static ll_view full_title(const ll_plan_builder *b, ll_outline_item *item, const candidate *from) {
    ll_view title = ll_view_trim(from->title);
    ll_view behind = ll_view_trim(from->behind);
    bool open = title.len > 0 && title.ptr[title.len - 1] == ':';
    bool continues = behind.len > 0 && (open || behind.ptr[0] == ':' || ll_build_dash(behind) > 1);
    continues = !read_line_note(item, behind) && continues;
    ll_outline_item probe = {.title = open ? ll_view_slice(title, 0, title.len - 1) : title};
    read_role(&probe);
    if (continues && probe.role != LL_ROLE_NONE && probe.subject.len == 0) {
        behind = without_note(item, behind);
        return ll_build_plain(b, ll_arena_format(b->arena, "%.*s%s%.*s", LL_VIEW_ARG(probe.title),
                                                 open ? ": " : " ", LL_VIEW_ARG(behind)));
    }
    title = without_note(item, ll_build_plain(b, title));
    if (title.len > 0 && title.ptr[title.len - 1] == ':')
        title = ll_view_trim(ll_view_slice(title, 0, title.len - 1));
    return title;
}

static uint32_t offset_of(const ll_plan_builder *b, const char *at) {
    return (uint32_t)(at - b->text.ptr);
}

/* Whether a title begins with the word, and something else follows: "Optional -- Recap", and not
 * "Optional chaining". */
static bool says_only(ll_view title, ll_view word) {
    if (!ll_build_begins(title, word))
        return false;
    ll_view rest = ll_view_trim(ll_view_slice(title, word.len, title.len));
    return rest.len == 0 || strchr(":(.,;", rest.ptr[0]) || ll_build_dash(rest) > 0;
}

/* "~~Explain~~", "Practice: none", "Recap (optional)", "Optional -- Recap". */
static bool is_given_up(const ll_plan_builder *b, const ll_outline_item *item) {
    static const ll_view optional = LL_VIEW_INIT("optional"), none = LL_VIEW_INIT("none");
    ll_view line = ll_build_first_line(
        ll_view_slice(b->text, item->place.offset, item->place.offset + item->place.length));
    size_t struck = ll_view_find(line, LL_VIEW("~~"), 0);
    size_t letter = 0;
    while (letter < line.len && !ll_is_letter(line.ptr[letter]))
        letter++;
    return (struck < letter) || says_only(item->title, optional) ||
           (item->role != LL_ROLE_NONE && says_only(item->subject, none)) ||
           ll_plan_takes_back_in_brackets(line);
}

static void add_item(ll_plan_builder *b, const candidate *from) {
    ll_outline_item *item = LL_ARRAY_ADD(b->arena, &b->plan->outline);
    const ll_block *block = ll_build_block(b, from->block);
    item->place = from->place;
    item->number = from->number;
    item->title = full_title(b, item, from);
    item->body_start =
        block->kind == LL_BLOCK_HEADING ? block->end : offset_of(b, from->behind.ptr);
    read_role(item);
    item->given_up = is_given_up(b, item);
}

/* Where the body of the last item ends: at the next heading, rule, or label of a known section. */
static uint32_t outline_end(const ll_plan_builder *b, ll_block_range range, uint32_t last) {
    const ll_block *item = ll_build_block(b, last);
    uint32_t level = item->kind == LL_BLOCK_HEADING ? item->level : 6;
    uint32_t end = range.after;
    for (uint32_t i = last + 1; i < end; i++) {
        const ll_block *block = ll_build_block(b, i);
        if (block->kind == LL_BLOCK_RULE ||
            (block->kind == LL_BLOCK_HEADING && block->level <= level))
            end = i;
    }
    for (uint32_t i = 0; i < b->plan->sections.len; i++) {
        const ll_section *section = &b->plan->sections.at[i];
        if (section->level == LL_SECTION_LABEL && section->kind != LL_SECTION_OTHER &&
            section->first_block > last && section->first_block < end)
            end = section->first_block;
    }
    return end < b->markdown->blocks.len ? ll_build_block(b, end)->start : (uint32_t)b->text.len;
}

static void take_run(ll_plan_builder *b, ll_block_range range, const candidates *run) {
    for (uint32_t i = 0; i < run->len; i++)
        add_item(b, &run->at[i]);
    for (uint32_t i = 0; i < run->len; i++) {
        ll_outline_item *item = &b->plan->outline.at[i];
        item->body_end = i + 1 < run->len ? b->plan->outline.at[i + 1].place.offset
                                          : outline_end(b, range, run->at[i].block);
        if (item->body_start > item->body_end)
            item->body_start = item->body_end;
    }
}

static uint32_t count_bold(const ll_plan_builder *b, const candidates *run) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < run->len; i++)
        count +=
            ll_view_starts(ll_build_text(b, ll_build_block(b, run->at[i].block)), LL_VIEW("**"));
    return count;
}

static bool read_outline(ll_plan_builder *b, ll_block_range range) {
    candidates best = {0};
    for (size_t form = 0; form < FORMS; form++) {
        candidates run = {0};
        run_of(b, range, forms[form], &run);
        if (run.len > best.len)
            best = run;
    }
    /* A list whose titles are not all bold, unless that takes a list inside a body for it. */
    candidates any = {0};
    run_of(b, range, any_item, &any);
    if (any.len > best.len && (best.len < 2 || count_bold(b, &any) >= best.len))
        best = any;
    if (best.len < 2)
        return false;
    take_run(b, range, &best);
    return true;
}

/* The first heading of at most this level at or behind a block. */
static uint32_t next_heading(const ll_plan_builder *b, uint32_t block, uint32_t level) {
    while (block < b->markdown->blocks.len) {
        const ll_block *at = ll_build_block(b, block);
        if (at->kind == LL_BLOCK_HEADING && at->level <= level)
            break;
        block++;
    }
    return block;
}

void ll_build_outline(ll_plan_builder *b) {
    const ll_section *section = ll_plan_section(b->plan, LL_SECTION_OUTLINE);
    if (!section)
        return;
    ll_block_range range = {section->first_block, section->after_block};
    /* A label ends at the next one, and the items may be labels. */
    if (section->level == LL_SECTION_LABEL)
        range.after = next_heading(b, range.first, 3);
    if (read_outline(b, range))
        return;
    /* Items that are headings of the outline's own level stand behind its section. */
    range.after = next_heading(b, range.after, 2);
    (void)read_outline(b, range);
}

void ll_build_checklist(ll_plan_builder *b) {
    uint32_t done = 0;
    for (uint32_t i = 0; i < b->plan->sections.len; i++) {
        const ll_section *section = &b->plan->sections.at[i];
        if (section->kind != LL_SECTION_CHECKLISTS)
            continue;
        uint32_t block = section->first_block > done ? section->first_block : done;
        for (; block < section->after_block; block++) {
            const ll_block *item = ll_build_block(b, block);
            if (item->kind != LL_BLOCK_ITEM || item->task == 0)
                continue;
            ll_checklist_item *entry = LL_ARRAY_ADD(b->arena, &b->plan->checklist);
            entry->place = ll_build_line(b, item);
            entry->text = ll_build_text(b, item);
            entry->ticked = item->task == 'x';
        }
        done = section->after_block > done ? section->after_block : done;
    }
}
