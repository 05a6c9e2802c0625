// A server thread under our GIL that sends back what it gets, one byte at a time over a connection
// of the loopback interface, and a client that never waits before it asks again: how a busy thread
// slows down one that serves. CPython's counterpart is in lab_python.py.
#pragma once

#include <optional>

namespace lab {

// Answers in a second, with so many computing threads beside the server; nothing if no connection
// or thread could be had.
std::optional<double> EchoesPerSecond(int busy, double seconds);

}  // namespace lab
