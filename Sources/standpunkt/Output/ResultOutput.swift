import Glibc

/// Where results go: standard output, or the file named by `--output`.
///
/// A file is written beside its final place and renamed at the end, so that a run that fails or is killed
/// never leaves half of a result under the name. What is there and not a plain file (a device, a pipe, a
/// link) is written to directly: renaming would put a file in its place.
struct ResultOutput: ~Copyable {
  private let descriptor: Int32
  private let path: String?
  /// Nil when what `path` names is written to directly.
  private let partialPath: String?

  /// - Throws: a sentence naming the file when it cannot be made.
  init(path: String?) throws {
    self.path = path
    guard let path else {
      descriptor = 1
      partialPath = nil
      return
    }
    var status = stat()
    let isReplaced = lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    partialPath = isReplaced ? path + ".partial" : nil
    descriptor = open(
      partialPath ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw OutputFailure(
        "cannot write \(displayable(path)): \(String(cString: strerror(errno))); name another file with --output."
      )
    }
  }

  /// Writes a piece of the result.
  ///
  /// - Throws: a sentence when the disk is full or the reader of a pipe has gone.
  func write(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    guard standpunkt.write(bytes, to: descriptor) else {
      let reason = String(cString: strerror(errno))
      // Half of a result is none.
      if let partialPath { unlink(partialPath) }
      throw OutputFailure("cannot write \(path.map(displayable) ?? "standard output"): \(reason).")
    }
  }

  /// Puts the file under its name. Must be called once, after the last piece.
  consuming func finish() throws {
    guard let path else { return }
    guard close(descriptor) == 0, partialPath.map({ rename($0, path) == 0 }) ?? true else {
      let reason = String(cString: strerror(errno))
      if let partialPath { unlink(partialPath) }
      throw OutputFailure("cannot write \(displayable(path)): \(reason).")
    }
  }
}

/// Results could not be written; the message is one sentence.
struct OutputFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
