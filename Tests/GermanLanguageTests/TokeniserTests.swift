import GermanLanguage
import Testing
import TextModel

private let tokeniser = Tokeniser(lexicon: GermanLexicon(files: .embedded))

private func words(_ text: String) -> [String] {
  let source = SourceText(text)
  let buffer = tokeniser.tokens(ofLines: source)
  return (0..<buffer.count).map { source[buffer.span($0)] }
}

private func sentences(_ text: String) -> [String] {
  let source = SourceText(text)
  let buffer = tokeniser.tokens(ofLines: source)
  return buffer.sentences.map { source[buffer.span($0)] }
}

@Suite("Tokens and sentences")
struct TokeniserTests {
  @Test(
    "words keep hyphens, apostrophes and gender marks; marks stand alone",
    arguments: [
      ("Der US-Präsident sagte: „Halt!“", "Der|US-Präsident|sagte|:|„|Halt|!|“"),
      ("That's so, Bürger:innen", "That's|so|,|Bürger:innen"),
      ("Innen- und Außenpolitik – ab 13:46", "Innen-|und|Außenpolitik|–|ab|13:46"),
      ("35.000 40-Jährige", "35.000|40-Jährige"), ("(dpa/pm)", "(|dpa|/|pm|)"),
      ("laut F.A.Z. am", "laut|F.A.Z|.|am"), ("''so'' ‚nein‘", "''|so|''|‚|nein|‘"),
    ])
  func tokens(text: String, expected: String) {
    #expect(words(text).joined(separator: "|") == expected)
  }

  @Test(
    "a full stop ends a sentence only where one can end",
    arguments: [
      ("Er kam am 24. November nach Bonn. Dann ging er.", 2),
      ("Dr. Maier sprach z. B. mit J. D. Huber. Er lachte.", 2),
      ("Papst Benedikt XVI. reiste ab. Das war 2009. Es regnete.", 3),
      ("„Das geht nicht.“ Sie ging.", 2), ("„Geht das?“, fragte sie.", 1),
      ("Er sagte „Nein!“ und ging.", 1), ("Eins … zwei. Drei!", 2),
      ("Zeile eins\nZeile zwei", 2), ("", 0), ("...", 1),
    ])
  func sentenceEnds(text: String, count: Int) {
    #expect(sentences(text).count == count, "\(sentences(text))")
  }

  @Test("case, umlauts and ß do not matter for comparison")
  func folding() {
    #expect(WordFold.hash("Größe") == WordFold.hash("GROESSE"))
    #expect(WordFold.hash("ÄRZTE") == WordFold.hash("aerzte"))
    #expect(WordFold.hash("Maße") != WordFold.hash("Mase"))
  }

  @Test("compounds take the classes of their end")
  func compounds() {
    let buffer = tokeniser.tokens(ofLines: SourceText("Der Landesumweltminister"))
    #expect(buffer.classes[1].contains(.person))
    #expect(buffer.classes[0].contains(.definiteArticle))
  }

  @Test(
    "on any bytes, tokens are ordered, disjoint, inside their block and on character boundaries")
  func hostile() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return state >> 33
    }
    let alphabet = Array("aÄß .,:;!?\"'„“‚‘»«-–—…()\n1é漢🙂’&\u{00AD}\u{00A0}SZd")
    for _ in 0..<300 {
      let text = SourceText(
        String((0..<Int(next() % 60)).map { _ in alphabet[Int(next()) % alphabet.count] }))
      let buffer = tokeniser.tokens(ofLines: text)
      var last = 0
      for token in 0..<buffer.count {
        let span = buffer.span(token)
        #expect(span.begin >= last && span.end > span.begin && span.end <= text.count)
        #expect(text.isCodePointBoundary(span.begin) && text.isCodePointBoundary(span.end))
        last = span.end
      }
      #expect(buffer.sentences.reduce(0) { $0 + $1.count } == buffer.count)
    }
  }
}
