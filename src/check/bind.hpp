// SPDX-License-Identifier: MIT
// Gives claims their names. The place decides where it can (schema, manifest, command); in tables and text
// the words beside the number and its dimension do. An assumption beside a result is about that input of the
// result that has its dimension. In doubt a claim stays unbound.
#pragma once

#include "check/collected.hpp"
#include "model/model.hpp"

namespace reckon::check {

void bind(Collected& collected, const model::Model& model);

}  // namespace reckon::check
