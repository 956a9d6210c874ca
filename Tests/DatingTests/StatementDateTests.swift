import Dating
import NewsArchive
import Testing
import TextModel

/// Dates of statements, counted from that of their article.
@Suite struct StatementDateTests {
  @Test(arguments: [
    ("Das Gespräch wurde am 27. Februar aufgezeichnet.", "2025-03-05", "2025-02-27"),
    ("Er hatte das bereits im März gesagt.", "2025-02-10", "2024-03"),
    ("Er hatte das bereits im März gesagt.", "2025-04/2025-05", "2025-03"),
    ("Das sagte er am Dienstag.", "2025-03-06", "2025-03-04"),
    ("Das sagte er am vergangenen Dienstag.", "2025-03-04", "2025-02-25"),
    ("Das sagte er gestern.", "2025-03-01", "2025-02-28"),
    ("Das sagte er vergangene Woche.", "2025-03-06", "2025-02-24/2025-03-02"),
    ("Das sagte er im vergangenen Jahr.", "2025-03", "2024"),
    ("Das sagte er im März vergangenen Jahres.", "2025-03-06", "2024-03"),
    ("Das sagte er am 3. Mai 2019.", "2025-03-06", "2019-05-03"),
    ("Das soll am 1. Januar geschehen.", "2025-03-06", "2026-01-01"),
    ("Das sagte er vor drei Tagen.", "2025-03-06", "2025-03-03"),
  ])
  func settled(text: String, article own: String, expected: String) {
    let reference = ArticleDate(edtf: EDTF(own), basis: .explicit, reason: "given.")
    let article = articleReader.article(document: "d", path: "d.txt", text: SourceText(text))
    let date = articleDater.date(in: article.text.span, of: article, reference: reference)
    #expect(date?.edtf?.description == expected)
    #expect(date?.evidence.count == 1)
  }

  @Test(arguments: [
    ("Das sagte er am Dienstag.", "2025"), ("Das sagte er am 4. März.", "2020/2025"),
    ("Das sagte er heute.", "2025-03-06"), ("Das sagte er.", "2025-03-06"),
    ("Das gilt bis 2027.", "2025-03-06"), ("Das sagte er gestern.", "2025/.."),
  ])
  func leftOpen(text: String, article own: String) {
    let reference = ArticleDate(edtf: EDTF(own), basis: .explicit, reason: "given.")
    let article = articleReader.article(document: "d", path: "d.txt", text: SourceText(text))
    #expect(articleDater.date(in: article.text.span, of: article, reference: reference) == nil)
  }
}
