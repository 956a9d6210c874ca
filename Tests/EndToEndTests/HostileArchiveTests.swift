import ScreenModel
import Testing

/// What an archive contains is shown, never obeyed.
@Suite(.serialized) struct HostileArchiveTests {
  private static let attacks = [
    "\u{1B}[2J\u{1B}[1;1HGEKAPERT", "\u{1B}]0;Titel\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{9B}31m",
    "\u{1B}P1000p\u{1B}\\", "\u{202E}redrow", "\u{2066}x\u{2069}", "\u{0E}\u{08}\u{0D}", "\u{1B}c",
  ]

  @Test func neverObeysAnArticle() throws {
    var files = TemporaryArchive.articles
    let attack = Self.attacks.joined(separator: " und ")
    files["2025-05-05 böse \u{1B}[31m\u{202E}.txt"] = """
      Boese \(attack) Schlagzeile

      „Ich \(attack) fordere das“, sagte Minister \u{1B}[5mOtto\u{1B}[0m Beispiel am Montag. \(attack)
      """
    let archive = try TemporaryArchive(files)
    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path])
    try terminal.wait(forText: "▌2025-05-05", seconds: 60)
    try terminal.wait(forText: "␛[2J")
    // Through list, text, statement, explanation and the lists of actors.
    for keys in ["J", "e", "<Esc>", "<Tab>", "a", "<Esc>", "r", "<Esc>"] {
      try terminal.type(keys)
      terminal.settle(milliseconds: 150)
    }
    let screen = terminal.screen
    #expect(screen.unknown.allSatisfy { $0.hasPrefix("]104") }, "\(screen.unknown)")
    #expect(screen.bells == 0)
    #expect(!screen.rows[0].hasPrefix("GEKAPERT"))
    let sent = String(decoding: screen.bytes, as: UTF8.self)
    for scalar in sent.unicodeScalars {
      #expect(!(0x80..<0xA0).contains(scalar.value), "C1 control \(scalar.value)")
      #expect(
        !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
    #expect(
      !sent.contains("\u{1B}]52") && !sent.contains("\u{1B}]0") && !sent.contains("\u{1B}[5m"))
    try terminal.type("qqq")
    #expect(try terminal.waitForExit() == 0)
  }
}
