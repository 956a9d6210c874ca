import Dating
import Glibc
import NewsArchive
import Testing
import TextModel

/// The package's folder, found from where this file lies.
private let packageRoot = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
private let articles = packageRoot + "/../shared/articles"
private let corpus = packageRoot + "/corpus"

/// The annotated articles, where they are at hand; they are not part of the project.
@Suite(.enabled(if: access(articles, R_OK) == 0)) struct SharedArticlesTests {
  @Test(arguments: [
    ("000_", "2023/.."), ("001_", "2025-03-04/2025-03-10"), ("002_", "2023-03-31T13:46:00"),
    ("003_", "2022-12-01/2023-01-13"), ("004_", "2022-11-24/2022-11-30"),
  ])
  func date(prefix: String, expected: String) throws {
    let inputs = ArticleWalker(paths: [articles]).walk().inputs
    let input = try #require(inputs.first { $0.document.hasPrefix(prefix) })
    let date = articleDater.date(of: try articleReader.read(input))
    #expect(date.edtf?.description == expected)
  }
}

/// The sample corpus: its articles' true days, where its README gives one, lie inside what is claimed.
@Suite(.enabled(if: access(corpus, R_OK) == 0)) struct CorpusTests {
  @Test(arguments: [
    ("bsp-001", "2020-08-19"), ("bsp-002", "2020-09-14"), ("bsp-005", "2022-03-07"),
    ("bsp-006", "2022-05-05"), ("bsp-008", "2022-11-15"), ("bsp-009", "2022-11-23"),
    ("bsp-012", "2023-02-18"), ("bsp-013", "2023-03-26"), ("bsp-014", "2023-03-31"),
    ("bsp-020", "2024-08-29"), ("bsp-022", "2024-12-06"),
  ])
  func claimsHoldTheTrueDay(name: String, day: String) throws {
    let inputs = ArticleWalker(paths: [corpus]).walk().inputs
    let input = try #require(inputs.first { $0.document.contains(name) })
    let date = articleDater.date(of: try articleReader.read(input))
    let claimed = try #require(date.days, "\(date.reason)")
    let truth = EDTF(day)?.days.lowerBound ?? 0
    #expect(claimed.contains(truth), "\(claimed) \(date.reason)")
  }
}
