/* Findings that are left out of a result once it is there. */
#include "check/fingerprint.h"
#include "engine/engine.h"

ll_view ll_result_name(const ll_result *result, ll_document document) {
    ll_view known_as = result->known_as[document];
    return known_as.len > 0 ? known_as : ll_view_file_name(result->paths[document]);
}

ll_view *ll_result_fingerprints(ll_arena *arena, const ll_result *result) {
    ll_view names[LL_DOCUMENTS_MOST];
    if (result->prints)
        return result->prints;
    for (uint32_t i = 0; i < LL_DOCUMENTS_MOST; i++)
        names[i] = ll_result_name(result, i);
    return ll_fingerprints(arena, &result->findings, result->rules, names);
}

static void take_back(ll_result *result, const ll_finding *finding) {
    ll_outcome *outcome = &result->outcomes[finding->rule];
    outcome->failed--;
    outcome->suppressed++;
    if (finding->confidence == LL_CONFIDENCE_VERIFY)
        result->verify--;
    else
        result->counts[finding->severity]--;
    LL_ARRAY_PUSH(result->facts->arena, &result->suppressed, *finding);
}

void ll_result_leave_out(ll_result *result, const bool *out, ll_view *prints) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < result->findings.len; i++) {
        if (out[i]) {
            take_back(result, &result->findings.at[i]);
            continue;
        }
        result->findings.at[kept] = result->findings.at[i];
        prints[kept++] = prints[i];
    }
    result->findings.len = kept;
    result->prints = prints;
}

uint32_t ll_result_leave_out_unlisted(ll_result *result, uint32_t rule) {
    ll_outcome *outcome = &result->outcomes[rule];
    uint32_t count = outcome->left_out_verify;
    result->verify -= outcome->left_out_verify;
    outcome->left_out_verify = 0;
    for (int i = 0; i < LL_SEVERITIES; i++) {
        count += outcome->left_out[i];
        result->counts[i] -= outcome->left_out[i];
        outcome->left_out[i] = 0;
    }
    outcome->failed -= count;
    outcome->suppressed += count;
    return count;
}
