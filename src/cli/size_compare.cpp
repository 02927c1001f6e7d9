// SPDX-License-Identifier: MIT
// --compare: each argument is a list of settings, or a scenario file.
#include "cli/settings.hpp"
#include "cli/size_question.hpp"
#include "report/comparison.hpp"

namespace reckon::cli {
namespace {

std::optional<whatif::Variant> variant(Session& session, const check::Context& base,
                                       const std::string& text) {
  whatif::Variant out{text, base};
  if (text.find('=') == std::string::npos) {
    const auto name = apply_file(session, out.context, text);
    if (!name) return std::nullopt;
    out.name = *name;
    return out;
  }
  if (!set_values(session, out.context, whatif::split_settings(text))) return std::nullopt;
  return out;
}

}  // namespace

ExitCode run_compare(Session& session, const check::Context& context, const SizeOptions& options) {
  std::vector<whatif::Variant> variants{{"base", context}};
  bool sound = true;
  for (const std::string& text : options.compare) {
    auto next = variant(session, context, text);
    sound = sound && next.has_value();
    if (next) variants.push_back(std::move(*next));
  }
  if (!sound) return ExitCode::usage;
  const whatif::Comparison comparison = whatif::compare(variants);
  const model::Model& model = *context.model;
  if (options.format == "json") {
    session.world.out << report::print_comparison_json(model, comparison, version());
  } else if (options.format == "csv") {
    session.world.out << report::print_comparison_csv(model, comparison);
  } else {
    session.world.out << report::print_comparison_text(model, comparison);
  }
  return ExitCode::clean;
}

}  // namespace reckon::cli
