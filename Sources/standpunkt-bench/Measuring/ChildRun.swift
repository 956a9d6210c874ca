import Glibc

/// A program that was run to its end with its output thrown away.
struct ChildRun {
  var wallSeconds: Double
  var processorSeconds: Double
  /// Most memory at a time, in bytes.
  var peakMemory: Int

  /// - Throws: when it cannot be started or ends with another status than 0.
  init(_ program: String, _ arguments: [String]) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    let begin = Double.wallNow
    var child = pid_t()
    guard posix_spawn(&child, program, &files, nil, words, environ) == 0 else {
      throw BenchError("cannot start \(program)")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError("lost \(program)") }
    }
    wallSeconds = Double.wallNow - begin
    guard status == 0 else {
      throw BenchError(
        "\(program) \(arguments.joined(separator: " ")) ended with status \(status >> 8)")
    }
    func total(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    processorSeconds = total(usage.ru_utime) + total(usage.ru_stime)
    peakMemory = usage.ru_maxrss * 1024
  }
}

extension Double {
  fileprivate static var wallNow: Double { standpunkt_bench.wallSeconds() }
}

/// `standpunkt` in the folder of this program.
var programBeside: String {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let own = String(
    decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/standpunkt"
}
