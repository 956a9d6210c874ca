import CorpusStore
import Explorer
import ExplorerViews
import ScreenModel
import Testing
import TextModel

/// The matrix and the pages of actors and concepts: into the text by keystroke, and back again.
@Suite struct PageTests {
  private func session(_ script: String, columns: Int = 120, rows: Int = 36) throws
    -> ExplorerSession
  {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: columns, rows: rows))
    session.send(try KeyScript.parse(script))
    return session
  }

  private func top(_ session: ExplorerSession) -> String {
    switch session.state.overlays.last {
    case is MatrixPage: "matrix"
    case let list as StatementList: "list \(list.title)"
    case let page as ProfilePage: "page \(page.title)"
    case is FacetPicker: "picker"
    case nil: "panes"
    default: "other"
    }
  }

  @Test func aCellLeadsToItsStatementAndBack() throws {
    var here = try session("M")
    let page = try #require(here.state.overlays.last as? MatrixPage)
    #expect(page.selectedActor?.name == "Jens Krause")
    #expect(page.selectedConcept?.label == "Straßenbahn")
    here.send(.enter)
    #expect(top(here) == "list Jens Krause · Straßenbahn")
    #expect((here.state.overlays.last as? StatementList)?.entries?.count == 2)
    here.send([.down, .enter])
    #expect(top(here) == "panes")
    #expect(here.state.focus == .text)
    #expect(here.state.reading.selectedStatement?.actors == [SampleCorpus.krause.id])
    let statement = here.state.reading.selectedRef
    // Back: to the list at the same entry, to the matrix at the same cell, to the panes.
    here.send("H")
    #expect(top(here) == "list Jens Krause · Straßenbahn")
    #expect((here.state.overlays.last as? StatementList)?.cursor.index == 1)
    here.send("H")
    #expect(top(here) == "matrix")
    here.send("H")
    #expect(top(here) == "panes")
    here.send(["L", "L", "L"])
    #expect(top(here) == "panes")
    #expect(here.state.reading.selectedRef == statement)
  }

  @Test func escClosesOneViewAtATime() throws {
    var here = try session("M<Enter>")
    here.send(.escape)
    #expect(top(here) == "matrix")
    here.send("q")
    #expect(top(here) == "panes")
    #expect(!here.hasQuit)
    // Nothing was left by opening and closing.
    here.send("H")
    #expect(here.state.message?.text == "this is where you began")
  }

  @Test func pagesLeadToEachOther() throws {
    var here = try session("jjjjJ")
    here.send("A")
    #expect(top(here) == "page Maria Huber")
    here.send(["j", "C"])
    #expect(top(here) == "page Straßenbahn")
    here.send("G")
    here.send("A")
    #expect(top(here).hasPrefix("page "))
    #expect(top(here) != "page Straßenbahn")
    here.send(["H", "H"])
    #expect(top(here) == "page Maria Huber")
    here.send("M")
    #expect(top(here) == "matrix")
    here.send([.escape, .escape])
    #expect(top(here) == "panes")
  }

  @Test func whoSpeaksIsTakenFromWhereTheKeyboardIs() throws {
    // No statement is selected: one picks.
    #expect(top(try session("A")) == "picker")
    #expect(top(try session("Ahub<Enter>")) == "page Maria Huber")
    #expect(top(try session("C<Enter>")) == "page Straßenbahn")
    // The sidebar's line wins over the selected statement.
    #expect(top(try session("jjjjJ<Tab><Tab>A")) == "page Maria Huber")
    #expect(top(try session("jjjjJ<Tab><Tab>GA")) != "page Maria Huber")
    // An unknown speaker has no page.
    #expect(top(try session("jjjjjJA")) == "picker")
    #expect(try session("Aunknown<Enter>").state.message?.text == "nothing here matches “unknown”")
    // What Enter does there is said, also once several are chosen.
    #expect(try session("a").screen.plainText().contains("Enter only this"))
    #expect(try session("a<Tab><Down><Tab>").screen.plainText().contains("Enter take these"))
    #expect(try session("a<Tab><Down><Tab><Enter>").state.query.filter.actors.count == 2)
    #expect(try session("aunknown<Enter>").state.query.filter.actors == [nil])
  }

  @Test func theFilterChangesBelowTheViews() throws {
    func statements(_ script: String) throws -> Int? {
      (try session(script).state.overlays.last as? MatrixPage)?.matrix?.actors.reduce(0) {
        $0 + $1.total.statements
      }
    }
    let all = try #require(try statements("M"))
    let narrowed = try #require(try statements("Md2022-11<Enter>"))
    #expect(narrowed < all)
    // While one types, too, and back to what it was.
    let typing = try session("Md2022-11")
    #expect((typing.state.overlays.first as? MatrixPage)?.matrix?.actors.isEmpty == false)
    #expect(try statements("Md2022-11<Enter>D") == all)
    var back = try session("Md2022-11<Enter>")
    back.send("H")
    #expect(top(back) == "matrix")
    #expect(back.state.query.window == nil)
    #expect(try session("jjjjJA>").state.query.window?.label == "2023-03")
    #expect(top(try session("jjjjJA>")) == "page Maria Huber")
  }

  /// On a slow line all keys come before the first answer.
  @Test(arguments: [
    "jjjjJA", "M<Enter><Down><Enter>", "AHUB<Enter>j<Enter>", "jjjjJCjM$A", "ahub<Enter>",
  ])
  func whatIsTypedAheadMeansTheSame(script: String) throws {
    let keys = try KeyScript.parse(script)
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    state.answerAll(start(&state))
    var waiting: [Effect] = []
    for key in keys { waiting += update(&state, .key(key)) }
    state.answerAll(waiting)
    let patient = try session(script)
    #expect(render(state).plainText() == patient.screen.plainText())
  }

  @Test func escForgetsWhatWasTypedAhead() {
    var state = ExplorerState(size: Size(columns: 120, rows: 36))
    _ = start(&state)
    for key: Key in ["M", .enter, .enter, "A"] { _ = update(&state, .key(key)) }
    #expect(state.typedAhead.count == 3)
    _ = update(&state, .key(.escape))
    #expect(state.typedAhead.isEmpty)
    #expect(state.overlays.isEmpty)
  }

  /// Huber was for the tram in 2021 and against it in 2023.
  private static let turncoat = MemoryStore(
    articles: [("2021", Polarity.support), ("2023-05", .oppose)].map {
      (date: String, side: Polarity) in
      SampleCorpus.article(
        "artikel-\(date)", date, "Titel\n\nHuber sprach von der Bahn.",
        actors: [SampleCorpus.huber],
        [.init("von der Bahn", .indirect, "Huber", "sprach", [SampleCorpus.huber], ["tram": side])])
    })

  @Test func aChangeOfPositionIsOneKeyAway() throws {
    var here = ExplorerSession(Self.turncoat, size: Size(columns: 80, rows: 24))
    here.send(["J", "A"])
    let words = here.screen.plainText()
    #expect(words.contains("Changes of position  1"))
    #expect(words.contains("from + to −"))
    here.send(["!", .enter])
    #expect(here.state.reading.loaded?.analysed.article.document == "artikel-2021")
    here.send("H")
    // From the earlier statement on to the later one.
    here.send(["!", .enter])
    #expect(here.state.reading.loaded?.analysed.article.document == "artikel-2023-05")
    #expect(try session("jjjjJA!").state.message?.text == "no change of position here")
  }

  /// Actors and concepts enough to scroll both ways; actor n speaks n times on every third concept.
  private static let large: MemoryStore = {
    let actors = (1...40).map {
      NewsActor(id: ActorID("a\($0)"), name: "Aktor \($0)", kind: .person)
    }
    let articles = (1...40).map { number in
      let said = (1...20).filter { ($0 + number) % 3 == 0 }.map { concept in
        SampleCorpus.Said(
          "ja", .direct, nil, nil, [actors[number - 1]],
          ["k\(concept)": number % 2 == 0 ? .support : .oppose])
      }
      return SampleCorpus.article(
        "artikel-\(number)", "2023-0\(number % 9 + 1)", "Titel\n\nSie sagten ja.", actors: actors,
        said)
    }
    return MemoryStore(articles: articles)
  }()

  @Test(arguments: [(120, 36), (80, 24), (60, 20), (40, 12), (20, 5), (9, 3)])
  func theSelectedCellIsAlwaysInView(columns: Int, rows: Int) throws {
    var here = ExplorerSession(Self.large, size: Size(columns: columns, rows: rows))
    here.send("M")
    for script in ["", "lllllll", "$", "0", "jjjjjjjjjjjjjjj", "G", "$", "<C-u>", "g"] {
      here.send(try KeyScript.parse(script))
      let page = try #require(here.state.overlays.last as? MatrixPage)
      let place = page.geometry(here.state)
      #expect((page.firstRow..<page.firstRow + max(1, place.visibleActors)).contains(page.row))
      #expect(
        (page.firstColumn..<page.firstColumn + max(1, place.visibleConcepts))
          .contains(page.column))
      guard !place.rows.isEmpty else { continue }
      let cursor = try #require(here.screen.cursor)
      #expect(place.rows.contains(cursor.row), "\(script) at \(columns)x\(rows)")
      #expect(here.screen[cursor.row, cursor.column].flags.contains(.selected))
    }
    #expect((here.state.overlays.last as? MatrixPage)?.row == 0)
  }

  /// No colour, no bold: the glyphs alone tell which side is taken and how often.
  @Test func cellsAreToldApartByTheirSigns() throws {
    let screen = try session("M").screen
    let rows = screen.plainText().split(separator: "\n")
    let krause = try #require(rows.first { $0.contains("Jens Krause") })
    let huber = try #require(rows.first { $0.contains("Maria Huber") })
    #expect(krause.contains("−2"))
    #expect(huber.contains("+3"))
  }

  @Test func anUnknownActorOrConceptSaysSo() {
    var here = ExplorerSession(MemoryStore(articles: []), size: Size(columns: 80, rows: 24))
    here.send("M")
    let words = here.screen.cells.map(\.grapheme).joined()
    #expect(words.contains("Nobody takes a stance"))
    here.send([.enter, "A", .escape, "C", .escape, .escape])
    #expect(here.state.overlays.isEmpty)
  }
}

