import CorpusStore
import ExplorerViews
import ScreenModel
import Testing
import TextModel

@testable import Explorer

/// What a list of statements says of its length.
@Suite struct ExtentTests {
  @Test(arguments: [(499, "499"), (500, "500"), (501, "the first 500")])
  func aListSaysWhetherThereAreMore(count: Int, extent: String) throws {
    var state = ExplorerSession(SampleCorpus.store, size: Size(columns: 80, rows: 24)).state
    var list = StatementList(title: "", source: .inside(CorpusFilter()))
    guard case .statementsInside(_, let limit)? = list.question(state) else {
      Issue.record("asks for something else")
      return
    }
    let digest = try #require(SampleCorpus.store.digests(CorpusFilter(), in: 0..<1).first)
    let entry = StatementEntry(digest: digest, title: "", document: "")
    list.receive(
      .statements(Array(repeating: entry, count: min(count, limit)), names: CorpusNames()), &state)
    #expect(list.extent == extent)
    #expect(list.entries?.count == min(count, 500))
  }

  @Test(arguments: [(19, "19"), (20, "20"), (21, "the best 20")])
  func soDoesOneOfRelatedStatements(count: Int, extent: String) throws {
    let from = StatementID(document: "2023/tram", ordinal: 1)
    let relation = try #require(SampleCorpus.relations[from]?.first)
    let store = MemoryStore(
      articles: [SampleCorpus.tram, SampleCorpus.answer],
      relations: { $0 == from ? Array(repeating: relation, count: count) : [] })
    let ref = StatementRef(article: try #require(store.key(ofDocument: "2023/tram")), ordinal: 1)
    var state = ExplorerSession(store, size: Size(columns: 80, rows: 24)).state
    var list = StatementList(title: "", source: .related(ref))
    let question = try #require(list.question(state))
    guard
      case .answer(let answer, slot: _, generation: _)? = perform(
        .ask(question, slot: .related, generation: 1, delayMilliseconds: 0), store)
    else {
      Issue.record("no answer")
      return
    }
    list.receive(answer, &state)
    #expect(list.extent == extent)
  }
}
