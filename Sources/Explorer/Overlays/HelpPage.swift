import ScreenModel

/// Every key of a context, printed from the table that binds them.
func helpPage(_ page: inout PageText, _ keymap: Keymap, _ context: KeyContext) {
  for section in Keymap.Section.allCases {
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
      page.field("  " + line.keys, StyledLine(line.words), width: 24, nameRole: .key)
    }
  }
  page.heading("Signs")
  page.field("  + −", StyledLine("supports, opposes"), width: 24, nameRole: .support)
  page.field("  ± ○", StyledLine("both, neither"), width: 24, nameRole: .ambivalent)
  page.field(
    "  ┃", StyledLine("beside a statement; ▌ beside the selected one"), width: 24, nameRole: .gutter
  )
  page.field(
    "  ░", StyledLine("articles that lie only possibly in a month"), width: 24,
    nameRole: .dateUncertain)
}
