// SPDX-License-Identifier: Apache-2.0
// OpenAL reads its settings once a process: each machine of a test is a process of its own.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

/// Runs it in a child with this setting of the environment; what it returns (0 to 255), or -1 where it crashed.
inline int apart(const char* name, const char* value, const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        setenv(name, value, 1);
        _exit(work());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
