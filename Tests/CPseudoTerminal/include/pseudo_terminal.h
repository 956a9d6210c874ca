// Starts programs in a pseudo-terminal, for tests. In C, since a child between fork and execve may run no
// Swift.
#ifndef STANDPUNKT_PSEUDO_TERMINAL_H
#define STANDPUNKT_PSEUDO_TERMINAL_H

/// Starts a program with a new terminal as its controlling one and as its standard files.
/// Signals are unblocked and have their default meaning: a child inherits the mask of the thread that starts
/// it, and the threads of a test runner block them.
/// Returns the other end of the terminal and sets the process id, or returns -1.
int sp_pty_spawn(const char *path, char *const arguments[], char *const environment[], int rows,
                 int columns, int *process);

/// Changes the window's size, which sends SIGWINCH.
int sp_pty_resize(int terminal, int rows, int columns);

/// Bits 0...4: ICANON, ECHO, ISIG, ICRNL, OPOST of the terminal; -1 on failure.
int sp_pty_modes(int terminal);

/// The exit code, 128 + n for death by signal n, or -1 while it runs.
int sp_pty_status(int process);

#endif
