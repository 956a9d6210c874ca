import Glibc

/// Seconds of processor time that this process has used: what others do on the machine counts little.
func processorSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

/// Seconds that have passed.
func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The best processor time of some runs; the result is kept from being optimised away.
func best<Result>(of runs: Int, _ work: () -> Result) -> (seconds: Double, result: Result) {
  var result = work()
  var least = Double.infinity
  for _ in 0..<max(1, runs) {
    let begin = processorSeconds()
    result = work()
    least = min(least, processorSeconds() - begin)
  }
  return (least, result)
}

/// The most memory this process has had at a time, in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
