import FoundationEssentials
import TextModel

/// Why a gold folder could not be read.
public enum GoldError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String)
  case noDocuments(path: String)
  case malformed(path: String, expected: String)

  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .noDocuments(let path): "\(path): expected gold documents (*.json), found none"
    case .malformed(let path, let expected): "\(path): expected \(expected)"
    }
  }
}

/// Reads every `*.json` of a folder as a gold document, sorted by file name.
///
/// Both layouts are read, told apart by their keys: ours (`text`, `tokens` as offsets, `statements`)
/// and the published one (`originalText`, `annotations`).
public func readGold(folder: String) throws(GoldError) -> [GoldDocument] {
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
    throw .unreadable(path: folder)
  }
  var documents: [GoldDocument] = []
  for name in names.filter({ $0.hasSuffix(".json") }).sorted(by: utf8Order) {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    documents.append(try goldDocument(data, path: path))
  }
  if documents.isEmpty { throw .noDocuments(path: folder) }
  return documents
}

/// Reads one gold document from the bytes of its file; `path` is for messages.
public func readGold(json: [UInt8], path: String) throws(GoldError) -> GoldDocument {
  try goldDocument(Data(json), path: path)
}

private func goldDocument(_ data: Data, path: String) throws(GoldError) -> GoldDocument {
  let decoder = JSONDecoder()
  guard let probe = try? decoder.decode(LayoutProbe.self, from: data) else {
    throw .malformed(path: path, expected: "a JSON object")
  }
  if probe.originalText != nil {
    guard let layout = try? decoder.decode(PublishedLayout.self, from: data) else {
      throw .malformed(path: path, expected: "the published layout (sentences, annotations)")
    }
    return try layout.document(path: path)
  }
  guard probe.text != nil, let layout = try? decoder.decode(OwnLayout.self, from: data) else {
    throw .malformed(path: path, expected: "text, tokens, sentences and statements")
  }
  return try layout.document(path: path)
}

/// The keys that tell the layouts apart.
private struct LayoutProbe: Decodable {
  var text: String?
  var originalText: String?
}

private func utf8Order(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
