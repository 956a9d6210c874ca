import CorpusStore
import Explorer
import ExplorerViews
import ScreenModel
import Testing
import TextModel

/// Whatever happens in whatever order, the explorer keeps its invariants.
@Suite struct RandomEventTests {
  /// A small generator with a seed, so that a failure can be run again.
  struct Dice {
    var state: UInt64
    mutating func roll(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }
  }

  static let keys: [Key] =
    "jjjjkkbgGzihlHLJJJJKK.,][r!d<>-+DUUacstX/nNew?qxu20-3AACCMM$ymmB::".map { Key.character($0) }
    + [
      .enter, .enter, .escape, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .control("d"), .control("u"), .control("c"), .control("w"), .backspace,
      .delete, .function(1), .character(" "), .character("ß"), .control("l"),
      .mouse(.init(action: .press, row: 5, column: 4)),
      .mouse(.init(action: .press, row: 7, column: 50)),
      .mouse(.init(action: .wheelDown, row: 6, column: 100)),
    ]

  @Test(arguments: 1...8) func keepInvariants(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7919)
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    let store = SampleCorpus.store
    var waiting = start(&state)
    var last: [String] = []
    for step in 0..<300 {
      switch dice.roll(20) {
      case 0:
        let size = Size(columns: 1 + dice.roll(130), rows: 1 + dice.roll(40))
        last.append("\(size)")
        waiting += update(&state, .resized(size))
      case 1...7 where !waiting.isEmpty:
        // Answers come late and in any order.
        let effect = waiting.remove(at: dice.roll(waiting.count))
        last.append("answer \(effect)")
        if let event = perform(effect, store) { waiting += update(&state, event) }
      default:
        let key = Self.keys[dice.roll(Self.keys.count)]
        last.append("\(key)")
        waiting += update(&state, .key(key))
      }
      check(state, "seed \(seed), step \(step), last \(last.suffix(6))")
      if step % 50 == 49 {
        settle(&state, &waiting, store)
        checkSettled(state, "seed \(seed), settled at \(step), last \(last.suffix(12))")
      }
    }
  }

  @Test func drawsAtAnySize() {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 120, rows: 36))
    for script in [
      "", "jjj<Enter>J", "?", "d2023", "a", "r", "<Tab><Tab>", "M", "jl", "<Enter>", "J", "A", "C",
    ] {
      if let keys = try? KeyScript.parse(script) { session.send(keys) }
      for columns in [0, 1, 2, 5, 13, 20, 40, 59, 60, 80, 100, 120] {
        for rows in [0, 1, 2, 3, 5, 7, 8, 12, 20, 36] {
          session.resize(Size(columns: columns, rows: rows))
          check(session.state, "\(script) at \(columns)x\(rows)")
        }
      }
      session.send(.escape)
    }
  }

  private func settle(
    _ state: inout ExplorerState, _ waiting: inout [Effect], _ store: MemoryStore
  ) {
    var left = 500
    while !waiting.isEmpty, left > 0 {
      left -= 1
      if let event = perform(waiting.removeFirst(), store) { waiting += update(&state, event) }
    }
    #expect(left > 0, "questions never end")
    waiting = []
  }

  private func check(_ state: ExplorerState, _ place: String) {
    let canvas = render(state)
    #expect(canvas.size == state.size, "\(place)")
    #expect(canvas.cells.count == state.size.columns * state.size.rows, "\(place)")
    if let cursor = canvas.cursor, !canvas.cells.isEmpty {
      #expect((0..<state.size.rows).contains(cursor.row), "\(place)")
      #expect((0..<state.size.columns).contains(cursor.column), "\(place)")
    }
    #expect(state.list.cursor >= 0 && state.list.cursor < max(1, state.list.count), "\(place)")
    if let text = state.reading.loaded?.analysed.article.text {
      #expect((0...text.count).contains(state.reading.top), "\(place)")
    }
  }

  private func checkSettled(_ state: ExplorerState, _ place: String) {
    let list = state.list
    if list.count > 0 || list.pinned != nil { #expect(list.selected != nil, "\(place)") }
    if let pinned = list.pinned {
      #expect(pinned.key == list.selected, "\(place)")
    } else if list.count > 0 {
      #expect(list.row(list.cursor)?.key == list.selected, "\(place)")
    }
    #expect(state.reading.loaded?.key == list.selected, "\(place)")
    if let ordinal = state.reading.statement {
      #expect(
        state.reading.loaded?.analysed.statements.contains { $0.ordinal == ordinal } == true,
        "\(place)")
    }
    #expect(!state.isWaiting, "\(place)")
    #expect(state.typedAhead.isEmpty, "\(place)")
  }
}
