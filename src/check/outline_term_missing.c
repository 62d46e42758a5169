/* outline-term-missing: a term that an outline item promises and its part of the lesson lacks. */
#include "base/buffer.h"
#include "check/checks.h"
#include "facts/coverage.h"
#include "plan/promise.h"

/* A term in bold is at most so long; a longer one is a sentence. */
enum { TERM_MOST = 60 };

/* Words that plans put in bold to say what a bullet is for; sorted. */
static bool is_common(ll_view word) {
    static const char *const words[] = {
        "action",      "answer",     "aside",         "basic",       "before",     "big",
        "brief",       "build",      "callback",      "cell",        "change",     "check",
        "code",        "common",     "compare",       "comparison",  "concept",    "conclusion",
        "concrete",    "connection", "content",       "context",     "critical",   "definition",
        "details",     "diagram",    "difference",    "example",     "examples",   "exercise",
        "exercises",   "explain",    "figure",        "first",       "fix",        "formula",
        "goal",        "guided",     "hook",          "idea",        "important",  "insight",
        "interactive", "intuition",  "key",           "lesson",      "main",       "mapping",
        "mention",     "message",    "misconception", "negative",    "new",        "next",
        "note",        "number",     "numbers",       "observation", "one",        "option",
        "optional",    "part",       "pattern",       "payoff",      "phase",      "picture",
        "point",       "positive",   "practice",      "predict",     "prediction", "problem",
        "prompt",      "purpose",    "question",      "questions",   "real",       "reason",
        "recall",      "recap",      "result",        "reveal",      "review",     "row",
        "scaffolded",  "second",     "section",       "setup",       "simple",     "solution",
        "start",       "step",       "steps",         "story",       "student",    "students",
        "summary",     "table",      "takeaway",      "task",        "test",       "text",
        "third",       "tip",        "title",         "topic",       "tradeoff",   "transition",
        "type",        "use",        "visual",        "warning",     "why",        "widget",
        "work",        "world"};
    char small[16];
    if (word.len > sizeof small)
        return false;
    for (size_t i = 0; i < word.len; i++)
        small[i] = ll_to_lower(word.ptr[i]);
    word.ptr = small;
    return LL_VIEW_IS_ONE_OF(word, words);
}

/* A capital or digit behind its first letter makes a word a name: QLoRA, NF4, DDIM. */
static bool is_name(ll_view word) {
    for (size_t i = 1; i < word.len; i++)
        if (ll_is_upper(word.ptr[i]) || ll_is_digit(word.ptr[i]))
            return true;
    return false;
}

/* The name of a block ("TipBlock"), of a part ("3b") or a time ("10min") says how the
 * lesson is made. */
static bool is_of_the_page(ll_view word) {
    static const ll_view endings[] = {LL_VIEW_INIT("Block"), LL_VIEW_INIT("Card"),
                                      LL_VIEW_INIT("Row"),   LL_VIEW_INIT("Header"),
                                      LL_VIEW_INIT("Panel"), LL_VIEW_INIT("List")};
    if (ll_is_digit(word.ptr[0]))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (word.len > endings[i].len && ll_view_ends(word, endings[i]))
            return true;
    return false;
}

/* Words that are none of everyday life, and say what the author is to do or to draw. */
static bool is_of_the_trade(ll_view word) {
    static const char *const words[] = {
        "accordion",     "analogy",           "callout",         "caption",       "checklist",
        "clickable",     "contextualization", "debrief",         "deepen",        "demo",
        "dissect",       "draggable",         "flashcard",       "flowchart",     "foreshadow",
        "gotcha",        "heatmap",           "infographic",     "interactivity", "intro",
        "juxtapose",     "narrate",           "nudge",           "outro",         "pseudocode",
        "punchline",     "recapping",         "recast",          "reframe",       "reinforce",
        "roadmap",       "sandbox",           "scaffold",        "scatterplot",   "screenshot",
        "segue",         "sidebar",           "sidenote",        "slider",        "spoiler",
        "storytelling",  "subtitle",          "summarization",   "tease",         "teaser",
        "timeline",      "tooltip",           "troubleshooting", "vignette",      "visualisation",
        "visualization", "walkthrough",       "warmup",          "whiteboard",    "worksheet"};
    static const ll_view verbs[] = {LL_VIEW_INIT("ify"), LL_VIEW_INIT("ize"), LL_VIEW_INIT("ise")};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (ll_view_ends(word, verbs[i]))
            return true;
    return LL_VIEW_IS_ONE_OF(word, words) || is_common(word);
}

