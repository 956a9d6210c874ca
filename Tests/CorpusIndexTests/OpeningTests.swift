import GRDB
import Glibc
import Testing

@testable import CorpusIndex

@Suite struct OpeningTests {
  private func path(_ archive: TestArchive) -> String { archive.index.path ?? "" }

  private func bytes(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    return Array(bytes[..<max(0, read(file, &bytes, bytes.count))])
  }

  private func put(_ bytes: [UInt8], _ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  @Test func aFileOfSomebodyElseIsLeftAlone() throws {
    let archive = TestArchive()
    archive.fill()
    let other = Array("not an index, but somebody's only copy of something\n".utf8)
    for isRebuild in [false, true] {
      put(other, path(archive))
      #expect(throws: IndexFailure.foreign(path: path(archive))) {
        try archive.refresh { $0.isRebuild = isRebuild }
      }
      #expect(bytes(path(archive)) == other)
      #expect(access(path(archive) + ".lock", F_OK) != 0, "nothing is left beside it")
    }
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    var database = bytes(path(archive))
    database.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    unlink(path(archive) + "-wal")
    put(database, path(archive))
    #expect(throws: IndexFailure.foreign(path: path(archive))) { try archive.refresh() }
    #expect(bytes(path(archive)) == database)
  }

  @Test func aDatabaseWhoseTablesAreStillInItsLogIsLeftAlone() throws {
    let archive = TestArchive()
    archive.fill()
    let other = try DatabaseQueue(path: path(archive))
    try other.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE theirs (a)")
    }
    #expect(access(path(archive) + "-wal", F_OK) == 0)
    #expect(throws: IndexFailure.foreign(path: path(archive))) { try archive.refresh() }
    #expect(try other.inDatabase { try $0.tableExists("theirs") })
    try other.close()
  }

  @Test(arguments: ["PRAGMA journal_mode = WAL", "VACUUM"])
  func whatARunKilledAtItsBeginningLeftIsTakenOver(_ sql: String) throws {
    let archive = TestArchive()
    archive.fill()
    let begun = try DatabaseQueue(path: path(archive))
    try begun.inDatabase { try $0.execute(sql: "\(sql)") }
    try begun.close()
    try archive.refresh()
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func anIndexOfAnotherVersionIsMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    var database = bytes(path(archive))
    // user_version, big-endian.
    database.replaceSubrange(60..<64, with: [0, 0, 3, 231])
    put(database, path(archive))
    #expect(throws: IndexFailure.outdated(path: path(archive))) {
      _ = try IndexFile.openForReading(archive.index)
    }
    var notes: [String] = []
    let report = try archive.update().run(archive.walk(), note: { notes.append($0) })
    #expect(report.parsed == 4)
    #expect(notes.count == 1)
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test(arguments: [(100, 4096), (4096, 40_000), (20_000, 60_000)])
  func aDamagedIndexIsMadeAnew(_ begin: Int, _ end: Int) throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let expected = try archive.lines()
    var database = bytes(path(archive))
    for offset in begin..<min(end, database.count) { database[offset] = 0x5A }
    put(database, path(archive))
    try archive.refresh { $0.isRebuild = false }
    // Damage in a page that this run did not read shows when it is read; making it anew always helps.
    if (try? archive.lines()) != expected { try archive.refresh { $0.isRebuild = true } }
    #expect(try archive.lines() == expected)
  }

  @Test func anIndexCutShortIsMadeAnew() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let expected = try archive.lines()
    put(Array(bytes(path(archive)).prefix(9000)), path(archive))
    try archive.refresh()
    #expect(try archive.lines() == expected)
  }

  @Test func theCacheIsTheOwnersAlone() throws {
    let archive = TestArchive()
    archive.fill()
    let location = try #require(
      IndexLocation.standard(
        paths: [archive.archive],
        environment: { $0 == "XDG_CACHE_HOME" ? archive.folder + "/cache" : nil }))
    let file = try #require(location.path)
    #expect(file.hasPrefix(archive.folder + "/cache/standpunkt/archive-"))
    _ = try archive.update(to: location).run(archive.walk())
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func everyCorpusHasItsFileAndTheUsersWins() {
    func location(_ paths: [String], index: String? = nil, shared: String? = nil) -> IndexLocation?
    {
      IndexLocation.standard(
        paths: paths, index: index,
        environment: {
          ["HOME": "/h", "STANDPUNKT_INDEX": shared, "XDG_CACHE_HOME": "rel"][$0] ?? nil
        })
    }
    #expect(location(["/usr"]) == location(["/usr/"]))
    #expect(location(["/usr"]) == location(["/usr/lib/.."]))
    #expect(location(["/usr"]) != location(["/etc"]))
    #expect(location(["/usr", "/etc"]) != location(["/etc", "/usr"]))
    #expect(location(["/usr"])?.path?.hasPrefix("/h/.cache/standpunkt/usr-") == true)
    #expect(location(["/usr"], shared: "/s/x") == .named("/s/x"))
    #expect(location(["/usr"], index: "/i", shared: "/s/x") == .named("/i"))
    #expect(IndexLocation.standard(paths: ["/usr"], environment: { _ in nil }) == nil)
  }

  @Test func aSharedIndexKeepsItsLogForThoseWhoMayOnlyRead() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    var status = stat()
    for suffix in ["-wal", "-shm"] { #expect(stat(path(archive) + suffix, &status) == 0) }
    #expect(stat(path(archive) + "-wal", &status) == 0 && status.st_size == 0)
  }

  @Test func oneProcessWritesAndOthersRead() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let lock = try WriterLock(path(archive), mode: 0o600, waits: false)
    #expect(throws: IndexFailure.busy(path: path(archive))) {
      try archive.refresh { $0.patience = .giveUp }
    }
    #expect(try !archive.lines().isEmpty)
    withExtendedLifetime(lock) {}
  }

  @Test func aReaderSeesWholeBatchesWhileOthersWrite() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    let reader = try IndexFile.openForReading(archive.index)
    archive.write("neu.txt", "„Nein“, sagte er am 5. Mai 2020.\n")
    var seen: [Int] = []
    try archive.refresh()
    try reader.read { db in
      seen.append(try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0)
    }
    try archive.refresh { $0.isRebuild = true }
    try reader.read { db in
      seen.append(try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0)
    }
    #expect(seen == [5, 5])
  }

  @Test func aFullDiskEndsWithASentenceAndTheWorkGoesOn() throws {
    let archive = TestArchive()
    archive.fill()
    try archive.refresh()
    for number in 0..<40 {
      archive.write(
        "mehr/\(number).txt", "Text \(number): „Ja“, sagte er am \(number % 28 + 1). Mai 2021.\n")
    }
    let queue = try IndexFile.openForWriting(archive.index)
    // SQLite says "full" at this many pages as it does when the disk has no more.
    try queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    #expect(throws: IndexFailure.diskFull(path: path(archive))) {
      try IndexFile.translating(path(archive)) {
        _ = try archive.update().update(queue, archive.walk()) { _ in true }
      }
    }
    try queue.close()
    try archive.refresh()
    #expect(try archive.lines() == archive.freshLines())
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let archive = TestArchive()
    archive.fill()
    let location = IndexLocation.named(archive.folder + "/nowhere/x.index")
    #expect(throws: IndexFailure.self) { try archive.update(to: location).run(archive.walk()) }
    #expect(throws: IndexFailure.missing(path: path(archive))) {
      _ = try IndexFile.openForReading(archive.index)
    }
  }

  @Test func theArchiveIsNotTouched() throws {
    let archive = TestArchive()
    archive.fill()
    func state() -> [String] {
      archive.walk().inputs.map { input in
        var status = stat()
        stat(input.displayPath, &status)
        return
          "\(input.path) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_mode)"
      }
    }
    let before = state()
    chmod(archive.archive, 0o555)
    try archive.refresh()
    chmod(archive.archive, 0o755)
    #expect(state() == before)
  }

  @Test func networkFileSystemsAreKnown() {
    let mounts = """
      21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 21 0:45 / /net rw,relatime shared:9 master:2 - nfs4 server:/export rw,vers=4.2
      41 21 0:46 / /share rw - fuse.sshfs user@host: rw
      """
    #expect(NetworkFileSystem.name(device: "8:1", mounts: mounts) == nil)
    #expect(NetworkFileSystem.name(device: "0:45", mounts: mounts) == "nfs4")
    #expect(NetworkFileSystem.name(device: "0:46", mounts: mounts) == "fuse.sshfs")
    #expect(NetworkFileSystem.name(device: "9:9", mounts: mounts) == nil)
  }
}
