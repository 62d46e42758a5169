/* json: order, escaping, repair, indentation. */
#include <stdio.h>

#include "support.h"

#include "json/json.h"
#include "json/read.h"

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

TEST(an_object_of_texts_is_read) {
    USE_ARENA;
    ll_json_members found = {0};
    ll_error error = {0};
    static const ll_view text = LL_VIEW_INIT(
        " { \"a\" : \"x\\\"\\\\\\/\\n\\u00e9\\ud83d\\ude00\" ,\"b\":12, \"c\": \"\" } ");
    assert_int_equal(ll_json_read_members(&found, arena, text, &error), LL_OK);
    assert_int_equal(found.len, 3);
    assert_view(found.at[0].name, "a");
    assert_view(found.at[0].value, "x\"\\/\n\xC3\xA9\xF0\x9F\x98\x80");
    assert_view(found.at[1].value, "12");
    assert_view(found.at[2].value, "");
    static const struct {
        const char *text;
        uint32_t column;
    } wrong[] = {{"", 1},
                 {"x", 1},
                 {"{", 2},
                 {"{\"a\"}", 5},
                 {"{\"a\": }", 7},
                 {"{\"a\": \"b}", 7},
                 {"{\"a\": \"\xC3\xA9\\q\"}", 9},
                 {"{\"a\": \"\\u12\"}", 8},
                 {"{\"a\": \"b\" \"c\"}", 11},
                 {"{\"a\": \"b\",}", 11},
                 {"{\"a\": 1, \"a\": 2}", 13},
                 {"{} {}", 4}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        found.len = 0;
        ll_status status = ll_json_read_members(&found, arena, ll_view_of(wrong[i].text), &error);
        if (status != LL_E_INVALID || error.column != wrong[i].column)
            fail_msg("%s: %u %s", wrong[i].text, error.column, error.text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_keep_their_order_and_texts_are_escaped),
        cmocka_unit_test(texts_stay_utf8_and_wrong_bytes_are_replaced),
        cmocka_unit_test(nested_values_are_indented),
        cmocka_unit_test(a_tree_may_be_one_line),
        cmocka_unit_test(an_object_of_texts_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
