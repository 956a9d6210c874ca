import ScreenModel
import Testing

@Suite struct ThemeTests {
  /// What a reader must tell apart in the text is told apart on every terminal.
  @Test(arguments: ColourDepth.allCases)
  func tellsTheRolesOfATextApart(depth: ColourDepth) {
    let theme = Theme(depth: depth)
    let roles: [Role] = [.text, .quote, .quoteSelected, .speaker, .cue, .evidence, .control]
    var seen: [Style: Role] = [:]
    for role in roles {
      let style = theme.style(for: role)
      #expect(seen[style] == nil, "\(role) looks like \(String(describing: seen[style]))")
      seen[style] = role
    }
  }

  @Test func usesNoColourWithoutColours() {
    for role in Role.allCases {
      #expect(Theme(depth: .none).style(for: role).foreground == nil)
    }
  }

  @Test(arguments: ColourDepth.allCases)
  func marksSelectionsAndHits(depth: ColourDepth) {
    let theme = Theme(depth: depth)
    for role in Role.allCases {
      let plain = theme.style(for: role)
      let selected = theme.style(for: role, flags: .selected)
      #expect(selected.reverse)
      #expect(theme.style(for: role, flags: .match) != plain)
      #expect(theme.style(for: role, flags: [.selected, .match]) != selected)
    }
  }

  @Test func knowsDepths() {
    #expect(
      [-1, 0, 8, 16, 88, 256, 1 << 24].map { ColourDepth(colours: $0) } == [
        .none, .none, .eight, .sixteen, .sixteen, .many, .eight,
      ])
  }
}
