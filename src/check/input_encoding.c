/* input-encoding: bytes that are no UTF-8 text. */
#include "check/checks.h"

static const char *const kinds[] = {[LL_FAULT_UTF8] = "invalid-utf8",
                                    [LL_FAULT_NUL] = "nul",
                                    [LL_FAULT_BOM] = "stray-mark",
                                    [LL_FAULT_UTF16] = "utf-16"};

void ll_check_input_encoding(ll_check *check) {
    for (int document = 0; document < LL_DOCUMENTS; document++) {
        const ll_source *source = check->facts->sources[document];
        if (!source)
            continue;
        check->outcome.checked++;
        for (uint32_t i = 0; i < source->faults.len; i++) {
            const ll_source_fault *fault = &source->faults.at[i];
            ll_check_report(
                check, &(ll_report){.range = {(ll_document)document, fault->offset, fault->length},
                                    .subject = ll_view_of(kinds[fault->kind]),
                                    .kind = kinds[fault->kind]});
        }
        check->outcome.failed += source->fault_count - source->faults.len;
        check->outcome.left_out[check->severity] += source->fault_count - source->faults.len;
    }
}
