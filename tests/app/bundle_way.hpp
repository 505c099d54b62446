// SPDX-License-Identifier: Apache-2.0
// The way of a bundle, from the clinic that packs it to the kiosk that installs it.
#pragma once

#include "app/bundle.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/signing.hpp"
#include "content/sign_off.hpp"
#include "small_clinic.hpp"
#include "told.hpp"

namespace kiosk::app {

/// A clinic that packs, and the kiosk that installs.
struct Way : SmallClinic {
    std::string key = file("key"), bundle = file("clinic.kiosk");
    Machine kiosk;
    Way() {
        kiosk.bundle_key = *make_key(key);
        kiosk.state = (scratch.folder / "kiosk").string();
        kiosk.content = (scratch.folder / "etc/content.xml").string();
    }
    /// As approve and pack do, which look at every screen first.
    void pack(std::uint64_t version) const {
        FilesRead files;
        const auto loaded = load_content(machine.content, &files);
        REQUIRE(loaded.content);
        const auto& hash = loaded.content->hash;
        const auto approval = content::write_approved({{by_doctor().by, today(), {}}, hash, {}});
        const Bundle made{version, reading_of(files, machine.content, hash, approval)};
        std::ofstream(bundle) << write_bundle(made, *sign(head_of(made), key));
    }
    Told install(Exit expected, const std::string& from = {}) const {
        return told([&] { return app::install(kiosk, {.from = from.empty() ? bundle : from}); }, expected);
    }
    std::string bytes() const { return *read_file(bundle).text; }
    /// What patients see.
    std::string shown() const {
        const LastGood last_good(kiosk);
        const auto now = last_good.current();
        const auto content = now ? last_good.load(*now, kiosk, today()) : std::nullopt;
        return content ? content->clinic.name : "nothing";
    }
};

}  // namespace kiosk::app
