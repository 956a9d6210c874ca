import Glibc
import TestFiles
import Testing

/// `extract` as somebody's worker: lines come through a pipe, and so do the answers.
@Suite struct PipedLinesTests {
  /// Writes a line and waits for the answer before it writes the next one.
  @Test func aLineIsAnsweredBeforeTheNextOneComes() throws {
    // A program that had died would end the test with a signal.
    signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    try #require(pipe(&toChild) == 0 && pipe(&fromChild) == 0)
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let arguments: [String] = [BuiltProgram.path, "extract", "--input", "jsonl", "-"]
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var child = pid_t()
    try #require(posix_spawn(&child, BuiltProgram.path, &actions, nil, &words, environ) == 0)
    close(toChild[0])
    close(fromChild[1])
    for name in ["a", "b", "c"] {
      let line = #"{"document":"\#(name)","text":"„Nein“, sagte Karl Berg."}"# + "\n\n"
      _ = line.withCString { write(toChild[1], $0, strlen($0)) }
      let answer = answer(from: fromChild[0])
      #expect(answer.contains(#""document":"\#(name)""#))
      #expect(answer.contains(#""name":"Karl Berg""#))
    }
    close(toChild[1])
    close(fromChild[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    #expect(status == 0)
  }

  /// One line; what came so far when nothing more comes within half a minute.
  private func answer(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    while bytes.last != UInt8(ascii: "\n") {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 30_000) == 1 else { break }
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
