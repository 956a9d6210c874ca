import Glibc

/// What the figures were taken on.
enum Machine {
  /// "4 × Model of a processor".
  static var processor: String {
    let lines = textFile("/proc/cpuinfo").split(separator: "\n")
    let models = lines.filter { $0.hasPrefix("model name") }
    let name = models.first?.split(separator: ":").last.map(trimmed) ?? "unknown processor"
    return "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) × \(name)"
  }

  /// The short name of the commit that the folder is at, or "unknown".
  static var commit: String {
    var head = trimmed(textFile(".git/HEAD")[...])
    var folder = ".git"
    if head.isEmpty, let link = textFile(".git").split(separator: " ").last {
      // A linked worktree: .git is a file that names the folder.
      folder = trimmed(link)
      head = trimmed(textFile("\(folder)/HEAD")[...])
    }
    if head.hasPrefix("ref: ") {
      let name = head.dropFirst(5)
      let common = trimmed(textFile("\(folder)/commondir")[...])
      head = trimmed(textFile("\(folder)/\(name)")[...])
      if head.isEmpty, !common.isEmpty {
        head = trimmed(textFile("\(folder)/\(common)/\(name)")[...])
      }
    }
    return head.isEmpty ? "unknown" : String(head.prefix(10))
  }

  /// How many processes wanted a processor over the last minute.
  static var load: String {
    textFile("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "unknown"
  }

  /// Today as `2026-11-21`, local time.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return
      "\(parts.tm_year + 1900)-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text.drop { $0.isWhitespace }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// A whole file; empty when it cannot be read.
func textFile(_ path: String) -> String {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}

/// Puts a file in the place of another one, or of none.
func replaceFile(_ path: String, with bytes: [UInt8]) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard file >= 0, write(file, bytes, bytes.count) == bytes.count else {
    throw BenchError("cannot write \(path)")
  }
  close(file)
}
