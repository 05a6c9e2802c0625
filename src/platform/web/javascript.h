// Every call between the C++ of engine, worker and reader and JavaScript, in both directions. The
// bodies in JavaScript are in library.js, hand_over_threads.js and hand_over_single.js beside this
// file. Texts are UTF-8 with a zero at the end; one that comes from JavaScript is freed by who gets
// it.
#pragma once

#include <cstddef>
#include <cstdint>

// What became of lab_http_get, by the numbers that library.js returns.
enum HttpOutcome { kHttpAnswered = 0, kHttpTimedOut = 1, kHttpFailed = 2, kHttpTooLarge = 3 };

extern "C" {

// ---- C++ calls JavaScript

// performance.timeOrigin + performance.now(), in milliseconds.
double lab_now_ms();

// The engine's home: opens the port to the window, then calls lab_on_open and lab_on_request.
void lab_home_open();
void lab_home_notice(const char* text);
// Calls lab_on_turn later, from the worker's event loop.
void lab_home_turn();

// Processes of the engine: the window is asked to make a worker and gets one end of a new channel.
void lab_process_start(int id, const char* name);
void lab_process_send(int id, const std::byte* bytes, size_t size);
void lab_process_end(int id);

// Inside a process: messages come as lab_on_task.
void lab_worker_open();
void lab_worker_send(const std::byte* bytes, size_t size);

// Workers that run tasks only, since both block. One of the outcomes above; `body` is to be freed.
int lab_http_get(const char* url, double timeout_ms, double largest, int* status, char** body,
                 size_t* size);
void lab_wait_ms(double milliseconds);

// The reader of large files, and what it tells the page: the share that it has read, pieces with
// the share that they are together, that this was all, or why it cannot be read.
void lab_reader_open();
void lab_reader_progress(double share);
void lab_reader_piece(const char* text, double share);
void lab_reader_end();
void lab_reader_refuse(const char* reason, const char* next);

// ---- JavaScript calls C++

void lab_on_open(int cores, int isolated, int delays, char* system, char* origin);
void lab_on_request(char* text);
void lab_on_turn();
void lab_on_process_message(int id, std::byte* bytes, size_t size);
void lab_on_process_ended(int id, char* reason);
void lab_on_task(std::byte* bytes, size_t size);
void lab_on_file(char* bytes, size_t size);

}  // extern "C"
