import Dispatch
import Explorer
import Glibc
import TextModel

/// What the user marked, kept in `$XDG_DATA_HOME/standpunkt/marks.tsv`.
///
/// The file is only ever appended to: a line for every mark set (`+`) or taken away (`-`), written in one
/// piece and brought to the disk before anybody says that it is marked. A line that could not be written to
/// its end is taken back. One that a crash cut short has no line end and does not count; the next to write
/// closes it with tabs, so that it has too many fields to count ever.
final class MarkFile: Sendable {
  private let path: String
  /// Which archive the marks are about: the named paths, resolved.
  private let archive: String
  private let queue = DispatchQueue(label: "standpunkt.marks", qos: .userInitiated)

  /// The marks of an archive; nil without a place to keep them.
  init?(paths: [String]) {
    guard let folder = Self.dataFolder else { return nil }
    path = folder + "/marks.tsv"
    archive = paths.map(Self.resolved).joined(separator: ":")
  }

  /// Reads the marks on a thread of its own.
  func load(_ receive: @escaping @Sendable ([Mark]) -> Void) {
    queue.async { [self] in receive(read()) }
  }

  /// Stores a change; the answer is nil when it is safe on the disk, else why not.
  func save(_ mark: Mark, isMarked: Bool, _ receive: @escaping @Sendable (String?) -> Void) {
    queue.async { [self] in
      let fields = [
        isMarked ? "+" : "-", archive, mark.document, "\(mark.begin)", "\(mark.end)", mark.date,
        mark.speaker, mark.quote,
      ]
      let line = fields.map(Self.field).joined(separator: "\t") + "\n"
      receive(append(Array(line.utf8)) ? nil : "the mark could not be stored in \(path)")
    }
  }

  /// Marks set and not taken away, in the order of marking.
  private func read() -> [Mark] {
    guard let bytes = contents() else { return [] }
    var marks: [Mark] = []
    // What follows the last line end was cut short.
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Self.text)
      guard fields.count == Self.fieldCount, fields[1] == archive, let begin = Int(fields[3]),
        let end = Int(fields[4]), begin >= 0, end >= begin
      else { continue }
      let mark = Mark(
        document: fields[2], begin: begin, end: end, quote: fields[7], speaker: fields[6],
        date: fields[5])
      marks.removeAll { $0.isSame(as: mark) }
      if fields[0] == "+" { marks.append(mark) }
    }
    return marks
  }

  private static let fieldCount = 8

  private func append(_ line: [UInt8]) -> Bool {
    makeFolders(of: path)
    let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    // Two explorers may write at once.
    guard flock(file, LOCK_EX) == 0 else { return false }
    var bytes = line
    var last: UInt8 = 0
    let size = lseek(file, 0, SEEK_END)
    if size > 0, pread(file, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") {
      bytes =
        Array(repeating: UInt8(ascii: "\t"), count: Self.fieldCount) + [UInt8(ascii: "\n")] + bytes
    }
    if write(file, bytes, bytes.count) == bytes.count, fdatasync(file) == 0 { return true }
    if size >= 0 { ftruncate(file, size) }
    return false
  }

  private func contents() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0, bytes.count < 64 << 20 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// A field without tabs and line ends: `\t`, `\n`, `\r` and `\\` stand for themselves.
  private static func field(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
      case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
      case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
      case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What `field` wrote.
  private static func text(_ field: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "t")): bytes.append(UInt8(ascii: "\t"))
      case (true, UInt8(ascii: "n")): bytes.append(UInt8(ascii: "\n"))
      case (true, UInt8(ascii: "r")): bytes.append(UInt8(ascii: "\r"))
      default: bytes.append(byte)
      }
      isEscaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// `$XDG_DATA_HOME/standpunkt`, else `~/.local/share/standpunkt`; nil without a home.
  private static var dataFolder: String? {
    if let xdg = getenv("XDG_DATA_HOME"), xdg.pointee == 0x2F {
      return String(cString: xdg) + "/standpunkt"
    }
    guard let home = getenv("HOME"), home.pointee != 0 else { return nil }
    return String(cString: home) + "/.local/share/standpunkt"
  }

  private func makeFolders(of path: String) {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
