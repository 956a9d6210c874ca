import ArticleAnalysis
import CorpusIndex
import GermanLanguage
import Glibc
import NewsArchive
import TestFiles
import Testing

/// A folder of articles that a test makes, changes and indexes; removed in the end.
final class TestArchive {
  let index: IndexLocation
  private let root = TemporaryFolder()

  /// Prepared once for all tests.
  static let lexicon = LexiconFiles.embedded
  static let reader = ArticleReader()
  static let analyser = ArticleAnalyser(lexicon: .embedded)

  init() {
    root.folder("archive")
    index = .named(root.path + "/test.index")
  }

  var folder: String { root.path }
  var archive: String { folder + "/archive" }

  /// Writes an article; folders are made as needed. The file is an hour old, so that its time counts.
  func write(_ name: String, _ text: String, age: Int = 3600) {
    root.write("archive/" + name, text)
    setAge(name, age)
  }

  func setAge(_ name: String, _ seconds: Int) {
    let time = timespec(tv_sec: Glibc.time(nil) - seconds, tv_nsec: 0)
    utimensat(AT_FDCWD, archive + "/" + name, [time, time], 0)
  }

  func remove(_ name: String) { unlink(archive + "/" + name) }

  func rename(_ name: String, to other: String) {
    Glibc.rename(archive + "/" + name, archive + "/" + other)
  }

  func update(
    to location: IndexLocation? = nil, lexicon: LexiconFiles = TestArchive.lexicon
  ) -> IndexUpdate {
    let isEmbedded = lexicon.overrides.isEmpty
    return IndexUpdate(
      location: location ?? index, reader: Self.reader,
      analyser: isEmbedded ? Self.analyser : ArticleAnalyser(lexicon: lexicon),
      analysis: AnalysisFingerprint(
        lexicon: lexicon, codebooks: [], actorLists: [], learned: .none),
      lexicon: lexicon)
  }

  func walk() -> ArticleWalker.Findings { ArticleWalker(paths: [archive]).walk() }

  @discardableResult
  func refresh(_ change: (inout IndexUpdate) -> Void = { _ in }) throws -> UpdateReport {
    var update = update()
    change(&update)
    return try update.run(walk())
  }

  /// What a fresh index of the archive holds.
  func freshLines() throws -> [String] {
    let location = IndexLocation.named(folder + "/fresh.index")
    var update = update(to: location)
    update.isRebuild = true
    _ = try update.run(walk())
    return try IndexDump.lines(location)
  }

  func lines() throws -> [String] { try IndexDump.lines(index) }

  /// A few made-up articles on different days, one of them undated.
  func fill() {
    write(
      "2023/rede.txt",
      "Kanzlerin fordert Waffenruhe\n\n31.03.2023, 13:46 Uhr\n\nKanzlerin Maria Huber hat eine Waffenruhe "
        + "gefordert. „Wir brauchen eine Waffenruhe“, sagte Huber am Freitag in Wien.\n")
    write(
      "2023/antwort.txt",
      "Minister lehnt ab\n\n01.04.2023\n\nMinister Jörg Weiß lehnte eine Waffenruhe ab. Das sei „völlig "
        + "unmöglich“, sagte Weiß der Nachrichtenagentur dpa. Die Waffen schwiegen nie, so der Minister. "
        + "Ruhe kehre so nicht ein.\n")
    write(
      "2024/bericht.txt",
      "Bericht über Sanktionen\n\n12.02.2024\n\nDie Sanktionen müssten verschärft werden, sagte die "
        + "Außenministerin Anna Müller am Montag. Der Kreml wies das zurück.\n")
    write("ohne-datum.txt", "Der Sprecher sagte, man werde prüfen, ob das Abkommen halte.\n")
  }
}
