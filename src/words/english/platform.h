// What the machine, the network and the disk refuse, and what to do about it.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- downloads

inline constexpr Text kCannotDownload{"platform.cannot-download",
                                      "{url} cannot be downloaded: {cause}."};
inline constexpr Text kRedirectsWrongly{
    "platform.redirects-wrongly",
    "{url} redirects to {target}, which cannot be downloaded: {cause}."};
inline constexpr Text kAddressFault{
    "platform.address-fault",
    "{fault, select, scheme {only http:// and https:// addresses are fetched, not {scheme}:} "
    "user {it contains a user name or password, which would be shown and saved} "
    "host {it names no host} "
    "port {port {port} is not a number from 1 to 65,535} "
    "other {it contains a character that addresses cannot have}}"};
inline constexpr Text kNoWholeAddress{"platform.no-whole-address",
                                      "{url} is not the address of a download."};
inline constexpr Text kGiveAddress{
    "platform.give-address",
    "Give an address that starts with http:// or https:// and names a host."};
inline constexpr Text kGiveTarget{"platform.give-target",
                                  "Give the address of the download itself."};
inline constexpr Text kRedirectsTooOften{"platform.redirects-too-often",
                                         "{url} redirects more than {most} times."};
inline constexpr Text kGiveLastAddress{"platform.give-last-address",
                                       "Give the address where the redirects end."};
inline constexpr Text kUnknownHost{"platform.unknown-host", "{url}: the host is unknown."};
inline constexpr Text kCheckAddress{"platform.check-address", "Check the address and the network."};
inline constexpr Text kDownloadTooSlow{"platform.download-too-slow",
                                       "{url}: no complete response within {limit} ms."};
inline constexpr Text kRaiseTimeout{"platform.raise-timeout",
                                    "Raise the timeout, or choose a faster server."};
inline constexpr Text kDownloadTooLarge{"platform.download-too-large",
                                        "{url}: the response is larger than {most} MB."};
inline constexpr Text kChooseSmaller{"platform.choose-smaller", "Choose a smaller download."};
inline constexpr Text kHeadersTooLarge{
    "platform.headers-too-large", "{url}: the headers of the response are larger than {most} KiB."};
inline constexpr Text kChooseServer{"platform.choose-server", "Choose another server."};
inline constexpr Text kConnectionRefused{"platform.connection-refused",
                                         "{url}: the connection was refused."};
inline constexpr Text kCheckServer{"platform.check-server",
                                   "Check the address, and that the server is running."};
inline constexpr Text kBadCertificate{"platform.bad-certificate",
                                      "{url}: the server's certificate cannot be trusted ({cause, "
                                      "select, none {it is for another name} other {{cause}}})."};
inline constexpr Text kUseHttp{"platform.use-http",
                               "Check the address. For a server of your own, use http://."};
inline constexpr Text kNoEncryption{"platform.no-encryption",
                                    "{url}: no encrypted connection could be made."};
inline constexpr Text kCheckPort{"platform.check-port",
                                 "Check that the server uses https:// on this port."};
inline constexpr Text kDownloadBrokeOff{"platform.download-broke-off",
                                        "{url}: the download broke off ({cause})."};
inline constexpr Text kLibraryRefuses{"platform.library-refuses",
                                      "{url}: this program cannot download from such an "
                                      "address{cause, select, none {} other { ({cause})}}."};
inline constexpr Text kUnreachable{"platform.unreachable",
                                   "{url}: the connection was refused, the host is unknown, or the "
                                   "server does not let other pages fetch it."};
inline constexpr Text kAllowOrigins{
    "platform.allow-origins",
    "Check the address. A server elsewhere must allow cross-origin requests (CORS)."};

// ---- the server for downloads with a delay

inline constexpr Text kDownloadThread{"platform.download-thread",
                                      "Thread {number} of {threads} of the download server"};
inline constexpr Text kDownloadServer{"platform.download-server", "The download server"};
inline constexpr Text kNoPort{"platform.no-port",
                              "The download server found no free port on 127.0.0.1."};
inline constexpr Text kFreePorts{
    "platform.free-ports", "Close programs that hold many ports, or run with --latency-only."};

// ---- threads, processes and their limits

inline constexpr Text kNotStarted{"platform.not-started", "{what} could not be started: {cause}."};
inline constexpr Text kProgramNotStarted{"platform.program-not-started",
                                         "{program} could not be started: {cause}"};
inline constexpr Text kThreadsUsedUp{"platform.threads-used-up",
                                     "the system allows no more threads and processes{limit, "
                                     "select, none {} other { (limit for this user: {limit})}}"};
inline constexpr Text kFewerThreads{
    "platform.fewer-threads",
    "Close other programs, choose fewer workers, or raise the limit (ulimit -u)."};
inline constexpr Text kTooFewFiles{
    "platform.too-few-files",
    "The system allows this program {most} open files, but it may need {needed}."};
inline constexpr Text kRaiseFiles{"platform.raise-files",
                                  "Raise the limit (ulimit -n {needed}), or choose fewer workers."};
inline constexpr Text kKilled{"platform.killed", "it was killed by signal {number} ({signal})"};
inline constexpr Text kExited{"platform.exited", "it exited with status {status}"};
inline constexpr Text kRunAgain{
    "platform.run-again",
    "Run again: each run starts new processes. If it happens again, choose fewer workers."};
inline constexpr Text kReload{"platform.reload",
                              "Reload the page. If it happens again, choose fewer workers."};
inline constexpr Text kOsProcesses{"platform.os-processes", "OS processes"};
inline constexpr Text kIsolatedWorkers{"platform.isolated-workers", "isolated workers"};

// ---- files

inline constexpr Text kCannotRead{"platform.cannot-read",
                                  "{file} cannot be read: {fault, select, folder {it is a folder} "
                                  "large {it is larger than {most} MB} other {{system}}}."};
inline constexpr Text kCheckFile{"platform.check-file", "Check its name and permissions."};
inline constexpr Text kNameFileInFolder{"platform.name-file-in-folder", "Choose a file in it."};
inline constexpr Text kNameSavedFile{"platform.name-saved-file",
                                     "Choose a file that Speedup Lab saved."};
inline constexpr Text kCannotWrite{"platform.cannot-write",
                                   "{file} cannot be written: {fault, select, absent {the folder "
                                   "{folder} does not exist} under-file {{folder} is not a folder} "
                                   "folder {it is a folder} rights {you do not have permission} "
                                   "read-only {the disk is read-only} full {the disk is full} "
                                   "closed {it is not open for writing} other {{system}}}."};
inline constexpr Text kMakeRoom{"platform.make-room", "Free some space, or choose another place."};
inline constexpr Text kAnotherPlace{"platform.another-place", "Choose another place."};

}  // namespace lab::words
