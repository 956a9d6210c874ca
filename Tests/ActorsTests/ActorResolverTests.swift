import Actors
import CaseFiles
import Foundation
import GermanLanguage
import Testing
import TextModel

private let cases = CaseFile.cases("actors.txt")

private let words = GermanLexicon(files: .embedded)
private let resolver = ActorResolver(words: words)

private func span(_ wanted: String, in text: String) -> TextSpan? {
  let bytes = Array(text.utf8)
  let letters = Array(wanted.utf8)
  guard !letters.isEmpty, bytes.count >= letters.count else { return nil }
  return (0...(bytes.count - letters.count)).last {
    bytes[$0..<$0 + letters.count].elementsEqual(letters)
  }
  .map { TextSpan($0, $0 + letters.count) }
}

private func article(_ text: String, _ edtf: String? = nil) -> Article {
  Article(
    document: "a", path: "a.txt", text: SourceText(text), anatomy: ArticleAnatomy(),
    date: ArticleDate(edtf: edtf.flatMap { EDTF($0) }, basis: .explicit, reason: ""))
}

@Suite struct ActorResolverTests {
  @Test(arguments: cases) func example(_ example: CaseFile) throws {
    var statements: [Statement] = []
    var expected: [(ids: [String], behalf: String?)] = []
    var date: String?
    var quote: TextSpan?
    for line in example.expectations {
      if line.hasPrefix("quote ") { quote = span(String(line.dropFirst(6)), in: example.text) }
      if line.hasPrefix("date ") { date = String(line.dropFirst(5)) }
      guard line.hasPrefix("speaker ") else { continue }
      let parts = line.dropFirst(8).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false
      )
      .map { oneLine(String($0)) }
      let place = try #require(span(parts[0], in: example.text))
      var ids = parts[1]
      var behalf: String?
      if let mark = ids.range(of: " behalf=") {
        behalf = String(ids[mark.upperBound...])
        ids = String(ids[..<mark.lowerBound])
      }
      statements.append(
        Statement(
          ordinal: statements.count + 1, zone: .body, type: .indirect, medium: .speech,
          quote: [quote ?? TextSpan(place.begin, place.begin + 1)], speaker: [place], rule: "case",
          confidence: 1))
      quote = nil
      expected.append((ids.split(separator: ",").map { oneLine(String($0)) }, behalf))
    }
    let source = article(example.text, date)
    let tokens = Tokeniser(lexicon: words).tokens(ofLines: source.text)
    let (actors, resolved) = resolver.resolve(source, statements, tokens: tokens)
    for (statement, wanted) in zip(resolved, expected) {
      #expect(statement.actors.map(\.rawValue) == wanted.ids)
      if let behalf = wanted.behalf { #expect(statement.onBehalfOf?.rawValue == behalf) }
    }
    for line in example.expectations {
      if line.hasPrefix("mention ") {
        let parts = line.dropFirst(8).split(separator: "=").map { oneLine(String($0)) }
        let place = try #require(span(parts[0], in: example.text))
        let actor = actors.first { $0.mentions.contains { place.contains($0.span) } }
        #expect(actor?.id.rawValue == parts[1], "\(parts[0])")
      } else if line.hasPrefix("no mention ") {
        let place = try #require(span(String(line.dropFirst(11)), in: example.text))
        #expect(!actors.contains { $0.mentions.contains { place.overlaps($0.span) } }, "\(line)")
      } else if !["speaker ", "quote ", "date "].contains(where: { line.hasPrefix($0) }) {
        Issue.record("no such expectation: \(line)")
      }
    }
  }

