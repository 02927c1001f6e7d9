// SPDX-License-Identifier: MIT
#include "cli/command_size.hpp"

#include "report/sizing.hpp"

#include <algorithm>

namespace reckon::cli {

ExitCode run_size(Session& session, const SizeOptions& options) {
  auto context = session.context(options.id);
  if (!context || !session.set(*context, options.settings)) return ExitCode::usage;
  const report::Sizing sizing = report::size(*context, version());
  session.world.out << (options.format == "json" ? print_sizing_json(sizing) : print_sizing_text(sizing));
  const bool fails =
      std::any_of(sizing.checks.begin(), sizing.checks.end(), [&](const report::FiredCheck& check) {
        return options.fail_on != "never" &&
               (check.severity == base::Severity::error || options.fail_on == "note" ||
                (options.fail_on == "warning" && check.severity == base::Severity::warning));
      });
  return fails ? ExitCode::findings : ExitCode::clean;
}

}  // namespace reckon::cli
