/* What a plan says of its lesson's notebook, and the numbers that name the file. */
#include "plan/build.h"
#include "plan/promise.h"

/* How far behind "this lesson" a word still belongs to it. */
enum { NEARBY = 40 };

/* How far before "no notebook" its sentence and what that is about are looked for. */
enum { BEFORE_MOST = 300 };

/* Words between "no" and the notebook: "not need a separate Colab notebook". */
enum { BETWEEN_MOST = 6 };

static bool begins_with_one(ll_view text, const ll_view *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_build_begins(text, words[i]))
            return true;
    return false;
}

#define BEGINS(text, words) begins_with_one((text), (words), sizeof(words) / sizeof *(words))

/* Whether "notebook" or "colab" stands at or behind `from`, also inside of a word. */
static bool is_mentioned(ll_view text, size_t from) {
    return ll_view_find_nocase(text, LL_VIEW("notebook"), from) != LL_VIEW_NONE ||
           ll_view_find_nocase(text, LL_VIEW("colab"), from) != LL_VIEW_NONE;
}

bool ll_plan_mentions_notebook(ll_view text) {
    return is_mentioned(text, 0);
}

static bool is_about_notebooks(ll_view text) {
    static const ll_view words[] = {LL_VIEW_INIT("notebook"), LL_VIEW_INIT("notebooks"),
                                    LL_VIEW_INIT("colab")};
    if (!is_mentioned(text, 0))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ll_build_has(text, words[i]))
            return true;
    return false;
}

/* --- "no notebook" ---------------------------------------------------------------------------- */

/* The last word before `at`, blanks and the marks of emphasis between aside; `*start` is where it
 * begins. */
static ll_view word_before(ll_view text, size_t at, size_t *start) {
    size_t end = at;
    while (end > 0 && strchr(" *_`-", text.ptr[end - 1]))
        end--;
    *start = end;
    while (*start > 0 && (ll_is_alnum(text.ptr[*start - 1]) || text.ptr[*start - 1] == '\''))
        --*start;
    return ll_view_slice(text, *start, end);
}

static bool is_one_of(ll_view word, const ll_view *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ll_view_equal_nocase(word, words[i]))
            return true;
    return false;
}

/* Where "no" stands that belongs to the notebook at `at`: only words that describe one stand
 * between. LL_VIEW_NONE without one. */
static size_t denial_before(ll_view text, size_t at) {
    static const ll_view between[] = {
        LL_VIEW_INIT("a"),      LL_VIEW_INIT("any"),      LL_VIEW_INIT("separate"),
        LL_VIEW_INIT("colab"),  LL_VIEW_INIT("jupyter"),  LL_VIEW_INIT("accompanying"),
        LL_VIEW_INIT("hands"),  LL_VIEW_INIT("on"),       LL_VIEW_INIT("or"),
        LL_VIEW_INIT("need"),   LL_VIEW_INIT("have"),     LL_VIEW_INIT("require"),
        LL_VIEW_INIT("google"), LL_VIEW_INIT("notebook"), LL_VIEW_INIT("the")};
    static const ll_view denials[] = {LL_VIEW_INIT("no"), LL_VIEW_INIT("without"),
                                      LL_VIEW_INIT("zero"), LL_VIEW_INIT("not")};
    for (size_t start = at, end, words = 0; words < BETWEEN_MOST; at = start, words++) {
        ll_view word = word_before(text, at, &start);
        end = start + word.len;
        bool denial = is_one_of(word, denials, sizeof denials / sizeof *denials);
        if (denial || word.len == 0 || end == start)
            return denial ? start : LL_VIEW_NONE;
        if (!is_one_of(word, between, sizeof between / sizeof *between))
            return LL_VIEW_NONE;
    }
    return LL_VIEW_NONE;
}

/* Length of what says behind the word that there is none: "-free", ": none", " is not needed". */
static size_t denial_behind(ll_view behind) {
    static const ll_view phrases[] = {LL_VIEW_INIT("-free"), LL_VIEW_INIT(": none"),
                                      LL_VIEW_INIT(" not needed"), LL_VIEW_INIT(" is not needed"),
                                      LL_VIEW_INIT(" not required")};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (ll_build_begins(behind, phrases[i]))
            return phrases[i].len;
    return 0;
}

