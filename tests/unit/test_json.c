/* json: order, escaping, repair, indentation. */
#include <stdio.h>

#include "support.h"

#include "json/json.h"

TEST(keys_keep_their_order_and_texts_are_escaped) {
    USE_ARENA;
    ll_json *root = ll_json_root(arena);
    ll_json_add_text(arena, root, "z", LL_VIEW("a \"quote\", a \\, a tab\t and\nan end"));
    ll_json_add_number(arena, root, "a", 4294967296u);
    ll_json_add_null(arena, root, "m");
    assert_view(ll_json_text(arena, root, 0),
                "{\n  \"z\": \"a \\\"quote\\\", a \\\\, a tab\\t and\\nan end\",\n"
                "  \"a\": 4294967296,\n  \"m\": null\n}");
}

TEST(texts_stay_utf8_and_wrong_bytes_are_replaced) {
    USE_ARENA;
    ll_json *root = ll_json_root(arena);
    ll_json_add_text(arena, root, "dash", LL_VIEW("—"));
    ll_json_add_text(arena, root, "path", LL_VIEW("a\xFF\xE2\x80.md"));
    ll_json_add_text(arena, root, "control", LL_VIEW("\x01"));
    ll_json_add_text(arena, root, "nothing", (ll_view){0});
    assert_view(ll_json_text(arena, root, 0),
                "{\n  \"dash\": \"—\",\n  \"path\": \"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.md\",\n"
                "  \"control\": \"\\u0001\",\n  \"nothing\": \"\"\n}");
}

TEST(nested_values_are_indented) {
    USE_ARENA;
    ll_json *root = ll_json_root(arena);
    ll_json *list = ll_json_add_array(arena, root, "list");
    ll_json_add_text(arena, ll_json_add_object(arena, list, NULL), "k", LL_VIEW("line\nline"));
    ll_json_add_array(arena, root, "empty");
    assert_view(ll_json_text(arena, root, 2),
                "{\n    \"list\": [\n      {\n        \"k\": \"line\\nline\"\n      }\n    ],\n"
                "    \"empty\": []\n  }");
}

TEST(a_tree_may_be_one_line) {
    USE_ARENA;
    ll_json *root = ll_json_root(arena);
    ll_json_add_flag(arena, root, "yes", true);
    ll_json_add_flag(arena, ll_json_add_object(arena, root, "in"), "no", false);
    ll_json_add_text(arena, root, "text", LL_VIEW("a\nb"));
    assert_view(ll_json_line(arena, root),
                "{\"yes\": true, \"in\": {\"no\": false}, \"text\": \"a\\nb\"}");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_keep_their_order_and_texts_are_escaped),
        cmocka_unit_test(texts_stay_utf8_and_wrong_bytes_are_replaced),
        cmocka_unit_test(nested_values_are_indented),
        cmocka_unit_test(a_tree_may_be_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
