import CorpusStore
import TextModel

/// A statement that the user marked, named so that it is found again after the extraction has changed.
public struct Mark: Hashable, Sendable {
  /// Name of the article, see `Article.document`.
  public var document: String
  /// First and last offset of the quote, UTF-8 in the decoded text.
  public var begin: Int
  public var end: Int
  /// What was said, on one line, and by whom, when: for whoever reads the file.
  public var quote: String
  public var speaker: String
  public var date: String

  /// A mark by its parts.
  public init(
    document: String, begin: Int, end: Int, quote: String, speaker: String, date: String
  ) {
    self.document = document
    self.begin = begin
    self.end = end
    self.quote = quote
    self.speaker = speaker
    self.date = date
  }

  /// Whether both are about the same words.
  public func isSame(as other: Mark) -> Bool {
    document == other.document && begin == other.begin && end == other.end
  }

  /// The statement that is meant: the one with this quote, else the one that shares most of it.
  public func statement(among statements: [Statement]) -> Statement? {
    // From a file that anybody may write.
    guard begin >= 0, end >= begin else { return nil }
    func shared(_ statement: Statement) -> Int {
      guard let hull = statement.quote.hull else { return 0 }
      if hull.begin == begin, hull.end == end { return .max }
      return max(0, min(hull.end, end) - max(hull.begin, begin))
    }
    return statements.max { shared($0) < shared($1) }.flatMap { shared($0) > 0 ? $0 : nil }
  }
}

extension ExplorerState {
  /// Marks the selected statement, or takes the mark away; what is said comes when it is safely stored.
  mutating func toggleMark() -> [Effect] {
    guard let entry = selectedEntry, let hull = reading.selectedStatement?.quote.hull else {
      sayNoStatement()
      return []
    }
    let mark = Mark(
      document: entry.document, begin: hull.begin, end: hull.end, quote: entry.digest.text,
      speaker: entry.digest.speaker ?? "", date: entry.digest.edtf.map { "\($0)" } ?? "")
    savesMark = true
    return [.saveMark(mark, isMarked: !marks.contains { $0.isSame(as: mark) })]
  }

  /// A mark is stored or taken away for good.
  mutating func receive(_ mark: Mark, isMarked: Bool) {
    savesMark = false
    marks.removeAll { $0.isSame(as: mark) }
    if isMarked { marks.append(mark) }
    let key = keymap.name(of: .listMarks, in: .text) ?? "B"
    say(isMarked ? "marked · \(key) lists \(counted(marks.count, "mark"))" : "no longer marked")
  }

  mutating func openMarks() {
    guard !marks.isEmpty else {
      say("nothing is marked · \(keymap.name(of: .mark, in: .text) ?? "m") marks a statement")
      return
    }
    leave(place)
    overlays.append(
      StatementList(title: "Marked statements", source: .marked(marks.reversed())))
  }
}
