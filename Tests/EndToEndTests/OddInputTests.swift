import Glibc
import TestFiles
import Testing

/// What people type by mistake: each gets a sentence, and nothing is left lying about.
@Suite struct OddInputTests {
  private let folder = TemporaryFolder()

  /// - Returns: the exit code, and all that was said on both outputs.
  private func run(_ arguments: [String]) throws -> (status: Int32, said: String) {
    let output = folder.path + "/said"
    var words = ([BuiltProgram.path] + arguments).map { strdup($0) } + [nil]
    let settings = [
      "HOME=" + folder.path, "XDG_CACHE_HOME=" + folder.path + "/cache", "LANG=C.UTF-8",
    ]
    var environment = settings.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var child = pid_t()
    try #require(
      posix_spawn(&child, BuiltProgram.path, &actions, nil, &words, &environment) == 0)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let file = open(output, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(file, &bytes, bytes.count)
    return (status >> 8 & 0xFF, String(decoding: bytes[..<max(0, count)], as: UTF8.self))
  }

  private func isThere(_ name: String) -> Bool { access("\(folder.path)/\(name)", F_OK) == 0 }

  @Test func ofAFolderThatIsNotThereNoIndexIsMade() throws {
    let index = try run(["index", "/nonexistent"])
    #expect(index.status == 1)
    #expect(index.said.contains("/nonexistent: "))
    #expect(!isThere("cache"))
    let search = try run(["search", "/nonexistent", "--index", "\(folder.path)/a.index"])
    #expect(search.status == 1)
    #expect(!isThere("a.index"))
  }

  @Test func aFileThatIsNoIndexStaysAlone() throws {
    folder.write("archive/a.txt", "„Nein“, sagte Karl Berg.\n")
    folder.write("notes.txt", "mine\n")
    let index = try run(["index", folder.path + "/archive", "--index", folder.path + "/notes.txt"])
    #expect(index.status == 1)
    #expect(index.said.contains("is not an index"))
    #expect(!isThere("notes.txt.lock"))
  }

  @Test func namesThatNobodyHasAreNamed() throws {
    folder.write(
      "archive/a.txt",
      "Kanzlerin Maria Huber forderte eine Waffenruhe. „Wir brauchen sie“, sagte Huber in Wien.\n")
    func search(_ arguments: [String]) throws -> (status: Int32, said: String) {
      try run(["search", folder.path + "/archive"] + arguments)
    }
    let nobody = try search(["--actor", "nobody"])
    #expect(nobody.status == 0)
    #expect(nobody.said.contains("no statement of an actor 'nobody'"))
    #expect(try search(["--actor", "Huber"]).said.contains("like it are maria-huber"))
    #expect(try search(["--actor", "maria-hubr"]).said.contains("like it are maria-huber"))
    #expect(
      try search(["--concept", "nothing"]).said.contains("no statement on a concept 'nothing'"))
    let known = try search(["--actor", "maria-huber", "--actor", "unknown"])
    #expect(!known.said.contains("there is no"))
    #expect(known.said.contains("brauchen"))
  }

  @Test func aDateThatIsNoneIsNamedWithItsLine() throws {
    folder.write(
      "lines.jsonl",
      """
      {"document":"a","text":"„Nein“, sagte Karl Berg.","date":"2023-03-31"}
      {"document":"b","text":"„Nein“, sagte Karl Berg.","date":"2023-99"}
      {"document":"c","text":"„Nein“, sagte Karl Berg.","date":""}

      """)
    let extract = try run(["extract", "--input", "jsonl", folder.path + "/lines.jsonl"])
    #expect(extract.status == 0)
    let said = extract.said.split(separator: "\n")
    let warnings = said.filter { $0.hasPrefix("standpunkt: ") }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("lines.jsonl:2: has the date \"2023-99\"") == true)
    #expect(said.contains { $0.contains(#""document":"b""#) && $0.contains(#""edtf":null"#) })
    #expect(
      said.contains { $0.contains(#""document":"a""#) && $0.contains(#""edtf":"2023-03-31""#) })
  }
}