/// Columns of the small charts.
@Suite struct TimeAxisTests {
  private func axis(_ years: ClosedRange<Int>, yearOnly: Bool = false, room: Int) -> TimeAxis {
    var periods = years.flatMap { year in
      [1, 12].map { StatementPeriod(year: year, month: $0) }
    }
    if yearOnly { periods.append(StatementPeriod(year: years.lowerBound)) }
    return TimeAxis(periods, room: room)
  }

  @Test func isAsFineAsFits() {
    #expect(axis(2022...2023, room: 60).unit == .month)
    #expect(axis(2022...2023, room: 20).unit == .quarter)
    #expect(axis(2020...2023, room: 15).unit == .year)
    #expect(axis(2010...2023, room: 20).isCut)
    #expect(TimeAxis([StatementPeriod](), room: 60).columns == 0)
  }

  /// Whatever the room, every column lies inside, and later periods never stand further left.
  @Test func columnsLieInsideAndInOrder() {
    for room in 0...90 {
      for last in 2020...2031 {
        for yearOnly in [false, true] {
          let axis = axis(2020...last, yearOnly: yearOnly, room: room)
          #expect(axis.columns <= room)
          var periods: [StatementPeriod] = []
          for year in 2020...last {
            if yearOnly { periods.append(StatementPeriod(year: year)) }
            periods += (1...12).map { StatementPeriod(year: year, month: $0) }
          }
          let columns = periods.compactMap(axis.column(of:))
          #expect(columns.allSatisfy { $0 < axis.columns })
          #expect(columns == columns.sorted())
          for label in axis.labels { #expect(label.column < axis.columns) }
          // Lines between years run where no period stands.
          #expect(Set(axis.gaps).isDisjoint(with: columns))
        }
      }
    }
  }
}
