import GRDB
import Interchange
import Testing

@testable import CorpusIndex

@Suite struct LoadTests {
  private func lines(_ archive: TestArchive) throws -> [IndexUpdate.Line] {
    try archive.walk().inputs.enumerated().map { number, input in
      let analysed = TestArchive.analyser.analyse(try TestArchive.reader.read(input))
      return (jsonLine(analysed, options: RecordOptions(withText: true)), "lines:\(number + 1)")
    }
  }

  private func load(
    _ lines: [IndexUpdate.Line], _ archive: TestArchive, to location: IndexLocation? = nil,
    withFiles: Bool, jobs: Int = 1
  ) throws -> UpdateReport {
    var update = archive.update(to: location)
    update.jobs = jobs
    var next = lines.makeIterator()
    var files = archive.walk()
    if !withFiles { files.inputs = [] }
    return try update.load({ next.next() }, files: files)
  }

  @Test(arguments: [1, 2]) func linesOfTheArchivesFilesMakeTheSameIndex(_ jobs: Int) throws {
    let archive = TestArchive()
    archive.fill()
    let report = try load(lines(archive), archive, withFiles: true, jobs: jobs)
    #expect(report.parsed == 4)
    #expect(try archive.lines() == archive.freshLines())
    #expect(try archive.refresh().unchanged == 4, "the files need not be read again")
    #expect(try load(lines(archive), archive, withFiles: true).unchanged == 4)
  }

  @Test func linesWithoutFilesKeepTheirTexts() throws {
    let archive = TestArchive()
    archive.fill()
    _ = try load(lines(archive), archive, withFiles: false)
    let fresh = try archive.freshLines()
    let loaded = try archive.lines()
    func content(_ lines: [String]) -> [String] { lines.filter { !$0.hasPrefix("article") } }
    #expect(content(loaded) == content(fresh))
    #expect(
      loaded.contains { $0.hasPrefix("article ohne-datum") && $0.contains("Der Sprecher sagte") })
    // Once the files are at hand, they take over.
    try archive.refresh()
    #expect(try archive.lines() == fresh)
  }

  @Test func aDateThatIsNoneIsLeftOut() throws {
    let archive = TestArchive()
    archive.write("a.txt", "„Nein“, sagte Karl Berg.\n")
    var line = try #require(try lines(archive).first)
    let text = String(decoding: line.bytes, as: UTF8.self)
    line.bytes = Array(
      text.replacing(#""edtf":null"#, with: #""edtf":"2023-99""#).utf8)
    let report = try load([line], archive, withFiles: false)
    #expect(report.parsed == 1)
    #expect(report.problems.map(\.severity) == [.warning])
    #expect(report.problems.first?.path == "lines:1")
    #expect(report.problems.first?.message.contains("\"2023-99\"") == true)
  }

  @Test func theLaterOfTwoLinesHolds() throws {
    let archive = TestArchive()
    archive.write("a.txt", "„Nein“, sagte Karl Berg am 3. Mai 2021.\n")
    let first = try lines(archive)
    archive.write("a.txt", "„Ja“, sagte Anna Müller am 4. Mai 2021.\n")
    let second = try lines(archive)
    _ = try load(first + second, archive, withFiles: false)
    let articles = try archive.lines().filter { $0.hasPrefix("article") }
    #expect(articles.count == 1)
    #expect(articles.first?.contains("Anna Müller") == true)
    #expect(try archive.lines().filter { $0.hasPrefix("flaw") } == [])
  }

  @Test func aFileThatSaysSomethingElseIsReadAgainLater() throws {
    let archive = TestArchive()
    archive.write("a.txt", "„Nein“, sagte Karl Berg am 3. Mai 2021.\n")
    let old = try lines(archive)
    archive.write("a.txt", "„Ja“, sagte Anna Müller am 4. Mai 2021.\n")
    try archive.refresh()
    _ = try load(old, archive, withFiles: false)
    #expect(try archive.lines().filter { $0.hasPrefix("flaw") } == [])
    try archive.refresh()
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func badLinesAreNamedAndSkipped() throws {
    let archive = TestArchive()
    archive.fill()
    let good = try lines(archive)
    let report = try load(
      [(Array("{\"document\":\"x\"}".utf8), "lines:9")] + good, archive, withFiles: true)
    #expect(report.failed == 1)
    #expect(report.problems.first?.path == "lines:9")
    #expect(try archive.lines() == archive.freshLines())
  }

  /// As if an older program had cut the texts into other words.
  @Test func wordsOfOtherRulesAreMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    let loaded = try lines(archive).filter {
      String(decoding: $0.bytes, as: UTF8.self).contains("ohne-datum")
    }
    _ = try load(loaded, archive, withFiles: false)
    archive.remove("ohne-datum.txt")
    var update = archive.update()
    update.forgetsVanished = false
    _ = try update.run(archive.walk())
    let before = try archive.lines()
    let queue = try IndexFile.openForWriting(archive.index)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO words (words) VALUES ('delete-all');
          DELETE FROM compound; DELETE FROM term; INSERT INTO term VALUES ('abcd');
          UPDATE article SET length = 1;
          """)
      try IndexMeta.setWordRules(1, db)
    }
    try queue.close()
    #expect(try archive.lines() != before)
    let report = try update.run(archive.walk())
    #expect(report.parsed == 0, "nothing is read but the words")
    #expect(try archive.lines() == before)
  }

  @Test func staleFullTextIsMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try archive.lines()
    let queue = try IndexFile.openForWriting(archive.index)
    try queue.inDatabase { db in
      try db.inTransaction {
        try db.execute(
          sql: "INSERT INTO words (rowid, title, text) VALUES (1, 'weg', 'weg waffenruhe')")
        try Compaction.run(db, reader: TestArchive.reader)
        #expect(
          try Int.fetchOne(db, sql: "SELECT count(*) FROM words WHERE words MATCH 'weg'") == 0)
        return .commit
      }
    }
    try queue.close()
    #expect(try archive.lines() == before)
  }
}