/* Where the next "no notebook" stands at or behind `from`; `*length` is its length. */
static size_t find_none(ll_view text, size_t from, size_t *length) {
    static const ll_view names[] = {LL_VIEW_INIT("notebooks"), LL_VIEW_INIT("notebook"),
                                    LL_VIEW_INIT("colab")};
    size_t first = LL_VIEW_NONE;
    if (!is_mentioned(text, from))
        return first;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t at = from; (at = ll_view_find_word(text, names[i], at)) != LL_VIEW_NONE;
             at += names[i].len) {
            size_t end = at + names[i].len, before = denial_before(text, at);
            size_t behind = denial_behind(ll_view_slice(text, end, text.len));
            size_t start = before != LL_VIEW_NONE && before >= from ? before : at;
            if (at > first) /* only later ones follow */
                break;
            if ((start == at && behind == 0) || start > first)
                continue;
            if (start < first || end + behind - start > *length)
                *length = end + behind - start;
            first = start;
        }
    return first;
}

bool ll_plan_denies_notebook(ll_view text) {
    size_t length = 0;
    return find_none(text, 0, &length) != LL_VIEW_NONE;
}

/* "No notebook skills are assumed" says nothing of the lesson's own. */
static bool ends_the_thought(ll_view behind) {
    static const ll_view words[] = {
        LL_VIEW_INIT("for"),      LL_VIEW_INIT("in this"),  LL_VIEW_INIT("is"),
        LL_VIEW_INIT("planned"),  LL_VIEW_INIT("needed"),   LL_VIEW_INIT("expected"),
        LL_VIEW_INIT("required"), LL_VIEW_INIT("or"),       LL_VIEW_INIT("and"),
        LL_VIEW_INIT("exercise"), LL_VIEW_INIT("exercises")};
    if (behind.len == 0 || strchr(".,;:)!*_\n", behind.ptr[0]))
        return true;
    behind = ll_view_trim(behind);
    return behind.len == 0 || ll_build_dash(behind) > 0 || BEGINS(behind, words);
}

static size_t far_before(size_t at) {
    return at > BEFORE_MOST ? at - BEFORE_MOST : 0;
}

/* The start of the sentence that holds `at`: behind its colon, too. */
static size_t sentence_start(ll_view text, size_t at) {
    size_t least = far_before(at);
    while (at > least && (!strchr(".!?:;", text.ptr[at - 1]) || ll_is_alnum(text.ptr[at])))
        at--;
    return at;
}

static bool is_about_this_lesson(ll_view before) {
    static const ll_view phrase = LL_VIEW_INIT("this lesson");
    size_t near = before.len > NEARBY ? before.len - NEARBY : 0;
    size_t at = ll_view_find_word(before, phrase, near);
    return at != LL_VIEW_NONE && ll_view_find_byte(before, ',', at) == LL_VIEW_NONE;
}

/* Whether a sentence of `text` says that this lesson has no notebook: it begins with "No", or with
 * "This lesson". What stands behind a word on another lesson is about that one. */
static bool denies(ll_view text) {
    static const ll_view no[] = {LL_VIEW_INIT("no"), LL_VIEW_INIT("without")};
    static const ll_view others[] = {LL_VIEW_INIT("previous lesson"), LL_VIEW_INIT("prior lesson"),
                                     LL_VIEW_INIT("last lesson"), LL_VIEW_INIT("next lesson")};
    size_t length = 0, at = 0;
    while ((at = find_none(text, at, &length)) != LL_VIEW_NONE) {
        ll_view before = ll_view_slice(text, far_before(at), at);
        size_t start = sentence_start(text, at);
        while (start < at && !ll_is_alnum(text.ptr[start]))
            start++;
        bool other = false;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            other |= ll_build_has(before, others[i]);
        bool own = BEGINS(ll_view_slice(text, start, text.len), no) ||
                   is_about_this_lesson(ll_view_slice(text, start, at));
        if (own && !other && ends_the_thought(ll_view_slice(text, at + length, text.len)))
            return true;
        at += length;
    }
    return false;
}

static void set_once(ll_place *place, ll_place found) {
    if (place->length == 0)
        *place = found;
}

/* A label or heading "Notebook" with what stands behind or below it. */
static bool is_refused(const ll_plan_builder *b, const ll_section *section) {
    if (!ll_build_begins(section->title, LL_VIEW("notebook")) &&
        !ll_build_begins(section->title, LL_VIEW("colab")))
        return false;
    if (section->level == LL_SECTION_LABEL)
        return section->rest.len > 0 && ll_plan_declines(section->rest);
    return section->first_block < section->after_block &&
           ll_plan_declines(ll_build_text(b, ll_build_block(b, section->first_block)));
}

