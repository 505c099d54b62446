// SPDX-License-Identifier: Apache-2.0
// How the window of `kiosk preview` looks: a strip of keys, where one is, what is wrong with the files, the leaf
// itself.
#pragma once

#include "app/album.hpp"
#include "app/options.hpp"
#include "base/problem.hpp"

#include <array>
#include <optional>
#include <string>

namespace kiosk::app {

struct PreviewKey {
    const char* label;
    Move move;
    char letter = 0;  ///< on the keyboard; 0 = only its arrow
};
inline constexpr std::array preview_keys{
    PreviewKey{"Back", Move::previous},
    PreviewKey{"Next", Move::next},
    PreviewKey{"Paper / Glass", Move::medium, 'p'},
    PreviewKey{"Topic", Move::topic, 't'},
    PreviewKey{"Language", Move::language, 'l'},
    PreviewKey{"Letters", Move::size, 's'},
    PreviewKey{"Turn / A4", Move::turn, 'o'},
    PreviewKey{"Lowered", Move::lowered, 'w'},
};

/// One picture of the window; the ids of its targets are indices into preview_keys.
page::Sheet preview_sheet(const Album&, const Problems&, Size window);

/// What the command line asks for, or nothing, and a sentence with what there is.
std::optional<views::Sight> sight_of(const content::Content&, const command::Preview&);

/// A screen in its own px, a sheet of paper at 100 dots an inch.
std::string png_of(const page::Sheet&, const page::Style&);

}  // namespace kiosk::app
