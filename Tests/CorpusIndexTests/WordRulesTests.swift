import CorpusStore
import GRDB
import NewsArchive
import Testing

@testable import CorpusIndex

/// What becomes of the words of articles when they are made anew, by other rules or in less room.
@Suite struct WordRulesTests {
  /// Two folders share an index; while the words are made anew, a file of one has just got another name, one holds
  /// something else, and the other folder is not there.
  @Test func noArticleLosesItsWords() throws {
    let archive = TestArchive()
    archive.fill()
    archive.write(
      "../fern/rede.txt", "Rede\n\n03.03.2022\n\nDer Hafen werde gebaut, sagte Karl Berg.\n")
    try update(archive)
    try setOtherRules(archive)

    archive.rename("2023/rede.txt", to: "2023/ansprache.txt")
    archive.write("2024/bericht.txt", "Bericht\n\n12.02.2024\n\nNichts gelte, sagte Anna Müller.\n")
    archive.rename("../fern", to: "../fort")
    try archive.refresh()
    #expect(try archive.lines().filter { $0.hasPrefix("flaw") } == [])
    #expect(try words(archive).contains { $0.hasPrefix("word waffenruhe 2 ") })
    #expect(try words(archive).contains { $0.hasPrefix("word hafen ") } == false)

    archive.rename("../fort", to: "../fern")
    let report = try update(archive)
    #expect(report.parsed == 1, "only what had no words")
    let fresh = IndexLocation.named(archive.folder + "/fresh.index")
    try update(archive, to: fresh)
    #expect(try archive.lines() == IndexDump.lines(fresh))
    #expect(try update(archive).parsed == 0)
  }

  /// The same when only the room of what is gone is won back.
  @Test func compactionLosesNoWords() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try archive.lines()
    archive.rename("2023", to: "../fort")
    let queue = try IndexFile.openForWriting(archive.index)
    try queue.inDatabase { db in
      try db.inTransaction {
        try Compaction.run(db, reader: TestArchive.reader)
        return .commit
      }
    }
    try queue.close()
    #expect(try archive.lines() != before)
    archive.rename("../fort", to: "2023")
    #expect(try archive.refresh().parsed == 2)
    #expect(try archive.lines() == before)
  }

  @Test(arguments: 1...4) func whoStopsItLeavesTheIndexAsItWas(step: Int) throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    try setOtherRules(archive)
    let before = try archive.lines()
    var asked = 0
    let report = try archive.update().run(
      archive.walk(),
      progress: { progress in
        #expect(progress.phase == .comparing)
        if progress.total == 4 { asked += 1 }
        return asked < step
      })
    #expect(asked == step)
    #expect(!report.isComplete)
    #expect(try archive.lines() == before)
    #expect(try archive.refresh().parsed == 0)
    #expect(try archive.lines() == archive.freshLines())
  }

  /// Each compound of the probe shows the joint or the length that it is there for.
  @Test func theProbeSeesEveryJoint() {
    let splitter = CompoundParts { WordRules.parts.contains(String(decoding: $0, as: UTF8.self)) }
    var joints: Set<String> = []
    for compound in WordRules.compounds {
      let word = Array(compound.utf8)
      let parts = splitter.parts(of: word)
      #expect(!parts.isEmpty, "\(compound)")
      let ends = parts.filter { $0.lowerBound == 0 }.map(\.upperBound)
      let begins = parts.filter { $0.upperBound == word.count }.map(\.lowerBound)
      if let end = ends.max(), let begin = begins.min(), end <= begin {
        joints.insert(String(decoding: word[end..<begin], as: UTF8.self))
      }
    }
    #expect(joints.isSuperset(of: ["", "s", "es", "n", "en", "er", "e"]))
    #expect(WordRules.compounds.map(\.utf8.count).max() == CompoundParts.longestWord)
    #expect(WordRules.tooLong.utf8.count == CompoundParts.longestWord + 1)
    #expect(splitter.parts(of: Array(WordRules.tooLong.utf8)) == [])
  }

  /// Both folders.
  @discardableResult
  private func update(
    _ archive: TestArchive, to location: IndexLocation? = nil
  ) throws -> UpdateReport {
    try archive.update(to: location).run(
      ArticleWalker(paths: [archive.archive, archive.folder + "/fern"]).walk())
  }

  private func words(_ archive: TestArchive) throws -> [String] {
    try archive.lines().filter { $0.hasPrefix("word ") }
  }

  /// As if an older program had cut the texts into other words.
  private func setOtherRules(_ archive: TestArchive) throws {
    let queue = try IndexFile.openForWriting(archive.index)
    try queue.write { db in
      try db.execute(sql: "INSERT INTO words (words) VALUES ('delete-all')")
      try IndexMeta.setWordRules(1, db)
    }
    try queue.close()
  }
}
