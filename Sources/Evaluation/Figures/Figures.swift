import TextModel

/// Precision, recall and their harmonic mean, each 0...1.
public struct Measure: Sendable, Equatable {
  public var precision: Double
  public var recall: Double
  public var f1: Double

  init(_ precision: Double, _ recall: Double) {
    self.precision = precision
    self.recall = recall
    f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

/// How well the system agrees with the gold annotation.
///
/// *Macro* figures give every aligned pair and every unaligned statement the same weight (the main
/// figures of the data set's own paper), *micro* figures every token. A statement is *found* when it
/// is aligned with a quote token F1 of at least one half; *who and what* asks for the right head of
/// the speaker too.
public struct Figures: Sendable, Equatable {
  /// The figures for one row of the main table: "quote" … "addressee", "roles" (the four roles
  /// pooled), "joint" (all five parts pooled).
  public struct PartFigures: Sendable, Equatable {
    public var name: String
    public var macro: Measure
    public var micro: Measure
    /// Micro, over aligned pairs only.
    public var aligned: Measure
  }

  public struct TypeFigures: Sendable, Equatable {
    public var type: ReportedSpeech
    public var gold: Int
    public var system: Int
    public var found: Double
    public var exact: Double
    public var foundWithType: Double
    public var quoteTokenRecall: Double
    public var alignedF1: Double
    public var speakerHead: Double
    public var whoAndWhat: Double
    /// Share of the system's statements of this type that are found statements of any gold type.
    public var systemRight: Double
    public var systemRightWithType: Double
  }

  /// The speaker of found gold statements that have one.
  public struct SpeakerFigures: Sendable, Equatable {
    public var statements: Int
    public var exact: Double
    public var head: Double
    public var anyOverlap: Double
    public var noneGiven: Double
    /// Share of the found statements without a gold speaker for which the system gives none.
    public var rightlyNone: Double
  }

  public var parts: [PartFigures]
  public var type: Measure
  public var typeAccuracyOfAligned: Double
  public var medium: Measure
  public var mediumAccuracyOfAligned: Double
  public var goldStatements: Int
  public var systemStatements: Int
  public var alignedStatements: Int
  public var found: Measure
  public var exactQuote: Measure
  public var foundWithType: Measure
  public var whoAndWhat: Measure
  public var speaker: SpeakerFigures
  public var byType: [TypeFigures]

  /// A row of the main table by its name.
  public func part(_ name: String) -> PartFigures? { parts.first { $0.name == name } }
}

extension Figures {
  init(_ counts: Counts) {
    parts = Part.allCases.map { PartFigures($0.name, [$0], counts) }
    parts.append(PartFigures("roles", Part.roles, counts))
    parts.append(PartFigures("joint", Part.allCases, counts))
    let gold = counts[.gold]
    let system = counts[.system]
    func overStatements(_ right: Double) -> Measure {
      Measure(ratio(right, system), ratio(right, gold))
    }
    type = overStatements(counts[.typeRight])
    typeAccuracyOfAligned = ratio(counts[.typeRight], counts[.aligned])
    medium = overStatements(counts[.mediumRight])
    mediumAccuracyOfAligned = ratio(counts[.mediumRight], counts[.aligned])
    goldStatements = Int(gold)
    systemStatements = Int(system)
    alignedStatements = Int(counts[.aligned])
    found = overStatements(counts[nil, .found])
    exactQuote = overStatements(counts[nil, .exact])
    foundWithType = overStatements(counts[nil, .foundTypeRight])
    whoAndWhat = overStatements(counts[nil, .whoAndWhat])
    let speakered = counts[nil, .speakered]
    speaker = SpeakerFigures(
      statements: Int(speakered), exact: ratio(counts[nil, .speakerExact], speakered),
      head: ratio(counts[nil, .speakerHead], speakered),
      anyOverlap: ratio(counts[nil, .speakerAny], speakered),
      noneGiven: ratio(counts[nil, .speakerNone], speakered),
      rightlyNone: ratio(counts[nil, .unspeakeredRight], counts[nil, .unspeakered]))
    byType = ReportedSpeech.allCases.map { TypeFigures($0, counts) }
  }
}

extension Figures.PartFigures {
  init(_ name: String, _ parts: [Part], _ counts: Counts) {
    func total(_ sum: Counts.PartSum) -> Double { parts.reduce(0) { $0 + counts[$1, sum] } }
    self.name = name
    macro = Measure(
      ratio(total(.precisions), total(.precisionCount)), ratio(total(.recalls), total(.recallCount))
    )
    let hits = total(.hits)
    micro = Measure(ratio(hits, hits + total(.surplus)), ratio(hits, hits + total(.lacking)))
    let alignedHits = total(.alignedHits)
    aligned = Measure(
      ratio(alignedHits, alignedHits + total(.alignedSurplus)),
      ratio(alignedHits, alignedHits + total(.alignedLacking)))
  }
}

extension Figures.TypeFigures {
  init(_ type: ReportedSpeech, _ counts: Counts) {
    func sum(_ sum: Counts.GroupSum) -> Double { counts[type, sum] }
    self.type = type
    gold = Int(sum(.gold))
    system = Int(sum(.system))
    found = ratio(sum(.found), sum(.gold))
    exact = ratio(sum(.exact), sum(.gold))
    foundWithType = ratio(sum(.foundTypeRight), sum(.gold))
    quoteTokenRecall = ratio(sum(.recalledTokens), sum(.goldTokens))
    alignedF1 = ratio(sum(.alignedF1), sum(.aligned))
    speakerHead = ratio(sum(.speakerHead), sum(.speakered))
    whoAndWhat = ratio(sum(.whoAndWhat), sum(.gold))
    systemRight = ratio(sum(.systemFound), sum(.system))
    systemRightWithType = ratio(sum(.systemFoundSameType), sum(.system))
  }
}

func ratio(_ a: Double, _ b: Double) -> Double { b == 0 ? 0 : a / b }
