/* From two documents to a result. */
#include "api/judge.h"

/* Names by which findings are known again: paths from the configuration's folder on. */
static void name_documents(ll_result *result, ll_arena *arena, const ll_pair_setup *setup) {
    for (int i = LL_DOCUMENTS; i < (int)LL_DOCUMENTS_MOST && setup->profile->config; i++)
        if (result->paths[i].len > 0)
            result->known_as[i] = ll_inputs_inside(arena, setup->profile->config, result->paths[i]);
    for (int i = 0; i < LL_DOCUMENTS; i++)
        result->known_as[i] = setup->known_as[i];
}

ll_status ll_judge_pair(ll_result **out, const ll_linter *linter, ll_worker *worker,
                        const ll_pair_setup *setup, const ll_surroundings *around, ll_source *plan,
                        ll_source *lesson, ll_error *error) {
    ll_engine *engine = NULL;
    ll_facts *facts = NULL;
    ll_status status = ll_worker_engine(linter, worker, setup->profile, &engine, error);
    if (status == LL_OK)
        status = ll_facts_read(&facts, worker->scratch, plan, lesson, ll_engine_vocabulary(engine),
                               error);
    if (status == LL_OK && around)
        facts->around = *around;
    if (status == LL_OK)
        status = ll_engine_judge(engine, facts, setup->settings, out, error);
    if (status == LL_OK)
        name_documents(*out, worker->scratch, setup);
    return status;
}
