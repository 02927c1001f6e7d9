// SPDX-License-Identifier: MIT
// Gives claims their names. The place decides where it can (schema, manifest, command); in tables and text
// the words beside the number and its dimension do. An assumption beside a result is about that input of the
// result that has its dimension. In doubt a claim stays unbound.
#pragma once

#include "check/collected.hpp"
#include "check/unread_reason.hpp"
#include "model/model.hpp"

#include <string>
#include <vector>

namespace reckon::check {

void bind(Collected& collected, const model::Model& model);

/// Why a claim with a label has no name.
struct Unbound {
  UnreadReason reason = UnreadReason::unknown_name;
  std::vector<std::string> details;
};
Unbound why_unbound(const Claim& claim, const model::Model& model);

}  // namespace reckon::check
