// SPDX-License-Identifier: MIT
#include "check/detect.hpp"

#include "units/characters.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace reckon::check {
namespace {

/// An answer may leave a key out; half of them is no answer any more.
constexpr double enough_keys = 0.5;

/// Share of a schema's top-level keys that an object carries.
double share_of_keys(const tree::Node& schema, const tree::Node& object) {
  const tree::Node* properties = schema.find("properties");
  if (properties == nullptr || properties->members.empty()) return 0.0;
  const auto found =
      std::count_if(properties->members.begin(), properties->members.end(),
                    [&](const tree::Member& member) { return object.find(member.key) != nullptr; });
  return static_cast<double>(found) / static_cast<double>(properties->members.size());
}

using Keys = std::set<std::string_view>;

Keys keys_of(const std::vector<const tree::Node*>& objects) {
  Keys out;
  for (const tree::Node* object : objects) {
    for (const tree::Member& member : object->members) out.insert(member.key);
  }
  return out;
}

/// Whether a file has one of the keys, quoted or not: a prompt that has none need not be loaded.
bool has_one(std::string_view yaml, const Keys& keys) {
  constexpr std::string_view around_keys = " \t\n\"',{?";
  for (std::size_t colon = yaml.find(':'); colon != yaml.npos; colon = yaml.find(':', colon + 1)) {
    const std::string_view before = yaml.substr(0, colon);
    const std::size_t last = before.find_last_not_of(around_keys);
    if (last == before.npos) continue;
    const std::size_t first = before.find_last_of(around_keys, last) + 1;
    if (keys.contains(before.substr(first, last + 1 - first))) return true;
  }
  return false;
}

/// Of keys with blanks or signs only a parser can tell.
bool is_plain(std::string_view key) {
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return units::is_ascii_letter(c) || units::is_digit(c) || c == '_'; });
}

/// Finds the prompt that explains JSON objects best, among those that share a key with one of them.
class Detector {
 public:
  Detector(prompt::Library& prompts, const std::vector<const tree::Node*>& objects) : prompts_(prompts) {
    const Keys keys = keys_of(objects);
    const bool are_plain = std::all_of(keys.begin(), keys.end(), is_plain);
    for (const std::string& id : prompts.ids()) {
      if (!are_plain || has_one(prompts.text(id), keys)) possible_.push_back(id);
    }
  }

  const prompt::Prompt* best(const std::vector<const tree::Node*>& objects) {
    const prompt::Prompt* best = nullptr;
    double best_share = enough_keys;
    bool tie = false;
    for (const std::string& id : possible_) {
      const prompt::Prompt* prompt = prompts_.find(id);
      if (prompt == nullptr) continue;
      for (const tree::Node* object : objects) {
        const double share = share_of_keys(prompt->schema, *object);
        if (share > best_share) {
          best = prompt;
          best_share = share;
          tie = false;
        } else if (share == best_share && best != nullptr && best != prompt) {
          tie = true;
        }
      }
    }
    return tie ? nullptr : best;
  }

 private:
  prompt::Library& prompts_;
  std::vector<std::string> possible_;
};

const tree::Node* answer_of(const document::Fragment& fragment) {
  const auto* artefact = std::get_if<document::Artefact>(&fragment);
  return artefact != nullptr && artefact->type == "response" ? &*artefact->tree : nullptr;
}

/// JSON objects one behind the other that answer one prompt.
struct Run {
  std::size_t first = 0;  ///< fragment
  std::size_t last = 0;
  const prompt::Prompt* prompt = nullptr;
};

std::vector<Run> runs_of(Detector& detector, const document::Document& document) {
  std::vector<Run> out;
  for (std::size_t i = 0; i < document.fragments.size(); ++i) {
    const tree::Node* object = answer_of(document.fragments[i]);
    const prompt::Prompt* prompt = object == nullptr ? nullptr : detector.best({object});
    if (prompt == nullptr) continue;
    if (out.empty() || out.back().prompt != prompt) out.push_back({i, i, prompt});
    out.back().last = i;
  }
  return out;
}

/// Whether the text has the word, letter for letter and not as a part of another.
bool has_word(std::string_view text, std::string_view word) {
  const auto is_part = [](char c) { return units::is_ascii_letter(c) || units::is_digit(c) || c == '_'; };
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end]))) return true;
  }
  return false;
}

const document::Passage* passage_of(const document::Fragment& fragment) {
  return std::get_if<document::Passage>(&fragment);
}

