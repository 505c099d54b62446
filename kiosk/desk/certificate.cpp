// SPDX-License-Identifier: Apache-2.0
#include "desk/certificate.hpp"

#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <ctime>
#include <memory>

namespace kiosk::desk {

namespace {

constexpr std::chrono::days not_long{30};

template <auto Free>
struct Freed {
    template <class Thing>
    void operator()(Thing* thing) const {
        Free(thing);
    }
};

}  // namespace

std::optional<Day> last_day(const std::string& pem_file) {
    const std::unique_ptr<std::FILE, Freed<std::fclose>> file(std::fopen(pem_file.c_str(), "re"));
    if (!file) return {};
    const std::unique_ptr<X509, Freed<X509_free>> certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr));
    std::tm end{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) return {};
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::from_time_t(timegm(&end)));
}

Lasts how_long(Day last, Day today) {
    if (last < today) return Lasts::is_over;
    return last - today < not_long ? Lasts::not_long : Lasts::long_enough;
}

}  // namespace kiosk::desk
