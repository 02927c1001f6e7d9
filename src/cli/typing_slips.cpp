// SPDX-License-Identifier: MIT
#include "cli/typing_slips.hpp"

#include "base/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::cli {

std::string unknown_command(const std::string& word, const std::vector<std::string>& known) {
  const std::string meant = base::did_you_mean(word, known);
  return fmt::format("there is no command '{}'; {}", word,
                     meant.empty() ? fmt::format("known are {}", fmt::join(known, ", ")) : meant);
}

std::string unknown_option(const std::string& word, const std::string& command,
                           const std::vector<std::string>& known) {
  const std::string name = word.substr(0, word.find('='));
  const std::string meant = base::did_you_mean(name, known);
  return fmt::format("`{}` has no option '{}'; {}", command, name,
                     meant.empty() ? fmt::format("see `{} --help`", command) : meant);
}

std::string unexpected(const std::string& word, const std::string& command) {
  return fmt::format(
      "`{}` does not expect '{}' here; {}", command, word,
      command == "reckon calc" ? "put the expression in quotes" : fmt::format("see `{} --help`", command));
}

std::string first_word(const std::vector<std::string>& arguments) {
  std::size_t first = 0;
  while (first < arguments.size() && arguments[first].starts_with('-')) {
    const std::string& option = arguments[first];
    const bool has_value = option == "--color" || option == "--catalogue";
    first += has_value ? 2U : 1U;
  }
  return first < arguments.size() ? arguments[first] : std::string{};
}

}  // namespace reckon::cli
