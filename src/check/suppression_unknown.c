/* suppression-unknown: a directive that names no rule, or is none. */
#include "check/checks.h"

#include "base/error.h"

static void report(ll_check *check, ll_range range, ll_view name, const char *near,
                   const char *const kinds[2]) {
    ll_value values[] = {{"name", name}, {"near", near ? ll_view_of(near) : (ll_view){0}}, {0}};
    ll_check_report(check,
                    &(ll_report){.range = range, .kind = kinds[near != NULL], .values = values});
}

static void judge_keyword(ll_check *check, ll_document document, const ll_directive *directive) {
    static const char *const kinds[] = {"directive", "directive-near"};
    ll_range range = {document, directive->offset, (uint32_t)directive->keyword.len};
    if (directive->kind == LL_DIRECTIVE_UNKNOWN)
        report(check, range, directive->keyword, ll_directive_nearest(directive->keyword), kinds);
}

static const char *nearest_rule(const ll_check *check, ll_view id) {
    const char **names = LL_ARENA_ARRAY(check->arena, const char *, check->rules->len);
    for (uint32_t i = 0; i < check->rules->len; i++)
        names[i] = ll_arena_format(check->arena, "%.*s", LL_VIEW_ARG(check->rules->at[i]->id)).ptr;
    return ll_error_nearest(id, names, check->rules->len);
}

static void judge_id(ll_check *check, ll_document document, const ll_directive_slot *slot) {
    static const char *const kinds[] = {"rule", "rule-near"};
    if (slot->id.len == 0)
        return;
    check->outcome.checked++;
    if (ll_rule_find(check->rules, slot->id))
        return;
    ll_range range = {document, slot->offset, (uint32_t)slot->id.len};
    bool listed = check->outcome.failed < ll_check_most(check);
    report(check, range, slot->id, listed ? nearest_rule(check, slot->id) : NULL, kinds);
}

void ll_check_suppression_unknown(ll_check *check) {
    for (int document = 0; check->suppressions && document < LL_DOCUMENTS; document++) {
        const ll_directives *all = ll_suppressions_of(check->suppressions, (ll_document)document);
        for (uint32_t i = 0; i < all->all.len; i++) {
            const ll_directive *directive = &all->all.at[i];
            judge_keyword(check, (ll_document)document, directive);
            for (uint32_t slot = 0;
                 slot < directive->slot_count && directive->kind != LL_DIRECTIVE_UNKNOWN; slot++)
                judge_id(check, (ll_document)document,
                         &all->slots.at[directive->first_slot + slot]);
        }
    }
}
