#include "signal_pipe.h"
