// SPDX-License-Identifier: MIT
#include "check/address.hpp"
#include "model/trail.hpp"
#include "report/fingerprint.hpp"
#include "report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace reckon::report {
namespace {

units::Interval in_unit(const units::Interval& interval, double factor) {
  return {tidy(interval.low / factor), tidy(interval.value / factor), tidy(interval.high / factor)};
}

std::vector<std::size_t> in_document_order(const check::Claims& claims) {
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return claims.span(a) < claims.span(b); });
  return order;
}

class Builder {
 public:
  Builder(const base::Sources& sources, std::string version, Rows rows, Project project)
      : sources_(sources), rows_(rows) {
    out_.version = std::move(version);
    out_.project = std::move(project);
  }

  void add(const check::Review& review) {
    const model::Model& model = *review.context.model;
    const std::string path(sources_.name(review.source));
    out_.documents.push_back(
        {path, review.context.prompt == nullptr ? "" : review.context.prompt->id, model.id});
    add_inputs(review, path);
    const std::vector<std::string> ids =
        rows_ == Rows::findings ? std::vector<std::string>{} : add_claims(review);
    if (!review.findings.empty()) add_findings(review, ids);
    add_summary(review.summary);
  }

  Report take() { return std::move(out_); }

 private:
  void add_inputs(const check::Review& review, const std::string& path) {
    const model::Model& model = *review.context.model;
    for (model::SlotId id = 0; id < model.slots.size(); ++id) {
      const model::Slot& slot = model.slot(id);
      const auto& given = review.context.scenario[id];
      if (slot.kind != model::SlotKind::input || (!given && !slot.fallback)) continue;
      const double value = given ? given->stated.interval.value : *slot.fallback;
      out_.inputs.push_back({path, slot.name, tidy(value / slot.unit.factor), slot.unit_text,
                             model::print_value(model, id, value), given ? given->origin : "default",
                             !given && slot.unverified});
    }
  }

  /// The identifier of each claim.
  std::vector<std::string> add_claims(const check::Review& review) {
    std::vector<std::string> ids(review.claims.size());
    for (const std::size_t i : in_document_order(review.claims)) {
      const check::Claim* whole = review.claims.whole(i);
      if (whole != nullptr && whole->from_platform) continue;
      ids[i] = fmt::format("c{}", ++claims_);
      if (rows_ == Rows::claims || (whole != nullptr && whole->slot)) add_claim(review, i, ids[i]);
    }
    return ids;
  }

  void add_claim(const check::Review& review, std::size_t index, const std::string& id) {
    const model::Model& model = *review.context.model;
    const check::Claim claim = review.claims[index];
    const check::Judgement judgement = review.claims.judgement(index);
    ClaimRow row;
    row.id = id;
    row.at = locate(sources_, claim.span);
    row.pointer = claim.pointer;
    row.name = claim.slot ? model.slot(*claim.slot).name : "";
    row.role = name(claim.role);
    row.certainty = name(claim.certainty);
    row.text = claim.text;
    row.unit = claim.unit_text;
    const double factor =
        claim.unit_text.empty() || claim.stated.unit.factor == 0.0 ? 1.0 : claim.stated.unit.factor;
    row.stated = in_unit(claim.stated.interval, factor);
    if (judgement.recomputed) row.recomputed = in_unit(*judgement.recomputed, factor);
    row.ratio = judgement.ratio;
    row.verdict = name(judgement.verdict);
    row.calculation = judgement.calculation;
    row.convention = judgement.convention;
    out_.claims.push_back(std::move(row));
  }

  void add_findings(const check::Review& review, const std::vector<std::string>& claim_ids) {
    const check::Addresses addresses(review.read->document);
    for (const check::Finding& finding : review.findings) {
      add_finding(finding, claim_ids, addresses.of(finding.diagnostic.primary.span, finding.pointer));
    }
  }

  void add_finding(const check::Finding& finding, const std::vector<std::string>& claim_ids,
                   std::string place) {
    FindingRow row;
    row.id = fmt::format("f{}", out_.findings.size() + 1);
    if (finding.claim && !claim_ids.empty()) row.claim = claim_ids[*finding.claim];
    row.at = locate(sources_, finding.diagnostic.primary.span);
    for (const base::Label& label : finding.diagnostic.secondary) {
      row.related.emplace_back(locate(sources_, label.span),
                               label.text.empty() ? std::string(sources_.text(label.span)) : label.text);
    }
    row.fingerprint = fingerprints_.of(finding, path_in(out_.project, row.at.path), place);
    row.place = std::move(place);
    row.finding = finding;
    out_.findings.push_back(std::move(row));
  }

  void add_summary(const check::Summary& more) {
    check::Summary& sum = out_.summary;
    sum.numbers += more.numbers;
    sum.explained += more.explained;
    sum.claims += more.claims;
    sum.recomputed += more.recomputed;
    sum.consistent += more.consistent;
    sum.wrong += more.wrong;
    sum.open += more.open;
    sum.unreadable += more.unreadable;
    sum.errors += more.errors;
    sum.warnings += more.warnings;
    sum.notes += more.notes;
  }

  const base::Sources& sources_;
  Rows rows_;
  std::size_t claims_ = 0;  ///< so far, with or without a row
  Fingerprints fingerprints_;
  Report out_;
};

}  // namespace

Location locate(const base::Sources& sources, const base::Span& span) {
  const base::Place begin = sources.place(span.source, span.begin);
  const base::Place end = sources.place(span.source, span.end);
  return {sources.name(span.source), begin.line, begin.column, end.line, end.column};
}

double tidy(double value) {
  const std::string text = fmt::format("{:.15g}", value);
  double out = value;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Report build(const base::Sources& sources, const std::vector<check::Review>& reviews, std::string version,
             Rows rows, Project project) {
  Builder builder(sources, std::move(version), rows, std::move(project));
  for (const check::Review& review : reviews) builder.add(review);
  return builder.take();
}

}  // namespace reckon::report
