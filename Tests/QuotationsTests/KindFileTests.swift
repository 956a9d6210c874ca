import Testing

@Suite("Case files by kind of text")
struct KindFileTests {
  @Test(
    "every expected word stands in its text, and each kind has twenty cases",
    arguments: KindCase.kinds)
  func readable(kind: String) throws {
    let cases = try KindCase.read(kind)
    #expect(cases.count >= 20)
    #expect(Set(cases.map(\.name)).count == cases.count, "two cases have the same name")
    #expect(cases.contains { $0.expected.isEmpty }, "no case without statements")
    for one in cases {
      for statement in one.expected {
        for (a, b) in zip(statement.quote, statement.quote.dropFirst()) {
          #expect(a.end <= b.begin, "\(one): spans of a quote overlap")
        }
        if statement.type == .direct || statement.type == .indirect { continue }
        #expect(statement.cue.isEmpty && statement.frame.isEmpty, "\(one): a cue without a frame")
      }
    }
  }

  @Test("a word is found as a whole word, and by its number")
  func occurrences() throws {
    let content = """
      === pronoun
      Der Maler ging, sagt er. Er bleibe dabei, sagt er.
      ---
      indirect   quote=Er bleibe dabei   cue=sagt@2   speaker=er@2
      """
    let one = try #require(KindCase.parse(content, kind: "test").first)
    let statement = try #require(one.expected.first)
    #expect(one.text[statement.quote[0]] == "Er bleibe dabei")
    #expect(statement.speaker.first?.begin == 47)
  }

  @Test("an unknown word or type is told")
  func mistakes() {
    #expect(throws: KindFileError.self) {
      try KindCase.parse("=== a\nText.\n---\ndirect   quote=Tex", kind: "test")
    }
    #expect(throws: KindFileError.self) {
      try KindCase.parse("=== a\nText.\n---\nspoken   quote=Text", kind: "test")
    }
  }
}
