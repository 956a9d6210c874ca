import CorpusStore
import GRDB
import Glibc
import Testing

@testable import CorpusIndex

/// Reading beside others: their locks, their damage, folders that may only be read.
@Suite struct ReadersTests {
  private func path(_ archive: TestArchive) -> String { archive.index.path ?? "" }

  private func open(_ archive: TestArchive) throws -> IndexStore {
    try IndexStore(
      archive.index,
      texts: ArticleTexts { .init(reader: TestArchive.reader, analyser: TestArchive.analyser) })
  }

  /// Whether this process holds a lock on the file, seen as another process sees it. The descriptor is never
  /// closed: that would drop the locks.
  private func isLocked(_ descriptor: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    let getLockOfDescription: Int32 = 36
    return fcntl(descriptor, getLockOfDescription, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  @Test func lookingAtAnIndexKeepsTheLocksOnIt() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let store = try open(archive)
    let descriptor = Glibc.open(path(archive), O_RDWR | O_CLOEXEC)
    #expect(isLocked(descriptor))
    #expect(IndexStore.exists(at: archive.index))
    let next = try open(archive)
    #expect(isLocked(descriptor))
    withExtendedLifetime((store, next)) {}
  }

  /// Overwrites all of the index but its first page.
  private func damage(_ archive: TestArchive) {
    let file = Glibc.open(path(archive), O_WRONLY)
    var status = stat()
    fstat(file, &status)
    let noise = [UInt8](repeating: 0x5A, count: Int(status.st_size) - 4096)
    #expect(pwrite(file, noise, noise.count, 4096) == noise.count)
    close(file)
  }

  @Test func whatCannotBeReadAnyMoreIsSaid() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let store = try open(archive)
    #expect(store.failure == nil)
    damage(archive)
    #expect(!store.prepareCounts())
    #expect(!store.hasCounts)
    #expect(store.failure?.contains(path(archive)) == true)
    #expect(store.failure?.hasSuffix("standpunkt index --rebuild does so") == true)
    // Asked again, it answers again instead of waiting for ever.
    #expect(!store.prepareCounts())
  }

  /// What a reader found is made anew once, by whoever comes first.
  @Test func aFileThatWasFoundDamagedIsMadeAnewOnce() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let store = try open(archive)
    #expect(store.damagedFile == nil)
    damage(archive)
    #expect(!store.prepareCounts())
    let damaged = try #require(store.damagedFile)
    var update = archive.update()
    update.damagedFile = damaged
    var notes: [String] = []
    #expect(try update.run(archive.walk(), note: { notes.append($0) }).parsed == 4)
    #expect(notes.count == 1)
    #expect(try update.run(archive.walk()).parsed == 0)
    #expect(try archive.lines() == archive.freshLines())
  }

  /// The lists are read when words are to be forgotten.
  @Test func tornListsOfWordsAreMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let queue = try DatabaseQueue(path: archive.index.path ?? "")
    try queue.write {
      try $0.execute(sql: "UPDATE words_data SET block = x'0000ffff00000000' WHERE id > 10")
    }
    try queue.close()
    archive.remove("ohne-datum.txt")
    var notes: [String] = []
    _ = try archive.update().run(archive.walk(), note: { notes.append($0) })
    #expect(notes.contains { $0.contains("damaged") })
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func tornFactsAreDamage() throws {
    var bytes: [UInt8] = []
    var ends = [0]
    for ordinal in [1, 3, 300] {
      PackedFacts.add(
        ordinalStep: ordinal, type: 2, polarity: 1, actors: [7, 40_000], stances: [9], to: &bytes)
      ends.append(bytes.count)
    }
    for count in 0...bytes.count {
      var piece = StatementPiece()
      let isWhole = Array(bytes[..<count]).withUnsafeBytes {
        PackedFacts.unpack($0, article: 5, to: &piece)
      }
      #expect(isWhole == ends.contains(count))
      #expect(piece.ordinals == Array([1, 4, 304].prefix(piece.ordinals.count)))
      #expect(piece.actors.count == 2 * piece.ordinals.count)
      #expect(piece.stances.count == piece.ordinals.count)
    }
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let queue = try DatabaseQueue(path: path(archive))
    try queue.write { try $0.execute(sql: "UPDATE facts SET statements = x'81'") }
    try queue.close()
    let store = try open(archive)
    #expect(!store.prepareCounts())
    #expect(store.damagedFile != nil)
  }

  @Test func whatAnotherProcessAddsIsNoticed() throws {
    let archive = TestArchive()
    archive.fill()
    let watch = IndexWatch(archive.index)
    let before = watch.state
    try archive.refresh()
    let made = watch.state
    #expect(made != before)
    #expect(watch.state == made)
    archive.write("neu.txt", "Neu\n\n05.05.2024\n\n„Das gilt“, sagte Präsident Karl Berg.\n")
    try archive.refresh()
    let added = watch.state
    #expect(added != made)
    try archive.refresh { $0.isRebuild = true }
    #expect(watch.state != added)
  }

  @Test func anIndexWithoutItsLogCanBeReadWhereNoneCanBeMade() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let expected = try archive.lines()
    let copy = archive.folder + "/a #1 100%?.index"
    #expect(rename(path(archive), copy) == 0)
    for suffix in ["-wal", "-shm"] { unlink(path(archive) + suffix) }
    let reader = try IndexFile.openUnchanging(copy)
    #expect(try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") } == 4)
    for suffix in ["-wal", "-shm"] { #expect(access(copy + suffix, F_OK) != 0) }
    try reader.close()
    // The same as somebody who may not write there; nobody is kept from it who is root.
    guard getuid() != 0 else { return }
    chmod(archive.folder, 0o555)
    defer { chmod(archive.folder, 0o755) }
    #expect(try IndexDump.lines(.named(copy)) == expected)
  }

  @Test func aCacheThatCannotBeRecognisedIsMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    let cache = IndexLocation(path: archive.folder + "/cache.index", isNamedByUser: false)
    _ = try archive.update(to: cache).run(archive.walk())
    #expect(truncate(archive.folder + "/cache.index", 60) == 0)
    #expect(
      throws: IndexFailure.damaged(
        path: archive.folder + "/cache.index", reason: "it does not begin as an index does")
    ) { _ = try IndexFile.openForReading(cache) }
    var notes: [String] = []
    let report = try archive.update(to: cache).run(archive.walk(), note: { notes.append($0) })
    #expect(report.parsed == 4)
    #expect(notes.count == 1)
    // A file that the user names is left alone.
    #expect(truncate(archive.folder + "/cache.index", 60) == 0)
    #expect(throws: IndexFailure.foreign(path: archive.folder + "/cache.index")) {
      _ = try IndexFile.openForReading(.named(archive.folder + "/cache.index"))
    }
  }
}
