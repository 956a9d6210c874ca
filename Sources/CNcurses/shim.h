// What Swift cannot see of ncursesw by itself: casting macros, function-like macros, and C's mutable
// globals. Wide mode is defined here because SwiftPM drops the -D flags that pkg-config asks for.
#ifndef STANDPUNKT_CNCURSES_SHIM_H
#define STANDPUNKT_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

static inline WINDOW *sp_stdscr(void) { return stdscr; }
static inline WINDOW *sp_curscr(void) { return curscr; }
static inline WINDOW *sp_newscr(void) { return newscr; }
static inline int sp_colours(void) { return COLORS; }
static inline int sp_colour_pairs(void) { return COLOR_PAIRS; }
static inline int sp_rows(void) { return LINES; }
static inline int sp_columns(void) { return COLS; }
static inline int sp_key_f(int number) { return KEY_F(number); }

static inline attr_t sp_bold(void) { return WA_BOLD; }
static inline attr_t sp_dim(void) { return WA_DIM; }
static inline attr_t sp_underline(void) { return WA_UNDERLINE; }
static inline attr_t sp_reverse(void) { return WA_REVERSE; }

static inline mmask_t sp_click_mask(void) { return BUTTON1_PRESSED; }
static inline mmask_t sp_wheel_up_mask(void) { return BUTTON4_PRESSED; }
static inline mmask_t sp_wheel_down_mask(void) { return BUTTON5_PRESSED; }

// A capability of the terminal, or NULL; tigetstr answers -1 for a name that is no string.
static inline const char *sp_capability(const char *name) {
  char *found = tigetstr((char *)(uintptr_t)name);
  return found == (char *)-1 ? NULL : found;
}

// Loads the terminal's description; 1 when there is one.
static inline int sp_load_terminal(const char *type, int terminal) {
  int status = 0;
  return setupterm((char *)(uintptr_t)type, terminal, &status) == OK && status == 1;
}

static inline const char *sp_codeset(void) { return nl_langinfo(CODESET); }

#endif
