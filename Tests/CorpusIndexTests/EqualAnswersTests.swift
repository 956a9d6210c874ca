import ArticleAnalysis
import CorpusIndex
import CorpusStore
import Interchange
import NewsArchive
import Testing
import TextModel

/// One archive, its index made in four ways: by one process, with two jobs, in ten steps, and from lines of
/// `extract`; a hundred questions have the same answers.
@Suite struct EqualAnswersTests {
  @Test func theWayAnIndexWasMadeDoesNotShow() throws {
    var dice = ArticleDice(2026)
    let archive = TestArchive()
    for number in 0..<50 {
      let (name, text) = dice.article(number)
      archive.write(name, text)
    }
    let whole = archive.walk()
    func location(_ name: String) -> IndexLocation { .named("\(archive.folder)/\(name).index") }

    _ = try archive.update(to: location("one")).run(whole)
    var parallel = archive.update(to: location("two"))
    parallel.jobs = 2
    _ = try parallel.run(whole)
    for step in 1...10 {
      var part = whole
      part.inputs = whole.inputs.enumerated().filter { $0.offset * 7 % 10 < step }.map(\.element)
      _ = try archive.update(to: location("ten")).run(part)
    }
    var lines: [IndexUpdate.Line] = []
    for input in whole.inputs {
      let read = try TestArchive.reader.read(input)
      let line = jsonLine(
        TestArchive.analyser.analyse(read), options: RecordOptions(withText: true))
      lines.append((line, "line \(lines.count + 1)"))
    }
    var next = lines.makeIterator()
    var none = whole
    none.inputs = []
    _ = try archive.update(to: location("lines")).load({ next.next() }, files: none)

    let stores = try ["one", "two", "ten", "lines"].map { name in
      try IndexStore(
        location(name),
        texts: ArticleTexts {
          ArticleAnalysing(reader: TestArchive.reader, analyser: TestArchive.analyser)
        })
    }
    for _ in 0..<100 {
      let filter = dice.filter(stores[0])
      let sheets = stores.map { sheet(filter, $0) }
      for (number, sheet) in sheets.enumerated() where sheet != sheets[0] {
        // The first line that differs tells more than both sheets.
        let line = zip(sheet, sheets[0]).first { $0 != $1 }
        Issue.record("index \(number), \(filter): \(line.map { "\($0)" } ?? "another length")")
      }
    }
  }

  /// The answers about one filter, in words.
  private func sheet(_ filter: CorpusFilter, _ store: IndexStore) -> [String] {
    var lines = ["\(store.counts(filter))", "\(store.histogram(filter))"]
    for row in store.rows(filter, in: 0..<200) {
      lines.append("\(row.document) \(row.title) \(row.match) \(row.matchingStatements)")
      lines.append((try? store.article(row.key).article.text.string) ?? "unreadable")
    }
    for digest in store.digests(filter, in: 0..<60) {
      lines.append(
        "\(digest.speaker ?? "-") \(digest.text) \(digest.stances) \(digest.edtf?.description ?? "-")"
      )
      for related in store.related(to: digest.ref) {
        lines.append("  \(related.kinds) \(related.score) \(related.reason)")
      }
    }
    for field in FacetField.allCases { lines.append("\(store.facet(field, filter))") }
    for standing in store.standings(of: nil, filter) {
      lines.append("\(standing.name) \(standing.statements) \(standing.positions.map(\.label))")
    }
    return lines
  }
}
