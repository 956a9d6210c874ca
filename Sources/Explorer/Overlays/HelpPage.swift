import ScreenModel

/// Every key of a context, printed from the table that binds them; in two columns where there is room.
func helpPage(_ page: inout PageText, _ keymap: Keymap, _ context: KeyContext) {
  guard page.columns >= 84 else {
    helpSections(&page, keymap, context, Keymap.Section.allCases, signs: true)
    return
  }
  var left = PageText(columns: page.columns / 2 - 1)
  var right = PageText(columns: page.columns / 2 - 1)
  helpSections(&left, keymap, context, [.moving, .statements, .editing], signs: false)
  helpSections(&right, keymap, context, [.time, .filters, .views, .program], signs: true)
  page.beside(left, right)
}

private func helpSections(
  _ page: inout PageText, _ keymap: Keymap, _ context: KeyContext, _ sections: [Keymap.Section],
  signs: Bool
) {
  let width = page.columns < 44 ? 16 : page.columns < 60 ? 22 : 24
  for section in sections {
    var lines: [(keys: String, words: String)] = []
    for binding in keymap.bindings
    where binding.section == section && binding.contexts.contains(context) {
      let keys = binding.keys.map(\.displayName).joined(separator: " ")
      // A further binding of the same command adds its keys to the line above.
      if binding.help.isEmpty {
        if let index = lines.firstIndex(where: { $0.words == words(for: binding.command) }) {
          lines[index].keys += " " + keys
        }
      } else {
        lines.append((keys, binding.help))
      }
    }
    func words(for command: Command) -> String? {
      keymap.bindings.first {
        $0.command == command && $0.contexts.contains(context) && !$0.help.isEmpty
      }?.help
    }
    if lines.isEmpty { continue }
    page.heading(section.rawValue)
    for line in lines {
      page.field("  " + line.keys, StyledLine(line.words), width: width, nameRole: .key)
    }
  }
  guard signs else { return }
  page.heading("Signs")
  page.field("  + −", StyledLine("supports, opposes"), width: width, nameRole: .support)
  page.field("  ± ○", StyledLine("both, neither"), width: width, nameRole: .ambivalent)
  page.field(
    "  ┃", StyledLine("beside a statement; ▌ beside the selected one"), width: width,
    nameRole: .gutter
  )
  page.field(
    "  ┆", StyledLine("beside one outside the filter; ⚑ beside a marked one"), width: width,
    nameRole: .gutter)
  page.field(
    "  ~ ..", StyledLine("a date that is not known to the day"), width: width,
    nameRole: .dateUncertain)
  page.field(
    "  ░", StyledLine("articles that lie only possibly in a month"), width: width,
    nameRole: .dateUncertain)
}
