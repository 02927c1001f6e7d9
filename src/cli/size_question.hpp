// SPDX-License-Identifier: MIT
// What the questions of `reckon size` share: each gets the context with everything set, and answers on
// stdout.
#pragma once

#include "cli/session.hpp"
#include "cli/size_options.hpp"
#include "whatif/scenario_file.hpp"

#include <optional>

namespace reckon::cli {

ExitCode run_explain(Session& session, const check::Context& context, const SizeOptions& options);
ExitCode run_sweep(Session& session, const check::Context& context, const SizeOptions& options);
ExitCode run_solve(Session& session, const check::Context& context, const SizeOptions& options);
ExitCode run_compare(Session& session, const check::Context& context, const SizeOptions& options);

ExitCode run_vary(Session& session, const check::Context& context, const SizeOptions& options);

/// The outputs named, or those that a change of `varied` moves; nothing after messages.
std::optional<std::vector<model::SlotId>> chosen_outputs(Session& session, const check::Context& context,
                                                         const std::vector<model::SlotId>& varied,
                                                         const std::string& names);

/// Puts settings `name=value` in force, each of one value; false after messages.
bool set_values(Session& session, check::Context& context, const std::vector<std::string>& settings);

/// Puts a scenario file in force; its name, or nothing after messages.
std::optional<std::string> apply_scenario(Session& session, check::Context& context, const std::string& path);

}  // namespace reckon::cli
