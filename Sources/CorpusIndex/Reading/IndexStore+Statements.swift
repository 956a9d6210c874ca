import CorpusStore
import GRDB
import TextModel

extension IndexStore {
  public func statements(of article: ArticleKey, _ filter: CorpusFilter) -> [Int] {
    guard let place = place(article), list(filter)?.row(ofPlace: place) != nil else { return [] }
    return ordinals(place, filter)
  }

  /// The statements of one article that pass, straight from the file: for one article that is quicker than
  /// waiting for the columns of all.
  func ordinals(_ place: Int, _ filter: CorpusFilter) -> [Int] {
    let test = test(filter)
    let piece = piece(place)
    return piece.ordinals.indices.filter { index in
      !filter.asksAboutStatements || test.holds(piece, index)
    }.map { Int(piece.ordinals[$0]) }
  }

  /// What the file says of the statements of one article.
  func piece(_ place: Int) -> StatementPiece {
    var piece = StatementPiece()
    _ = reader.read { db in
      piece = StatementPiece()
      try piece.read(db, articles.numbers[place]...articles.numbers[place])
    }
    return piece
  }

  /// From an article outside the filter the walk goes on where the article would stand among the dated
  /// ones (among the undated ones when it is one).
  public func statement(
    after statement: StatementRef?, _ filter: CorpusFilter, backwards: Bool
  ) -> StatementRef? {
    guard let list = list(filter) else { return nil }
    let step = backwards ? -1 : 1
    var row = backwards ? list.count - 1 : 0
    if let statement, let place = place(statement.article) {
      if let here = list.row(ofPlace: place) {
        let ordinals = ordinals(place, filter)
        let next =
          backwards
          ? ordinals.last { $0 < statement.ordinal } : ordinals.first { $0 > statement.ordinal }
        if let next { return StatementRef(article: statement.article, ordinal: next) }
        row = here + step
      } else {
        row =
          insertionRow(of: place, in: list, isByRelevance: filter.byRelevance) - (backwards ? 1 : 0)
      }
    }
    while row >= 0, row < list.count {
      if list.passing(row, articles) > 0 {
        let place = list.place(row)
        let ordinals = ordinals(place, filter)
        if let ordinal = backwards ? ordinals.last : ordinals.first {
          return StatementRef(article: key(place), ordinal: ordinal)
        }
      }
      row += step
    }
    return nil
  }

  /// The row before which an article outside the list would stand.
  private func insertionRow(of place: Int, in list: IndexedList, isByRelevance: Bool) -> Int {
    let isDated = articles.lastDays[place] != ArticleColumns.undated
    let begin = isDated ? 0 : list.counts.certain + list.counts.possible
    if isByRelevance { return begin }
    var low = begin
    var high = isDated ? list.counts.certain : list.count
    while low < high {
      let middle = (low + high) / 2
      if list.place(middle) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public func digests(_ statements: [StatementRef]) -> [StatementDigest] {
    var digests: [StatementDigest] = []
    var known: [ArticleKey: EDTF?] = [:]
    // One turn on the connection for all of them.
    _ = reader.read { _ in
      digests = []
      for ref in statements {
        if let digest = digest(ref, &known) { digests.append(digest) }
      }
    }
    return digests
  }

  public func digests(_ filter: CorpusFilter, in range: Range<Int>) -> [StatementDigest] {
    digests(refs(filter, in: range))
  }

  /// The statements inside the filter, in list order then text order, from an offset.
  func refs(_ filter: CorpusFilter, in range: Range<Int>) -> [StatementRef] {
    guard let list = list(filter) else { return [] }
    var refs: [StatementRef] = []
    var before = 0
    for row in 0..<list.count {
      if before >= range.upperBound { break }
      let passing = list.passing(row, articles)
      if passing > 0, before + passing > range.lowerBound {
        let place = list.place(row)
        for ordinal in ordinals(place, filter) {
          if range.contains(before) {
            refs.append(StatementRef(article: key(place), ordinal: ordinal))
          }
          before += 1
        }
      } else {
        before += passing
      }
    }
    return refs
  }

  private func digest(
    _ ref: StatementRef, _ dates: inout [ArticleKey: EDTF?]
  ) -> StatementDigest? {
    guard place(ref.article) != nil, ref.ordinal >= 0, ref.ordinal <= StatementNumber.highestOrdinal
    else { return nil }
    let number = Int64(ref.article.rawValue)
    if dates[ref.article] == nil {
      let text = reader.read { db in
        try db.first("SELECT edtf FROM article WHERE id = ?", [number]) { $0.optionalText(0) }
      }
      dates[ref.article] = .some(text.flatMap { $0 }.flatMap { $0 }.flatMap { EDTF($0) })
    }
    let date = dates[ref.article] ?? nil
    var actors: [Int32] = []
    let found = reader.read { db in
      try db.first(
        """
        SELECT s.type, s.polarity, s.actors, s.stances, s.edtf, t.speaker, t.text
        FROM statement s JOIN statement_text t USING (id) WHERE s.id = ?
        """,
        [StatementNumber(ArticleNumber(rawValue: number), ordinal: ref.ordinal).rawValue]
      ) { row in
        actors = PackedNumbers.unpack(row.bytes(2)).map { Int32(truncatingIfNeeded: $0) }
        return StatementDigest(
          ref: ref, type: IndexCodes.value(row.int(0)) ?? .direct, speaker: row.optionalText(5),
          actors: [], edtf: row.optionalText(4).flatMap { EDTF($0) } ?? date, text: row.text(6),
          polarity: IndexCodes.value(row.int(1)) ?? .neutral,
          stances: PackedNumbers.unpack(row.bytes(3)).compactMap { self.stance($0) })
      }
    }
    guard var digest = found ?? nil else { return nil }
    let known = actors.compactMap { names.actor($0)?.actor }
    digest.actors = known.map(\.id)
    digest.speaker = StatementDigest.speaker(
      named: known.map(\.name), words: digest.speaker ?? "")
    return digest
  }

  /// A packed stance in words.
  func stance(_ packed: Int) -> ConceptPolarity? {
    let (number, polarity) = IndexCodes.stance(packed)
    return names.concept(number).map { ConceptPolarity(concept: $0.id, polarity: polarity) }
  }
}

extension StatementTest {
  /// Whether a statement as it came from the file passes.
  func holds(_ piece: StatementPiece, _ index: Int) -> Bool {
    holds(
      type: Int(piece.kinds[index] >> 4), polarity: Int(piece.kinds[index] & 15),
      actors: piece.actors[(index == 0 ? 0 : piece.actorEnds[index - 1])..<piece.actorEnds[index]],
      stances: piece.stances[
        (index == 0 ? 0 : piece.stanceEnds[index - 1])..<piece.stanceEnds[index]])
  }
}
