// SPDX-License-Identifier: MIT
// What a run is about: a model, perhaps the prompt that leads to it, and what the user set.
#pragma once

#include "base/result.hpp"
#include "model/model.hpp"
#include "model/run.hpp"
#include "prompt/prompt.hpp"
#include "prompt/variables.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

struct Context {
  const model::Model* model = nullptr;
  const prompt::Prompt* prompt = nullptr;  ///< null when a model is sized or checked by itself
  std::vector<prompt::Setting> variables;  ///< of the prompt: its defaults, replaced by what the user set
  std::optional<float> least_evidence;     ///< bits from which a calculation is told to be wrong
  model::Scenario scenario;  ///< what the user and the variables give, nothing read from a response
};

/// The context before anything is set by a user. A default that cannot be read was reported when the prompt
/// was loaded.
Context make_context(const model::Model& model, const prompt::Prompt* prompt);

/// Puts one `name=value` of the user in force: a variable by its own name, or a quantity of the model by its
/// name or its unique last part. The diagnostic's spans lie in `source`, which holds the text `name=value`.
base::Result<bool> set(Context& context, const base::Sources& sources, base::SourceId source);

/// The same with name and value somewhere in a source; `origin` is told as where the value comes from.
base::Result<bool> set(Context& context, const base::Sources& sources, const base::Span& name,
                       const base::Span& value, const std::string& origin);

/// A quantity as it is typed for a slot: the name says what is counted, so the value need not.
base::Result<units::Stated> read_value(const base::Sources& sources, const base::Span& part,
                                       const units::Dimension& wanted);

/// The quantity of the model by its name or its unique last part; the diagnostic knows the nearest name.
base::Result<model::SlotId> find_quantity(const Context& context, const base::Sources& sources,
                                          const base::Span& name);

}  // namespace reckon::check
