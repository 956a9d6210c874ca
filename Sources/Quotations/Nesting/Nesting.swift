import GermanLanguage
import TextModel

/// Puts direct quotations inside the statements that hold them and gives them the host's roles.
struct Nesting {
  let context: ArticleContext

  func nested(_ flat: [Candidate], _ directs: [Candidate]) -> [Candidate] {
    var result = flat
    var used = Set<Int>()
    for direct in directs {
      used.insert(direct.quote[0].lowerBound)
      var candidate = direct
      if let host = host(of: direct.quote[0], flat) {
        candidate.parent = host
        if candidate.cue.isEmpty || direct.rule == "direct.long" || direct.rule == "direct.embedded"
        {
          copyRoles(&candidate, flat[host])
        }
      } else if direct.rule == "direct.long", direct.speaker.isEmpty {
        candidate.speaker = []
      }
      result.append(candidate)
    }
    // Short quotations inside a statement.
    for pair in context.pairs where pair.depth == 0 && !used.contains(pair.open) && !pair.isOpen {
      guard let host = host(of: pair.tokens, flat), isNested(pair, flat[host]) else { continue }
      var candidate = Candidate(
        type: .direct, medium: flat[host].medium, quote: [pair.tokens], rule: "direct.nested",
        sentence: context.tokens.sentence(of: pair.open))
      candidate.parent = host
      copyRoles(&candidate, flat[host])
      result.append(candidate)
    }
    return result
  }

  private func copyRoles(_ candidate: inout Candidate, _ host: Candidate) {
    candidate.speaker = host.speaker
    candidate.cue = host.cue
    candidate.frame = host.frame
    candidate.addressee = host.addressee
    candidate.medium = host.medium
    candidate.rule = "direct.nested"
  }

  private func host(of range: Range<Int>, _ flat: [Candidate]) -> Int? {
    // Candidates are in text order; the last one that begins before is near.
    var low = 0
    var high = flat.count
    while low < high {
      let middle = (low + high) / 2
      if flat[middle].hull.lowerBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var index = low - 1
    var steps = 0
    while index >= 0, steps < 6 {
      if flat[index].holds(range), flat[index].quote != [range] { return index }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// Whether a short quotation inside a statement is the speaker's own words rather than a name or title.
  private func isNested(_ pair: QuotationPair, _ host: Candidate) -> Bool {
    guard pair.words >= 1 else { return false }
    if pair.words >= 4 { return true }
    let first = pair.open + 1
    // "ein „Ruck“", "als „Erfolg“" is a word, "das Blatt „Stimme“" a name.
    let before = pair.open - 1
    let isNamed =
      before < 0 || !(context.has(before, .indefiniteArticle) || context.key(before) == .als)
    let isTitle =
      isNamed && context.isCapital(first) && !context.flags(first).contains(.firstOfSentence)
    switch pair.words {
    case 1: return !isTitle
    default:
      return !isTitle || host.type == .indirectFreeIndirect && pair.words >= 3
    }
  }
}
