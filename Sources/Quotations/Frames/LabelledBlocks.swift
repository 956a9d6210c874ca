import GermanLanguage
import TextModel

/// Blocks that begin with a name and a colon: headlines ("Huber: Land will mehr Lehrer"), and the answers
/// of an interview ("Wessel: Im Dezember.").
///
/// An interview is told by its questions: at least one block is a label and ends with a question mark.
struct LabelledBlocks {
  let context: ArticleContext
  let zones: [Zone]
  let reader: NounPhraseReader

  init(_ context: ArticleContext, zones: [Zone]) {
    self.context = context
    self.zones = zones
    reader = NounPhraseReader(context: context)
  }

  /// A block's label: tokens before the colon; the colon is the token behind.
  private struct Label {
    var words: Range<Int>
    var rest: Range<Int>
    var sentence: Int
    var asks: Bool
  }

  private static let longestLabel = 5

  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    var labels: [Label?] = []
    var sentence = 0
    let tokens = context.tokens
    while sentence < tokens.sentences.count {
      let block = tokens.blockOfSentence[sentence]
      var last = sentence
      while last + 1 < tokens.sentences.count, tokens.blockOfSentence[last + 1] == block {
        last += 1
      }
      let range = tokens.sentences[sentence].lowerBound..<tokens.sentences[last].upperBound
      let label = label(of: range, sentence)
      if zones[Int(block)] == .body {
        labels.append(label)
      } else if let label, let headline = headline(label) {
        result.append(headline)
      }
      sentence = last + 1
    }
    // An interview: somebody asks under a label, and somebody else answers.
    let found = labels.compactMap { $0 }
    let asking = Set(found.filter(\.asks).map { key($0) })
    guard !asking.isEmpty, found.count >= 2 else { return result }
    for label in found where !asking.contains(key(label)) {
      guard label.words.count <= 4, !label.rest.isEmpty,
        !(context.kind(label.rest.lowerBound).isQuote),
        !context.has(label.words.lowerBound, .preposition)
      else { continue }
      result.append(
        Candidate(
          type: .direct, medium: .speech, quote: [label.rest], speaker: [label.words],
          frame: [label.words.lowerBound..<label.words.upperBound + 1],
          rule: "direct.interview", sentence: label.sentence))
    }
    return result
  }

  private func key(_ label: Label) -> UInt64 {
    context.tokens.folds[label.words.upperBound - 1]
  }

  private func label(of block: Range<Int>, _ sentence: Int) -> Label? {
    var at = block.lowerBound
    while at < block.upperBound, at - block.lowerBound <= Self.longestLabel,
      context.kind(at) == .word || context.kind(at) == .period
    {
      at += 1
    }
    guard at > block.lowerBound, at + 1 < block.upperBound, context.kind(at) == .colon else {
      return nil
    }
    let asks = context.kind(block.upperBound - 1) == .question
    return Label(
      words: block.lowerBound..<at, rest: at + 1..<block.upperBound, sentence: sentence, asks: asks)
  }

  /// "Huber: Land will …": a name, a body or a report speaks; a topic ("Nahverkehr", "Kassel") does not.
  private func headline(_ label: Label) -> Candidate? {
    guard !label.asks, context.pairOpening[label.rest.lowerBound] < 0,
      let phrase = reader.phrase(at: label.words.lowerBound, limit: label.words.upperBound),
      phrase.end == label.words.upperBound, !phrase.isTime,
      // "Ukraine-Krieg: Minister reist ab" names what it is about.
      !context.has(phrase.head, .thing)
    else { return nil }
    let head = context.classes(phrase.head)
    let speaks = !head.isDisjoint(with: [
      .person, .organisation, .medium, .source, .givenName, .title,
    ])
    // An unknown single word may be a surname or a place: the rest needs a verb.
    let reading = ClauseSegmenter(context: context).segments(of: label.rest)
    let hasVerb = reading.contains { $0.opener == .main && $0.hasFinite }
    guard hasVerb, speaks || (phrase.isName && !head.contains(.state) && label.words.count <= 2)
    else { return nil }
    // A headline whose second part speaks itself ("Streit um Deich: Kreis fordert …") is a topic.
    guard speaks || phrase.end - phrase.begin <= 2 else { return nil }
    return Candidate(
      type: .indirect, medium: .speechOrWriting, quote: [label.rest], speaker: [phrase.range],
      frame: [label.words.lowerBound..<label.words.upperBound + 1], rule: "headline.colon",
      sentence: label.sentence)
  }
}
