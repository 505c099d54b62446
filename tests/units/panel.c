// SPDX-License-Identifier: Apache-2.0
// A touch panel at a cable, for cage without a GPU. Loaded into cage, it plugs a screen in while PANEL/plugged is there,
// and out while it is not; where even the folder PANEL (/run/panel) is missing, there is no graphics card. cage sees what
// it sees of a monitor. PANEL/pictures/now is what the panel shows, its own upper left first, however it hangs: a line
// with width and height, then BGRA. PANEL/touch, "X Y" from 0 to 1, is a touch as libinput hands it on. PANEL/chord is
// keys that a keyboard holds down together: their codes (linux/input-event-codes.h).
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <wayland-server-core.h>
#include <wlr/backend.h>
#include <wlr/backend/headless.h>
#include <wlr/backend/multi.h>
#include <wlr/interfaces/wlr_keyboard.h>
#include <wlr/types/wlr_buffer.h>
#include <wlr/types/wlr_input_device.h>
#include <wlr/types/wlr_keyboard.h>
#include <wlr/types/wlr_output.h>
#include <wlr/types/wlr_touch.h>

static const char* folder = "/run/panel";
static struct wl_event_source* timer;
static struct wlr_output* output;
static struct wlr_input_device *sensor, *keyboard;
static struct wl_listener committed;

static const char* in_folder(const char* name) {
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void keep_picture(struct wl_listener* listener, void* data) {
    (void)listener;
    struct wlr_buffer* shown = ((struct wlr_output_event_commit*)data)->buffer;
    FILE* file = shown == NULL ? NULL : fopen(in_folder("pictures/next"), "w");
    if (file == NULL) return;
    void* pixels = NULL;
    uint32_t format = 0;
    size_t stride = 0;
    if (wlr_buffer_begin_data_ptr_access(shown, WLR_BUFFER_DATA_PTR_ACCESS_READ, &pixels, &format, &stride)) {
        fprintf(file, "%d %d\n", shown->width, shown->height);
        for (int y = 0; y < shown->height; ++y)
            fwrite((const char*)pixels + (size_t)y * stride, 4, (size_t)shown->width, file);
        wlr_buffer_end_data_ptr_access(shown);
    }
    fclose(file);
    char next[4096];
    snprintf(next, sizeof next, "%s", in_folder("pictures/next"));
    rename(next, in_folder("pictures/now"));
}

static void plug(struct wlr_backend* backend, void* data) {
    (void)data;
    if (!wlr_backend_is_headless(backend)) return;
    output = wlr_headless_add_output(backend, 1280, 720);
    wlr_output_lock_attach_render(output, true);  // or the kiosk's own buffer is handed on, and no picture is seen here
    committed.notify = keep_picture;
    wl_signal_add(&output->events.commit, &committed);
    if (sensor != NULL) return;
    sensor = wlr_headless_add_input_device(backend, WLR_INPUT_DEVICE_TOUCH);
    keyboard = wlr_headless_add_input_device(backend, WLR_INPUT_DEVICE_KEYBOARD);
}

static void unplug(void) {
    wl_list_remove(&committed.link);
    wlr_output_destroy(output);
    output = NULL;
}

static void touch(FILE* file) {
    struct wlr_event_touch_down down = {.device = sensor};
    struct wlr_event_touch_up up = {.device = sensor, .time_msec = 80};
    if (fscanf(file, "%lf %lf", &down.x, &down.y) != 2) return;
    wl_signal_emit(&sensor->touch->events.down, &down);
    wl_signal_emit(&sensor->touch->events.frame, NULL);
    wl_signal_emit(&sensor->touch->events.up, &up);
    wl_signal_emit(&sensor->touch->events.frame, NULL);
}

static void press(uint32_t code, enum wl_keyboard_key_state state) {
    struct wlr_event_keyboard_key key = {.keycode = code, .update_state = true, .state = state};
    wlr_keyboard_notify_key(keyboard->keyboard, &key);
}

static void chord(FILE* file) {
    uint32_t codes[8];
    int count = 0;
    while (count < 8 && fscanf(file, "%u", &codes[count]) == 1) press(codes[count++], WL_KEYBOARD_KEY_STATE_PRESSED);
    while (count > 0) press(codes[--count], WL_KEYBOARD_KEY_STATE_RELEASED);
}

static void take(const char* name, void (*act)(FILE*)) {
    FILE* file = sensor == NULL ? NULL : fopen(in_folder(name), "r");
    if (file == NULL) return;
    act(file);
    fclose(file);
    unlink(in_folder(name));
}

static int look(void* backend) {
    const bool plugged = access(in_folder("plugged"), F_OK) == 0;
    if (plugged && output == NULL) wlr_multi_for_each_backend(backend, plug, NULL);
    if (!plugged && output != NULL) unplug();
    take("touch", touch);
    take("chord", chord);
    return wl_event_source_timer_update(timer, 50);
}

// What cage asks for its screens.
struct wlr_backend* wlr_backend_autocreate(struct wl_display* display) {
    unsetenv("LD_PRELOAD");  // it is not for what cage starts
    if (getenv("PANEL") != NULL) folder = getenv("PANEL");
    if (access(folder, F_OK) != 0) return NULL;
    struct wlr_backend* (*real)(struct wl_display*) =
        (struct wlr_backend * (*)(struct wl_display*)) dlsym(RTLD_NEXT, "wlr_backend_autocreate");
    struct wlr_backend* backend = real(display);
    timer = wl_event_loop_add_timer(wl_display_get_event_loop(display), look, backend);
    wl_event_source_timer_update(timer, 1);
    return backend;
}

// cage does not start as root, which tests may be: so it finds that it could not become root again.
int setuid(uid_t user) {
    (void)user;
    return -1;
}
int setgid(gid_t group) {
    (void)group;
    return -1;
}
