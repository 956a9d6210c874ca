/// How the words of another quote stand to those of the one where the reader is.
enum WordingComparison: Equatable {
  /// Word for word.
  case same
  /// A part of it; forms of one word count as the same.
  case shortened
  /// It and more.
  case extended
  /// Every longer word of the shorter one, but some inflected, in another order or joined by others.
  case nearlySame
  /// So many of the shorter one's longer words, more than half of them.
  case most(shared: Int, all: Int)
  /// Half of them at most, but runs of three words in common.
  case some(shared: Int, all: Int)
  /// Nothing that would make it the same quotation.
  case another

  /// - Complexity: linear in the length of the sketches.
  init(from mine: QuoteSketch, to theirs: QuoteSketch) {
    let wording = mine.wording(theirs)
    let all = min(mine.stems.count, theirs.stems.count)
    let shared = mine.sharedStems(theirs)
    // Of a very long quote a part is known only, so that nobody can say that all of it is there.
    let isWhole = (mine.wordCount < theirs.wordCount ? mine : theirs).isWhole
    if !mine.isEmpty, mine.allWords == theirs.allWords, mine.wordCount == theirs.wordCount {
      self = .same
    } else if isWhole, wording == 1, mine.wordCount != theirs.wordCount {
      self = mine.wordCount > theirs.wordCount ? .shortened : .extended
    } else if isWhole, all > 0, shared == all {
      self = .nearlySame
    } else if shared * 2 > all {
      self = .most(shared: shared, all: all)
    } else if wording >= RelationJudge.sameWording {
      self = .some(shared: shared, all: all)
    } else {
      self = .another
    }
  }

  /// To stand behind who says it: "in the same words".
  ///
  /// - Parameter counts: whether the numbers hold; of very long quotes a sketch keeps a part only.
  func phrase(counts: Bool) -> String {
    func number(_ shared: Int, _ all: Int) -> String { counts ? " (\(shared) of \(all))" : "" }
    switch self {
    case .same: return "in the same words"
    case .shortened: return "in the same words, shortened"
    case .extended: return "in the same words, at greater length"
    case .nearlySame: return "in nearly the same words"
    case .most(let shared, let all): return "in most of the same words\(number(shared, all))"
    case .some(let shared, let all): return "in some of the same words\(number(shared, all))"
    case .another: return "in another wording"
    }
  }
}