static bool item_is_refused(ll_view text) {
    ll_view key, rest;
    return ll_build_label(text, &key, &rest) && ll_build_begins(key, LL_VIEW("notebook")) &&
           ll_plan_declines(ll_view_trim(rest));
}

/* Moves `*at`, where `word` stands, on to the first such place at or behind `from`. */
static void pass_to(size_t *at, ll_view text, ll_view word, size_t from) {
    if (*at < from)
        *at = ll_view_find_nocase(text, word, from);
}

static void read_denials(ll_plan_builder *b) {
    ll_notebook *notebook = &b->plan->notebook;
    uint32_t review = 0;
    size_t notebook_at = 0, colab_at = 0;
    for (uint32_t i = b->header_blocks; i < b->markdown->blocks.len; i++) {
        const ll_block *block = ll_build_block(b, i);
        pass_to(&notebook_at, b->text, LL_VIEW("notebook"), block->text_start);
        pass_to(&colab_at, b->text, LL_VIEW("colab"), block->text_start);
        if (notebook_at >= block->text_end && colab_at >= block->text_end)
            continue;
        if (block->kind != LL_BLOCK_HEADING && block->kind != LL_BLOCK_PARAGRAPH &&
            block->kind != LL_BLOCK_ITEM)
            continue;
        ll_view text = ll_build_text(b, block);
        if (!is_about_notebooks(text) || ll_build_in_review(b, &review, block->text_start))
            continue;
        if (denies(text) || item_is_refused(text))
            set_once(&notebook->denied, ll_build_line(b, block));
    }
    review = 0;
    for (uint32_t i = 0; i < b->plan->sections.len; i++) {
        const ll_section *section = &b->plan->sections.at[i];
        if (is_refused(b, section) && !ll_build_in_review(b, &review, section->place.offset))
            set_once(&notebook->denied, section->place);
    }
}

/* --- the header ------------------------------------------------------------------------------- */

/* "Previous lesson: tokenization (4-1-2-tokenization.ipynb)" */
static bool is_of_another(const ll_header_key *key) {
    return ll_build_has(key->key, LL_VIEW("previous")) || ll_build_has(key->key, LL_VIEW("next")) ||
           ll_build_has(key->key, LL_VIEW("prior"));
}

static void read_key(ll_notebook *notebook, const ll_header_key *key) {
    bool about = is_about_notebooks(key->key);
    bool type = ll_view_equal_nocase(key->key, LL_VIEW("type")) && is_about_notebooks(key->value);
    if ((about && ll_plan_declines(key->value)) || ll_plan_denies_notebook(key->value))
        set_once(&notebook->denied, key->place);
    else if ((about || type) && !ll_plan_takes_back(key->value))
        set_once(&notebook->planned, key->place);
}

/* --- the outline ------------------------------------------------------------------------------ */

static bool is_practice(const ll_outline_item *item) {
    return item->role == LL_ROLE_PRACTICE || item->role == LL_ROLE_EXPLORE;
}

/* Whether a line of the item's body begins with the notebook: "- Colab notebook with 4 exercises".
 */
static bool lists_notebook(ll_view body) {
    static const ll_view words[] = {LL_VIEW_INIT("notebook"), LL_VIEW_INIT("colab")};
    ll_view line;
    while (ll_view_next_line(&body, &line)) {
        size_t start = 0;
        while (start < line.len && !ll_is_alnum(line.ptr[start]))
            start++;
        line = ll_view_slice(line, start, line.len);
        if (BEGINS(line, words) || ll_view_starts_nocase(line, LL_VIEW("open the notebook")))
            return true;
    }
    return false;
}

/* An item without a role is a practice when its title says so: "Try It Yourself: Colab notebook".
 */
static bool plans_notebook(const ll_plan_builder *b, const ll_outline_item *item) {
    ll_view body = ll_view_slice(b->text, item->body_start, item->body_end);
    ll_view line = ll_build_first_line(body);
    if (item->given_up || ll_plan_denies_notebook(item->title) || ll_plan_denies_notebook(body))
        return false;
    if (is_practice(item))
        return is_about_notebooks(item->title) || is_about_notebooks(line) || lists_notebook(body);
    static const ll_view phrases[] = {LL_VIEW_INIT("colab notebook"),
                                      LL_VIEW_INIT("notebook exercise"),
                                      LL_VIEW_INIT("notebook exercises")};
    for (size_t i = 0; item->role == LL_ROLE_NONE && i < sizeof phrases / sizeof *phrases; i++)
        if (ll_build_has(item->title, phrases[i]) || ll_build_has(line, phrases[i]))
            return true;
    return false;
}

