// SPDX-License-Identifier: MIT
// What the command line of `reckon size` says.
#pragma once

#include "cli/settings.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

struct SizeOptions {
  std::string id;
  Settings settings;
  std::string format = "text";
  std::string fail_on = "error";
  std::string explain;              ///< an output
  std::vector<std::string> sweeps;  ///< name=low..high
  std::vector<std::string> varied;  ///< name=low..high, or name=uniform(low..high)
  std::string samples;              ///< as typed: 1M
  std::string seed;
  std::string threads;
  std::vector<std::string> correlations;  ///< a,b=0.7
  std::string outputs;                    ///< a,b
  std::string chart;                      ///< a file
  std::string solve;                      ///< name, or name=low..high
  std::string limit;                      ///< 'output <= value'
  std::vector<std::string> compare;       ///< settings, or files
};

}  // namespace reckon::cli
