// SPDX-License-Identifier: MIT
// The straight line of `check`: fragments -> claims -> bound claims -> scenario -> verdicts -> findings.
#include "check/review.hpp"

#include "check/bind.hpp"
#include "check/code_places.hpp"
#include "check/collect.hpp"
#include "check/derived_findings.hpp"
#include "check/findings.hpp"
#include "check/judge.hpp"
#include "check/scenario.hpp"
#include "check/schema_findings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace reckon::check {
namespace {

/// Judges stated results in evaluation order, so that what stands upstream is settled first.
void judge_results(const Context& context, Claims& claims) {
  for (const model::SlotId slot : context.model->order) {
    std::optional<OwnNumbers> own;  // the same for all statements of a slot: none of them counts for itself
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim* claim = claims.whole(i);
      if (claim == nullptr || claim->slot != slot || claim->role != Role::result) continue;
      if (!own) own = own_numbers(context, claims, slot);
      claims.judge(i) = judge(*context.model, context.scenario, own->scenario, own->is_wrong, *claim);
    }
  }
}

/// A number that breaks a limit of the model is not merely wrong.
void mark_impossible(const model::Model& model, const std::vector<Finding>& findings, Claims& claims) {
  std::set<std::string_view> limits;
  for (const model::Check& check : model.checks) {
    if (check.is_limit) limits.insert(check.id);
  }
  for (const Finding& finding : findings) {
    if (finding.claim && limits.count(finding.diagnostic.code) != 0)
      claims.judge(*finding.claim).verdict = Verdict::impossible;
  }
}

void append(std::vector<Finding>& to, std::vector<Finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

Summary summarise(const Claims& claims, const std::vector<Finding>& findings, std::size_t unreadable) {
  Summary out;
  out.unreadable = unreadable;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims.whole(i) != nullptr && claims.whole(i)->from_platform) continue;
    ++out.claims;
    if (claims.is_recomputed(i)) ++out.recomputed;
    switch (claims.verdict(i)) {
      case Verdict::consistent:
      case Verdict::rounded:
      case Verdict::plausible:
        ++out.consistent;
        break;
      case Verdict::too_small:
      case Verdict::too_large:
      case Verdict::contradicted:
      case Verdict::impossible:
      case Verdict::disagrees:
        ++out.wrong;
        break;
      case Verdict::open:
        ++out.open;
        break;
      case Verdict::given:
      case Verdict::inherited:
      case Verdict::unreadable:
      case Verdict::unbound:
        break;
    }
  }
  count_findings(findings, out);
  return out;
}

/// A note that two places disagree, where what was derived says so aloud and with all places.
void drop_told_louder(std::vector<Finding>& named, const std::vector<Finding>& derived) {
  std::erase_if(named, [&](const Finding& finding) {
    return finding.diagnostic.severity == base::Severity::note &&
           std::any_of(derived.begin(), derived.end(), [&](const Finding& other) {
             return other.diagnostic.code == finding.diagnostic.code &&
                    other.diagnostic.primary.span == finding.diagnostic.primary.span;
           });
  });
}

}  // namespace

void count_findings(const std::vector<Finding>& findings, Summary& summary) {
  summary.errors = summary.warnings = summary.notes = 0;
  for (const Finding& finding : findings) {
    switch (finding.diagnostic.severity) {
      case base::Severity::error:
        ++summary.errors;
        break;
      case base::Severity::warning:
        ++summary.warnings;
        break;
      case base::Severity::note:
        ++summary.notes;
        break;
    }
  }
}

Review review(const base::Sources& sources, document::Document document_read, Context context) {
  auto read = std::make_unique<Read>();
  auto with_more =
      context.prompt == nullptr ? std::nullopt : with_code(sources, document_read, *context.prompt);
  read->document = std::move(with_more ? *with_more : document_read);
  read->derived = derive::derive(sources, read->document, context.least_evidence);
  const document::Document& document = read->document;
  const derive::Derived& derived = read->derived;
  Collected collected = collect(sources, document, derived, context.prompt, *context.model);
  bind(collected, *context.model, context.prompt);

  take_inputs(context, collected.claims);
  judge_results(context, collected.claims);
  collected.claims.add_derived();

  const DerivedNumbers derived_numbers(derived);
  const Evidence evidence{sources, context, collected, derived_numbers};
  std::vector<Finding> findings = named_findings(evidence);
  std::vector<Finding> from_derivations = derived_findings(evidence, derived, findings);
  drop_told_louder(findings, from_derivations);
  append(findings, std::move(from_derivations));
  append(findings, model_findings(evidence, document));
  mark_impossible(*context.model, findings, collected.claims);
  append(findings, rule_findings(evidence, document));
  append(findings, unreadable_findings(evidence, document));
  if (evidence.context.prompt != nullptr) {
    // A place that holds no quantity is told once.
    std::vector<Finding> schema = schema_findings(*evidence.context.prompt, document);
    std::erase_if(schema, [&findings](const Finding& finding) {
      return std::any_of(findings.begin(), findings.end(), [&finding](const Finding& other) {
        return other.diagnostic.code == "claim.unreadable" && other.pointer == finding.pointer;
      });
    });
    append(findings, std::move(schema));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const auto& pa = a.diagnostic.primary.span;
    const auto& pb = b.diagnostic.primary.span;
    return pa != pb ? pa < pb : a.diagnostic.code < b.diagnostic.code;
  });

  Review out;
  out.source = document.source;
  out.summary = summarise(collected.claims, findings, collected.unreadable.size());
  out.context = std::move(context);
  out.claims = std::move(collected.claims);
  out.numbers = Numbers(sources, derived);
  out.unreadable = std::move(collected.unreadable);
  out.findings = std::move(findings);
  out.summary.numbers = out.numbers.size();
  for (const derive::Story& story : derived.judged.stories) {
    if (story.fate == derive::Fate::explained || story.fate == derive::Fate::inherited)
      ++out.summary.explained;
  }
  out.read = std::move(read);
  return out;
}

}  // namespace reckon::check
