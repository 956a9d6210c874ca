import ArticleAnalysis
import Glibc
import Testing

/// The number of the rules is a hash of all modules that read an article, so that none can change unnoticed.
@Suite struct RulesDigestTests {
  private static let modules = [
    "Actors", "ArticleAnalysis", "CLearnedWeights", "CLexicon", "Dating", "GermanLanguage",
    "NewsArchive", "QuotationLearning", "Quotations", "StanceAnalysis", "TextModel",
  ]

  @Test func everyRuleCounts() {
    let sources = Self.root + "/Sources/"
    let folders = Self.modules.map { sources + $0 }.joined(separator: " ")
    let hash = Self.output(
      """
      export LC_ALL=C
      find \(folders) \\( -name '*.swift' -o -name '*.c' -o -path '*/data/*' -type f \\) | sort |
        xargs grep -ahv '^[[:space:]]*//' | sha256sum | cut -c 1-16
      """)
    #expect(
      UInt64(hash, radix: 16) == ArticleAnalyser.rulesVersion,
      "Sources/RulesDigest leaves out a module, or the program was not built from these sources")
  }

  private static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// What a command prints, without line breaks.
  private static func output(_ command: String) -> String {
    guard let pipe = popen(command, "r") else { return "" }
    defer { pclose(pipe) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, pipe)
    return String(decoding: bytes[..<count].filter { $0 > 0x20 }, as: UTF8.self)
  }
}
