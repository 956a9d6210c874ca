import CorpusStore
import GRDB
import Synchronization

/// Which articles match a text query: each word, phrase and beginning is asked of the full-text index once,
/// the rest is logic on bits, so that a letter typed more costs one more word.
final class TextHits: Sendable {
  private let reader: SnapshotReader
  private let known = Mutex<[(node: TextQuery.Node, hits: [Bool])]>([])
  private let knownLengths = Mutex<[Int32]?>(nil)
  private static let kept = 12

  init(_ reader: SnapshotReader) {
    self.reader = reader
  }

  /// Forgets what was asked for.
  func forget() {
    known.withLock { $0.removeAll() }
    knownLengths.withLock { $0 = nil }
  }

  /// For each place whether the article matches; nil when the question was cancelled.
  func matches(_ node: TextQuery.Node, _ articles: ArticleColumns) -> [Bool]? {
    switch node {
    case .and(let parts): return combine(parts, articles) { $0 && $1 }
    case .or(let parts): return combine(parts, articles) { $0 || $1 }
    case .not(let part): return matches(part, articles)?.map { !$0 }
    case .word, .prefix, .phrase, .near: return leaf(node, articles)
    }
  }

  /// How well each article matches; nil when the question was cancelled.
  func relevance(_ node: TextQuery.Node, _ articles: ArticleColumns) -> [Double]? {
    reader.read { db in
      guard let segments = try WordSegments.ifKnown(db) else {
        return try askRelevance(node, articles, db)
      }
      return try WordSegments.reading {
        var relevance = TextRelevance(articles, lengths: try self.lengths(articles, db))
        for phrase in try Self.phrases(node, db) {
          if phrase.words.count == 1, !phrase.endsInPrefix {
            try relevance.add(words: phrase.words, segments, db)
          } else {
            try relevance.add(phrase, segments, db)
          }
        }
        return relevance.scores
      }
    }
  }

  /// The same from FTS5, which counts articles that are gone until the next compaction.
  private func askRelevance(
    _ node: TextQuery.Node, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Double] {
    var scores = Array(repeating: 0.0, count: articles.count)
    for phrase in try Self.phrases(node, db) {
      try db.each(
        "SELECT rowid, bm25(words, \(Relevance.titleWeight), 1.0) FROM words WHERE words MATCH ?",
        [Self.expression(phrase)]
      ) { row in
        // FTS5 gives better matches smaller numbers.
        if let place = articles.place(of: row.int64(0)) { scores[place] -= row.double(1) }
      }
    }
    return scores
  }

  /// Words of each article by place, remembered.
  private func lengths(_ articles: ArticleColumns, _ db: Database) throws -> [Int32] {
    if let known = knownLengths.withLock({ $0 }), known.count == articles.count { return known }
    var lengths = Array(repeating: Int32(0), count: articles.count)
    try db.each("SELECT id, length FROM article") { row in
      if let place = articles.place(of: row.int64(0)) {
        lengths[place] = Int32(clamping: row.int64(1))
      }
    }
    let read = lengths
    knownLengths.withLock { $0 = read }
    return read
  }

  /// What of a query counts for the relevance: everything but what it excludes, each compound by itself.
  private static func phrases(
    _ node: TextQuery.Node, _ db: Database
  ) throws -> [TextQuery.Phrase] {
    switch node {
    case .and(let parts), .or(let parts): return try parts.flatMap { try phrases($0, db) }
    case .not: return []
    case .near(let phrases, _): return phrases
    case .phrase(let phrase): return [phrase]
    case .word(let word): return try ([word] + compounds(word, db)).map { TextQuery.Phrase([$0]) }
    case .prefix(let begin, let whileTyping):
      return try [TextQuery.Phrase([begin], endsInPrefix: true)]
        + (whileTyping ? compounds(begin, db).map { TextQuery.Phrase([$0]) } : [])
    }
  }

  private func combine(
    _ parts: [TextQuery.Node], _ articles: ArticleColumns, _ join: (Bool, Bool) -> Bool
  ) -> [Bool]? {
    guard let first = parts.first, var result = matches(first, articles) else { return nil }
    for part in parts.dropFirst() {
      guard let other = matches(part, articles) else { return nil }
      for index in result.indices { result[index] = join(result[index], other[index]) }
    }
    return result
  }

