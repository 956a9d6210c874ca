import Glibc

extension Terminal {
  /// Puts text on the clipboard of the user's own machine (OSC 52), also through SSH and tmux.
  ///
  /// Terminals that do not know the sequence ignore it; the oldest would print it and get nothing. Control
  /// characters are the caller's to remove: what is pasted may be pasted into a shell.
  ///
  /// - Returns: false when nothing was sent: the terminal is too old, or the text is longer than 64 kB.
  public mutating func copy(_ text: String) -> Bool {
    let type = Device.environment("TERM") ?? ""
    let old = ["linux", "vt", "ansi", "wy", "sun", "cons", "pcansi"]
    let bytes = Array(text.utf8)
    guard !old.contains(where: type.hasPrefix), bytes.count <= 64 << 10 else { return false }
    return device.send(Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07])
  }
}

extension Device {
  /// Writes bytes beside the screen's own; false when the terminal went away.
  func send(_ bytes: [UInt8]) -> Bool {
    fflush(stream)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, 1000)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// Bytes in the alphabet of RFC 4648, padded.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for begin in stride(from: 0, to: bytes.count, by: 3) {
    let part = bytes[begin..<min(begin + 3, bytes.count)]
    var word = 0
    for index in 0..<3 {
      word = word << 8 | (index < part.count ? Int(part[begin + index]) : 0)
    }
    for index in 0..<4 {
      result.append(
        index <= part.count ? alphabet[(word >> (18 - 6 * index)) & 63] : UInt8(ascii: "="))
    }
  }
  return result
}
