// SPDX-License-Identifier: Apache-2.0
#include "page/plain_text.hpp"

#include <utility>

namespace kiosk::page {

namespace {

/// Walks the blocks as they are read.
struct Writer {
    std::string text{}, mark{};

    void line(const std::string& words, bool is_heading) {
        if (words.empty()) return;
        if (is_heading && !text.empty()) text += '\n';
        text += words + '\n';
    }
    void all(const Blocks& blocks) {
        for (const auto& block : blocks) std::visit(*this, block.is);
    }

    void operator()(const Words& words) {
        std::string said;
        for (const auto& run : words.runs) said += run.text;
        while (said.ends_with(' ')) said.pop_back();
        if (mark.empty() && words.tag == Tag::list_item) mark = "- ";
        const bool is_heading = words.tag == Tag::heading1 || words.tag == Tag::heading2 || words.tag == Tag::heading3;
        line(std::exchange(mark, {}) + said, is_heading);
    }
    void operator()(const NumberDisc& number) { mark = std::to_string(number.number) + ". "; }
    void operator()(const Column& column) { all(column.blocks); }
    void operator()(const Row& row) { all(row.blocks); }
    void operator()(const Frame& frame) { all(frame.blocks); }
    void operator()(const auto&) {}
};

}  // namespace

std::string plain_text(const Blocks& blocks) {
    Writer writer;
    writer.all(blocks);
    return std::move(writer.text);
}

}  // namespace kiosk::page