/* Whether a word in small letters, or one that it is a form of, is no term. */
static bool is_plain(const ll_stems *stems, ll_arena *arena, ll_view word) {
    static const struct {
        ll_view ending, instead;
    } forms[] = {{LL_VIEW_INIT(""), LL_VIEW_INIT("")},    {LL_VIEW_INIT("s"), LL_VIEW_INIT("")},
                 {LL_VIEW_INIT("es"), LL_VIEW_INIT("")},  {LL_VIEW_INIT("ies"), LL_VIEW_INIT("y")},
                 {LL_VIEW_INIT("ing"), LL_VIEW_INIT("")}, {LL_VIEW_INIT("ing"), LL_VIEW_INIT("e")},
                 {LL_VIEW_INIT("ed"), LL_VIEW_INIT("")},  {LL_VIEW_INIT("ed"), LL_VIEW_INIT("e")},
                 {LL_VIEW_INIT("ied"), LL_VIEW_INIT("y")}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!ll_view_ends(word, forms[i].ending))
            continue;
        ll_view form = ll_arena_format(arena, "%.*s%.*s", (int)(word.len - forms[i].ending.len),
                                       word.ptr, LL_VIEW_ARG(forms[i].instead));
        if (form.len > 0 && (is_of_the_trade(form) || ll_stems_frequent(stems, form)))
            return true;
    }
    return false;
}

/* One word of English that is none of everyday life: "Autolyse", "Stride". */
static bool is_rare(ll_facts *facts, ll_view term) {
    ll_stems *stems = ll_facts_stems(facts);
    for (size_t i = 0; i < term.len; i++)
        if (!ll_is_letter(term.ptr[i]))
            return false;
    return term.len > 0 && ll_stems_are_english(stems) &&
           !is_plain(stems, facts->arena, ll_arena_small(facts->arena, term));
}

/* "**Not RFC 9111**", "**RFC 9111** (optional)", "**CDN** is the next lesson". */
static bool is_taken_back(ll_view plain_bullet) {
    static const ll_view later[] = {LL_VIEW_INIT("next lesson"), LL_VIEW_INIT("later lesson"),
                                    LL_VIEW_INIT("future lesson")};
    return ll_plan_declines(plain_bullet) || ll_plan_takes_back(plain_bullet) ||
           LL_VIEW_HAS_WORD(plain_bullet, later);
}

/* The words in bold at the start of a bullet, as the source has them; empty without any. */
static ll_view bold_lead(ll_view bullet) {
    if (!ll_view_starts(bullet, LL_VIEW("**")))
        return (ll_view){0};
    size_t end = ll_view_find(bullet, LL_VIEW("**"), 2);
    if (end == LL_VIEW_NONE || end - 2 > TERM_MOST)
        return (ll_view){0};
    return ll_view_slice(bullet, 2, end);
}

/* Without what stands in brackets, and without the colon or full stop at its end. */
static ll_view bare_term(ll_view term) {
    size_t bracket = ll_view_find_byte(term, '(', 0);
    if (bracket != LL_VIEW_NONE && bracket > 0)
        term = ll_view_slice(term, 0, bracket);
    term = ll_view_trim(term);
    while (term.len > 0 && strchr(":.,;", term.ptr[term.len - 1]))
        term.len--;
    return ll_view_trim(term);
}

/* The sections that an item is about, as numbers of ll_facts_bodies. */
typedef struct item_part {
    ll_outline_match match;
    uint32_t first, after;
    bool without_checks; /* what stands in them is a part of the next item */
} item_part;

/* One item may have become several sections, up to the next item's; of more only these are read. */
enum { SECTIONS_MOST = 8 };

typedef struct term_search {
    ll_check *check;
    item_part *parts; /* of the outline's items */
    uint32_t *often;  /* by stem: how many times the plan has it, as far as `often_len`; NULL until
                       * a word asks */
    uint32_t often_len;
    ll_stem_list scratch;
    bool label; /* the term is followed by a colon: it may say what the bullet is for */
    bool rare;  /* it is one word, and none of everyday English */
} term_search;

/* How often the plan must have a plain word for it to be one of its terms. */
enum { TERM_TIMES = 3 };

static void count_plan(term_search *search) {
    ll_facts *facts = search->check->facts;
    ll_stem_list all = {0};
    ll_stems_of(facts->stems, facts->sources[LL_DOCUMENT_PLAN]->text, &all);
    for (uint32_t i = 0; i < all.len; i++)
        if (all.at[i] >= search->often_len)
            search->often_len = all.at[i] + 1;
    search->often = LL_ARENA_ARRAY(search->check->arena, uint32_t, search->often_len + 1);
    for (uint32_t i = 0; i < all.len; i++)
        search->often[all.at[i]]++;
}

