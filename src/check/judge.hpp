// SPDX-License-Identifier: MIT
// One stated result against what follows from the numbers in force.
#pragma once

#include "check/claim.hpp"
#include "check/verdict.hpp"
#include "model/run.hpp"

namespace reckon::check {

/// How a stated interval meets a recomputed one.
enum class Agreement { same, rounded, none };

struct Comparison {
  Agreement agreement = Agreement::none;
  std::string convention;  ///< why it is accepted although the printed digits differ
};

/// Overlap of what the digits allow; else within 5 %, within 25 % when marked approximate, or exact under a
/// named convention (1024, the length of a month or a year, 100,000 s a day).
Comparison compare(const units::Stated& stated, const units::Interval& recomputed);

/// `facts` holds what is given. `own` holds, besides, the results that the response itself states upstream of
/// this claim: a number that follows from them is right by itself, and `inherited` when they are not.
/// `own_is_wrong` says that one of those upstream results was judged wrong.
Judgement judge(const model::Model& model, const model::Scenario& facts, const model::Scenario& own,
                bool own_is_wrong, const Claim& claim);

}  // namespace reckon::check
