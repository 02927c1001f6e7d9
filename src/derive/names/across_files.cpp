// SPDX-License-Identifier: MIT
#include "derive/names/across_files.hpp"

#include "derive/names/stated_again.hpp"
#include "derive/page/key_unit.hpp"
#include "derive/page/key_words.hpp"
#include "tree/pointer.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace reckon::derive {
namespace {

/// Who checks files together says that they are one design: what two of them set otherwise is a mistake, or
/// two things have one name.
constexpr float said_together = 7.5F;
/// Of what the objects have in common more says no more.
constexpr float most_of_object = 3.0F;
/// One more place that says so.
constexpr float by_majority = 2.0F;

/// A setting that a file has once.
struct Setting {
  MentionId id = nowhere;
  base::SourceId source = 0;
};

class AcrossFiles {
 public:
  AcrossFiles(Page& page, const document::Document& document, const Names& names, const Alike& alike,
              std::vector<Derivation>& out)
      : page_(page), document_(document), names_(names), alike_(alike), out_(out) {}

  void run() {
    std::map<std::vector<WordId>, std::vector<Setting>> by_name;
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      if (!is_setting(id)) continue;
      const Words nouns = names_.nouns(id);
      by_name[{nouns.begin(), nouns.end()}].push_back({id, page_.span(id).source});
    }
    for (const auto& [name, settings] : by_name) compare(settings);
  }

 private:
  [[nodiscard]] bool is_setting(MentionId id) const {
    return page_.line_of(id).seat == Seat::value && names_.head(id) != nowhere && alike_.may_repeat(id);
  }

  /// Of each file the one of this name; several of them are several things.
  void compare(const std::vector<Setting>& settings) {
    constexpr std::size_t most_files = 64;
    if (settings.size() < 2 || settings.size() > most_files) return;
    std::vector<Setting> once;
    for (const Setting& setting : settings) {
      const auto is_here = [&](const Setting& other) { return other.source == setting.source; };
      if (std::count_if(settings.begin(), settings.end(), is_here) == 1) once.push_back(setting);
    }
    for (std::size_t i = 0; i < once.size(); ++i) hold(once, i);
  }

  /// The odd one of those before it, or the last of two.
  void hold(const std::vector<Setting>& once, std::size_t at) {
    const MentionId id = once[at].id;
    std::vector<MentionId> others;
    std::vector<MentionId> same;
    float object = most_of_object;
    for (const Setting& other : once) {
      if (other.id == id || !is_one_thing(id, other.id)) continue;
      if (alike_.is_same(id, other.id)) {
        same.push_back(other.id);
        continue;
      }
      others.push_back(other.id);
      object = std::min(object, of_objects(id, other.id));
    }
    // Where as many agree, the odd one stands elsewhere.
    const bool is_odd =
        !others.empty() && same.empty() && all_same(others) && (others.size() > 1 || others.front() < id);
    if (!is_odd || object <= 0.0F) return;
    const float bits = said_together + object + (others.size() > 1 ? by_majority : 0.0F);
    out_.push_back(contradicted(page_, id, others, alike_.outcome(others.front()).value, bits));
  }

  [[nodiscard]] bool all_same(const std::vector<MentionId>& all) const {
    return std::all_of(all.begin(), all.end(),
                       [&](MentionId other) { return alike_.is_same(all.front(), other); });
  }

  /// Two files of one shape are two variants or two things, and names that differ name two things.
  [[nodiscard]] bool is_one_thing(MentionId id, MentionId other) const {
    if (!(alike_.kind_of(id) == alike_.kind_of(other)) || is_of_one_shape(id, other)) return false;
    const std::vector<std::string_view> own = identity(id);
    const std::vector<std::string_view> theirs = identity(other);
    if (own.empty() || theirs.empty()) return true;
    return std::find_first_of(own.begin(), own.end(), theirs.begin(), theirs.end()) != own.end();
  }

  [[nodiscard]] bool is_of_one_shape(MentionId id, MentionId other) const {
    const document::Artefact* own = artefact_of(id);
    const document::Artefact* theirs = artefact_of(other);
    return own != nullptr && theirs != nullptr && own->type == theirs->type && own->name == theirs->name &&
           page_.pointer(page_.line_of(id)) == page_.pointer(page_.line_of(other));
  }

  [[nodiscard]] const document::Artefact* artefact_of(MentionId id) const {
    return std::get_if<document::Artefact>(&document_.fragments[page_.line_of(id).fragment]);
  }

  /// What names the object: the name of a manifest, or short texts beside the value.
  [[nodiscard]] std::vector<std::string_view> identity(MentionId id) const {
    const document::Artefact* artefact = artefact_of(id);
    if (artefact == nullptr) return {};
    if (const tree::Node* name = tree::at(*artefact->tree, "/metadata/name")) return {name->text};
    std::vector<std::string_view> out;
    const tree::Node* object = page_.data[page_.line_of(id).row].object;
    if (object == nullptr) return out;
    for (const tree::Member& member : object->members) {
      if (member.value.kind == tree::Kind::string && !is_number(member.value.text))
        out.emplace_back(member.value.text);
    }
    return out;
  }
  static bool is_number(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
  }

  /// Bits of the words that the objects share.
  [[nodiscard]] float of_objects(MentionId id, MentionId other) const {
    float out = 0.0F;
    for (const WordId word : names_.object(id)) {
      if (has(names_.object(other), word)) out += names_.information(word);
    }
    return std::min(out, most_of_object);
  }

  Page& page_;
  const document::Document& document_;
  const Names& names_;
  const Alike& alike_;
  std::vector<Derivation>& out_;
};

}  // namespace

void across_files(Page& page, const document::Document& document, const Names& names, const Alike& alike,
                  std::vector<Derivation>& out) {
  if (page.mentions.empty() ||
      page.span(0).source == page.span(static_cast<MentionId>(page.mentions.size() - 1)).source)
    return;
  AcrossFiles(page, document, names, alike, out).run();
}

}  // namespace reckon::derive
