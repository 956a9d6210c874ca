import Explorer
import ExplorerViews
import ScreenExport
import ScreenModel
import Testing

/// Every view on every size that a terminal may have: it says what it is about and how to leave it.
@Suite struct SmallScreenTests {
  static let sizes = [
    Size(columns: 120, rows: 36), Size(columns: 80, rows: 24), Size(columns: 60, rows: 20),
    Size(columns: 40, rows: 12), Size(columns: 20, rows: 5),
  ]
  /// Keys, and a word that must be on the screen after them.
  static let views = [
    ("JM", "Jens"), ("jjjjJA", "Maria Huber"), ("jjjjJC", "Straßenbahn"), ("?", "down"),
    ("jjjJe", "Krause antwortet"), ("jjjJr", "elated"), ("a", "Jens"), ("c", "Straßen"),
    ("w", "1 not read"), ("jjjjJmB", "Maria"),
    (":", ":"), ("d2023-03", "2023"), ("/bahn", "/bahn"),
  ]

  private func session(_ script: String, _ size: Size) throws -> ExplorerSession {
    var session = ExplorerSession(SampleCorpus.store, size: size, corpusName: "lindenau")
    session.send(try KeyScript.parse(script))
    return session
  }

  @Test(arguments: sizes, views)
  func saysWhatItShowsAndHowToLeave(size: Size, view: (keys: String, word: String)) throws {
    let session = try session(view.keys, size)
    let screen = session.screen
    #expect(screen.size == size)
    #expect(screen.plainText().contains(view.word), "\(screen.plainText())")
    let isPrompt = session.state.overlays.last?.context == .prompt
    // A prompt has the status line for itself; on the lowest screens it is known by its own.
    if !isPrompt || size.rows >= 20 {
      #expect(screen.plainText().contains("Esc"), "\(screen.plainText())")
    }
  }

  @Test(arguments: sizes) func theHelpScrollsAndSaysSo(size: Size) throws {
    var here = try session("?", size)
    guard let page = here.state.overlays.last as? PageView else {
      Issue.record("no help")
      return
    }
    let area = page.layout(here.state).overlayContent
    let rows = page.rows(here.state, columns: area.size.columns)
    #expect(rows.allSatisfy { $0.columns <= area.size.columns })
    guard rows.count > area.size.rows else { return }
    #expect(here.screen.plainText().contains("┃"))
    here.send("G")
    let last = here.screen.plainRows()[area.rows.upperBound - 1]
    #expect(last.contains("month"), "\(last)")
  }

  @Test(arguments: sizes.filter { $0.rows >= 8 && $0.columns >= 60 })
  func theChipsOfTheFilterAreNotCut(size: Size) throws {
    let header = try session("d2023<Enter>aHuber<Enter>", size).screen.plainRows()[0]
    #expect(header.contains("[date 2023] [actor Maria Huber]"), "\(header)")
  }

  @Test(arguments: sizes.filter { $0.rows >= 20 }) func aPaneAloneNamesTheOthers(size: Size) throws
  {
    for pane in ["", "l"] {
      #expect(try session(pane + "z", size).screen.plainText().contains("z all panes"))
      #expect(try !session(pane + "zz", size).screen.plainText().contains("all panes"))
    }
  }

  @Test(arguments: sizes) func theFirstStatementIsInViewFromTheList(size: Size) throws {
    let screen = try session("jjjjJ", size).screen
    #expect(screen.plainText().contains("▌ „Die Bahn"), "\(screen.plainText())")
    #expect(try session("jjjjJJ", size).state.reading.statement == 2)
  }

  @Test func theSidebarComesBackBesideAPaneAlone() throws {
    let size = Size(columns: 120, rows: 36)
    let here = try session("zi", size)
    #expect(here.state.layout.isVisible(.sidebar) && here.state.layout.isVisible(.list))
    #expect(try session("izi", size).state.layout.isVisible(.sidebar))
    #expect(try !session("i", size).state.layout.isVisible(.sidebar))
  }

  @Test func theSelectedConceptIsNamedInFull() throws {
    let rows = try session("M", Size(columns: 40, rows: 12)).screen.plainRows()
    #expect(rows.contains { $0.contains("1/3 Straßenbahn") })
  }

  /// What a terminal without colours gets of the matrix: signs and weight alone.
  @Test func theMatrixTellsSidesWithoutColour() throws {
    let screen = try session("Mj", Size(columns: 40, rows: 12)).screen
    let rows = screen.ansiText(theme: Theme(depth: .none))
      .replacing("\u{1B}[", with: "^").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      rows[3...6].map(String.init) == [
        " ^0;2m1/3 ^0;1mStraßenbahn^m",
        "  Jens Kr… ^0;2m ^0;1m−2^0;2m   ^0;1m+1^0;2m   ^0;1m−2^m",
        " ^0;1m▌^0;7mMaria H…^m ^0;7m ^0;1;7m+3^0;7m  ^0;2m ^0;1m+1^0;2m   ·   ^m",
        "  Mainz    ^0;2m ^0;1m+1^0;2m   ·    ·   ^m",
      ])
    // The oldest terminals have neither that minus nor that circle.
    #expect(Set(["+", "−", "±", "○"].map(GlyphSet.ascii.glyph)).count == 4)
  }
}
