import ArticleAnalysis
import FoundationEssentials
import NewsArchive
import TextModel

/// The five annotated articles that lie beside the project on the developers' machines. They belong to
/// others and are not part of the project, so that every test which reads them is skipped without them.
enum SharedArticles {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(3)
    return "/" + (parts.dropLast() + ["shared", "articles"]).joined(separator: "/")
  }()

  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }

  static let names =
    arePresent
    ? ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    : []

  struct Gold: Decodable {
    struct Piece: Decodable {
      var begin: Int
      var end: Int
      var text: String
    }
    struct GoldStatement: Decodable {
      var id: String
      var zone: String
      var type: String
      var quote: [Piece]
      var speaker: [Piece]
    }
    struct NonProsePiece: Decodable {
      var begin: Int
      var end: Int
    }
    var statements: [GoldStatement]
    var nonProse: [NonProsePiece]

    enum CodingKeys: String, CodingKey {
      case statements
      case nonProse = "non_prose"
    }
  }

  static func gold(_ name: String) throws -> Gold {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).gold.json"))
    return try JSONDecoder().decode(Gold.self, from: data)
  }

  static func analysed(_ name: String) throws -> AnalysedArticle {
    let input = ArticleInput(path: "\(folder)/\(name).txt")
    return analyser.analyse(try ArticleReader().read(input))
  }

  private static let analyser = ArticleAnalyser(lexicon: .embedded)
}