static bool part_holds(term_search *search, const item_part *part, ll_stem stem) {
    ll_facts *facts = search->check->facts;
    ll_index *bodies = ll_facts_bodies(facts);
    for (uint32_t body = part->first; body < part->after; body++)
        if (ll_index_holds(bodies, body, stem) ||
            (!part->without_checks &&
             ll_index_holds(bodies, ll_facts_checks_of(facts, body), stem)))
            return true;
    return ll_index_holds(bodies, facts->lesson->sections.len + 1, stem);
}

static bool is_often(term_search *search, ll_stem stem) {
    if (!search->often)
        count_plan(search);
    return stem < search->often_len && search->often[stem] >= TERM_TIMES;
}

/* Whether a word belongs to the subject, and the lesson's part has none of its stems. */
static bool word_is_missing(term_search *search, const item_part *part, ll_view word) {
    search->scratch.len = 0;
    ll_stems_distinct(search->check->facts->stems, word, &search->scratch);
    if (search->scratch.len == 0 || is_common(word) || is_of_the_page(word))
        return false;
    for (uint32_t i = 0; i < search->scratch.len; i++) {
        ll_stem stem = search->scratch.at[i];
        if (part_holds(search, part, stem) ||
            !(is_name(word) || search->rare || (!search->label && is_often(search, stem))))
            return false;
    }
    return true;
}

static bool is_of_word(char c) {
    return ll_is_alnum(c) || c == '-' || (unsigned char)c >= 0x80;
}

/* The first word of the term that the part lacks; empty when there is none. */
static ll_view missing_word(term_search *search, const item_part *part, ll_view term) {
    for (size_t at = 0; at < term.len;) {
        size_t start = at;
        while (at < term.len && is_of_word(term.ptr[at]))
            at++;
        ll_view word = ll_view_slice(term, start, at);
        if (word.len > 0 && word_is_missing(search, part, word))
            return word;
        at += at == start;
    }
    return (ll_view){0};
}

/* Whether one of its words stands there. */
static bool is_held(term_search *search, const item_part *part, ll_view term) {
    search->scratch.len = 0;
    ll_stems_distinct(search->check->facts->stems, term, &search->scratch);
    bool held = false;
    for (uint32_t i = 0; i < search->scratch.len && !held; i++)
        held = part_holds(search, part, search->scratch.at[i]);
    return held;
}

/* Whether the part speaks of the name: none of its words is missing, and one is there. */
static bool is_named(term_search *search, const item_part *part, ll_view name) {
    return is_held(search, part, name) && missing_word(search, part, name).len == 0;
}

/* The end of the name that begins at `at`: "RLHF / DPO" and "RLHF or DPO" are two names of what the
 * part is about, and one of them is enough. */
static size_t end_of_name(ll_view term, size_t at) {
    size_t slash = ll_view_find_byte(term, '/', at);
    size_t either = ll_view_find(term, LL_VIEW(" or "), at);
    size_t end = slash < either ? slash : either;
    return end < term.len ? end : term.len;
}

static bool is_missing(term_search *search, const item_part *part, ll_view term) {
    bool missing = missing_word(search, part, term).len > 0;
    for (size_t at = 0; missing && at < term.len;) {
        size_t end = end_of_name(term, at);
        missing = !is_named(search, part, ll_view_slice(term, at, end));
        at = end + (end < term.len && term.ptr[end] == ' ' ? sizeof " or " - 1 : 1);
    }
    return missing;
}

/* Roles whose bullets say what to do rather than what to speak of. */
static bool is_judged(const ll_outline_item *item) {
    return item->role != LL_ROLE_HOOK && item->role != LL_ROLE_RECAP &&
           item->role != LL_ROLE_PRACTICE && item->role != LL_ROLE_NEXT;
}

/* The others are a block, or stand anywhere. */
static bool has_section(const ll_outline_item *item) {
    return is_judged(item) && item->role != LL_ROLE_CONTEXT && item->role != LL_ROLE_CHECK &&
           item->role != LL_ROLE_SUMMARIZE;
}

static void report(term_search *search, const ll_block *block, const ll_outline_match *match,
                   ll_view term) {
    ll_check *check = search->check;
    const ll_lesson *lesson = check->facts->lesson;
    uint32_t start = block->start;
    while (start < block->text_start && ll_is_blank(check->facts->plan->source->text.ptr[start]))
        start++;
    ll_view where = ll_facts_section(check->facts, LL_DOCUMENT_LESSON,
                                     lesson->tsx->nodes.at[match->element].inner_end);
    ll_value values[] = {{"term", term}, {"where", where.len ? where : LL_VIEW("—")}, {0}};
    ll_check_report(check, &(ll_report){.range = {LL_DOCUMENT_PLAN, start, block->text_end - start},
                                        .subject = term,
                                        .values = values,
                                        .related = {ll_tag_range(lesson->tsx, match->element),
                                                    LL_VIEW("what the item was matched to")}});
}

