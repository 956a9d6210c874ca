// Signals for a program that owns a terminal: those it can act on arrive as bytes in a pipe, those that
// kill it give the terminal back first.
//
// Signal handlers must be real C: Swift globals are initialised lazily, unsafe inside a handler.
#ifndef STANDPUNKT_SIGNAL_PIPE_H
#define STANDPUNKT_SIGNAL_PIPE_H

#include <stddef.h>

/// Opens the pipe once for the life of the process. Returns the end to read from, or -1.
/// Both ends do not block and are closed in programs that this one starts.
int sp_signal_pipe(void);

/// Writes one byte 0 into the pipe, from any thread. A full pipe wakes as well as a fuller one.
void sp_wake(void);

/// From now on SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGINT and SIGHUP write their number into the pipe.
/// SIGPIPE is ignored. All of them are unblocked in this thread.
void sp_forward_signals(void);

/// Gives the signals of sp_forward_signals the meaning back that they had before.
void sp_stop_forwarding_signals(void);

/// Remembers the terminal's modes and what to write to it, and does both when the program is killed by a
/// fault (SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT), before the handler that was there goes on.
/// Returns 0, or -1 when the descriptor is no terminal. At most 256 bytes are kept.
int sp_arm_crash_restore(int terminal);
void sp_set_crash_bytes(const char *bytes, size_t count);

/// Puts the terminal's modes back as sp_arm_crash_restore found them, and the handlers too.
void sp_restore_terminal(void);

/// Stops this process as Ctrl-Z does, by the default action of SIGTSTP; returns when it goes on.
void sp_stop_process(void);

/// Rows and columns of a terminal; returns 0, or -1 when it does not know them.
int sp_terminal_size(int terminal, int *rows, int *columns);

/// Opens a file that exists in memory only, closed in programs that this one starts; -1 when there is none.
int sp_memory_file(void);

/// Makes a descriptor stand for what another one stands for; it stays closed in programs that this one starts.
/// Returns 0, or -1 when that cannot be done.
int sp_redirect(int descriptor, int target);

#endif
