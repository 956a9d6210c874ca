import CorpusStore
import Explorer
import ExplorerViews
import ScreenModel
import Testing
import TextModel

/// What the user keeps: citations and marks.
@Suite struct DecisionTests {
  private func session(_ script: String) throws -> ExplorerSession {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 120, rows: 36))
    session.send(try KeyScript.parse(script))
    return session
  }

  @Test func aStatementIsCitedWithItsPlace() throws {
    #expect(
      try session("jjjjJy").clipboard
        == "Maria Huber (2023-03-31): „Die Bahn kommt, und sie kommt bald“. "
        + "In: Huber wirbt für die Straßenbahn [2023/tram#1]")
    // What was not said in these words is no quotation.
    #expect(
      try session("jjjjJJy").clipboard
        == "Maria Huber (2023-03-31), indirect: Der Bau werde keinen Baum kosten. "
        + "In: Huber wirbt für die Straßenbahn [2023/tram#2]")
    // In a list the selected entry is meant.
    #expect(try session("M<Enter>y").clipboard?.hasPrefix("Jens Krause (2023-04): „Diese") == true)
    #expect(try session("y").clipboard == nil)
  }

  @Test(arguments: [
    (ReportedSpeech.direct, ": „Nein“"), (.indirect, ", indirect: Nein"),
    (.reported, ", in summary: Nein"), (.freeIndirect, ", free indirect: Nein"),
    (.indirectFreeIndirect, ", free indirect, in Konjunktiv: Nein"),
  ])
  func everyTypeIsCitedAsWhatItIs(_ type: ReportedSpeech, _ words: String) {
    let digest = StatementDigest(
      ref: StatementRef(article: ArticleKey(rawValue: 0), ordinal: 3), type: type,
      speaker: "Maria Huber", actors: [], edtf: nil, text: "Nein", polarity: .neutral, stances: [])
    #expect(
      citation(of: StatementEntry(digest: digest, title: "Bahn", document: "d"))
        == "Maria Huber (undated)\(words). In: Bahn [d#3]")
  }

  @Test func whatIsCopiedIsOneHarmlessLine() {
    let hostile = StatementDigest(
      ref: StatementRef(article: ArticleKey(rawValue: 0), ordinal: 1), type: .direct,
      speaker: "A\u{1B}[2J\nrm", actors: [], edtf: nil,
      text: String(repeating: "x\u{7}\n", count: 9000), polarity: .neutral, stances: [])
    let text = citation(of: StatementEntry(digest: hostile, title: "a\u{202E}b", document: "d"))
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.utf8.count < 12_000)
  }

  @Test func marksAreSetListedAndTakenAway() throws {
    var here = try session("jjjjJm")
    #expect(here.state.marks.map(\.document) == ["2023/tram"])
    #expect(here.screen.cells.contains { $0.grapheme == "⚑" })
    here.send(["J", "J", "m", "g", "B"])
    let list = try #require(here.state.overlays.last as? StatementList)
    // The last one marked stands first.
    #expect(list.entries?.map(\.statement.digest.ref.ordinal) == [3, 1])
    here.send([.down, .enter])
    #expect(here.state.reading.statement == 1)
    here.send("m")
    #expect(here.state.marks.count == 1)
    #expect(try session("B").state.message?.text.hasPrefix("nothing is marked") == true)
    #expect(try session("m").state.marks.isEmpty)
  }

  @Test func aMarkFindsItsWordsAfterTheExtractionHasChanged() {
    let statements = SampleCorpus.tram.statements
    let first = statements[0].quote[0]
    func mark(_ begin: Int, _ end: Int) -> Mark {
      Mark(document: "2023/tram", begin: begin, end: end, quote: "", speaker: "", date: "")
    }
    #expect(mark(first.begin, first.end).statement(among: statements)?.ordinal == 1)
    #expect(mark(first.begin + 4, first.end + 2).statement(among: statements)?.ordinal == 1)
    #expect(mark(0, 3).statement(among: statements) == nil)
    for (begin, end) in [(Int.min, Int.max), (.min, .min), (.max, .max), (3, 0)] {
      #expect(mark(begin, end).statement(among: statements) == nil)
    }
  }

  /// What is stored is shown as marked only when the store has said so.
  @Test func aMarkCountsOnceItIsStored() {
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    state.answerAll(start(&state))
    for key: Key in ["j", "j", "j", "j", "J"] { state.answerAll(update(&state, .key(key))) }
    let effects = update(&state, .key("m"))
    #expect(state.marks.isEmpty)
    guard case .saveMark(let mark, true)? = effects.first else {
      Issue.record("nothing is to be stored: \(effects)")
      return
    }
    _ = update(&state, .failed("the disk is full"))
    #expect(state.marks.isEmpty)
    #expect(state.message?.kind == .warning)
    _ = update(&state, .marked(mark, isMarked: true))
    #expect(state.marks == [mark])
  }

  /// On a slow disk, too, `mB` lists the mark, and `mm` takes it away again.
  @Test(arguments: [("B", true), ("m", false)] as [(Key, Bool)])
  func whatIsTypedAfterAMarkWaitsForIt(key: Key, opensList: Bool) throws {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 120, rows: 36))
    session.send(try KeyScript.parse("jjjjJ"))
    var state = session.state
    guard case .saveMark(let mark, true)? = update(&state, .key("m")).first else {
      Issue.record("nothing is to be stored")
      return
    }
    #expect(update(&state, .key(key)).isEmpty)
    #expect(state.overlays.isEmpty)
    let effects = update(&state, .marked(mark, isMarked: true))
    #expect((state.overlays.last is StatementList) == opensList)
    #expect(effects.contains(.saveMark(mark, isMarked: false)) == !opensList)
    // A mark that cannot be stored holds nothing up.
    _ = update(&state, .key("m"))
    _ = update(&state, .failed("the disk is full"))
    #expect(state.typedAhead.isEmpty)
  }
}