/// Whether the text names the prompt: by its title, or by a variable whose name is no common word.
bool names_prompt(std::string_view text, const prompt::Prompt& prompt) {
  if (has_word(text, prompt.title) || has_word(text, prompt.id)) return true;
  return std::any_of(prompt.variables.begin(), prompt.variables.end(), [&](const prompt::Variable& variable) {
    const bool is_coined = std::any_of(variable.name.begin(), variable.name.end(),
                                       [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); });
    return is_coined && has_word(text, variable.name);
  });
}

/// The first of the fragments [begin, end) that names the prompt; `end` when none does.
std::size_t first_that_names(const document::Document& document, std::size_t begin, std::size_t end,
                             const prompt::Prompt& prompt) {
  for (std::size_t i = begin; i < end; ++i) {
    const document::Passage* passage = passage_of(document.fragments[i]);
    if (passage != nullptr && names_prompt(passage->text.view(), prompt)) return i;
  }
  return end;
}

/// Where the second of two answers begins: where its prompt is first named, at the highest heading above
/// that; where it is not named, at the highest heading between the answers.
std::optional<std::size_t> begin_between(const document::Document& document, std::size_t begin,
                                         std::size_t end, const prompt::Prompt& prompt) {
  const std::size_t named = first_that_names(document, begin, end, prompt);
  std::optional<std::size_t> out;
  int highest = 0;
  for (std::size_t i = begin; i < std::min(named + 1, end); ++i) {
    const document::Passage* passage = passage_of(document.fragments[i]);
    if (passage == nullptr || passage->kind != document::Passage::Kind::heading) continue;
    // The nearest of equal headings is the one above the name; without a name the first parts the answers.
    if (out && (named != end ? passage->depth > highest : passage->depth >= highest)) continue;
    out = i;
    highest = passage->depth;
  }
  return out || named == end ? out : named;
}

base::Span place_of(const document::Fragment& fragment) {
  if (const auto* artefact = std::get_if<document::Artefact>(&fragment)) return artefact->span;
  if (const document::Passage* passage = passage_of(fragment)) return passage->text.span();
  const auto& table = std::get<document::Table>(fragment);
  return table.header.empty() ? base::Span{} : table.header.front().text.span();
}

std::vector<const tree::Node*> objects_in(const document::Document& document) {
  std::vector<const tree::Node*> out;
  for (const document::Fragment& fragment : document.fragments) {
    if (const tree::Node* object = answer_of(fragment)) out.push_back(object);
  }
  return out;
}

/// The fragments at which the runs begin; empty where nothing parts two of them.
std::vector<std::size_t> begins_of(const document::Document& document, const std::vector<Run>& runs) {
  std::vector<std::size_t> out{0};
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const auto begin = begin_between(document, runs[i - 1].last + 1, runs[i].first, *runs[i].prompt);
    if (!begin) return {};
    out.push_back(*begin);
  }
  return out;
}

/// The document from each beginning to the next, with the problems of reading that lie there.
std::vector<Answer> parted(document::Document document, const std::vector<Run>& runs,
                           std::vector<std::size_t> begins) {
  std::vector<Answer> out(runs.size());
  begins.push_back(document.fragments.size());
  auto problem = document.problems.begin();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    out[i].prompt = runs[i].prompt;
    out[i].document.source = document.source;
    const auto first = document.fragments.begin() + static_cast<std::ptrdiff_t>(begins[i]);
    const auto end = document.fragments.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]);
    const bool is_last = i + 1 == runs.size();
    const base::Span next = is_last ? base::Span{} : place_of(*end);
    std::move(first, end, std::back_inserter(out[i].document.fragments));
    for (; problem != document.problems.end() && (is_last || problem->primary.span < next); ++problem)
      out[i].document.problems.push_back(std::move(*problem));
  }
  return out;
}

}  // namespace

const prompt::Prompt* detect_prompt(prompt::Library& prompts, const document::Document& document) {
  const std::vector<const tree::Node*> objects = objects_in(document);
  return objects.empty() ? nullptr : Detector(prompts, objects).best(objects);
}

std::vector<Answer> answers_in(prompt::Library& prompts, document::Document document) {
  const std::vector<const tree::Node*> objects = objects_in(document);
  std::vector<Run> runs;
  if (objects.size() > 1) {
    Detector detector(prompts, objects);
    runs = runs_of(detector, document);
  }
  std::vector<std::size_t> begins = begins_of(document, runs);
  if (runs.size() > 1 && !begins.empty()) return parted(std::move(document), runs, std::move(begins));
  std::vector<Answer> whole(1);
  whole.front().prompt = detect_prompt(prompts, document);
  whole.front().document = std::move(document);
  return whole;
}

}  // namespace reckon::check
