// lint_pair PLAN LESSON in C++: the same as lint_pair.c, but the documents are in memory, as in an
// editor, and the findings are kept. Ends with 0, 1 when there is something to improve, or 2.
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <lessonlint/lessonlint.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Finding {
    std::string file, kind, message, rule;
    unsigned line, column;
};

struct Free {
    void operator()(ll_linter *linter) const {
        ll_linter_free(linter);
    }
};
using Linter = std::unique_ptr<ll_linter, Free>;

// A status becomes an exception, outside of the library only.
void check(ll_status status, const ll_error &error) {
    if (status != LL_OK)
        throw std::runtime_error(std::string(error.path) + (*error.path != '\0' ? ": " : "") +
                                 error.text);
}

Linter make_linter() {
    ll_linter *linter = nullptr;
    ll_error error;
    check(ll_linter_new(&linter, &error), error);
    return Linter(linter);
}

// Called by the library, which is C: nothing may be thrown through it. The texts are copied.
ll_status keep(void *context, const ll_found *found, ll_error *error) noexcept {
    try {
        const bool verify = found->confidence == LL_CONFIDENCE_VERIFY;
        static_cast<std::vector<Finding> *>(context)->push_back(
            {found->file, verify ? "verify" : ll_severity_name(found->severity), found->message,
             found->rule, found->line, found->column});
        return LL_OK;
    } catch (const std::exception &) {
        *error = ll_error();
        return error->status = LL_E_MEMORY;
    }
}

std::string read(const char *path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in)
        throw std::runtime_error(std::string(path) + ": cannot read");
    return text;
}

int lint(const char *plan, const char *lesson) {
    const std::string texts[] = {read(plan), read(lesson)};
    const ll_file files[] = {{plan, texts[0].data(), texts[0].size()},
                             {lesson, texts[1].data(), texts[1].size()}};
    std::vector<Finding> findings;
    ll_output output = ll_output();
    output.receive = keep;
    output.context = &findings;
    ll_summary summary;
    ll_error error;
    const Linter linter = make_linter();
    check(ll_linter_run_files(linter.get(), files, 2, &output, 1, &summary, &error), error);
    for (const Finding &one : findings)
        std::cout << one.file << ':' << one.line << ':' << one.column << ": " << one.kind << ": "
                  << one.message << " [" << one.rule << "]\n";
    std::cout << summary.verdict << ": " << findings.size() << " findings\n" << std::flush;
    if (!std::cout)
        throw std::runtime_error("cannot write");
    return summary.exit_status;
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 3) {
        std::cerr << "usage: lint_pair PLAN LESSON\n";
        return 2;
    }
    try {
        return lint(argv[1], argv[2]);
    } catch (const std::exception &problem) {
        std::cerr << "error: " << problem.what() << '\n';
        return 2;
    }
}
