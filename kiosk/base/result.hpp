// SPDX-License-Identifier: Apache-2.0
// The outcome of asking the world for something: a value, or a Failure whose sentence says what to do.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace kiosk {

struct Failure {
    std::string sentence;  ///< for a person: what happened and what to do about it

    bool operator==(const Failure&) const = default;
};

template <class T>
class Result {
public:
    Result(T value) : m_is(std::move(value)) {}
    Result(Failure failure) : m_is(std::move(failure)) {}

    explicit operator bool() const { return std::holds_alternative<T>(m_is); }
    T& operator*() { return std::get<T>(m_is); }
    const T& operator*() const { return std::get<T>(m_is); }
    T* operator->() { return &std::get<T>(m_is); }
    const T* operator->() const { return &std::get<T>(m_is); }
    /// Only where there is no value.
    const Failure& failure() const { return std::get<Failure>(m_is); }

private:
    std::variant<T, Failure> m_is;
};

}  // namespace kiosk
