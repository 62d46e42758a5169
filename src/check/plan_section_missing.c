/* plan-section-missing: a section that a plan needs and this one has not. */
#include "check/checks.h"

#include "plan/vocabulary.h"

/* A section is there when one of these is, or the table or outline itself. */
static const struct {
    ll_section_kind kind;
    ll_section_kind also[3];
    ll_table_kind table; /* LL_TABLE_KINDS: none */
    bool retroactive;    /* the retroactive family has it, too */
} sections[] = {
    {LL_SECTION_STUDENT_STATE,
     {LL_SECTION_CONCEPTS, LL_SECTION_MENTAL_MODELS, LL_SECTION_READINESS},
     LL_TABLE_KINDS,
     true},
    {LL_SECTION_TARGET, {0}, LL_TABLE_KINDS, true},
    {LL_SECTION_PREREQUISITES, {0}, LL_TABLE_PREREQUISITES, true},
    {LL_SECTION_MISCONCEPTIONS, {0}, LL_TABLE_MISCONCEPTIONS, true},
    {LL_SECTION_EXAMPLES, {0}, LL_TABLE_EXAMPLES, true},
    {LL_SECTION_MODALITIES, {0}, LL_TABLE_MODALITIES, true},
    {LL_SECTION_NARRATIVE, {0}, LL_TABLE_KINDS, true},
    {LL_SECTION_LOAD, {0}, LL_TABLE_KINDS, true},
    {LL_SECTION_CONNECTIONS, {0}, LL_TABLE_CONNECTIONS, false},
    {LL_SECTION_SCOPE, {LL_SECTION_IS_ABOUT, LL_SECTION_IS_NOT_ABOUT}, LL_TABLE_KINDS, true},
    {LL_SECTION_OUTLINE, {0}, LL_TABLE_KINDS, false},
    {LL_SECTION_CHECKLISTS, {0}, LL_TABLE_KINDS, false},
};

enum { SECTIONS = sizeof sections / sizeof *sections };

static size_t find(ll_view name) {
    size_t index = 0;
    while (index < SECTIONS &&
           !ll_view_equal(ll_view_of(ll_plan_section_name(sections[index].kind)), name))
        index++;
    return index;
}

static bool is_there(const ll_plan *plan, size_t index) {
    if (ll_plan_section(plan, sections[index].kind))
        return true;
    for (size_t i = 0; i < sizeof sections->also / sizeof *sections->also; i++)
        if (sections[index].also[i] != LL_SECTION_OTHER &&
            ll_plan_section(plan, sections[index].also[i]))
            return true;
    ll_table_kind table = sections[index].table;
    return table != LL_TABLE_KINDS && plan->tables[table].found;
}

/* A name that is none of ours is the beginning of a title. */
static bool is_titled(const ll_plan *plan, ll_view words) {
    for (uint32_t i = 0; i < plan->sections.len; i++)
        if (ll_view_starts_nocase(plan->sections.at[i].title, words))
            return true;
    return false;
}

/* "target-concept" is shown as "target concept". */
static ll_view spelled(ll_arena *arena, ll_view name) {
    char *words = ll_arena_alloc(arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++)
        words[i] = name.ptr[i] == '-' ? ' ' : name.ptr[i];
    return (ll_view){words, name.len};
}

static void judge(ll_check *check, ll_view name) {
    const ll_plan *plan = check->facts->plan;
    size_t index = find(name);
    ll_view words = spelled(check->arena, name);
    if (index < SECTIONS && plan->family == LL_FAMILY_RETROACTIVE && !sections[index].retroactive)
        return;
    check->outcome.checked++;
    if (index < SECTIONS ? is_there(plan, index) : is_titled(plan, words))
        return;
    bool light = index < SECTIONS && sections[index].kind == LL_SECTION_CHECKLISTS;
    ll_value values[] = {{"name", words}, {0}};
    uint32_t line = (uint32_t)(plan->source->text.len);
    size_t end = ll_view_line_end(plan->source->text, 0, true);
    ll_range first = {LL_DOCUMENT_PLAN, 0, end == LL_VIEW_NONE ? line : (uint32_t)end};
    ll_check_report(check, &(ll_report){.range = first,
                                        .subject = name,
                                        .kind = light ? "checklists" : NULL,
                                        .values = values});
}

void ll_check_plan_section_missing(ll_check *check) {
    const ll_option_value *required = ll_check_option(check, LL_VIEW("required"));
    for (uint32_t i = 0; i < required->item_count; i++)
        judge(check, required->items[i]);
}
