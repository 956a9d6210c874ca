// Signal handlers must be real C: Swift globals are initialised lazily, unsafe inside a handler.
#ifndef STANDPUNKT_SIGNAL_PIPE_H
#define STANDPUNKT_SIGNAL_PIPE_H
#endif
