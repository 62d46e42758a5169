/* suppression-unused: a directive that suppressed nothing. */
#include "check/checks.h"

/* Whether the rule ran here, so that it could have found something. */
static bool ran(const ll_check *check, uint32_t rule) {
    const ll_rule *one = check->rules->at[rule];
    bool here =
        check->widget == 0 || one->reads[LL_READS_WIDGETS] || ll_is_suppression_rule(one->id);
    return here && !check->outcomes[rule].skipped;
}

/* All rules did, but those that are off unless somebody asks for them. In a widget some never do,
 * which may still find something when it is checked alone. */
static bool all_ran(const ll_check *check) {
    for (uint32_t i = 0; i < check->rules->len; i++) {
        const ll_rule *rule = check->rules->at[i];
        if (!ran(check, i) && rule->severity != LL_SEVERITY_OFF &&
            !ll_is_suppression_rule(rule->id))
            return false;
    }
    return true;
}

/* At the id, or at the keyword when it is about all of the directive. */
static void report(ll_check *check, ll_document document, const ll_directive *directive,
                   ll_range range, const char *kind) {
    ll_view source = check->facts->sources[document]->text;
    ll_value values[] = {{"directive", directive->keyword},
                         {"rule", ll_view_slice(source, range.offset, range.offset + range.length)},
                         {0}};
    ll_check_report(check, &(ll_report){.range = range, .kind = kind, .values = values});
}

static void judge(ll_check *check, ll_document document, const ll_directive *directive,
                  uint32_t index) {
    const ll_directive_slot *slot =
        &ll_suppressions_of(check->suppressions, document)->slots.at[index];
    ll_range whole = {document, directive->offset, (uint32_t)directive->keyword.len};
    if (directive->kind == LL_DISABLE_FILE && directive->after == 0) {
        report(check, document, directive, whole, "place");
        return;
    }
    uint32_t rule = ll_rule_index(check->rules, slot->id);
    if (slot->id.len > 0 && (rule == LL_RULE_NONE || rule == check->rule_index))
        return;
    check->outcome.checked++;
    if (ll_suppressions_used(check->suppressions, document, index))
        return;
    if (slot->id.len == 0 && all_ran(check))
        report(check, document, directive, whole, "all");
    else if (slot->id.len > 0 && ran(check, rule))
        report(check, document, directive,
               (ll_range){document, slot->offset, (uint32_t)slot->id.len}, "rule");
}

void ll_check_suppression_unused(ll_check *check) {
    for (int document = 0; check->suppressions && document < LL_DOCUMENTS; document++) {
        const ll_directives *all = ll_suppressions_of(check->suppressions, (ll_document)document);
        for (uint32_t i = 0; i < all->all.len; i++) {
            const ll_directive *directive = &all->all.at[i];
            if (directive->kind == LL_ENABLE || directive->kind == LL_DIRECTIVE_UNKNOWN)
                continue;
            for (uint32_t slot = 0; slot < directive->slot_count; slot++)
                judge(check, (ll_document)document, directive, directive->first_slot + slot);
        }
    }
}
