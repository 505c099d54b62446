// SPDX-License-Identifier: Apache-2.0
// The ids of one kind of thing (sources, groups, signs, handouts): each once, and every reference points at one.
// Names become ids here; a reference to nothing is reported with the nearest id that exists. Used by the topic's
// readers.
#pragma once

#include "content/element.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::content {

/// One kind; Tagged below gives the indices their type.
class References {
public:
    /// `kind` as an author calls it: "source", "sign".
    explicit References(std::string kind) : m_kind(std::move(kind)) {}

    /// The next index. An empty id takes its index and is known to nobody; a second use of an id is reported.
    std::size_t add(const std::string& id, int line, Report&);
    /// An id that is in the way of others but is no thing of this kind; `instead` is told to who refers to it.
    void reserve(const std::string& id, int line, std::string instead, Report&);
    /// What the words of the attribute point at, in their order, each once.
    std::vector<std::size_t> in(const Element&, std::string_view attribute, Report&) const;

private:
    struct Entry {
        std::optional<std::size_t> index;
        int line = 0;
        std::string instead;
    };
    bool is_new(const std::string& id, int line, Report&) const;
    std::optional<std::size_t> find(const std::string& id, const Element&, std::string_view attribute, Report&) const;

    std::string m_kind;
    std::size_t m_size = 0;
    std::map<std::string, Entry> m_entries;
};

template <class Tagged>
class ReferencesTo : public References {
public:
    using References::References;

    std::vector<Tagged> ids(const Element& e, std::string_view attribute, Report& report) const {
        std::vector<Tagged> result;
        for (const auto index : in(e, attribute, report)) result.push_back({index});
        return result;
    }
};

/// All of one topic.
struct TopicReferences {
    ReferencesTo<SignId> signs{"sign"};
    ReferencesTo<SourceId> sources{"source"};
    ReferencesTo<GroupId> groups{"group"};
    ReferencesTo<HandoutId> handouts{"handout"};
};

}  // namespace kiosk::content
