// SPDX-License-Identifier: Apache-2.0
// A real Chromium for tests, without a window, led through WebDriver.
#pragma once

#include "child.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>

namespace kiosk::test {

class Browser {
public:
    /// Throws where none can be started.
    Browser();
    ~Browser();

    void open(const std::string& url);
    /// Clicks the first that is seen with this selector (CSS). False: there is none.
    bool click(const std::string& selector);
    /// Gives the focus to it and types.
    bool type(const std::string& selector, const std::string& keys);
    /// What a person reads there; all of them, a line each.
    std::string text(const std::string& selector);
    /// The text that a script returns; empty where it returns none.
    std::string run(const std::string& script);
    /// Into a PNG, in a window of this size.
    void picture(const std::string& file, int width, int height);

private:
    nlohmann::json ask(const char* method, const std::string& path, const nlohmann::json& body);

    Folder m_folder;
    std::unique_ptr<Child> m_driver;
    int m_port = 0;
    std::string m_session;
};

}  // namespace kiosk::test
