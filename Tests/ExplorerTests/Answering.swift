import CorpusStore
import Explorer

extension ExplorerState {
  /// Lets the sample corpus answer all questions among some effects, and those to which the answers lead.
  ///
  /// - Parameter instead: an event that comes in place of the corpus's answer, if any.
  mutating func answerAll(_ effects: [Effect], instead: (Effect) -> Event? = { _ in nil }) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if let event = instead(effect) ?? perform(effect, SampleCorpus.store) {
        waiting += update(&self, event)
      }
    }
  }
}
