// SPDX-License-Identifier: MIT
// The whole check on arbitrary bytes: reading, binding, recomputing, judging, explaining and rendering; and
// the page of claims with what became of every number.
#include "check/review.hpp"
#include "document/read.hpp"
#include "model/library.hpp"
#include "prompt/library.hpp"
#include "report/claims_page.hpp"
#include "report/formats.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reckon;
  static base::Sources catalogue;
  static model::Library models(catalogue, {});
  static prompt::Library prompts(catalogue, {});
  static const prompt::Prompt* prompt = prompts.find("payment-gateway");
  static const check::Context context = check::make_context(*models.find(prompt->model), prompt);
  if (size > (std::size_t{32} << 10U)) return 0;
  base::Sources sources;
  const auto source = sources.add("answer.md", std::string(reinterpret_cast<const char*>(data), size));
  std::vector<check::Review> reviews;
  const document::Document document = document::read(sources, source);
  reviews.push_back(check::review(sources, document, context));
  const report::Report report = report::build(sources, reviews, "0");
  std::size_t size_of_all = 0;
  const report::Write count = [&size_of_all](std::string_view piece) { size_of_all += piece.size(); };
  for (const report::Format& format : report::format_table())
    format.print(report, sources, {base::Colour::none, true}, count);
  const report::ClaimsPage page = report::claims_page(sources, reviews, "0");
  report::print_claims_text(page, count);
  report::print_claims_json(page, count);
  if (size_of_all == 0) __builtin_trap();
  return 0;
}
