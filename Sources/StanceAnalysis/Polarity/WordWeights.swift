import GermanLanguage
import TextModel

/// What the single words of a statement weigh for each polarity (`stance-words.tsv`), by their stem and by
/// where they stand; a word counts once in a statement, however often it is repeated.
struct WordWeights: Sendable {
  private var rows = KeyTable()
  private var sums: [SIMD4<Float>] = []

  init(_ bytes: [UInt8]) {
    for row in TabSeparatedTable(bytes).rows {
      guard let place = StatementPlace(rawValue: row["place"]) else { continue }
      var key = WordKey(Array(row["stem"].utf8))
      key.extend(place.letter)
      rows[key] = Int32(sums.count)
      sums.append(weights(row))
    }
  }

  /// The rows of a word that no weights are known of.
  static let none = SIMD4<Int32>(repeating: -1)

  /// The rows of a word for each place; -1 for none.
  func rows(of word: UnsafeBufferPointer<UInt8>) -> SIMD4<Int32> {
    guard !sums.isEmpty else { return Self.none }
    let key = WordKey(stemOf: word)
    var found = Self.none
    for place in StatementPlace.allCases {
      var placed = key
      placed.extend(place.letter)
      found[place.number] = rows[placed]
    }
    return found
  }

  /// Which words a statement has had already.
  struct Tally {
    private var seenIn: [Int32]
    private var statement: Int32 = 0
    /// The weights of the words so far.
    fileprivate var sum = SIMD4<Float>.zero

    init(_ weights: WordWeights) {
      seenIn = Array(repeating: 0, count: weights.sums.count)
    }

    fileprivate mutating func begin() {
      statement += 1
      sum = .zero
    }

    fileprivate mutating func add(_ row: Int, _ weights: SIMD4<Float>) {
      guard seenIn[row] != statement else { return }
      seenIn[row] = statement
      sum += weights
    }
  }

  /// The sum of the weights of all words of a statement.
  ///
  /// - Parameter judge: knows which words of the content are denied.
  /// - Complexity: linear in the number of tokens.
  func sum(
    _ scope: StatementScope, _ lemmas: ArticleLemmas, judge: PolarityJudge, _ tally: inout Tally
  ) -> SIMD4<Float> {
    guard !sums.isEmpty else { return .zero }
    tally.begin()
    add(scope.content, at: .content, lemmas, judge: judge, to: &tally)
    add(scope.report, at: .report, lemmas, judge: judge, to: &tally)
    add(scope.cue, at: .cue, lemmas, judge: judge, to: &tally)
    add(scope.speaker, at: .speaker, lemmas, judge: judge, to: &tally)
    return tally.sum
  }

  private func add(
    _ ranges: [Range<Int>], at place: StatementPlace, _ lemmas: ArticleLemmas,
    judge: PolarityJudge, to tally: inout Tally
  ) {
    for range in ranges {
      for token in range {
        let row = lemmas.weight(token, at: place)
        guard row >= 0, place != .content || !judge.isDenied(token, lemmas) else { continue }
        tally.add(row, sums[row])
      }
    }
  }
}

/// Where a word stands in a statement.
public enum StatementPlace: String, CaseIterable, Sendable {
  /// In what was said; in all words that report it; in the cue among them; in the speaker's description.
  case content, report, cue, speaker

  /// Counted from 0.
  var number: Int {
    switch self {
    case .content: 0
    case .report: 1
    case .cue: 2
    case .speaker: 3
    }
  }

  /// Makes the same stem at another place another key.
  var letter: UInt8 { UInt8(number + 1) }
}
