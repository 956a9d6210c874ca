import CorpusStore
import Explorer
import ExplorerViews
import ScreenModel
import Testing
import TextModel

/// Commands by name, completed with Tab.
@Suite struct CommandLineTests {
  private func session(_ script: String) throws -> ExplorerSession {
    var session = ExplorerSession(SampleCorpus.store, size: Size(columns: 100, rows: 30))
    session.send(try KeyScript.parse(script))
    return session
  }

  private func line(_ session: ExplorerSession) -> CommandLine? {
    session.state.overlays.last as? CommandLine
  }

  @Test func narrowsByName() throws {
    #expect(try session(":date 2023-03<Enter>").state.query.window?.label == "2023-03")
    #expect(try session(":date 2023<Enter>:date<Enter>").state.query.window == nil)
    #expect(
      try session(":actor krause<Enter>").state.query.filter.actors == [SampleCorpus.krause.id])
    #expect(try session(":con maut<Enter>").state.query.filter.concepts == [ConceptID("tolls")])
    #expect(try session(":stance opp<Enter>").state.query.filter.polarities == [.oppose])
    #expect(try session(":type Indirect<Enter>").state.query.filter.types == [.indirect])
    #expect(try session(":actor krause<Enter>:clear<Enter>").state.query.filter.isEmpty)
    #expect(try session(":actor unknown<Enter>").state.query.filter.actors == [nil])
  }

  @Test func opensDocumentsAndViews() throws {
    let open = try session(":open 2022/rat<Enter>")
    #expect(open.state.reading.loaded?.analysed.article.document == "2022/rat")
    #expect(
      try session(":open 2022/rat.txt<Enter>").state.reading.loaded?.row.document == "2022/rat")
    #expect(try session(":open nix<Enter>").state.message?.kind == .warning)
    // Also what the filter leaves out.
    let outside = try session("d2023-03<Enter>:open 2022/rat<Enter>")
    #expect(outside.state.list.pinned?.document == "2022/rat")
    #expect(try session(":matrix<Enter>").state.overlays.last is MatrixPage)
    #expect(try session(":search bahn<Enter>").state.query.filter.text == "bahn")
    #expect(try session(":q<Enter>").hasQuit)
    #expect(try session("M:matrix<Esc>").state.overlays.count == 1)
  }

  @Test func completesAndGoesRound() throws {
    #expect(line(try session(":ma<Tab>"))?.editor.text == "marks")
    #expect(line(try session(":ma<Tab><Tab>"))?.editor.text == "matrix")
    #expect(line(try session(":ma<Tab><Tab><Tab>"))?.editor.text == "marks")
    #expect(line(try session(":ma<S-Tab>"))?.editor.text == "matrix")
    // One alone: typing goes on behind it.
    #expect(line(try session(":act<Tab>hub<Tab>"))?.editor.text == "actor Maria Huber")
    let taken = try session(":act<Tab>hub<Tab><Enter>")
    #expect(taken.state.query.filter.actors == [SampleCorpus.huber.id])
    #expect(taken.state.overlays.isEmpty)
    #expect(line(try session(":open rat<Tab>"))?.editor.text == "open 2022/rat")
  }

  @Test func saysWhatIsWrongAndStays() throws {
    for (script, word) in [
      (":xyz<Enter>", "xyz"), (":actor nobody<Enter>", "nobody"), (":date 2023-<Enter>", "date"),
      (":actor <Enter>", "NAME"),
    ] {
      let here = try session(script)
      #expect(line(here)?.problem?.contains(word) == true, "\(script)")
      #expect(here.state.query.filter.isEmpty)
    }
    #expect(try session(":date 2023<Esc>").state.query.window == nil)
    #expect(try session(":<Enter>").state.overlays.isEmpty)
    #expect(try session(":a<Backspace><Backspace>").state.overlays.isEmpty)
  }
}
