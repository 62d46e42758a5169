/* em-dash-line-wrap: an em dash at a line's end of the source, which renders with a blank on one
 * side. */
#include "check/checks.h"
#include "check/dash.h"

static void judge(ll_check *check, const ll_dash *dash) {
    check->outcome.checked++;
    bool before = dash->before == LL_BESIDE_BREAK && dash->after == LL_BESIDE_TEXT;
    bool after = dash->after == LL_BESIDE_BREAK && dash->before == LL_BESIDE_TEXT;
    if (before || after)
        ll_dash_report(check, dash, NULL);
}

void ll_check_em_dash_line_wrap(ll_check *check) {
    ll_dash_each(check, judge);
}
