// SPDX-License-Identifier: Apache-2.0
#include "voice/wave.hpp"

namespace kiosk::voice {

namespace {

constexpr std::size_t head = 12, piece_head = 8, least_format = 16;
constexpr unsigned plain_samples = 1, most_channels = 2;

/// Little-endian, as the file is.
template <class T>
T number_at(const std::string& bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value = static_cast<T>(value | static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8 * i));
    return value;
}

std::vector<std::int16_t> samples_of(const std::string& bytes, std::size_t from) {
    std::vector<std::int16_t> samples((bytes.size() - from) / 2);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(number_at<std::uint16_t>(bytes, from + 2 * i));
    return samples;
}

}  // namespace

std::optional<Sound> read_wave(const std::string& bytes) {
    if (bytes.size() < head || bytes.compare(0, 4, "RIFF") != 0 || bytes.compare(8, 4, "WAVE") != 0) return {};
    Sound sound{{}, 0, 0};
    for (std::size_t at = head; at + piece_head <= bytes.size();) {
        const std::size_t begin = at + piece_head, size = number_at<std::uint32_t>(bytes, at + 4);
        if (bytes.compare(at, 4, "data") == 0) {
            sound.samples = samples_of(bytes, begin);
            break;
        }
        if (bytes.compare(at, 4, "fmt ") == 0 && begin + least_format <= bytes.size()) {
            if (number_at<std::uint16_t>(bytes, begin) != plain_samples) return {};
            if (number_at<std::uint16_t>(bytes, begin + 14) != 16) return {};
            sound.channels = number_at<std::uint16_t>(bytes, begin + 2);
            sound.rate = number_at<std::uint32_t>(bytes, begin + 4);
        }
        at = begin + size;
    }
    const bool is_known = sound.rate > 0 && sound.channels > 0 && sound.channels <= most_channels;
    if (!is_known || sound.samples.empty()) return {};
    return sound;
}

}  // namespace kiosk::voice
