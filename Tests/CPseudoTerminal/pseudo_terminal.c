#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int sp_pty_spawn(const char *path, char *const arguments[], char *const environment[], int rows,
                 int columns, int *process) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int terminal = -1;
  pid_t child = forkpty(&terminal, NULL, NULL, &size);
  if (child < 0) return -1;
  if (child == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, arguments, environment);
    _exit(127);
  }
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  *process = child;
  return terminal;
}

int sp_pty_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int sp_pty_modes(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return -1;
  return ((modes.c_lflag & ICANON) != 0) | ((modes.c_lflag & ECHO) != 0) << 1 |
         ((modes.c_lflag & ISIG) != 0) << 2 | ((modes.c_iflag & ICRNL) != 0) << 3 |
         ((modes.c_oflag & OPOST) != 0) << 4;
}

int sp_pty_status(int process) {
  int status = 0;
  if (waitpid(process, &status, WNOHANG) != process) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
