import CorpusStore

extension ExplorerState {
  /// The corpus has changed: asks for all that is shown, and goes on showing it until the answers come.
  ///
  /// What was selected stays selected, since keys hold from one state of the corpus to the next.
  mutating func askEverythingAnew() {
    for slot in QuestionSlot.allCases where slot != .step && slot != .overlay { asked[slot] = nil }
    listIsStale = listedFilter != nil
  }
}
