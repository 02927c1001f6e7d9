// SPDX-License-Identifier: MIT
// What the questions of `reckon size` share: each gets the context with everything set, and answers on
// stdout.
#pragma once

#include "cli/session.hpp"
#include "cli/size_options.hpp"

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

}  // namespace reckon::cli
