import ScreenModel

/// Rows of a page, as they are written one below the other.
struct PageText {
  let columns: Int
  private(set) var rows: [StyledLine] = []

  init(columns: Int) { self.columns = max(1, columns) }

  mutating func blank() { if !rows.isEmpty { rows.append(StyledLine()) } }

  /// Two narrower pages side by side.
  mutating func beside(_ left: PageText, _ right: PageText) {
    for index in 0..<max(left.rows.count, right.rows.count) {
      var line = index < left.rows.count ? left.rows[index] : StyledLine()
      if index < right.rows.count {
        line.append(String(repeating: " ", count: max(1, columns / 2 + 1 - line.columns)))
        line.append(right.rows[index])
      }
      rows.append(line)
    }
  }

  mutating func heading(_ text: String) {
    blank()
    rows.append(StyledLine(text, role: .heading))
  }

  /// A name and what it is, which goes on below itself when it is long.
  mutating func field(
    _ name: String, _ value: StyledLine, width: Int = 12, nameRole: Role = .faint
  ) {
    let named = DisplayText.columns(of: name)
    let isBeside = columns >= width * 2 && named < width
    let indent = isBeside ? width : min(4, columns / 8)
    let lines = broken(value, columns: max(1, columns - indent))
    if !isBeside { text(StyledLine(name, role: nameRole)) }
    for (index, line) in lines.enumerated() {
      let margin =
        index == 0 && isBeside
        ? StyledLine(name + String(repeating: " ", count: width - named), role: nameRole)
        : StyledLine(String(repeating: " ", count: indent))
      rows.append(margin + line)
    }
  }

  mutating func text(_ line: StyledLine, indent: Int = 0) {
    for part in broken(line, columns: max(1, columns - indent)) {
      rows.append(StyledLine(String(repeating: " ", count: indent)) + part)
    }
  }

  /// Breaks a line at its blanks, and words that are longer than a row where the row ends.
  private func broken(_ line: StyledLine, columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = [StyledLine()]
    var used = 0
    for run in line.runs {
      let words = run.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() {
        let width = DisplayText.columns(of: String(word))
        if index > 0 {
          if used + 1 + width > columns {
            lines.append(StyledLine())
            used = 0
          } else if used > 0 {
            lines[lines.count - 1].append(" ", role: run.role, flags: run.flags)
            used += 1
          }
        } else if used > 0, used + width > columns {
          lines.append(StyledLine())
          used = 0
        }
        var rest = word
        while DisplayText.columns(of: String(rest.prefix(columns + 1))) > columns {
          let part = Self.beginning(of: rest, columns: columns)
          lines[lines.count - 1].append(String(part), role: run.role, flags: run.flags)
          lines.append(StyledLine())
          rest = rest[part.endIndex...]
        }
        if !rest.isEmpty {
          lines[lines.count - 1].append(String(rest), role: run.role, flags: run.flags)
          used += DisplayText.columns(of: String(rest))
        }
      }
    }
    return lines
  }

  /// As much of a word as fits, a character at the least.
  private static func beginning(of word: Substring, columns: Int) -> Substring {
    var part = word.prefix(1)
    while part.endIndex < word.endIndex {
      let next = word[..<word.index(after: part.endIndex)]
      guard DisplayText.columns(of: String(next)) <= columns else { break }
      part = next
    }
    return part
  }
}
