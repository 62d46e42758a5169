/* suppression-reason: a directive that does not say why. */
#include "check/checks.h"

static void judge(ll_check *check, ll_document document, const ll_directive *directive) {
    if (directive->kind == LL_ENABLE || directive->kind == LL_DIRECTIVE_UNKNOWN)
        return;
    check->outcome.checked++;
    if (directive->reason.len > 0)
        return;
    ll_value values[] = {{"directive", directive->keyword}, {0}};
    ll_check_report(check, &(ll_report){.range = {document, directive->offset,
                                                  (uint32_t)directive->keyword.len},
                                        .values = values});
}

void ll_check_suppression_reason(ll_check *check) {
    for (int document = 0; check->suppressions && document < LL_DOCUMENTS; document++) {
        const ll_directives *all = ll_suppressions_of(check->suppressions, (ll_document)document);
        for (uint32_t i = 0; i < all->all.len; i++)
            judge(check, (ll_document)document, &all->all.at[i]);
    }
}
