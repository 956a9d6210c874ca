import GermanLanguage
import TextModel

/// The propositions that a speaker can support or oppose, with the words that show it (`codebook.tsv`).
public struct Codebook: Sendable {
  /// One proposition.
  public struct Entry: Sendable, Equatable {
    public var concept: Concept
    public var kind: Kind
    public var supportCues: [Cue]
    public var opposeCues: [Cue]
    public var note: String
  }

  /// What supporting it means, from the mark at the beginning of the note ("[frame]").
  public enum Kind: String, Sendable {
    /// Something wanted or not wanted. Also what is assumed without a mark.
    case policy
    /// A tie that is kept or given up.
    case relation
    /// Something that is announced or wanted to happen.
    case event
    /// A reading of the facts: support says that it is so.
    case frame
    /// A judgement on the facts: support says that it is so.
    case assessment
    case goal, procedure, conduct

    /// Whether saying it already takes a side.
    public var isClaim: Bool { self == .frame || self == .assessment }
  }

  /// Words that together show a concept.
  public struct Cue: Sendable, Equatable {
    /// Whether it only names the topic (a leading `=`), so that the polarity comes from elsewhere.
    public var isTopic: Bool
    /// All of them have to be found; of each the words of one alternative. `nicht` is any negator.
    public var parts: [[[String]]]
  }

  public private(set) var entries: [Entry] = []
  /// One for each line that could not be read, and one for each cue.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The concepts in the order of the file.
  public var concepts: [Concept] { entries.map(\.concept) }

  /// Reads a codebook.
  ///
  /// A bad line costs itself only: it is left out and named in `diagnostics`.
  /// - Parameter path: the file's name for diagnostics.
  public init(_ bytes: [UInt8], path: String) {
    let table = TabSeparatedTable(bytes)
    for column in ["concept_id", "support_cues", "oppose_cues"] where !table.header.contains(column)
    {
      diagnostics.append(
        Diagnostic(
          .failure, path: path,
          message: "line 1: expected a header with the column \(column), found "
            + "\"\(table.header.prefix(6).joined(separator: " "))\""))
      return
    }
    var seen: Set<String> = []
    for row in table.rows {
      let id = row["concept_id"]
      func warn(_ text: String) {
        diagnostics.append(Diagnostic(.warning, path: path, message: "line \(row.line): \(text)"))
      }
      guard isIdentifier(id) else {
        warn(
          "expected a concept id of lower-case letters, digits and hyphens, found \"\(id)\"; the line is left out"
        )
        continue
      }
      guard seen.insert(id).inserted else {
        warn("the concept \(id) stands in an earlier line already; this line is left out")
        continue
      }
      func cues(_ column: String) -> [Cue] {
        row.list(column).compactMap { text in
          guard let cue = Cue(text) else {
            warn(
              "expected a cue such as Waffe+schweigen|ruhen, found \"\(text)\"; the cue is left out"
            )
            return nil
          }
          return cue
        }
      }
      let support = cues("support_cues")
      let oppose = cues("oppose_cues")
      if support.isEmpty, oppose.isEmpty {
        warn("the concept \(id) has no cues and will never be found")
      }
      let note = row["note"]
      var kind = Kind.policy
      if note.hasPrefix("["), let end = note.firstIndex(of: "]") {
        kind = Kind(rawValue: String(note[note.index(after: note.startIndex)..<end])) ?? .policy
      }
      entries.append(
        Entry(
          concept: Concept(
            id: ConceptID(id), labelGerman: row["label_de"].isEmpty ? id : row["label_de"],
            labelEnglish: row["label_en"].isEmpty ? id : row["label_en"], note: note),
          kind: kind, supportCues: support, opposeCues: oppose, note: note))
    }
  }

  /// The built-in codebook, or the user's file that replaces it.
  public init(files: LexiconFiles = .embedded) {
    self.init(files.bytes("codebook.tsv"), path: "codebook.tsv")
  }
}

private func isIdentifier(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
}

extension Codebook.Cue {
  /// Reads `=Waffe+schweigen|ruhen`; nil when a part is empty.
  init?(_ text: String) {
    var rest = Substring(text)
    isTopic = rest.first == "="
    if isTopic { rest = rest.dropFirst() }
    parts = []
    for part in rest.split(separator: "+", omittingEmptySubsequences: false) {
      var alternatives: [[String]] = []
      for alternative in part.split(separator: "|", omittingEmptySubsequences: false) {
        let words = alternative.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return nil }
        alternatives.append(words)
      }
      parts.append(alternatives)
    }
  }
}
