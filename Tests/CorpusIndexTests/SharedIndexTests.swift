import GRDB
import Glibc
import Interchange
import NewsArchive
import Testing

@testable import CorpusIndex

/// What an index may forget, and what it must keep.
@Suite struct SharedIndexTests {
  private func documents(_ archive: TestArchive) throws -> [String] {
    try archive.lines().filter { $0.hasPrefix("article") }
  }

  private func update(_ archive: TestArchive, _ paths: [String]) throws -> UpdateReport {
    try archive.update().run(ArticleWalker(paths: paths.map { archive.archive + $0 }).walk())
  }

  @Test func anotherFolderTakesNothingAway() throws {
    let archive = TestArchive()
    archive.fill()
    _ = try update(archive, ["/2023"])
    let report = try update(archive, ["/2024"])
    #expect(report.removed == 0)
    #expect(try documents(archive).count == 3)
    archive.remove("2024/bericht.txt")
    #expect(try update(archive, ["/2023"]).removed == 0)
    #expect(try update(archive, ["/2024"]).removed == 1)
    #expect(try documents(archive).count == 2)
  }

  @Test func oneArticleOfTheArchiveLeavesTheOthers() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try archive.lines()
    let one = try update(archive, ["/2023/rede.txt"])
    #expect(one.removed == 0 && one.parsed == 0 && one.moved == 0)
    #expect(try update(archive, ["/2023"]).unchanged == 2)
    #expect(try archive.lines() == before)
    archive.write("2023/rede.txt", "Kanzlerin Maria Huber lehnte am 1. Mai 2023 alles ab.\n")
    #expect(try update(archive, ["/2023/rede.txt"]).parsed == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func theWholeArchiveTakesOverWhatAPartOfItBegan() throws {
    let archive = TestArchive()
    archive.fill()
    _ = try update(archive, ["/2023"])
    try archive.refresh()
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func aPathWithNothingAtItTakesNothingAway() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try documents(archive)
    #expect(try update(archive, ["/2032"]).removed == 0)
    #expect(try documents(archive) == before)
  }

  @Test func aFolderThatCannotBeSearchedKeepsItsArticles() throws {
    let archive = TestArchive()
    archive.fill()
    archive.rename("2024", to: "../elsewhere")
    symlink(archive.folder + "/elsewhere", archive.archive + "/2024")
    try archive.refresh()
    let before = try documents(archive)
    #expect(before.count == 4)
    archive.rename("../elsewhere", to: "../unmounted")
    archive.remove("ohne-datum.txt")
    let report = try archive.refresh()
    #expect(report.removed == 1, "the other file is gone for good")
    #expect(try documents(archive).count == 3)
    archive.rename("../unmounted", to: "../elsewhere")
    #expect(try archive.refresh().parsed == 0)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test(arguments: [10_000_000_000, 9_000_000_000])
  func aFileOfTheFarFutureIsRead(seconds: Int) throws {
    let archive = TestArchive()
    archive.fill()
    archive.setAge("ohne-datum.txt", -seconds)
    #expect(try archive.refresh().parsed == 4)
    #expect(try archive.refresh().parsed == 0)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func whatIsSaidOfAFileMovesWithIt() throws {
    let archive = TestArchive()
    archive.write(
      "a.txt",
      "Nein, sagte er am 3. Mai 2021. \(String(repeating: "Größe für Käufer. ", count: 6))\n")
    let file = open(archive.archive + "/a.txt", O_WRONLY | O_APPEND)
    let torn: [UInt8] = [0xFF, 0x20, 0x0A]
    #expect(write(file, torn, 3) == 3)
    close(file)
    archive.setAge("a.txt", 3600)
    let first = try archive.refresh()
    try #require(first.problems.count == 1)
    archive.rename("a.txt", to: "b.txt")
    #expect(try archive.refresh().moved == 1)
    #expect(try archive.lines() == archive.freshLines())
    archive.remove("b.txt")
    try archive.refresh()
    #expect(try archive.lines().filter { $0.hasPrefix("problem") } == [])
  }

  private func lines(_ archive: TestArchive) throws -> [IndexUpdate.Line] {
    try archive.walk().inputs.enumerated().map { number, input in
      let analysed = TestArchive.analyser.analyse(try TestArchive.reader.read(input))
      return (jsonLine(analysed, options: RecordOptions(withText: true)), "lines:\(number + 1)")
    }
  }

  @Test func anOldIndexWithTheOnlyCopyOfTextsIsLeftAlone() throws {
    let archive = TestArchive()
    archive.fill()
    var next = try lines(archive).makeIterator()
    _ = try archive.update().load({ next.next() }, files: ArticleWalker(paths: []).walk())
    let queue = try IndexFile.openForWriting(archive.index)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 1") }
    try queue.close()
    var notes: [String] = []
    #expect {
      try archive.update().run(archive.walk(), note: { notes.append($0) })
    } throws: { error in
      guard case IndexFailure.holdsTexts(_, let count) = error else { return false }
      return count == 4
    }
    #expect(notes == [])
    var update = archive.update()
    update.isRebuild = true
    #expect(try update.run(archive.walk(), note: { notes.append($0) }).parsed == 4)
    #expect(notes.count == 1)
  }

  @Test func linesThatAreSpentAreNotLoadedByHalf() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try archive.lines()
    var calls = 0
    #expect {
      try archive.update().load(
        {
          calls += 1
          throw IndexFailure.damaged(path: "x", reason: "for a test")
        }, files: archive.walk())
    } throws: { error in
      if case IndexFailure.loadingEnded = error { true } else { false }
    }
    #expect(calls == 1)
    #expect(try archive.lines() == before)
  }

  @Test func aLineTwiceIsOneArticleOfItsFile() throws {
    let archive = TestArchive()
    archive.fill()
    let all = try lines(archive)
    var next = (all + all).makeIterator()
    _ = try archive.update().load({ next.next() }, files: archive.walk())
    #expect(try archive.lines() == archive.freshLines())
  }
}
