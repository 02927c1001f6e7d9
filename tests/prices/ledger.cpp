// SPDX-License-Identifier: MIT
// Prints every number of documents with what became of it and what was taken for granted, for the scripts
// beside this file; `--prices` prints the table of prices. Tab-separated, with a header.
#include "arithmetic/prices.hpp"
#include "derive/derive.hpp"
#include "document/read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace reckon {
namespace {

void print_prices() {
  std::cout << "id\tbits\tsentence\n";
  for (const arithmetic::Price& price : arithmetic::price_table())
    std::cout << fmt::format("{}\t{}\t{}\n", price.id, price.bits, price.sentence);
}

std::string supposed_of(const derive::Derivation& derivation) {
  std::vector<std::string_view> ids;
  for (const arithmetic::Price& price : arithmetic::price_table()) {
    if ((derivation.comparison.supposed & arithmetic::one(price.supposition)) != 0) ids.push_back(price.id);
  }
  return fmt::format("{}", fmt::join(ids, ","));
}

/// `bits` is evidence of what is explained, and else the margin by which the wrong story is cheaper.
void print_numbers(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  base::Sources sources;
  const base::SourceId source = sources.add(path, {std::istreambuf_iterator<char>(in), {}});
  const document::Document document = document::read(sources, source);
  const derive::Derived derived = derive::derive(sources, document);
  for (derive::MentionId id = 0; id < derived.judged.stories.size(); ++id) {
    const derive::Story& story = derived.judged.stories[id];
    const base::Span span = derived.page.span(id);
    const base::Place begin = sources.place(span.source, span.begin);
    const base::Place end = sources.place(span.source, span.end);
    std::string text(sources.text(span));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    const derive::Derivation* by = story.by == derive::nowhere ? nullptr : &derived.derivations[story.by];
    const bool is_weighed = story.fate == derive::Fate::accused || story.fate == derive::Fate::unexplained;
    std::cout << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", path, begin.line, begin.column,
                             end.line == begin.line ? end.column : begin.column + 1, text, name(story.fate),
                             by == nullptr ? "" : derive::name(by->generator), story.evidence,
                             is_weighed ? derive::probability_of(story.evidence) : 0.0,
                             by == nullptr ? "" : supposed_of(*by));
  }
}

}  // namespace
}  // namespace reckon

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"--prices"}) {
    reckon::print_prices();
    return 0;
  }
  std::cout << "path\tline\tcolumn\tend_column\ttext\tfate\tgenerator\tbits\tprobability\tsupposed\n";
  for (const std::string& path : arguments) reckon::print_numbers(path);
  return 0;
}
