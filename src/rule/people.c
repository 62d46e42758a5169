/* Looking up the findings that people wrote. */
#include "rule/people.h"

#include "base/buffer.h"
#include "text/pattern.h"

/* Patterns of one entry, in the order of its lists; NULL before they are needed. */
typedef struct compiled {
    ll_pattern **title, **text, **unless, **places;
    const uint32_t *rules;
    uint32_t rule_count;
} compiled;

struct ll_people {
    ll_arena *arena;
    const ll_rule_set *rules;
    compiled *entries;
};

const char *ll_people_place_name(ll_people_place kind) {
    static const char *const names[LL_PLACES] = {"none",  "misconception", "modality", "section",
                                                 "block", "concept",       "example"};
    return names[kind];
}

static void find_rules(ll_people *people, const ll_people_entry *entry, compiled *made) {
    uint32_t *rules = LL_ARENA_ARRAY(people->arena, uint32_t, entry->rule_count);
    for (uint32_t i = 0; i < entry->rule_count; i++) {
        uint32_t rule = ll_rule_index(people->rules, entry->rules[i]);
        if (rule != LL_RULE_NONE)
            rules[made->rule_count++] = rule;
    }
    made->rules = rules;
}

ll_people *ll_people_new(ll_arena *arena, const ll_rule_set *rules) {
    ll_people *people = LL_ARENA_NEW(arena, ll_people);
    *people = (ll_people){arena, rules, LL_ARENA_ARRAY(arena, compiled, ll_shipped_people_count)};
    for (uint32_t i = 0; i < ll_shipped_people_count; i++) {
        const ll_people_entry *entry = &ll_shipped_people[i];
        compiled *made = &people->entries[i];
        made->title = LL_ARENA_ARRAY(arena, ll_pattern *, entry->title_count);
        made->text = LL_ARENA_ARRAY(arena, ll_pattern *, entry->text_count);
        made->unless = LL_ARENA_ARRAY(arena, ll_pattern *, entry->unless_count);
        made->places = LL_ARENA_ARRAY(arena, ll_pattern *, entry->place_count);
        find_rules(people, entry, made);
    }
    return people;
}

/* One search: of any pattern of a list in a text. */
typedef struct search {
    ll_people *people;
    ll_arena *arena; /* of the search: patterns stay for the next one */
    ll_view subject;
    ll_match match;
    ll_status status; /* of what went wrong beyond a pattern that was given up */
    ll_error *error;
} search;

typedef struct making {
    ll_arena *arena;
    ll_view text;
    ll_pattern **pattern;
} making;

static void make(void *context) {
    making *work = context;
    *work->pattern = ll_pattern_known(work->arena, work->text);
}

/* The table's arena has a guard of its own unless it is that of the search. */
static ll_status make_pattern(search *on, ll_view text, ll_pattern **pattern, ll_error *error) {
    making work = {on->people->arena, text, pattern};
    if (work.arena != on->arena)
        return ll_arena_guard(work.arena, make, &work, error);
    make(&work);
    return LL_OK;
}

/* Whether one of the patterns matches. */
static bool any_matches(search *on, const ll_view *texts, ll_pattern **patterns, uint32_t count) {
    for (uint32_t i = 0; i < count && on->status == LL_OK; i++) {
        ll_status status = LL_OK;
        ll_error inner = {0};
        if (!patterns[i])
            status = make_pattern(on, texts[i], &patterns[i], &inner);
        if (status == LL_OK)
            status = ll_pattern_find(patterns[i], on->subject, 0, &on->match, &inner);
        if (status == LL_OK)
            return true;
        if (status == LL_E_MEMORY) {
            on->status = status;
            *on->error = inner;
        }
    }
    return false;
}

/* What the patterns of an entry are matched with: each text on lines of its own. */
typedef struct texts {
    ll_view title, issue, place; /* `place`: title and Location */
    ll_view all;
} texts;

static bool matches(search *on, const ll_people_entry *entry, compiled *made, const texts *in,
                    bool *barred) {
    on->subject = in->title;
    if (entry->title_count > 0 && !any_matches(on, entry->title, made->title, entry->title_count))
        return false;
    on->subject = in->all;
    if (entry->text_count > 0 && !any_matches(on, entry->text, made->text, entry->text_count))
        return false;
    on->subject = in->place;
    bool unless = any_matches(on, entry->unless, made->unless, entry->unless_count);
    *barred |= unless;
    return !unless && on->status == LL_OK;
}

/* The place is sought in the title first, since an issue tells of many things. */
static ll_view place_of(search *on, const ll_people_entry *entry, compiled *made, const texts *in) {
    const ll_view both[] = {in->title, in->issue};
    for (size_t i = 0; i < 2; i++) {
        on->subject = both[i];
        if (any_matches(on, entry->places, made->places, entry->place_count))
            return ll_view_trim(ll_view_slice(both[i], on->match.start, on->match.end));
    }
    return (ll_view){0};
}

static bool has_rule(const compiled *made, const bool *rules) {
    bool any = !rules;
    for (uint32_t i = 0; i < made->rule_count && !any; i++)
        any = rules[made->rules[i]];
    return any;
}

/* The first entry that matches, of those with one of the rules. */
static void find_entry(search *on, const texts *in, const bool *rules, ll_people_match *match) {
    *match = (ll_people_match){0};
    for (uint32_t i = 0; i < ll_shipped_people_count && on->status == LL_OK; i++) {
        const ll_people_entry *entry = &ll_shipped_people[i];
        compiled *made = &on->people->entries[i];
        if (!has_rule(made, rules) || !matches(on, entry, made, in, &match->barred))
            continue;
        ll_view place = place_of(on, entry, made, in);
        *match = (ll_people_match){entry, made->rules, made->rule_count, place, false};
        return;
    }
}

ll_status ll_people_find(ll_people *people, ll_arena *arena, const ll_review_finding *finding,
                         const bool *rules, ll_people_match *match, ll_error *error) {
    *match = (ll_people_match){0};
    if (finding->retracted || finding->rule.len > 0)
        return LL_OK;
    texts in = {.title = ll_view_cut(finding->title, LL_PEOPLE_TEXT_MOST),
                .issue = ll_view_cut(finding->issue, LL_PEOPLE_TEXT_MOST)};
    ll_view location = ll_view_cut(finding->location, LL_PEOPLE_TEXT_MOST);
    in.all = ll_arena_format(arena, "%.*s\n%.*s\n%.*s", LL_VIEW_ARG(in.title),
                             LL_VIEW_ARG(location), LL_VIEW_ARG(in.issue));
    in.place = ll_view_slice(in.all, 0, in.title.len + 1 + location.len);
    search on = {.people = people, .arena = arena, .status = LL_OK, .error = error};
    find_entry(&on, &in, rules, match);
    if (rules && match->entry) {
        find_entry(&on, &in, NULL, match);
        bool theirs =
            match->entry && has_rule(&people->entries[match->entry - ll_shipped_people], rules);
        if (!theirs)
            *match = (ll_people_match){0};
    }
    return on.status;
}
