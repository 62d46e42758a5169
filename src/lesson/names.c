/* What the names of elements, attributes, properties and functions say about the text in them. */
#include "lesson/parse.h"

#define N(name) LL_VIEW_INIT(name)

/* Elements that continue a line of text. All lists here are sorted by bytes. */
static const ll_view inline_elements[] = {N("ExternalLink"),
                                          N("Fragment"),
                                          N("LessonLink"),
                                          N("Link"),
                                          N("React.Fragment"),
                                          N("a"),
                                          N("abbr"),
                                          N("b"),
                                          N("cite"),
                                          N("del"),
                                          N("dfn"),
                                          N("em"),
                                          N("i"),
                                          N("ins"),
                                          N("kbd"),
                                          N("mark"),
                                          N("q"),
                                          N("s"),
                                          N("small"),
                                          N("span"),
                                          N("strong"),
                                          N("sub"),
                                          N("sup"),
                                          N("time"),
                                          N("tspan"),
                                          N("u"),
                                          N("var")};

/* Elements that stand in a line of text as one character. */
static const ll_view inline_placeholders[] = {N("InlineMath"), N("code"), N("samp")};

/* Elements whose content is code, and those whose content is maths. */
static const ll_view code_elements[] = {N("CodeBlock"),      N("CodeEditor"),
                                        N("Highlight"),      N("Mermaid"),
                                        N("MermaidDiagram"), N("SyntaxHighlighter"),
                                        N("code"),           N("pre"),
                                        N("samp"),           N("script"),
                                        N("style")};

static const ll_view math_elements[] = {N("BlockMath"), N("InlineMath"), N("Katex"),
                                        N("Latex"),     N("Math"),       N("TeX")};

/* Attributes of elements of the page that are seen; every other one is not. */
static const ll_view host_shown[] = {N("abbr"),
                                     N("alt"),
                                     N("aria-description"),
                                     N("aria-label"),
                                     N("aria-placeholder"),
                                     N("aria-roledescription"),
                                     N("aria-valuetext"),
                                     N("label"),
                                     N("placeholder"),
                                     N("summary"),
                                     N("title")};

static const ll_view host_looks[] = {N("defaultValue")};

/* Attributes of components and properties of objects, by what they hold. */
static const ll_view property_shown[] = {N("achievements"),
                                         N("after"),
                                         N("alt"),
                                         N("analogy"),
                                         N("answer"),
                                         N("answers"),
                                         N("aria-description"),
                                         N("aria-label"),
                                         N("aria-valuetext"),
                                         N("author"),
                                         N("authors"),
                                         N("before"),
                                         N("body"),
                                         N("bullets"),
                                         N("buttonText"),
                                         N("caption"),
                                         N("captions"),
                                         N("category"),
                                         N("cons"),
                                         N("content"),
                                         N("definition"),
                                         N("description"),
                                         N("detail"),
                                         N("details"),
                                         N("duration"),
                                         N("emptyText"),
                                         N("example"),
                                         N("examples"),
                                         N("explanation"),
                                         N("eyebrow"),
                                         N("features"),
                                         N("footer"),
                                         N("goal"),
                                         N("goals"),
                                         N("header"),
                                         N("heading"),
                                         N("headline"),
                                         N("hint"),
                                         N("insight"),
                                         N("intuition"),
                                         N("items"),
                                         N("label"),
                                         N("labels"),
                                         N("learnMore"),
                                         N("left"),
                                         N("leftLabel"),
                                         N("leftTitle"),
                                         N("legend"),
                                         N("message"),
                                         N("name"),
                                         N("nextTitle"),
                                         N("note"),
                                         N("notes"),
                                         N("objective"),
                                         N("objectives"),
                                         N("placeholder"),
                                         N("placeholderText"),
                                         N("problem"),
                                         N("pros"),
                                         N("question"),
                                         N("questions"),
                                         N("quote"),
                                         N("reason"),
                                         N("references"),
                                         N("right"),
                                         N("rightLabel"),
                                         N("rightTitle"),
                                         N("solution"),
                                         N("steps"),
                                         N("subheading"),
                                         N("subtitle"),
                                         N("subtitleText"),
                                         N("summary"),
                                         N("tagline"),
                                         N("takeaway"),
                                         N("takeaways"),
                                         N("term"),
                                         N("text"),
                                         N("tip"),
                                         N("title"),
                                         N("tooltip"),
                                         N("warning"),
                                         N("xLabel"),
                                         N("yLabel")};

