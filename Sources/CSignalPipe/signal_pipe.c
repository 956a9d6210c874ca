#define _GNU_SOURCE
#include "signal_pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

// The pipe stays open until the process ends: a worker may wake a loop that is already gone.
static int pipe_ends[2] = {-1, -1};

static const int forwarded[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGINT, SIGHUP};
static struct sigaction forwarded_before[COUNT(forwarded)];
static struct sigaction pipe_before;

static const int faults[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT};
static struct sigaction faults_before[COUNT(faults)];

static volatile sig_atomic_t armed = 0;
static int terminal_fd = -1;
static struct termios terminal_modes;
static char crash_bytes[256];
static volatile sig_atomic_t crash_count = 0;
// A fault by an exhausted stack needs another one to be handled on.
static char fault_stack[64 * 1024];

int sp_signal_pipe(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  return pipe_ends[0];
}

static void put_byte(unsigned char byte) {
  int before = errno;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = before;
}

void sp_wake(void) { put_byte(0); }

static void forward(int number) { put_byte((unsigned char)number); }

void sp_forward_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = forward;
  action.sa_flags = SA_RESTART;
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < COUNT(forwarded); i++) {
    sigaction(forwarded[i], &action, &forwarded_before[i]);
    sigaddset(&set, forwarded[i]);
  }
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &pipe_before);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void sp_stop_forwarding_signals(void) {
  for (size_t i = 0; i < COUNT(forwarded); i++) sigaction(forwarded[i], &forwarded_before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
}

static void restore_and_go_on(int number, siginfo_t *info, void *context) {
  (void)context;
  if (armed) {
    armed = 0;
    ssize_t ignored = write(terminal_fd, crash_bytes, (size_t)crash_count);
    (void)ignored;
    tcsetattr(terminal_fd, TCSANOW, &terminal_modes);
  }
  for (size_t i = 0; i < COUNT(faults); i++) sigaction(faults[i], &faults_before[i], NULL);
  // A fault happens again on return and then meets the handler before ours; a signal that somebody sent
  // does not, so it is sent once more.
  if (info == NULL || info->si_code <= 0) raise(number);
}

int sp_arm_crash_restore(int terminal) {
  if (tcgetattr(terminal, &terminal_modes) != 0) return -1;
  terminal_fd = terminal;
  crash_count = 0;
  stack_t stack = {.ss_sp = fault_stack, .ss_size = sizeof fault_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = restore_and_go_on;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (size_t i = 0; i < COUNT(faults); i++) sigaction(faults[i], &action, &faults_before[i]);
  armed = 1;
  return 0;
}

void sp_set_crash_bytes(const char *bytes, size_t count) {
  if (count > sizeof crash_bytes) count = sizeof crash_bytes;
  memcpy(crash_bytes, bytes, count);
  crash_count = (sig_atomic_t)count;
}

void sp_restore_terminal(void) {
  if (!armed) return;
  armed = 0;
  for (size_t i = 0; i < COUNT(faults); i++) sigaction(faults[i], &faults_before[i], NULL);
  tcsetattr(terminal_fd, TCSANOW, &terminal_modes);
}

void sp_stop_process(void) {
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &before);
  sigset_t set, mask;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &set, &mask);
  // The whole job, so that `archive | standpunkt` and `make run` stop together.
  kill(0, SIGTSTP);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

int sp_terminal_size(int terminal, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

int sp_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }

int sp_redirect(int descriptor, int target) {
  int result;
  do {
    result = dup3(target, descriptor, O_CLOEXEC);
  } while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result < 0 ? -1 : 0;
}
