import Glibc
import NewsArchive
import ScreenModel
import TextModel

/// Messages and progress: standard error, never standard output, which holds results only.
enum StandardError {
  /// Writes one sentence. The text must hold nothing that a terminal would obey.
  static func say(_ sentence: String) {
    write(Array("standpunkt: \(sentence)\n".utf8), to: 2)
  }

  static func say(_ diagnostic: Diagnostic) {
    // Messages quote what stands in a file, names of actors for instance.
    say("\(displayable(diagnostic.path)): \(displayable(diagnostic.message))")
  }

  static var isTerminal: Bool { isatty(2) == 1 }
}

/// Writes all bytes to a file descriptor; stops quietly when the reader has gone away.
@discardableResult
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// A path or message of the archive made safe for a terminal: control and bidi characters as marks.
///
/// Nothing else is changed, unlike on the screen: a path should still be found by its name.
func displayable(_ text: String) -> String {
  var safe = ""
  for scalar in text.unicodeScalars {
    safe.unicodeScalars.append(DisplayText.isObeyed(scalar) ? "\u{FFFD}" : scalar)
  }
  return safe
}
