// What Swift cannot see of ncursesw by itself: casting macros, function-like macros, and C's mutable
// globals. Wide mode is defined here because SwiftPM drops the -D flags that pkg-config asks for.
#ifndef STANDPUNKT_CNCURSES_SHIM_H
#define STANDPUNKT_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <wchar.h>
#include <curses.h>

static inline WINDOW *sp_stdscr(void) { return stdscr; }

#endif