static const ll_view property_hidden[] = {N("accent"),
                                          N("accept"),
                                          N("align"),
                                          N("alignmentBaseline"),
                                          N("animation"),
                                          N("aria-controls"),
                                          N("aria-current"),
                                          N("aria-describedby"),
                                          N("aria-expanded"),
                                          N("aria-haspopup"),
                                          N("aria-hidden"),
                                          N("aria-labelledby"),
                                          N("aria-live"),
                                          N("as"),
                                          N("autoComplete"),
                                          N("backgroundColor"),
                                          N("bg"),
                                          N("border"),
                                          N("borderColor"),
                                          N("borderRadius"),
                                          N("boxShadow"),
                                          N("class"),
                                          N("className"),
                                          N("classNames"),
                                          N("classes"),
                                          N("clipPath"),
                                          N("clipRule"),
                                          N("colab"),
                                          N("color"),
                                          N("colors"),
                                          N("colour"),
                                          N("crossOrigin"),
                                          N("cursor"),
                                          N("cx"),
                                          N("cy"),
                                          N("d"),
                                          N("dangerouslySetInnerHTML"),
                                          N("dataKey"),
                                          N("display"),
                                          N("dominantBaseline"),
                                          N("dx"),
                                          N("dy"),
                                          N("easing"),
                                          N("encType"),
                                          N("endpoint"),
                                          N("file"),
                                          N("filename"),
                                          N("fill"),
                                          N("fillOpacity"),
                                          N("fillRule"),
                                          N("fontFamily"),
                                          N("fontSize"),
                                          N("fontStyle"),
                                          N("fontVariant"),
                                          N("fontWeight"),
                                          N("form"),
                                          N("gradient"),
                                          N("gradientTransform"),
                                          N("gradientUnits"),
                                          N("height"),
                                          N("href"),
                                          N("htmlFor"),
                                          N("icon"),
                                          N("iconType"),
                                          N("id"),
                                          N("ids"),
                                          N("image"),
                                          N("inputMode"),
                                          N("justify"),
                                          N("key"),
                                          N("lang"),
                                          N("language"),
                                          N("layoutId"),
                                          N("lessonSlug"),
                                          N("letterSpacing"),
                                          N("lineHeight"),
                                          N("locale"),
                                          N("margin"),
                                          N("markerEnd"),
                                          N("markerMid"),
                                          N("markerStart"),
                                          N("mask"),
                                          N("moduleSlug"),
                                          N("nextSlug"),
                                          N("notebook"),
                                          N("opacity"),
                                          N("overflow"),
                                          N("padding"),
                                          N("path"),
                                          N("placement"),
                                          N("points"),
                                          N("preserveAspectRatio"),
                                          N("publishedAt"),
                                          N("r"),
                                          N("ref"),
                                          N("rel"),
                                          N("rx"),
                                          N("ry"),
                                          N("selector"),
                                          N("slug"),
                                          N("slugs"),
                                          N("src"),
                                          N("srcSet"),
                                          N("stackId"),
                                          N("stopColor"),
                                          N("stroke"),
                                          N("strokeDasharray"),
                                          N("strokeLinecap"),
                                          N("strokeLinejoin"),
                                          N("strokeOpacity"),
                                          N("strokeWidth"),
                                          N("style"),
                                          N("styles"),
                                          N("tabIndex"),
                                          N("textAnchor"),
                                          N("textTransform"),
                                          N("transform"),
                                          N("transition"),
                                          N("updatedAt"),
                                          N("url"),
                                          N("variant"),
                                          N("viewBox"),
                                          N("whiteSpace"),
                                          N("width"),
                                          N("x"),
                                          N("x1"),
                                          N("x2"),
                                          N("xAxisId"),
                                          N("xmlns"),
                                          N("y"),
                                          N("y1"),
                                          N("y2"),
                                          N("yAxisId")};

static const ll_view property_code[] = {
    N("chart"),   N("code"),    N("codeSnippet"), N("command"),    N("diagram"),
    N("mermaid"), N("snippet"), N("snippets"),    N("sourceCode"), N("starterCode")};

static const ll_view property_math[] = {N("equation"), N("formula"), N("katex"),
                                        N("latex"),    N("math"),    N("tex")};

/* Functions whose arguments are seen when the result is, and those that show a text. */
static const ll_view argument_keepers[] = {
    N("Map"),         N("Set"),     N("String"),  N("concat"),     N("entries"), N("fill"),
    N("filter"),      N("flatMap"), N("forEach"), N("forwardRef"), N("freeze"),  N("from"),
    N("fromEntries"), N("join"),    N("keys"),    N("map"),        N("memo"),    N("of"),
    N("push"),        N("reduce"),  N("reverse"), N("slice"),      N("sort"),    N("useCallback"),
    N("useMemo"),     N("values")};

static const ll_view argument_shown[] = {N("alert"), N("confirm"), N("fillText"), N("strokeText"),
                                         N("useState")};

/* Functions of the browser that are named like those of useState, but show nothing. */
static const ll_view no_setters[] = {N("setAttribute"), N("setInterval"), N("setItem"),
                                     N("setProperty"),  N("setTimeout"),  N("setValueAtTime")};

