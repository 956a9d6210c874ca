import TextModel

/// The sums from which all figures follow, for one document or many: a vector, so that thousands of
/// resampled corpora can be added up quickly.
struct Counts: Sendable {
  /// Sums over the whole document.
  enum Total: Int, CaseIterable { case gold, system, aligned, typeRight, mediumRight }

  /// Sums for one part of the statements.
  enum PartSum: Int, CaseIterable {
    case hits, surplus, lacking
    case precisions, precisionCount, recalls, recallCount
    case alignedHits, alignedSurplus, alignedLacking
  }

  /// Sums for all statements, and for those of each type.
  enum GroupSum: Int, CaseIterable {
    case gold, goldTokens, recalledTokens, alignedF1, aligned
    case found, exact, foundTypeRight, foundMediumRight, whoAndWhat
    case speakered, speakerExact, speakerHead, speakerAny, speakerNone
    case unspeakered, unspeakeredRight
    case system, systemFound, systemFoundSameType
  }

  private static let partBase = Total.allCases.count
  private static let groupBase = partBase + Part.allCases.count * PartSum.allCases.count
  private static let size =
    groupBase + (ReportedSpeech.allCases.count + 1) * GroupSum.allCases.count

  private var sums = [Double](repeating: 0, count: Counts.size)

  subscript(_ total: Total) -> Double {
    get { sums[total.rawValue] }
    set { sums[total.rawValue] = newValue }
  }

  subscript(_ part: Part, _ sum: PartSum) -> Double {
    get { sums[Self.partBase + part.rawValue * PartSum.allCases.count + sum.rawValue] }
    set { sums[Self.partBase + part.rawValue * PartSum.allCases.count + sum.rawValue] = newValue }
  }

  /// `type` nil: all types together.
  subscript(_ type: ReportedSpeech?, _ sum: GroupSum) -> Double {
    get { sums[Self.index(type, sum)] }
    set { sums[Self.index(type, sum)] = newValue }
  }

  private static func index(_ type: ReportedSpeech?, _ sum: GroupSum) -> Int {
    let group = type.flatMap { ReportedSpeech.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return groupBase + group * GroupSum.allCases.count + sum.rawValue
  }

  static func += (total: inout Counts, other: Counts) {
    for index in total.sums.indices { total.sums[index] += other.sums[index] }
  }
}

/// Counts one document whose statements are aligned.
func count(
  _ rows: [AlignedRow], gold: [ScoredStatement], system: [ScoredStatement],
  in document: GoldDocument
) -> Counts {
  var counts = Counts()
  counts[.gold] = Double(gold.count)
  counts[.system] = Double(system.count)
  for row in rows {
    let g = row.gold.map { gold[$0] }
    let s = row.system.map { system[$0] }
    countParts(g, s, &counts)
    if let g, let s {
      counts[.aligned] += 1
      if g.type == s.type { counts[.typeRight] += 1 }
      if g.medium == s.medium { counts[.mediumRight] += 1 }
    }
    if let g {
      countGold(g, s, row, nil, document, &counts)
      countGold(g, s, row, g.type, document, &counts)
    }
    if let s {
      counts[s.type, .system] += 1
      if row.found {
        counts[s.type, .systemFound] += 1
        if g?.type == s.type { counts[s.type, .systemFoundSameType] += 1 }
      }
    }
  }
  return counts
}

private func countParts(_ g: ScoredStatement?, _ s: ScoredStatement?, _ counts: inout Counts) {
  for part in Part.allCases {
    let a = g?[part] ?? .empty
    let b = s?[part] ?? .empty
    let hits = Double(a.common(with: b))
    let surplus = Double(b.count) - hits
    let lacking = Double(a.count) - hits
    counts[part, .hits] += hits
    counts[part, .surplus] += surplus
    counts[part, .lacking] += lacking
    if !b.isEmpty {
      counts[part, .precisions] += hits / Double(b.count)
      counts[part, .precisionCount] += 1
    }
    if !a.isEmpty {
      counts[part, .recalls] += hits / Double(a.count)
      counts[part, .recallCount] += 1
    }
    if g != nil, s != nil {
      counts[part, .alignedHits] += hits
      counts[part, .alignedSurplus] += surplus
      counts[part, .alignedLacking] += lacking
    }
  }
}

private func countGold(
  _ g: ScoredStatement, _ s: ScoredStatement?, _ row: AlignedRow, _ group: ReportedSpeech?,
  _ document: GoldDocument, _ counts: inout Counts
) {
  counts[group, .gold] += 1
  counts[group, .goldTokens] += Double(g.quote.count)
  guard let s else { return }
  counts[group, .recalledTokens] += Double(g.quote.common(with: s.quote))
  counts[group, .alignedF1] += row.f1
  counts[group, .aligned] += 1
  guard row.found else { return }
  counts[group, .found] += 1
  if g.quote == s.quote { counts[group, .exact] += 1 }
  if g.type == s.type { counts[group, .foundTypeRight] += 1 }
  if g.medium == s.medium { counts[group, .foundMediumRight] += 1 }
  let sameHead = haveSameHead(g.speaker, s.speaker, in: document)
  if sameHead { counts[group, .whoAndWhat] += 1 }
  if g.speaker.isEmpty {
    counts[group, .unspeakered] += 1
    if s.speaker.isEmpty { counts[group, .unspeakeredRight] += 1 }
    return
  }
  counts[group, .speakered] += 1
  if g.speaker == s.speaker { counts[group, .speakerExact] += 1 }
  if sameHead { counts[group, .speakerHead] += 1 }
  if g.speaker.common(with: s.speaker) > 0 { counts[group, .speakerAny] += 1 }
  if s.speaker.isEmpty { counts[group, .speakerNone] += 1 }
}
