/// The words of every article in order, as numbers: answers any `TextQuery` by going through them.
///
/// Plain rather than quick: it serves corpora of some hundred articles, and is what the index is compared
/// with.
struct MemoryTextIndex: Sendable {
  private let words: [[UInt8]]
  private let numbers: [[UInt8]: Int32]
  /// Numbers of the words of each article, in text order.
  private let texts: [[Int32]]

  /// The same of the headlines.
  private let titles: [[Int32]]

  /// - Parameter texts: the articles' texts in UTF-8, and their headlines.
  init(_ texts: some Sequence<(text: [UInt8], title: [UInt8])>) {
    var words: [[UInt8]] = []
    var numbers: [[UInt8]: Int32] = [:]
    func take(_ text: [UInt8]) -> [Int32] {
      let folded = foldedBytes(text)
      var own: [Int32] = []
      forEachWord(in: folded) { range in
        let word = Array(folded[range])
        if let number = numbers[word] {
          own.append(number)
        } else {
          numbers[word] = Int32(words.count)
          own.append(Int32(words.count))
          words.append(word)
        }
      }
      return own
    }
    var all: [[Int32]] = []
    var headlines: [[Int32]] = []
    for (text, title) in texts {
      all.append(take(text))
      headlines.append(take(title))
    }
    titles = headlines
    self.words = words
    self.numbers = numbers
    self.texts = all
  }

  /// For each article whether it matches.
  func matches(_ query: TextQuery) -> [Bool] {
    guard let root = query.root else { return Array(repeating: true, count: texts.count) }
    return matches(root)
  }

  private func matches(_ node: TextQuery.Node) -> [Bool] {
    switch node {
    case .word(let word): return articles(with: withCompounds(word))
    case .prefix(let begin, let whileTyping):
      var wanted = beginning(with: begin)
      if whileTyping { wanted.formUnion(withCompounds(begin)) }
      return articles(with: wanted)
    case .phrase(let phrase):
      let steps = steps(phrase)
      return texts.map { !Self.begins(of: steps, in: $0).isEmpty }
    case .near(let phrases, let distance):
      let all = phrases.map { (steps($0), $0.words.count) }
      return texts.map { Self.isNear(all, in: $0, distance: distance) }
    case .and(let parts): return combine(parts) { $0 && $1 }
    case .or(let parts): return combine(parts) { $0 || $1 }
    case .not(let part): return matches(part).map { !$0 }
    }
  }

  /// How well each article matches; 0 for one that does not.
  func relevance(_ query: TextQuery) -> [Double] {
    var scores = Array(repeating: 0.0, count: texts.count)
    guard let root = query.root else { return scores }
    let relevance = Relevance(
      articles: texts.count,
      words: texts.reduce(0) { $0 + $1.count } + titles.reduce(0) { $0 + $1.count })
    for phrase in phrases(of: root) {
      let counts = texts.indices.map { article in
        (
          Self.begins(of: phrase, in: titles[article]).count,
          Self.begins(of: phrase, in: texts[article]).count
        )
      }
      let hits = counts.count { $0.0 + $0.1 > 0 }
      for (article, count) in counts.enumerated() where count.0 + count.1 > 0 {
        scores[article] += relevance.score(
          hits: hits, inTitle: count.0, inText: count.1,
          length: titles[article].count + texts[article].count)
      }
    }
    return scores
  }

  /// What of a query counts for the relevance: everything but what it excludes, each compound by itself.
  private func phrases(of node: TextQuery.Node) -> [[Set<Int32>]] {
    switch node {
    case .word(let word): return withCompounds(word).map { [[$0]] }
    case .prefix(let begin, let whileTyping):
      let compounds = whileTyping ? withCompounds(begin) : []
      return [[beginning(with: begin)]]
        + compounds.filter { words[Int($0)] != begin }.map { [[$0]] }
    case .phrase(let phrase): return [steps(phrase)]
    case .near(let phrases, _): return phrases.map(steps)
    case .and(let parts), .or(let parts): return parts.flatMap(phrases)
    case .not: return []
    }
  }

  private func combine(_ parts: [TextQuery.Node], _ join: (Bool, Bool) -> Bool) -> [Bool] {
    var result = matches(parts[0])
    for part in parts.dropFirst() {
      for (index, value) in matches(part).enumerated() {
        result[index] = join(result[index], value)
      }
    }
    return result
  }

  private func articles(with wanted: Set<Int32>) -> [Bool] {
    texts.map { $0.contains(where: wanted.contains) }
  }

  private func withCompounds(_ word: [UInt8]) -> Set<Int32> {
    let parts = CompoundParts { part in
      part.allSatisfy { (0x61...0x7A).contains($0) } && numbers[Array(part)] != nil
    }
    var found: Set<Int32> = []
    for (number, other) in words.enumerated() where other == word || parts.holds(other, word) {
      found.insert(Int32(number))
    }
    return found
  }

  private func beginning(with begin: [UInt8]) -> Set<Int32> {
    Set(words.indices.lazy.filter { words[$0].starts(with: begin) }.map { Int32($0) })
  }

  /// The numbers that fit at each word of a phrase.
  private func steps(_ phrase: TextQuery.Phrase) -> [Set<Int32>] {
    phrase.words.enumerated().map { index, word in
      if index == phrase.words.count - 1, phrase.endsInPrefix { return beginning(with: word) }
      return Set(numbers[word].map { [$0] } ?? [])
    }
  }

  /// Where a phrase begins in a text.
  private static func begins(of steps: [Set<Int32>], in text: [Int32]) -> [Int] {
    guard text.count >= steps.count else { return [] }
    return (0...text.count - steps.count).filter { begin in
      steps.indices.allSatisfy { steps[$0].contains(text[begin + $0]) }
    }
  }

  /// Whether one occurrence of each phrase can be chosen such that at most `distance` words lie between
  /// the end of the first and the beginning of the last, as FTS5 counts: from the end of the phrase that
  /// ends first to the beginning of the one that begins last.
  private static func isNear(
    _ phrases: [(steps: [Set<Int32>], length: Int)], in text: [Int32], distance: Int
  ) -> Bool {
    let places = phrases.map { begins(of: $0.steps, in: text) }
    guard places.allSatisfy({ !$0.isEmpty }) else { return false }
    // The latest beginning fixes the window; every other phrase must end at most `distance` words before.
    for (last, begins) in places.enumerated() {
      for latest in begins {
        let others = places.indices.allSatisfy { index in
          index == last
            || places[index].contains {
              $0 <= latest && $0 + phrases[index].length + distance >= latest
            }
        }
        if others { return true }
      }
    }
    return false
  }
}
