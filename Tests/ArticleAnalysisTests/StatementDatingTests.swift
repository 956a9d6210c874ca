import ArticleAnalysis
import GermanLanguage
import NewsArchive
import Testing
import TextModel

private let analyser = ArticleAnalyser(lexicon: .embedded)
private let reader = ArticleReader()

/// The dates of the statements of a text that appeared on a day, in text order; nil for the article's own.
private func dates(_ text: String, on day: String) -> [String?] {
  let article = reader.article(document: "d", path: "d.txt", text: SourceText(text))
  return analyser.analyse(article, metadataDate: day, depth: .statements).statements.map {
    $0.date?.edtf?.description
  }
}

@Suite("Dates of statements")
struct StatementDatingTests {
  @Test(arguments: [
    ("„Wir bleiben“, hatte Maria Huber bereits im März gesagt.", "2025-03"),
    ("„Wir bleiben“, sagte Maria Huber am Dienstag.", "2025-07-01"),
    ("Am 27. Februar sagte Maria Huber: „Wir bleiben.“", "2025-02-27"),
    ("„Wir bleiben“, sagte sie gestern.", "2025-07-03"),
  ])
  func belongsToTheReport(text: String, expected: String) {
    #expect(dates(text, on: "2025-07-04") == [expected])
  }

  @Test(arguments: [
    "„Wir bleiben“, sagte Maria Huber.", "„Wir bleiben“, sagte Maria Huber am Freitag.",
    "„Wir bleiben“, sagte Maria Huber vor dem Gipfel am Dienstag.",
    "„Wir bleiben“, sagte Maria Huber, die im März gewählt worden war.",
    "„Wir bleiben“, sagte Maria Huber, die seit 2019 regiert.",
    "„Wir kommen am Dienstag“, sagte Maria Huber.",
  ])
  func isTheArticles(text: String) {
    #expect(dates(text, on: "2025-07-04") == [nil])
  }

  @Test func inAnArticleWhoseDateHasAnOpenEnd() {
    let text = "„Wir bleiben“, sagte Maria Huber am 4. Mai 2021."
    #expect(dates(text, on: "2020-01/..") == ["2021-05-04"])
    #expect(dates("„Wir bleiben“, sagte Maria Huber im Juni.", on: "2020-01/..") == [nil])
  }

  @Test func ofARecording() {
    let text =
      "Das Gespräch wurde am 27. Juni aufgezeichnet. „Wir bleiben“, sagte Maria Huber darin."
    #expect(dates(text, on: "2025-07-04") == ["2025-06-27"])
  }

  @Test func goesOnWithTheSentence() {
    let text = "Maria Huber sagte am Dienstag, sie bleibe. Man habe keine Eile."
    #expect(Set(dates(text, on: "2025-07-04")) == ["2025-07-01"])
  }
}
