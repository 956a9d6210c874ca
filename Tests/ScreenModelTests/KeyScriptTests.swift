import ScreenModel
import Testing

@Suite struct KeyScriptTests {
  @Test func readsLiteralsAndNames() throws {
    #expect(
      try KeyScript.parse("jd2<Enter><C-d><S-Tab><lt>><F12><Space><BS>") == [
        .character("j"), .character("d"), .character("2"), .enter, .control("d"), .backTab,
        .character("<"), .character(">"), .function(12), .character(" "), .backspace,
      ])
  }

  @Test(arguments: [
    ("<C-i>", Key.tab), ("<C-M>", .enter), ("<c-h>", .backspace), ("<C-[>", .escape),
  ])
  func readsControlKeysAsATerminalSendsThem(script: String, key: Key) throws {
    #expect(try KeyScript.parse(script) == [key])
  }

  @Test(arguments: [
    (
      "jj<Foo>",
      "keys:3: expected a key such as <Enter>, <Esc>, <Tab>, <PgDn>, <C-d>, <F1> or <lt>, found <Foo>"
    ),
    (
      "<F13>",
      "keys:1: expected a key such as <Enter>, <Esc>, <Tab>, <PgDn>, <C-d>, <F1> or <lt>, found <F13>"
    ),
    ("a<b", "keys:2: expected a key name closed by > (or <lt> for the character <), found <b"),
  ])
  func saysWhereAScriptIsWrong(script: String, message: String) {
    do {
      let keys = try KeyScript.parse(script)
      Issue.record("was read as \(keys)")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func writesWhatItReads() throws {
    let keys: [Key] = [
      .character("j"), .character("<"), .character(" "), .control("d"), .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .enter, .tab, .backTab, .escape, .backspace, .delete,
      .insert, .function(1), .function(12),
    ]
    for key in keys { #expect(try KeyScript.parse(key.scriptName ?? "") == [key]) }
  }
}