static void judge(term_search *search, const ll_block *block, const item_part *part) {
    ll_check *check = search->check;
    ll_view text = ll_markdown_text(check->facts->plan->markdown, block);
    ll_view lead = bold_lead(text);
    if (lead.len == 0)
        return;
    ll_view plain = ll_view_trim(ll_markdown_plain(check->arena, lead));
    ll_view term = bare_term(plain);
    search->label = plain.len > 0 && plain.ptr[plain.len - 1] == ':';
    search->rare = !search->label && is_rare(check->facts, term);
    bool missing = is_missing(search, part, term);
    if (!missing && !is_held(search, part, term))
        return; /* nobody can tell */
    check->outcome.checked++;
    if (missing && !is_taken_back(ll_markdown_plain(check->arena, text)) &&
        ll_facts_named_element(check->facts, term) == LL_TSX_NONE)
        report(search, block, &part->match, term);
}

static void judge_item(term_search *search, const item_part *part, uint32_t first, uint32_t after) {
    const ll_blocks *blocks = &search->check->facts->plan->markdown->blocks;
    for (uint32_t i = first; i < after; i++)
        if (blocks->at[i].kind == LL_BLOCK_ITEM)
            judge(search, &blocks->at[i], part);
}

/* A part goes on to the section of the next item that stands behind it in the lesson, too. */
static uint32_t end_of_part(const term_search *search, uint32_t item) {
    const ll_facts *facts = search->check->facts;
    uint32_t first = search->parts[item].first, sections = facts->lesson->sections.len;
    if (first >= sections)
        return first + 1;
    for (uint32_t i = item + 1; i < facts->plan->outline.len && i <= item + SECTIONS_MOST; i++)
        if (search->parts[i].first > first && search->parts[i].first < sections &&
            has_section(&facts->plan->outline.at[i]))
            sections = search->parts[i].first;
    return sections < first + SECTIONS_MOST ? sections : first + SECTIONS_MOST;
}

/* Whether the outline plans a check between an item and the next one with a section of its own;
 * what was matched to a check all the same may be taught in it. */
static bool has_check_behind(const term_search *search, uint32_t item) {
    const ll_facts *facts = search->check->facts;
    if (!has_section(&facts->plan->outline.at[item]) ||
        ll_facts_in_check(facts, search->parts[item].match.element))
        return false;
    for (uint32_t i = item + 1; i < facts->plan->outline.len; i++) {
        if (facts->plan->outline.at[i].role == LL_ROLE_CHECK)
            return true;
        if (has_section(&facts->plan->outline.at[i]))
            return false;
    }
    return false;
}

static void find_parts(term_search *search) {
    ll_facts *facts = search->check->facts;
    const ll_plan *plan = facts->plan;
    search->parts = LL_ARENA_ARRAY(search->check->arena, item_part, plan->outline.len);
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        item_part *part = &search->parts[i];
        part->match = ll_facts_outline(facts, &plan->outline.at[i]);
        if (part->match.between) /* where it ends is not known */
            part->match.element = LL_TSX_NONE;
        if (part->match.element != LL_TSX_NONE)
            part->first = ll_facts_body_of(facts, part->match.element);
    }
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        search->parts[i].after = end_of_part(search, i);
        search->parts[i].without_checks =
            search->parts[i].match.element != LL_TSX_NONE && has_check_behind(search, i);
    }
}

/* Whether a file that could not be read may hold the terms. */
static bool hides_something(ll_facts *facts, const item_part *part) {
    for (uint32_t body = part->first; body < part->after; body++)
        if (ll_facts_unseen_in(facts, body) != LL_TSX_NONE)
            return true;
    return false;
}

void ll_check_outline_term_missing(ll_check *check) {
    const ll_plan *plan = check->facts->plan;
    const ll_blocks *blocks = &plan->markdown->blocks;
    term_search search = {.check = check};
    if (plan->outline.len == 0)
        return;
    ll_facts_bodies(check->facts);
    find_parts(&search);
    uint32_t block = 0;
    for (uint32_t i = 0; i < plan->outline.len; i++) {
        const ll_outline_item *item = &plan->outline.at[i];
        while (block < blocks->len && blocks->at[block].start < item->body_start)
            block++;
        uint32_t first = block;
        while (block < blocks->len && blocks->at[block].start < item->body_end)
            block++;
        if (is_judged(item) && search.parts[i].match.element != LL_TSX_NONE &&
            !hides_something(check->facts, &search.parts[i]))
            judge_item(&search, &search.parts[i], first, block);
    }
}
