import CorpusStore
import Testing
import TextModel

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Größe", "groesse"), ("ÄRGER", "aerger"), ("Straße", "STRASSE"), ("groesse", "Größe"),
    ("Erdoğan", "erdogan"), ("Élysée", "elysee"), ("Łódź", "lodz"),
    ("Waffen\u{AD}ruhe", "waffenruhe"),
    ("Mu\u{308}nchen", "muenchen"), ("MÜNCHEN", "mün"), ("GROẞ", "gross"),
    ("in\n  Minsk", "in minsk"),
  ])
  func findsInAnySpelling(_ text: String, _ query: String) {
    let word = [FoldedText(query).bytes]
    #expect(!FoldedText(text).matches(word).isEmpty)
  }

  @Test func spansCoverWholeCharacters() {
    let text = SourceText("Die Größe zählt, größer ist schöner.")
    let folded = FoldedText(text.utf8)
    #expect(folded.matches(foldedWords("größ")).map { text[$0] } == ["Größ", "größ"])
    // Half an umlaut ("o" of "oe") takes it whole.
    #expect(folded.matches(foldedWords("gro")).map { text[$0] } == ["Grö", "grö"])
    #expect(folded.matches(foldedWords("zaehlt")).map { text[$0] } == ["zählt"])
    #expect(folded.matches(foldedWords("")).isEmpty)
  }

  @Test func severalWordsGiveDisjointSpans() {
    let folded = FoldedText("Waffenruhe, Ruhe, Waffe")
    #expect(
      folded.matches(foldedWords("ruhe waffenruhe")) == [TextSpan(0, 10), TextSpan(12, 16)])
  }
}
