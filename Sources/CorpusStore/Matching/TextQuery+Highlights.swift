import TextModel

extension TextQuery {
  /// The places in a text that a reader should see marked: words, beginnings and phrases that the query asks
  /// for, the part of a compound that is the word; nothing of what it excludes.
  ///
  /// - Returns: spans of the unfolded text, in order, disjoint. O(words × what is looked for).
  public func highlights(in words: SearchWords) -> [TextSpan] {
    var spans: [TextSpan] = []
    if let root { Self.mark(root, words, &spans) }
    var disjoint: [TextSpan] = []
    for span in spans.sorted() {
      if let last = disjoint.last, span.begin < last.end {
        disjoint[disjoint.count - 1] = last.union(span)
      } else {
        disjoint.append(span)
      }
    }
    return disjoint
  }

  private static func mark(_ node: Node, _ words: SearchWords, _ spans: inout [TextSpan]) {
    switch node {
    case .word(let word):
      for index in words.ranges.indices { mark(word, words, index, &spans) }
    case .prefix(let begin, let whileTyping):
      for index in words.ranges.indices {
        if words[index].starts(with: begin) {
          spans.append(words.span(index..<index + 1))
        } else if whileTyping {
          mark(begin, words, index, &spans)
        }
      }
    case .phrase(let phrase): mark(phrase, words, &spans)
    case .near(let phrases, _): for phrase in phrases { mark(phrase, words, &spans) }
    case .and(let parts), .or(let parts): for part in parts { mark(part, words, &spans) }
    case .not: break
    }
  }

  /// A word, or the first or last part of a word that may be a compound: whether it is one only the whole
  /// archive tells, and the article was found by it.
  private static func mark(
    _ word: [UInt8], _ words: SearchWords, _ index: Int, _ spans: inout [TextSpan]
  ) {
    let letters = words[index]
    if letters.elementsEqual(word) {
      spans.append(words.span(index..<index + 1))
      return
    }
    guard word.count >= CompoundParts.shortestPart,
      letters.count >= word.count + CompoundParts.shortestPart
    else { return }
    let range = words.ranges[index]
    if letters.starts(with: word) {
      spans.append(words.folded.span(range.lowerBound..<range.lowerBound + word.count))
    } else if letters.suffix(word.count).elementsEqual(word) {
      spans.append(words.folded.span(range.upperBound - word.count..<range.upperBound))
    }
  }

  private static func mark(_ phrase: Phrase, _ words: SearchWords, _ spans: inout [TextSpan]) {
    let count = phrase.words.count
    guard words.ranges.count >= count else { return }
    for begin in 0...words.ranges.count - count {
      let fits = phrase.words.indices.allSatisfy { index in
        let isBegun = phrase.endsInPrefix && index == count - 1
        return isBegun
          ? words[begin + index].starts(with: phrase.words[index])
          : words[begin + index].elementsEqual(phrase.words[index])
      }
      if fits { spans.append(words.span(begin..<begin + count)) }
    }
  }
}
