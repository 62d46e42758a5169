/* dash-encoding-mixed: em dashes in the JSX text of one file that are written in two ways. */
#include "check/checks.h"
#include "check/encoding.h"

void ll_check_dash_encoding_mixed(ll_check *check) {
    static const ll_spellings dashes = {
        .source = {LL_VIEW_INIT("&mdash;"), LL_VIEW_INIT("\xE2\x80\x94")},
        .safety = LL_SAFETY_SAFE};
    ll_encoding_check(check, &dashes);
}
