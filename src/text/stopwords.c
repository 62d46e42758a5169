/* The stop words: our own list, made of the closed word classes of English (articles, pronouns,
 * prepositions, auxiliaries, conjunctions) and the adverbs that only point or soften. Absolutes and
 * negations, which a misconception may turn on (all, always, never, no, not, only), are left out of
 * it on purpose. */
#include "text/stopwords.h"

/* Sorted by bytes: searched by halving. */
static const char *const words[] = {
    "about",    "above",      "across",     "after",    "afterwards", "again",      "against",
    "almost",   "along",      "already",    "also",     "although",   "am",         "among",
    "amongst",  "an",         "and",        "another",  "any",        "anyone",     "anything",
    "are",      "around",     "as",         "at",       "away",       "back",       "be",
    "became",   "because",    "become",     "becomes",  "been",       "before",     "behind",
    "being",    "below",      "beside",     "besides",  "between",    "beyond",     "both",
    "but",      "by",         "can",        "cannot",   "could",      "despite",    "did",
    "do",       "does",       "doing",      "done",     "down",       "during",     "each",
    "either",   "else",       "enough",     "etc",      "even",       "ever",       "every",
    "everyone", "everything", "for",        "from",     "further",    "get",        "gets",
    "getting",  "go",         "goes",       "going",    "got",        "had",        "has",
    "have",     "having",     "he",         "hence",    "her",        "here",       "hers",
    "herself",  "him",        "himself",    "his",      "how",        "however",    "if",
    "in",       "indeed",     "inside",     "instead",  "into",       "is",         "it",
    "its",      "itself",     "just",       "least",    "less",       "let",        "lets",
    "like",     "many",       "may",        "maybe",    "me",         "might",      "mine",
    "more",     "most",       "much",       "must",     "my",         "myself",     "near",
    "neither",  "nor",        "now",        "of",       "off",        "often",      "on",
    "once",     "onto",       "or",         "other",    "others",     "ought",      "our",
    "ours",     "ourselves",  "out",        "outside",  "over",       "own",        "per",
    "perhaps",  "quite",      "rather",     "really",   "same",       "shall",      "she",
    "should",   "since",      "so",         "some",     "someone",    "something",  "sometimes",
    "soon",     "still",      "such",       "than",     "that",       "the",        "their",
    "theirs",   "them",       "themselves", "then",     "there",      "therefore",  "these",
    "they",     "this",       "those",      "though",   "through",    "throughout", "thus",
    "till",     "to",         "together",   "too",      "toward",     "towards",    "under",
    "unless",   "until",      "up",         "upon",     "us",         "very",       "via",
    "was",      "we",         "well",       "were",     "what",       "whatever",   "when",
    "whenever", "where",      "whereas",    "wherever", "whether",    "which",      "while",
    "who",      "whoever",    "whom",       "whose",    "why",        "will",       "with",
    "within",   "without",    "would",      "yes",      "yet",        "you",        "your",
    "yours",    "yourself",   "yourselves",
};

const char *const *ll_stopword_list(size_t *count) {
    *count = sizeof words / sizeof *words;
    return words;
}

bool ll_stopword_is(ll_view word) {
    size_t apostrophe = ll_view_find_byte(word, '\'', 0);
    if (apostrophe == LL_VIEW_NONE)
        return LL_VIEW_IS_ONE_OF(word, words);
    /* Only auxiliaries take n't; before 's, 'll, 're, 've, 'd and 'm the first part decides. */
    if (ll_view_ends(word, LL_VIEW("n't")) || ll_view_equal(word, LL_VIEW("i'm")))
        return true;
    ll_view first = ll_view_slice(word, 0, apostrophe);
    return LL_VIEW_IS_ONE_OF(first, words) || ll_view_equal(first, LL_VIEW("i"));
}
