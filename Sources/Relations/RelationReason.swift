import TextModel

extension RelationJudge {
  /// One sentence for the reader: how `item`, where the reader stands, relates to `other`.
  func reason(_ item: RelationItem, _ other: RelationItem, _ judgement: Judgement) -> String {
    let mine = names.name(item.actors)
    let theirs = names.name(other.actors)
    let subject = judgement.concept.map { names.label($0) }
    let about = subject.map { ": \($0)" } ?? ""
    let on = subject.map { " on \($0)" } ?? ""
    let sameActor = item.actors.contains { other.actors.contains($0) }
    let time = timeBetween(item, other)
    let later = time.map { ", \($0)" } ?? ""
    switch judgement.kinds.first {
    case .respondsTo:
      let isOpposing = judgement.kinds.contains(.opposing)
      return judgement.answers
        ? "\(mine) answers \(theirs)\(on)\(isOpposing ? " and opposes" : "")"
        : "\(theirs) answers \(mine)\(on)\(isOpposing ? " and opposes" : "")"
    case .repeats:
      let comparison = WordingComparison(from: item.words, to: other.words)
      let how = comparison.phrase(
        counts: item.words.holdsAllStems && other.words.holdsAllStems)
      if item.article != other.article {
        return "\(theirs)\(sameActor ? " again" : "") \(how)\(about)\(later)"
      }
      if other.zone != .body {
        return comparison == .another
          ? "\(place(other.zone)) says the same\(about)"
          : "\(place(other.zone)) says it \(how)\(about)"
      }
      if sameActor { return "\(theirs) says it again \(how)\(about)" }
      return comparison == .another
        ? "\(theirs) says the same for the same side\(about)" : "\(theirs) says it \(how)\(about)"
    case .opposing:
      guard let (myPolarity, theirPolarity) = judgement.polarities else {
        return "\(theirs) opposes \(mine)\(about)"
      }
      if sameActor {
        return
          "change of position: \(theirs) \(verb(myPolarity)) it here and \(verb(theirPolarity)) it there"
          + "\(about)\(later)"
      }
      return "\(theirs) \(verb(theirPolarity)) what \(mine) \(verb(myPolarity))\(about)\(later)"
    case .sameActor:
      return "\(theirs) again\(on)\(later)"
    case .sameConcept:
      guard let theirPolarity = judgement.polarities?.1 else { return "\(theirs)\(on)\(later)" }
      let too = judgement.polarities?.0 == theirPolarity ? " too" : ""
      return theirPolarity == .neutral
        ? "\(theirs) too speaks of it\(about)\(later)"
        : "\(theirs)\(too) \(verb(theirPolarity)) it\(about)\(later)"
    case nil:
      return ""
    }
  }

  private func verb(_ polarity: Polarity) -> String {
    switch polarity {
    case .support: "supports"
    case .oppose: "opposes"
    case .neutral: "mentions"
    case .ambivalent: "only partly supports"
    }
  }

  private func place(_ zone: Zone) -> String {
    switch zone {
    case .headline: "the headline"
    case .standfirst: "the lead"
    case .keypoints: "a key point"
    case .subheading: "a sub-heading"
    case .body: "the text"
    }
  }

  /// "7 months later", "3 days earlier"; nil when the dates do not tell, or in one article.
  private func timeBetween(_ item: RelationItem, _ other: RelationItem) -> String? {
    guard item.article != other.article, let here = item.days, let there = other.days else {
      return nil
    }
    let isLater = there.lowerBound > here.upperBound
    guard isLater || there.upperBound < here.lowerBound else { return nil }
    let isOpen =
      [here.lowerBound, there.lowerBound].contains(.min)
      || [here.upperBound, there.upperBound].contains(.max)
    let word = isLater ? "later" : "earlier"
    guard !isOpen else { return word }
    let gap = abs(middle(there) - middle(here))
    return "\(span(days: gap)) \(word)"
  }

  private func middle(_ days: ClosedRange<Int>) -> Int {
    days.lowerBound + (days.upperBound - days.lowerBound) / 2
  }

  private func span(days: Int) -> String {
    func counted(_ number: Int, _ unit: String) -> String {
      number == 1 ? "1 \(unit)" : "\(number) \(unit)s"
    }
    switch days {
    case ..<14: return counted(max(1, days), "day")
    case ..<60: return counted((days + 3) / 7, "week")
    case ..<700: return counted((days + 15) / 30, "month")
    default: return counted((days + 182) / 365, "year")
    }
  }
}
