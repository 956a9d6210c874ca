import CorpusStore
import TextModel

extension IndexStore {
  public func related(to statement: StatementRef) -> [RelatedStatement] { [] }
}
