import Explorer
import ExplorerViews
import ScreenModel
import Testing

/// A click selects what lies under it, in every view.
@Suite struct PointerTests {
  private static let sizes = [Size(columns: 120, rows: 36), Size(columns: 60, rows: 20)]

  /// The screen after a click on the last place where a text stands.
  private func click(on text: String, after script: String, _ size: Size) throws -> ExplorerSession
  {
    var session = ExplorerSession(SampleCorpus.store, size: size)
    session.send(try KeyScript.parse(script))
    let rows = session.screen.plainRows()
    let row = try #require(rows.lastIndex { $0.contains(text) }, "\(session.screen.plainText())")
    // The last one of a row: to the left of a view the list of articles may stand.
    let line = Array(rows[row])
    let column = try #require(
      line.indices.last { line[$0...].starts(with: text) && $0 + text.count <= line.count })
    session.send(.mouse(.init(action: .press, row: row, column: column)))
    return session
  }

  @Test(arguments: sizes) func selectsAValue(size: Size) throws {
    let here = try click(on: "Jens Krause", after: "a", size)
    let picker = try #require(here.state.overlays.last as? FacetPicker)
    #expect(picker.selected?.label == "Jens Krause")
    // Nothing lies on the line to type in.
    let beside = try click(on: "narrow", after: "a<Down>", size)
    #expect((beside.state.overlays.last as? FacetPicker)?.cursor.index == 1)
  }

  @Test(arguments: sizes) func selectsAStatementOfAList(size: Size) throws {
    let here = try click(on: "Bau", after: "jjjjJmJmBG", size)
    let list = try #require(here.state.overlays.last as? StatementList)
    #expect(list.entries?[list.cursor.index].statement.digest.text.contains("Bau") == true)
  }

  @Test(arguments: sizes) func selectsARowOfAPage(size: Size) throws {
    var here = try click(on: "Straßenbahn", after: "jjjjJA", size)
    here.send(.enter)
    #expect((here.state.overlays.last as? StatementList)?.title == "Maria Huber · Straßenbahn")
  }

  @Test(arguments: sizes) func selectsACellOfTheMatrix(size: Size) throws {
    let here = try click(on: "Jens Krause", after: "MG", size)
    let matrix = try #require(here.state.overlays.last as? MatrixPage)
    #expect(matrix.selectedActor?.name == "Jens Krause")
    var session = ExplorerSession(SampleCorpus.store, size: size)
    session.send(try KeyScript.parse("M"))
    let place = matrix.geometry(here.state)
    session.send(
      .mouse(
        .init(
          action: .press, row: place.rows.lowerBound + 1, column: place.column(ofConcept: 1) + 1)))
    let clicked = try #require(session.state.overlays.last as? MatrixPage)
    #expect([clicked.row, clicked.column] == [1, 1])
  }
}