/* --- names ------------------------------------------------------------------------------------ */

static bool is_name_byte(char c) {
    return ll_is_alnum(c) || c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

/* The file name that ends with the ".ipynb" at `at`; empty for "*.ipynb" and "{topic}.ipynb". */
static ll_view name_at(ll_view text, size_t at) {
    size_t end = at + LL_VIEW(".ipynb").len, start = at;
    while (start > 0 && is_name_byte(text.ptr[start - 1]))
        start--;
    bool goes_on = end < text.len && (ll_is_alnum(text.ptr[end]) || text.ptr[end] == '_');
    bool pattern = start > 0 && strchr("*}>", text.ptr[start - 1]) && text.ptr[start] == '-';
    if (goes_on || start == at || pattern)
        return (ll_view){0};
    return ll_view_slice(text, start, end);
}

/* Where names are looked for; the indexes only rise. */
typedef struct name_walk {
    uint32_t key, item, section, review;
} name_walk;

static bool names_own(const ll_plan_builder *b, name_walk *at, uint32_t offset, ll_view name) {
    const ll_plan *plan = b->plan;
    if (plan->slug.len > 0 && ll_view_find_nocase(name, plan->slug, 0) != LL_VIEW_NONE)
        return true;
    while (at->key + 1 < plan->keys.len && plan->keys.at[at->key + 1].place.offset <= offset)
        at->key++;
    if (at->key < plan->keys.len) {
        const ll_header_key *key = &plan->keys.at[at->key];
        if (offset >= key->place.offset && offset - key->place.offset < key->place.length)
            return !is_of_another(key);
    }
    while (at->item < plan->outline.len && plan->outline.at[at->item].body_end <= offset)
        at->item++;
    if (at->item < plan->outline.len) {
        const ll_outline_item *item = &plan->outline.at[at->item];
        if (offset >= item->place.offset)
            return is_practice(item) || is_about_notebooks(item->title);
    }
    while (at->section + 1 < plan->sections.len &&
           plan->sections.at[at->section + 1].place.offset <= offset)
        at->section++;
    return at->section < plan->sections.len &&
           plan->sections.at[at->section].place.offset <= offset &&
           ll_build_begins(plan->sections.at[at->section].title, LL_VIEW("notebook"));
}

static ll_place line_of(const ll_plan_builder *b, size_t at) {
    size_t start = at;
    while (start > 0 && b->text.ptr[start - 1] != '\n')
        start--;
    size_t end = ll_view_find_byte(b->text, '\n', at);
    end = end == LL_VIEW_NONE ? b->text.len : end;
    return ll_build_place(b, (uint32_t)start, (uint32_t)end);
}

static void read_names(ll_plan_builder *b) {
    ll_notebook *notebook = &b->plan->notebook;
    name_walk walk = {0};
    size_t at = 0;
    for (; (at = ll_view_find(b->text, LL_VIEW(".ipynb"), at)) != LL_VIEW_NONE; at++) {
        ll_view name = name_at(b->text, at);
        if (name.len == 0 || ll_build_in_review(b, &walk.review, (uint32_t)at) ||
            !names_own(b, &walk, (uint32_t)at, name))
            continue;
        LL_ARRAY_PUSH(b->arena, &notebook->names, ((ll_notebook_name){line_of(b, at), name}));
    }
}

/* --- numbers ---------------------------------------------------------------------------------- */

static void read_module(ll_plan *plan, const ll_header_key *key) {
    ll_view value = key->value;
    if (ll_build_begins(value, LL_VIEW("module")))
        value = ll_view_trim(ll_view_slice(value, LL_VIEW("module").len, value.len));
    size_t end = 0;
    while (end < value.len &&
           (ll_is_digit(value.ptr[end]) ||
            (value.ptr[end] == '.' && end + 1 < value.len && ll_is_digit(value.ptr[end + 1]))))
        end++;
    if (end > 0 && ll_is_digit(value.ptr[0]))
        plan->module = ll_view_slice(value, 0, end);
}

/* "K of N" or "K" at the start of `text`: the length of what was read, 0 without a number. */
static size_t position_at(ll_view text, uint32_t *number, bool *of) {
    size_t used, more;
    uint32_t total;
    if (!ll_view_number(text, number, &used))
        return 0;
    ll_view behind = ll_view_slice(text, used, text.len);
    size_t sign = ll_view_starts_nocase(behind, LL_VIEW(" of "))  ? 4
                  : ll_view_starts_nocase(behind, LL_VIEW(" / ")) ? 3
                  : ll_view_starts(behind, LL_VIEW("/"))          ? 1
                                                                  : 0;
    *of = sign > 0 && ll_view_number(ll_view_slice(behind, sign, behind.len), &total, &more);
    return used + (*of ? sign + more : 0);
}

/* What a number counts, by the words behind it. */
static bool counts(ll_view behind, ll_view what) {
    static const ll_view starts[] = {LL_VIEW_INIT("in "), LL_VIEW_INIT("in the "),
                                     LL_VIEW_INIT("in this "), LL_VIEW_INIT("of the "),
                                     LL_VIEW_INIT("across the ")};
    behind = ll_view_trim(behind);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (ll_view_starts_nocase(behind, starts[i]) &&
            ll_build_begins(ll_view_slice(behind, starts[i].len, behind.len), what))
            return true;
    return false;
}

/* The number "in module", also in brackets, else of "K of N"; another one in brackets, or of the
 * series, is not it. */
static uint32_t lesson_number(ll_view value) {
    uint32_t found = 0, depth = 0;
    size_t used = 1;
    for (size_t at = 0; at < value.len; at += used) {
        char c = value.ptr[at];
        used = 1;
        depth += c == '(' || c == '[';
        depth -= depth > 0 && (c == ')' || c == ']');
        uint32_t number = 0;
        bool of = false;
        size_t length = position_at(ll_view_slice(value, at, value.len), &number, &of);
        if (length == 0)
            continue;
        used = length;
        ll_view behind = ll_view_slice(value, at + length, value.len);
        if (counts(behind, LL_VIEW("module")))
            return number;
        if (of && depth == 0 && found == 0 && !counts(behind, LL_VIEW("series")) &&
            !counts(behind, LL_VIEW("course")))
            found = number;
    }
    return found;
}

static void read_number(ll_plan *plan, const ll_header_key *key) {
    bool named = ll_view_equal_nocase(key->key, LL_VIEW("position")) ||
                 ll_view_equal_nocase(key->key, LL_VIEW("lesson")) ||
                 ll_view_equal_nocase(key->key, LL_VIEW("lesson number"));
    bool in_module = ll_build_has(key->key, LL_VIEW("in module"));
    uint32_t number = 0;
    size_t used;
    if (in_module && ll_view_number(key->value, &number, &used))
        plan->lesson_number = number;
    else if (named && plan->lesson_number == 0)
        plan->lesson_number = lesson_number(key->value);
    if (plan->lesson_number > 0 && plan->number_place.length == 0)
        plan->number_place = key->place;
}

/* "| Practice | Colab notebook exercise |": plans without an outline have it there. A notebook may
 * be one of paper, of another lesson, or put off. */
static bool is_practised(const ll_modality *row) {
    static const ll_view names[] = {LL_VIEW_INIT("colab notebook"), LL_VIEW_INIT("colab exercise"),
                                    LL_VIEW_INIT("google colab"), LL_VIEW_INIT("jupyter notebook")};
    static const ll_view doubts[] = {LL_VIEW_INIT("deferred"), LL_VIEW_INIT("last"),
                                     LL_VIEW_INIT("later"),    LL_VIEW_INIT("lesson"),
                                     LL_VIEW_INIT("no"),       LL_VIEW_INIT("not"),
                                     LL_VIEW_INIT("optional"), LL_VIEW_INIT("without")};
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
        if (ll_view_find_word(row->what, doubts[i], 0) != LL_VIEW_NONE)
            return false;
    return ll_build_begins(row->name, LL_VIEW("practice")) && BEGINS(row->what, names);
}

void ll_build_notebook(ll_plan_builder *b) {
    ll_plan *plan = b->plan;
    ll_notebook *notebook = &plan->notebook;
    for (uint32_t i = 0; i < plan->keys.len; i++) {
        const ll_header_key *key = &plan->keys.at[i];
        if (is_of_another(key))
            continue;
        read_key(notebook, key);
        read_number(plan, key);
        if (ll_view_equal_nocase(key->key, LL_VIEW("module")))
            read_module(plan, key);
    }
    read_denials(b);
    read_names(b);
    if (notebook->names.len > 0)
        set_once(&notebook->planned, notebook->names.at[0].place);
    for (uint32_t i = 0; i < plan->outline.len; i++)
        if (plans_notebook(b, &plan->outline.at[i]))
            set_once(&notebook->planned, plan->outline.at[i].place);
    for (uint32_t i = 0; i < plan->modalities.len; i++)
        if (is_practised(&plan->modalities.at[i]))
            set_once(&notebook->planned, plan->modalities.at[i].place);
}
