import CorpusIndex
import Testing

@Suite struct UpdateMessageTests {
  @Test(arguments: [
    UpdateMessage.progress(.init(phase: .reading, done: 12, total: 100, stored: 7)),
    .progress(.init(phase: .comparing)), .note("the index lies far away"),
    .finished(articles: 3, changed: true), .busy, .failed("the disk is full"),
  ])
  func comesBack(_ message: UpdateMessage) {
    #expect(UpdateMessage(line: message.line) == message)
  }

  @Test func linesStayLines() {
    #expect(UpdateMessage.note("a\nb\tc").line == "note\ta b c\n")
  }

  @Test(arguments: ["", "reading", "reading\t1\t2", "finished\tx\t1", "other\t1\t2\t3"])
  func othersAreIgnored(_ line: String) {
    #expect(UpdateMessage(line: line) == nil)
  }
}
