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
    let width = columns >= width * 2 ? width : 0
    let indent = String(repeating: " ", count: width)
    let lines = broken(value, columns: max(1, columns - width))
    if width == 0 { rows.append(StyledLine(name, role: nameRole)) }
    for (index, line) in lines.enumerated() {
      let gap = max(0, width - DisplayText.columns(of: name))
      let margin =
        index == 0 && width > 0
        ? StyledLine(name + String(repeating: " ", count: gap), role: nameRole)
        : StyledLine(indent)
      rows.append(margin + line)
    }
  }

  mutating func text(_ line: StyledLine, indent: Int = 0) {
    for part in broken(line, columns: max(1, columns - indent)) {
      rows.append(StyledLine(String(repeating: " ", count: indent)) + part)
    }
  }

  /// Breaks a line at its blanks; a long word is cut by the screen's edge.
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
        if !word.isEmpty {
          lines[lines.count - 1].append(String(word), role: run.role, flags: run.flags)
          used += width
        }
      }
    }
    return lines
  }
}
