import CorpusStore
import Explorer
import ExplorerViews
import ScreenExport
import ScreenModel
import Testing
import TextModel

@Suite struct UpdateTests {
  private func session(_ script: String, columns: Int = 120, rows: Int = 36) throws
    -> ExplorerSession
  {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: columns, rows: rows))
    session.send(try KeyScript.parse(script))
    return session
  }

  private func selected(_ session: ExplorerSession) -> String? {
    session.state.reading.loaded?.analysed.article.document
  }

  @Test func newestFirstByTheEndOfTheInterval() throws {
    let rows = try session("").state.list.rows.map(\.document)
    #expect(
      rows == [
        "2023/ministerium", "2025/ticker", "2023/brief", "2023/antwort", "2023/tram", "2022/rat",
        "bildtext", "ohne-datum",
      ])
  }

  @Test func aDateNarrowsToCertainPossibleAndUndated() throws {
    let here = try session("d2023-03<Enter>")
    #expect(here.state.list.counts?.certain == 1)
    #expect(here.state.list.counts?.possible == 2)
    #expect(here.state.list.counts?.undated == 2)
    #expect(selected(here) == "2023/tram", "what is certain is selected")
    let certain = try session("d2023-03<Enter>U")
    #expect(certain.state.list.count == 1)
  }

  @Test func anUnfinishedDateLeavesTheListAsItWas() throws {
    #expect(try session("d2023-").state.query.window?.label == "2023")
    #expect(try session("d202").state.query.window == nil)
    #expect(try session("d2023-03<Esc>").state.query.window == nil)
    #expect(try session("d2023<Enter>d1999<Esc>").state.query.window?.label == "2023")
    #expect(try session("d2023<C-u><Enter>").state.query.window == nil)
  }

  @Test func theWindowMovesByItsUnit() throws {
    #expect(try session("jjjj>").state.query.window?.label == "2023-03")
    #expect(try session("jjjj>>").state.query.window?.label == "2023-04")
    #expect(try session("d2023-03<Enter><lt><lt>").state.query.window?.label == "2023-01")
    #expect(try session("d2023-03<Enter>-").state.query.window?.label == "2023-Q1")
    #expect(try session("d2023-03<Enter>--").state.query.window?.label == "2023")
    #expect(try session("d2023-03<Enter>---").state.query.window == nil)
    #expect(try session("d2023<Enter>D").state.query.window == nil)
  }

  @Test func statementsAreWalkedAcrossArticles() throws {
    var here = try session("d2023-03<Enter>")
    var seen: [String] = []
    for _ in 0..<7 {
      here.send(.character("J"))
      seen.append("\(selected(here) ?? "-")#\(here.state.reading.statement ?? 0)")
    }
    #expect(
      seen == [
        "2023/tram#1", "2023/tram#2", "2023/tram#3", "2023/tram#4", "2023/tram#5",
        "2023/ministerium#1", "2023/brief#1",
      ])
    here.send(.character("K"))
    #expect(selected(here) == "2023/ministerium")
  }

  @Test func stepsTypedAheadAreNotLost() {
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    state.answerAll(start(&state))
    // Three steps before any answer comes.
    var waiting: [Effect] = []
    for _ in 0..<3 { waiting += update(&state, .key("J")) }
    state.answerAll(waiting)
    #expect(state.reading.loaded?.analysed.article.document == "2023/brief")
    #expect(state.reading.statement == 1)
  }

  /// An article whose file has gone is passed over by `J`, and keys go on working.
  @Test(arguments: ["J", "JA<Esc>j", "JJJ"]) func anArticleThatIsGoneHoldsNobody(script: String)
    throws
  {
    let session = try session("jjjj")
    let gone = try #require(session.state.list.selected)
    var state = session.state
    func press(_ key: Key) {
      state.answerAll(update(&state, .key(key))) { effect in
        guard case .ask(.reading(gone, _), let slot, let generation, _) = effect else { return nil }
        let problem = Diagnostic(.failure, path: "tram.txt", message: "is no longer there")
        return .answer(.unreadable(gone, problem), slot: slot, generation: generation)
      }
    }
    // Away and back: now the file is gone.
    press("k")
    press("j")
    #expect(state.reading.problem != nil)
    for key in try KeyScript.parse(script) { press(key) }
    #expect(state.list.selected != gone)
    #expect(state.typedAhead.isEmpty)
    #expect(!state.isWaiting)
  }

  @Test func aRelatedJumpMayLeaveTheFilter() throws {
    var here = try session("d2023-03<Enter>J")
    #expect(here.state.related?.entries.count == 3)
    here.send(.character("."))
    #expect(selected(here) == "2023/antwort")
    #expect(here.state.list.pinned?.document == "2023/antwort")
    #expect(here.state.query.window?.label == "2023-03", "the filter stays")
    #expect(here.state.arrival?.reason == "1 of 3: Krause answers Huber on Straßenbahn")
    here.send(.character("H"))
    #expect(selected(here) == "2023/tram")
    #expect(here.state.reading.statement == 1)
    #expect(here.state.list.pinned == nil)
    here.send(.character("L"))
    #expect(selected(here) == "2023/antwort")
    #expect(here.state.list.pinned != nil)
  }

  @Test func theWalkGoesThroughAllRelatedAndBack() throws {
    #expect(selected(try session("d2023-03<Enter>J..")) == "2025/ticker")
    #expect(selected(try session("d2023-03<Enter>J..,,")) == "2023/tram")
    #expect(
      try session("d2023-03<Enter>J....").state.message?.text
        == "that was the last related statement")
    // Contradictions only: the second of them is in the same article.
    let here = try session("d2023-03<Enter>J!!")
    #expect(selected(here) == "2023/tram")
    #expect(here.state.reading.statement == 3)
  }

  @Test func backIsAsInABrowser() throws {
    var here = try session("d2023<Enter>t<Enter>")
    #expect(!here.state.query.filter.types.isEmpty)
    here.send(.character("H"))
    #expect(here.state.query.filter.types.isEmpty)
    #expect(here.state.query.window?.label == "2023")
    here.send(.backspace)
    #expect(here.state.query.filter.isEmpty)
    here.send([.character("L"), .character("L")])
    #expect(!here.state.query.filter.types.isEmpty)
    #expect(try session("H").state.message?.text == "this is where you began")
  }

  @Test func aPickerFiltersByOneOrSeveral() throws {
    let one = try session("ahuber<Enter>")
    #expect(one.state.query.filter.actors == [SampleCorpus.huber.id])
    let two = try session("a<Tab><Down><Tab><Enter>")
    #expect(two.state.query.filter.actors == [SampleCorpus.huber.id, SampleCorpus.krause.id])
    #expect(try session("a<Tab><Esc>").state.query.filter.isEmpty)
    #expect(try session("ahuber<Enter>X").state.query.filter.isEmpty)
    #expect(try session("aunknown<Enter>").state.query.filter.actors == [nil])
  }

  @Test func closingGoesStepByStepAndQuitsAtTheBottom() throws {
    var here = try session("jjj<Enter>e")
    #expect(here.state.overlays.count == 1)
    here.send(.character("q"))
    #expect(here.state.overlays.isEmpty)
    #expect(!here.hasQuit)
    here.send(.escape)
    #expect(here.state.focus == .list)
    here.send(.escape)
    #expect(!here.hasQuit)
    here.send(.control("c"))
    #expect(here.state.message?.text == "q quits")
    here.send(.character("q"))
    #expect(here.hasQuit)
  }

  @Test func aSearchLightsUpAndGoesOn() throws {
    var here = try session("/strassenbahn")
    #expect(here.state.list.count == 2)
    here.send(.enter)
    let first = selected(here)
    #expect(here.state.reading.match == 0)
    here.send(.character("n"))
    #expect(selected(here) != first)
    here.send(.character("N"))
    #expect(selected(here) == first)
    here.send(.escape)
    #expect(here.state.search == nil)
    #expect(try session("/zzz<Enter>").state.message?.kind == .warning)
  }

  @Test func resizingKeepsWhatIsSelected() throws {
    var here = try session("jjjj<Enter>JJJJ")
    for size in [
      Size(columns: 30, rows: 8), Size(columns: 1, rows: 1), Size(columns: 150, rows: 50),
    ] {
      here.resize(size)
    }
    #expect(selected(here) == "2023/tram")
    #expect(here.state.reading.statement == 4)
  }

  @Test func aStatementInViewStaysInViewAtAnySize() throws {
    var here = try session("jjjj<Enter>JJJJJ")
    for size in [
      Size(columns: 24, rows: 6), Size(columns: 90, rows: 10), Size(columns: 61, rows: 9),
    ] {
      here.resize(size)
      let place = try #require(here.screen.cursor)
      #expect(
        here.screen[place.row, place.column].role != .title, "the cursor rests on the statement")
      let glyphs = here.screen.cells.map(\.grapheme).joined()
      #expect(glyphs.contains("▌"), "\(size)")
    }
  }

  @Test func everyCommandHasAKeyAndEveryHintIsTrue() {
    let keymap = Keymap.standard
    for command in Command.allCases {
      #expect(
        KeyContext.allCases.contains { !keymap.keys(for: command, in: $0).isEmpty }, "\(command)")
    }
    for context in KeyContext.allCases { #expect(!keymap.hints(for: context).isEmpty) }
  }

  @Test func theSidebarListsTheStatementsBehindALine() throws {
    let here = try session("jjj<Tab><Tab><Enter>")
    let list = here.state.overlays.last as? StatementList
    #expect(list?.entries?.count == 2)
    let jumped = try session("jjj<Tab><Tab><Enter><Down><Enter>")
    #expect(jumped.state.reading.statement == 2)
    #expect(jumped.state.focus == .text)
  }

  @Test func onePaneAtATimeAStepShowsTheText() throws {
    #expect(try session("J", columns: 50, rows: 20).state.focus == .text)
    #expect(try session("J", columns: 80, rows: 24).state.focus == .list)
    #expect(try session("<Enter>i", columns: 50, rows: 20).state.focus == .sidebar)
  }

  @Test func aFilterChosenOutsideGoesBackInside() throws {
    let outside = try session("d2023-03<Enter>J.")
    #expect(outside.state.list.pinned != nil)
    let inside = try session("d2023-03<Enter>J.ahuber<Enter>")
    #expect(inside.state.list.pinned == nil)
    #expect(selected(inside) == "2023/tram")
  }

  @Test func anEmptyCorpusSaysWhatToDo() {
    let empty = ExplorerSession(MemoryStore(articles: []), size: Size(columns: 80, rows: 24))
    let words = empty.screen.cells.map(\.grapheme).joined()
    #expect(words.contains("No articles here."))
    #expect(words.contains("In a folder, files ending in .txt"))
  }

  @Test func answersToOlderQuestionsAreDropped() {
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    var waiting = start(&state)
    while !waiting.isEmpty {
      if let event = perform(waiting.removeFirst(), SampleCorpus.store) {
        waiting += update(&state, event)
      }
    }
    let first = update(&state, .key("j"))
    let second = update(&state, .key("j"))
    func reading(_ effects: [Effect]) -> Event? {
      effects.lazy.compactMap { effect -> Event? in
        guard case .ask(_, .reading, _, _) = effect else { return nil }
        return perform(effect, SampleCorpus.store)
      }.first
    }
    let before = state.reading.loaded?.key
    if let late = reading(first) { _ = update(&state, late) }
    #expect(state.reading.loaded?.key == before, "the text of the row that was passed is not shown")
    if let answer = reading(second) { _ = update(&state, answer) }
    #expect(state.reading.loaded?.key == state.list.selected)
    #expect(state.list.cursor == 2)
  }
}

@Suite struct PastingTests {
  /// Line breaks, tabs and control characters become single blanks, and nothing of it is a key.
  @Test(arguments: [
    ("/", "a\r\nb\t\tc\u{1B}[2Jq", "a b c [2Jq"), ("a", "  hu\n", "hu"), (":", "quit\n", "quit"),
    ("d", "2023-0\u{85}3", "2023-0 3"),
  ])
  func becomesOneLineOfAPrompt(key: String, pasted: String, line: String) throws {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 80, rows: 24))
    session.send(try KeyScript.parse(key))
    session.send(.paste(pasted))
    #expect(!session.hasQuit)
    #expect(session.screen.plainText().contains(line))
  }

  @Test func isRefusedByThePanes() {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 80, rows: 24))
    session.send(.paste("jq"))
    #expect(!session.hasQuit)
    #expect(session.state.list.cursor == 0)
    #expect(session.state.message?.text.contains("prompt") == true)
  }
}