/* Functions that give back the classes they are given. */
static const ll_view class_keepers[] = {
    N("String"), N("classNames"), N("classnames"), N("clsx"), N("cn"), N("concat"), N("cva"),
    N("cx"),     N("filter"),     N("join"),       N("trim"), N("tv"), N("twJoin"), N("twMerge")};

/* Functions that can give back the elements they are given. */
static const ll_view element_keepers[] = {N("concat"), N("filter"),  N("flatMap"),
                                          N("from"),   N("map"),     N("reverse"),
                                          N("slice"),  N("toArray"), N("useMemo")};

/* Functions that make a component of a function. */
static const ll_view component_makers[] = {N("forwardRef"), N("memo"), N("observer")};

/* Ends of longer names that are never seen. */
static const ll_view hidden_ends[] = {N("Class"), N("ClassName"), N("ClassNames"), N("Classes"),
                                      N("Color"), N("Colors"),    N("Href"),       N("Icon"),
                                      N("Id"),    N("Key"),       N("Path"),       N("Slug"),
                                      N("Style"), N("Styles"),    N("URL"),        N("Url")};

/* By the first byte, which tells most names apart, then by all. */
static int compare(ll_view name, ll_view other) {
    int first = (unsigned char)name.ptr[0] - (unsigned char)other.ptr[0];
    return first ? first : ll_view_compare(name, other);
}

static bool holds(const ll_view *list, size_t count, ll_view name) {
    size_t low = 0, high = name.len ? count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, list[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

#define HOLDS(list, name) holds((list), sizeof(list) / sizeof *(list), (name))

ll_flow ll_name_flow(ll_view name) {
    if (name.len == 0 || HOLDS(inline_elements, name))
        return LL_FLOW_INLINE;
    return HOLDS(inline_placeholders, name) ? LL_FLOW_PLACEHOLDER : LL_FLOW_BLOCK;
}

bool ll_name_is_fragment(ll_view name) {
    return name.len == 0 || ll_view_equal(name, LL_VIEW("Fragment")) ||
           ll_view_equal(name, LL_VIEW("React.Fragment"));
}

ll_use ll_name_content(ll_view name) {
    if (HOLDS(code_elements, name))
        return LL_USE_CODE;
    return HOLDS(math_elements, name) ? LL_USE_MATH : LL_USE_SHOWN;
}

static bool has_hidden_end(ll_view name) {
    for (size_t i = 0; i < sizeof hidden_ends / sizeof *hidden_ends; i++)
        if (ll_view_ends(name, hidden_ends[i]))
            return true;
    return false;
}

static bool is_handler(ll_view name) {
    return name.len > 2 && name.ptr[0] == 'o' && name.ptr[1] == 'n' && ll_is_upper(name.ptr[2]);
}

ll_use ll_name_property(ll_view name) {
    if (HOLDS(property_shown, name))
        return LL_USE_SHOWN;
    if (HOLDS(property_hidden, name))
        return LL_USE_HIDDEN;
    if (HOLDS(property_code, name))
        return LL_USE_CODE;
    if (HOLDS(property_math, name))
        return LL_USE_MATH;
    if (is_handler(name))
        return LL_USE_NONE;
    bool hidden = ll_view_starts(name, LL_VIEW("data-")) || has_hidden_end(name);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
}

ll_use ll_name_attribute(ll_view name, bool host) {
    if (is_handler(name))
        return LL_USE_NONE;
    if (host && HOLDS(host_shown, name))
        return LL_USE_SHOWN;
    if (host)
        return HOLDS(host_looks, name) ? LL_USE_LOOKS : LL_USE_HIDDEN;
    if (ll_view_equal(name, LL_VIEW("name")))
        return LL_USE_LOOKS; /* of an icon or a field as often as of a thing */
    return ll_name_property(name);
}

ll_use ll_name_variable(ll_view name) {
    bool hidden = has_hidden_end(name) || HOLDS(property_hidden, name);
    return hidden ? LL_USE_HIDDEN : LL_USE_LOOKS;
}

/* setStatus, but not setAttribute. */
static bool is_setter(ll_view callee) {
    return callee.len > 3 && ll_view_starts(callee, LL_VIEW("set")) && ll_is_upper(callee.ptr[3]) &&
           !HOLDS(no_setters, callee);
}

ll_use ll_name_arguments(ll_view callee, ll_use around) {
    if (HOLDS(argument_keepers, callee))
        return around == LL_USE_NONE ? LL_USE_LOOKS : around;
    bool shown = HOLDS(argument_shown, callee) || is_setter(callee);
    return shown ? LL_USE_LOOKS : LL_USE_HIDDEN;
}

bool ll_name_keeps_classes(ll_view callee) {
    return HOLDS(class_keepers, callee);
}

bool ll_name_keeps_elements(ll_view callee) {
    return HOLDS(element_keepers, callee) || HOLDS(component_makers, callee);
}

bool ll_name_makes_component(ll_view callee) {
    return HOLDS(component_makers, callee);
}
