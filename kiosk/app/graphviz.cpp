// SPDX-License-Identifier: Apache-2.0
#include "app/graphviz.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::app {

namespace {

const Failure missing{
    "The map is drawn by Graphviz, and its program `dot` is not here. Install the package graphviz, or leave out -o."};

class Pipe {
public:
    Pipe() {
        if (pipe2(m_ends.data(), O_CLOEXEC) != 0) m_ends = {-1, -1};
    }
    ~Pipe() {
        close_read();
        close_write();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int read_end() const { return m_ends[0]; }
    int write_end() const { return m_ends[1]; }
    void close_read() { end(m_ends[0]); }
    void close_write() { end(m_ends[1]); }

private:
    static void end(int& descriptor) {
        if (descriptor >= 0) close(descriptor);
        descriptor = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

/// Writes and reads by turns: a pipe that is full on either side must not stop both.
std::string converse(const std::string& text, Pipe& in, Pipe& out) {
    fcntl(in.write_end(), F_SETFL, O_NONBLOCK);
    std::string answer;
    std::array<char, 65536> buffer{};
    for (std::size_t written = 0;;) {
        if (written == text.size()) in.close_write();
        std::array<pollfd, 2> on{pollfd{out.read_end(), POLLIN, 0}, pollfd{in.write_end(), POLLOUT, 0}};
        if (poll(on.data(), on.size(), -1) < 0 && errno != EINTR) return answer;
        if ((on[1].revents & (POLLOUT | POLLERR)) != 0) {
            const auto put = write(in.write_end(), text.data() + written, text.size() - written);
            if (put < 0 && errno != EAGAIN) written = text.size();  // it has gone; its answer says the rest
            written += static_cast<std::size_t>(std::max<ssize_t>(put, 0));
        }
        if (on[0].revents == 0) continue;
        const auto got = read(out.read_end(), buffer.data(), buffer.size());
        if (got <= 0) return answer;
        answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

/// A child that closes its end early must not end us.
struct NoPipeSignal {
    NoPipeSignal() : before(std::signal(SIGPIPE, SIG_IGN)) {}
    ~NoPipeSignal() { std::signal(SIGPIPE, before); }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;
    void (*before)(int);
};

/// "612pt" after `name="` in the first tag.
double measure(const std::string& svg, const std::string& name) {
    const auto at = svg.find(name + "=\"");
    return at == std::string::npos ? 0 : std::strtod(svg.c_str() + at + name.size() + 2, nullptr);
}

std::string escaped(const std::string& words) {
    std::string text;
    for (const char c : words) {
        if (c == '<') text += "&lt;";
        if (c == '&') text += "&amp;";
        if (c != '<' && c != '&') text += c;
    }
    return text;
}

/// Inside another drawing a measure is in that one's own.
std::string without_units(std::string svg) {
    for (auto at = svg.find("pt\""); at < svg.find('>'); at = svg.find("pt\"")) svg.erase(at, 2);
    return svg;
}

}  // namespace

Result<std::string> svg_of(const std::string& dot) {
    const NoPipeSignal quiet;
    Pipe in, out;
    if (in.read_end() < 0 || out.read_end() < 0)
        return Failure{"No pipe could be made to Graphviz. Close other programs."};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read_end(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
    char program[] = "dot", format[] = "-Tsvg", quietly[] = "-q";
    std::array<char*, 4> arguments{program, format, quietly, nullptr};
    pid_t child = 0;
    const int error = posix_spawnp(&child, program, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return missing;
    in.close_read();
    out.close_write();
    auto svg = converse(dot, in, out);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return missing;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || svg.empty())
        return Failure{"Graphviz could not draw the map. Check what `dot -V` says, or leave out -o."};
    return svg;
}

Size size_of(const std::string& svg) {
    return {measure(svg, " width"), measure(svg, " height")};
}

Result<Drawing> drawing_of(const views::MapChart& chart) {
    auto svg = svg_of(chart.dot);
    if (!svg) return svg.failure();
    const auto at = svg->find("<svg");
    if (at == std::string::npos) return Failure{"Graphviz gave no drawing. Check what `dot -V` says."};
    svg->erase(0, at);
    Drawing drawing{chart.title, chart.legend, std::move(*svg), {}};
    drawing.size = size_of(drawing.svg);
    return drawing;
}

std::string stacked(const std::vector<Drawing>& drawings) {
    constexpr double margin = 20, title_line = 30, legend_line = 22, gap = 30, letter = 6.6;
    double width = 0, y = margin;
    std::ostringstream inner;
    for (const auto& drawing : drawings) {
        inner << "<text x=\"" << margin << "\" y=\"" << y + 18 << "\" font-size=\"18\" font-weight=\"bold\">"
              << escaped(drawing.title) << "</text>\n";
        inner << "<text x=\"" << margin << "\" y=\"" << y + title_line + 10 << "\" font-size=\"12\">"
              << escaped(drawing.legend) << "</text>\n";
        y += title_line + legend_line;
        inner << "<svg x=\"" << margin << "\" y=\"" << y << '"' << without_units(drawing.svg).substr(4) << '\n';
        width = std::max({width, drawing.size.width, letter * static_cast<double>(drawing.legend.size())});
        y += drawing.size.height + gap;
    }
    width += 2 * margin;
    std::ostringstream text;
    text << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
         << width << "pt\" height=\"" << y << "pt\" viewBox=\"0 0 " << width << ' ' << y
         << "\" font-family=\"Noto Sans\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
         << inner.str() << "</svg>\n";
    return text.str();
}

}  // namespace kiosk::app
