// SPDX-License-Identifier: MIT
// A setting and the remark behind it that says it in another unit: `retention.ms=604800000  # 7 days`.
// Nothing else stands in the remark, so that it is the same quantity.
#pragma once

#include "base/source.hpp"
#include "derive/names/called.hpp"
#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// What was read as a calculation already is meant as one.
void remarked(const base::Sources& sources, Page& page, const Names& names, std::vector<Derivation>& out);

}  // namespace reckon::derive