  @Test func aUsersListAddsAndWins() {
    let list = """
      id\tname\tkind\tcountry\taliases\troles\tmetonymOf\tnote
      jan-kowalczyk\tJan Kowalczyk\tperson\tpolen\tKowalczyk; Kowaltschik\tSprecher@2020/..\t\tspeaks on behalf of hafenamt
      hafenamt\tHafenamt\torganisation\tpolen
      broken\t\tperson
      """
    let resolver = ActorResolver(
      words: words, actorLists: [(path: "actors.tsv", bytes: Array(list.utf8))])
    #expect(
      resolver.diagnostics.map(\.message).first?.hasPrefix("line 4: expected id, name") == true)
    let text = "„Wir warten“, sagte Kowaltschik."
    let statement = Statement(
      ordinal: 1, zone: .body, type: .direct, medium: .speech, quote: [TextSpan(0, 1)],
      speaker: [span("Kowaltschik", in: text)].compactMap { $0 }, rule: "case", confidence: 1)
    let tokens = Tokeniser(lexicon: words).tokens(ofLines: SourceText(text))
    let (_, statements) = resolver.resolve(article(text), [statement], tokens: tokens)
    #expect(statements.first?.actors == [ActorID("jan-kowalczyk")])
    #expect(statements.first?.onBehalfOf == ActorID("hafenamt"))
  }

  /// Every line that is not what it should be is named, with what is expected.
  @Test(arguments: [
    ("Kowalczyk", "line 1: expected the header with the columns id, name, kind"),
    ("# a note\n\nKowalczyk\tJan Kowalczyk\tperson", "line 3: expected the header"),
    ("id\tname\tkind\nKowalczyk", "line 2: expected id, name and one of the kinds person"),
    (
      "id\tname\tkind\nhafenamt\tHafenamt\tamt",
      "line 2: expected id, name and one of the kinds person"
    ),
    (
      "id\tname\tkind\nhafenamt\tHafenamt\torganisation\tpolen",
      "line 2: expected at most 3 columns separated by tabs, found 4"
    ),
    (
      "id\tname\tkind\nhuber\tMaria Huber\tperson\nhuber\tEva Huber\tperson",
      "line 3: expected an id that no other line has, found \"huber\" of line 2 again"
    ),
    (
      "id\tname\tkind\troles\nhuber\tMaria Huber\tperson\tMinisterin@2020@2021",
      "line 2: expected a role as title@from/to"
    ),
  ]) func whatIsMalformedIsNamed(list: String, message: String) throws {
    let resolver = ActorResolver(
      words: words, actorLists: [(path: "actors.tsv", bytes: Array(list.utf8))])
    let diagnostic = try #require(resolver.diagnostics.first)
    #expect(resolver.diagnostics.count == 1)
    #expect(diagnostic.path == "actors.tsv")
    #expect(diagnostic.message.hasPrefix(message))
  }

  @Test(arguments: [
    "", "# nothing yet\n", "id\tname\tkind\n", "id\tname\tkind\r\nhuber\tMaria Huber\tperson\r\n",
  ])
  func whatIsWellFormedIsNot(list: String) {
    let resolver = ActorResolver(
      words: words, actorLists: [(path: "actors.tsv", bytes: Array(list.utf8))])
    #expect(resolver.diagnostics.isEmpty)
  }

  @Test func mentionsAreOrderedAndInsideTheText() {
    for example in cases {
      let source = article(example.text)
      let tokens = Tokeniser(lexicon: words).tokens(ofLines: source.text)
      let (actors, _) = resolver.resolve(source, [], tokens: tokens)
      #expect(Set(actors.map(\.id)).count == actors.count)
      for actor in actors {
        #expect(actor.mentions.map(\.span) == actor.mentions.map(\.span).sorted())
        for mention in actor.mentions { #expect(source.text.span.contains(mention.span)) }
      }
    }
  }

  @Test(arguments: [
    ("Maria Huber", "maria-huber"), ("J.D. Vance", "jd-vance"),
    ("Jürgen Großmann", "juergen-grossmann"),
    ("Radosław Sikorski", "radoslaw-sikorski"), ("Åse Kleveland", "ase-kleveland"), ("…", "actor"),
  ]) func slugs(name: String, id: String) {
    #expect(ActorID(slugOf: name).rawValue == id)
  }
}
