/// A file name pattern of `--include`: `*` and `?` for any run of bytes and any one, `[a-z]` and `[!a-z]`
/// for one of a set, `\` before a byte that stands for itself.
///
/// A pattern with a `/` is compared with the path below the given PATH, `**` then also crosses `/`; one
/// without is compared with the file's name.
struct NamePattern: Sendable {
  private let pattern: [UInt8]
  private let wantsPath: Bool

  init(_ text: String) {
    pattern = Array(text.utf8)
    wantsPath = pattern.contains(slash)
  }

  /// - Complexity: O(pattern × name), since only the last star is retried.
  func matches(relativePath: ArraySlice<UInt8>) -> Bool {
    if wantsPath { return matches(relativePath) }
    let name = relativePath.lastIndex(of: slash).map { relativePath[($0 + 1)...] } ?? relativePath
    return matches(name)
  }

  private func matches(_ name: ArraySlice<UInt8>) -> Bool {
    var at = name.startIndex
    var rule = 0
    // Where to go on when what follows the last star does not fit; a single star inside a path may
    // not be stretched over a slash, a double one before it may.
    var retry: (rule: Int, at: Int)?
    var retryAcross: (rule: Int, at: Int)?
    while true {
      if rule < pattern.count, pattern[rule] == UInt8(ascii: "*") {
        var end = rule
        while end < pattern.count, pattern[end] == UInt8(ascii: "*") { end += 1 }
        if end - rule > 1 {
          retryAcross = (end, at)
          retry = nil
          // "**/" also stands for no folder at all.
          if end < pattern.count, pattern[end] == slash,
            at == name.startIndex || name[at - 1] == slash
          {
            retryAcross = (end + 1, at)
            end += 1
          }
        } else {
          retry = (end, at)
        }
        rule = end
        continue
      }
      if at == name.endIndex, rule == pattern.count { return true }
      if at < name.endIndex, let next = step(rule, name[at]) {
        rule = next
        at += 1
        continue
      }
      if let back = retry, back.at < name.endIndex, !wantsPath || name[back.at] != slash {
        retry = (back.rule, back.at + 1)
        (rule, at) = (back.rule, back.at + 1)
      } else if let back = retryAcross, back.at < name.endIndex {
        retryAcross = (back.rule, back.at + 1)
        retry = nil
        (rule, at) = (back.rule, back.at + 1)
      } else {
        return false
      }
    }
  }

  /// Where the pattern goes on after taking `byte` at `rule`; nil when it does not take it.
  private func step(_ rule: Int, _ byte: UInt8) -> Int? {
    guard rule < pattern.count else { return nil }
    switch pattern[rule] {
    case UInt8(ascii: "?"):
      return byte == slash ? nil : rule + 1
    case UInt8(ascii: "\\") where rule + 1 < pattern.count:
      return pattern[rule + 1] == byte ? rule + 2 : nil
    case UInt8(ascii: "["):
      return set(rule, byte) ?? (byte == UInt8(ascii: "[") ? rule + 1 : nil)
    default:
      return pattern[rule] == byte ? rule + 1 : nil
    }
  }

  /// A bracketed set beginning at `rule`; nil when there is no closing bracket or the byte is not in it.
  private func set(_ rule: Int, _ byte: UInt8) -> Int? {
    var at = rule + 1
    let negated = at < pattern.count && pattern[at] == UInt8(ascii: "!")
    if negated { at += 1 }
    var found = false
    var first = true
    while at < pattern.count, first || pattern[at] != UInt8(ascii: "]") {
      first = false
      if at + 2 < pattern.count, pattern[at + 1] == UInt8(ascii: "-"),
        pattern[at + 2] != UInt8(ascii: "]")
      {
        if pattern[at] <= byte, byte <= pattern[at + 2] { found = true }
        at += 3
      } else {
        if pattern[at] == byte { found = true }
        at += 1
      }
    }
    guard at < pattern.count, found != negated else { return nil }
    return at + 1
  }
}
