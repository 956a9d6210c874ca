import CorpusIndex
import CorpusStore
import GermanLanguage
import Testing

@Suite struct IncrementalTests {
  @Test func anIndexHoldsWhatWasRead() throws {
    let archive = TestArchive()
    archive.fill()
    let report = try archive.refresh()
    #expect(report.parsed == 4)
    #expect(report.articles == 4)
    let lines = try archive.lines()
    #expect(lines.filter { $0.hasPrefix("flaw") } == [])
    let documents = lines.filter { $0.hasPrefix("article") }.map { $0.split(separator: " ")[1] }
    #expect(documents == ["2024/bericht", "2023/antwort", "2023/rede", "ohne-datum"])
    #expect(lines.contains { $0.hasPrefix("word muesste") || $0.hasPrefix("word muessten 1") })
    #expect(lines.contains("compound ruhe waffenruhe"))
    #expect(lines.contains { $0.hasPrefix("statement 2023/rede#") && $0.contains("maria-huber") })
  }

  @Test func nothingIsParsedTwice() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let report = try archive.refresh()
    #expect(report.parsed == 0)
    #expect(report.unchanged == 4)
    archive.setAge("2023/rede.txt", 7200)
    #expect(try archive.refresh().parsed == 0, "the same bytes under another time")
  }

  @Test func aYoungFileIsLookedAtAgain() throws {
    let archive = TestArchive()
    archive.write("a.txt", "Das sei gut, sagte er am 1. Mai 2023.\n", age: 0)
    try archive.refresh()
    // The same length, and the same time as far as a coarse clock tells.
    archive.write("a.txt", "Das sei arg, sagte er am 1. Mai 2023.\n", age: 0)
    #expect(try archive.refresh().parsed == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func newChangedMovedAndDeletedFilesAreFound() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    archive.write("neu.txt", "Neu\n\n05.05.2024\n\n„Das gilt“, sagte Präsident Karl Berg.\n")
    archive.write(
      "2024/bericht.txt", "Bericht\n\n13.02.2024\n\nNichts sei verschärft worden, sagte Müller.\n")
    archive.rename("2023/rede.txt", to: "2023/ansprache.txt")
    archive.remove("ohne-datum.txt")
    let report = try archive.refresh()
    #expect(report.parsed == 2)
    #expect(report.moved == 1)
    #expect(report.removed == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func aMoveThatChangesTheDateIsReadAgain() throws {
    let archive = TestArchive()
    archive.write("brief.txt", "Man werde prüfen, sagte der Sprecher.\n")
    try archive.refresh()
    archive.rename("brief.txt", to: "2023-05-01 brief.txt")
    let report = try archive.refresh()
    #expect(report.parsed == 1 && report.moved == 0 && report.removed == 1)
    #expect(try archive.lines() == archive.freshLines())
    #expect(try archive.lines().contains { $0.contains("2023-05-01 |") })
  }

  @Test func twoFilesOfOneContentBothMove() throws {
    let archive = TestArchive()
    for name in ["a.txt", "b.txt"] { archive.write(name, "Nein, sagte er am 3. Mai 2021.\n") }
    try archive.refresh()
    for name in ["a", "b"] { archive.rename(name + ".txt", to: "neu-\(name).txt") }
    archive.write("neu-c.txt", "Nein, sagte er am 3. Mai 2021.\n")
    let report = try archive.refresh()
    #expect(report.moved == 2 && report.parsed == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func filesThatCannotBeReadAreNamedAndTriedAgain() throws {
    let archive = TestArchive()
    archive.fill()
    archive.write("bild.txt", "GIF89a\u{0}\u{1}")
    let report = try archive.refresh()
    #expect(report.failed == 1)
    #expect(report.problems.map(\.severity) == [.failure])
    #expect(try archive.lines().filter { $0.hasPrefix("problem") }.count == 1)
    archive.write("bild.txt", "Ein Text, sagte sie am 4. Mai 2020.\n")
    #expect(try archive.refresh().parsed == 1)
    #expect(try archive.lines() == archive.freshLines())
    archive.write("bild.txt", "GIF89a\u{0}\u{1}")
    #expect(try archive.refresh().failed == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func otherDataReadsEverythingAgain() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let before = try archive.lines()
    var codebook = LexiconFiles.embedded.bytes("codebook.tsv")
    codebook += Array("probe\tProbe\tprobe\tprüfen\t\t[policy]\n".utf8)
    let other = LexiconFiles(overrides: ["codebook.tsv": codebook])
    let report = try archive.update(lexicon: other).run(archive.walk())
    #expect(report.parsed == 4)
    #expect(try archive.lines().contains { $0.hasPrefix("concept probe") })
    #expect(try archive.refresh().parsed == 4)
    #expect(try archive.lines() == before)
  }

  @Test func whoIsNoLongerListedIsCalledAsTheArticlesSay() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    // An actor that the articles name and no list has, under the id that it has there.
    let row = try #require(try archive.lines().first { $0.contains("Maria Huber |") })
    let id = try #require(row.split(separator: " ").dropFirst().first)
    var actors = LexiconFiles.embedded.bytes("actors.tsv")
    actors += Array(
      "\(id)\tMaria Huber von der Wieden\tperson\toesterreich\tMaria Huber; Huberin\n".utf8)
    let other = LexiconFiles(overrides: ["actors.tsv": actors])
    _ = try archive.update(lexicon: other).run(archive.walk())
    #expect(try archive.lines().contains { $0.contains("Maria Huber von der Wieden |") })
    try archive.refresh()
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func tenStepsAndSeveralJobsMakeTheSameIndex() throws {
    let archive = TestArchive()
    for number in 0..<60 {
      let day = number * 7 % 28 + 1
      archive.write(
        "m\(number % 5)/artikel-\(number * 37 % 60).txt",
        "Titel \(number)\n\n\(day).\(number % 12 + 1).2023\n\nMinister Karl Berg\(number % 3) sagte, "
          + "Nummer \(number) sei eine Waffenruhe wert. „Das ist Ruhe“, sagte Anna Müller.\n")
    }
    let all = archive.walk()
    for step in 0..<10 {
      var part = all
      part.inputs = all.inputs.enumerated().filter { $0.offset % 10 <= step }.map(\.element)
      var update = archive.update()
      update.jobs = step % 3 + 1
      let report = try update.run(part)
      #expect(report.parsed == 6)
    }
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func aStoppedRunGoesOnWhereItEnded() throws {
    let archive = TestArchive()
    archive.fill()
    var count = 0
    let first = try archive.update().run(
      archive.walk(),
      progress: { progress in
        if progress.phase == .reading { count += 1 }
        return count < 2
      })
    #expect(!first.isComplete && first.parsed == 2)
    let second = try archive.refresh()
    #expect(second.isComplete && second.parsed == 2 && second.unchanged == 2)
    #expect(try archive.lines() == archive.freshLines())
  }

  /// Random articles come, change, move and go in ten steps; after each the index is the one that a fresh build
  /// of what is left makes, with its names, compounds, wordings and ranking.
  @Test(arguments: 1...4) func tenStepsWithDeletionsMakeTheSameIndex(seed: UInt64) throws {
    var dice = ArticleDice(seed)
    let archive = TestArchive()
    var number = 0
    for step in 0..<10 {
      for _ in 0..<2 + dice.roll(5) {
        number += 1
        let (name, text) = dice.article(number)
        archive.write(name, text + dice.naming())
      }
      for input in archive.walk().inputs where step > 0 {
        switch dice.roll(8) {
        case 0: archive.remove(input.path)
        case 1: archive.write(input.path, dice.article(0).text + dice.naming())
        case 2 where !input.path.contains("/"):
          archive.rename(input.path, to: "neu \(number)-\(dice.roll(1000)).txt")
        default: break
        }
      }
      try archive.refresh { $0.jobs = 1 + step % 2 }
      let lines = try archive.lines()
      #expect(lines.filter { $0.hasPrefix("flaw") } == [])
      let fresh = try archive.freshLines()
      let different = zip(lines, fresh).first { $0 != $1 }
      #expect(
        lines.count == fresh.count && different == nil,
        "step \(step): \(different.map { "\($0)" } ?? "another length")")
      try compareRanking(archive)
    }
  }

  /// Articles that are gone do not count for what is rare.
  private func compareRanking(_ archive: TestArchive) throws {
    let fresh = IndexLocation.named(archive.folder + "/fresh.index")
    let stores = try [archive.index, fresh].map { location in
      try IndexStore(
        location,
        texts: ArticleTexts {
          ArticleAnalysing(reader: TestArchive.reader, analyser: TestArchive.analyser)
        })
    }
    for text in ["waffenruhe", "ruhe huber", "\"der Krieg\"", "krause OR ver*"] {
      var filter = CorpusFilter()
      filter.text = text
      filter.byRelevance = true
      let orders = stores.map { $0.rows(filter, in: 0..<100).map(\.document) }
      #expect(orders[0] == orders[1], "\(text)")
    }
  }
}

extension ArticleDice {
  /// A sentence that names somebody whom no list knows, by a longer or a shorter name.
  mutating func naming() -> String {
    pick([
      "", " Das sagte Bürgermeisterin Petra Lindau-Thorwald am Montag.",
      " „Wir bauen die Brücke“, sagte Petra Lindau-Thorwald, die Direktorin der Hafenverwaltung Nordkap.",
      " Lindau-Thorwald sagte, der Waffenstillstand halte.",
      " Der Sprecher der Reederei Nordkap sagte, man warte ab.",
    ])
  }
}