  private func leaf(_ node: TextQuery.Node, _ articles: ArticleColumns) -> [Bool]? {
    let remembered = known.withLock { known -> [Bool]? in
      guard let index = known.firstIndex(where: { $0.node == node }) else { return nil }
      let entry = known.remove(at: index)
      known.append(entry)
      return entry.hits
    }
    if let remembered { return remembered }
    var hits: [Bool] = []
    let done: Void? = reader.read { db in
      guard let segments = try WordSegments.ifKnown(db) else {
        hits = try ask(node, articles, db)
        return
      }
      hits = try WordSegments.reading { try read(node, articles, segments, db) }
    }
    guard done != nil else { return nil }
    known.withLock { known in
      known.append((node, hits))
      if known.count > Self.kept { known.removeFirst() }
    }
    return hits
  }

  /// From the lists of the full-text index themselves.
  ///
  /// - Throws: `WordSegments.UnknownFormat`, database errors.
  func read(
    _ node: TextQuery.Node, _ articles: ArticleColumns, _ segments: WordSegments, _ db: Database
  ) throws -> [Bool] {
    switch node {
    case .word(let word):
      return try segments.marks([word] + Self.compounds(word, db), articles, db)
    case .prefix(let begin, let whileTyping):
      return try segments.marks(
        whileTyping ? Self.compounds(begin, db) : [], beginnings: [begin], articles, db)
    case .phrase(let phrase):
      return try PhraseSearch([phrase]).matches(segments, articles, db)
    case .near(let phrases, let distance):
      return try PhraseSearch(phrases, distance: distance).matches(segments, articles, db)
    case .and, .or, .not: return []
    }
  }

  /// From FTS5, in more time.
  func ask(
    _ node: TextQuery.Node, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Bool] {
    var hits = Array(repeating: false, count: articles.count)
    for expression in try Self.expressions(node, db) {
      try mark(expression, articles, &hits, db)
    }
    return hits
  }

  /// Marks the articles that an expression finds.
  private func mark(
    _ expression: String, _ articles: ArticleColumns, _ hits: inout [Bool], _ db: Database
  ) throws {
    // Found numbers rise or fall in one direction, so that the next place is mostly near the last.
    var place = 0
    try db.each(
      "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC", [expression]
    ) { row in
      let number = row.int64(0)
      if articles.isOrdered {
        while place < articles.count, articles.numbers[place] > number { place += 1 }
        if place < articles.count, articles.numbers[place] == number { hits[place] = true }
      } else if let found = articles.place(of: number) {
        hits[found] = true
      }
    }
  }

  /// What to ask FTS5, one expression after the other: a compound each, since a long OR is slow.
  private static func expressions(_ node: TextQuery.Node, _ db: Database) throws -> [String] {
    switch node {
    case .word(let word): return try ([word] + compounds(word, db)).map { quoted([$0]) }
    case .prefix(let begin, let whileTyping):
      return try [quoted([begin]) + " *"]
        + (whileTyping ? compounds(begin, db).map { quoted([$0]) } : [])
    case .phrase(let phrase): return [expression(phrase)]
    case .near(let phrases, let distance):
      return ["NEAR(" + phrases.map(expression).joined(separator: " ") + ", \(distance))"]
    case .and, .or, .not: return []
    }
  }

  private static func expression(_ phrase: TextQuery.Phrase) -> String {
    quoted(phrase.words) + (phrase.endsInPrefix ? " *" : "")
  }

  /// The words of a search hold neither quotation marks nor blanks.
  private static func quoted(_ words: [[UInt8]]) -> String {
    "\"" + words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") + "\""
  }

  /// The words of the archive that have this one as a part.
  private static func compounds(_ word: [UInt8], _ db: Database) throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    try db.each(
      "SELECT term FROM compound WHERE part = ?", [String(decoding: word, as: UTF8.self)]
    ) { found.append(Array($0.bytes(0))) }
    return found
  }
}
