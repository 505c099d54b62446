// SPDX-License-Identifier: Apache-2.0
// A panel at a cable, for cage without a GPU. Loaded into cage, it plugs a screen in while the file /run/panel/plugged
// is there, and out while it is not; where even the folder is missing, there is no graphics card. cage sees what it
// sees of a monitor. It needs no header of wlroots: whatever is wlroots' is only handed on.
#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

void* wl_display_get_event_loop(void* display);
void* wl_event_loop_add_timer(void* loop, int (*act)(void*), void* data);
int wl_event_source_timer_update(void* timer, int ms);
bool wlr_backend_is_headless(void* backend);
void wlr_multi_for_each_backend(void* backend, void (*act)(void*, void*), void* data);
void* wlr_headless_add_output(void* backend, unsigned width, unsigned height);
void wlr_output_destroy(void* output);

static void* timer;
static void* output;

static void plug(void* backend, void* data) {
    (void)data;
    if (wlr_backend_is_headless(backend)) output = wlr_headless_add_output(backend, 1280, 720);
}

static int look(void* backend) {
    const bool plugged = access("/run/panel/plugged", F_OK) == 0;
    if (plugged && output == NULL) wlr_multi_for_each_backend(backend, plug, NULL);
    if (!plugged && output != NULL) {
        wlr_output_destroy(output);
        output = NULL;
    }
    return wl_event_source_timer_update(timer, 50);
}

// What cage asks for its screens.
void* wlr_backend_autocreate(void* display) {
    unsetenv("LD_PRELOAD");  // it is not for what cage starts
    if (access("/run/panel", F_OK) != 0) return NULL;
    void* (*real)(void*) = (void* (*)(void*))dlsym(RTLD_NEXT, "wlr_backend_autocreate");
    void* backend = real(display);
    timer = wl_event_loop_add_timer(wl_display_get_event_loop(display), look, backend);
    wl_event_source_timer_update(timer, 1);
    return backend;
}
