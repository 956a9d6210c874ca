extension EvaluationReport {
  /// The report as JSON, with the keys of the data set's scoring script, and `calibration` and
  /// `errors` (how many of each kind) besides. Ends in a line break.
  public var json: String { tree.written() + "\n" }

  private var tree: JSONTree {
    let f = figures
    var members: [(String, JSONTree)] = [
      ("macro", .object(f.parts.map { ($0.name, tree($0.macro)) })),
      ("micro", .object(f.parts.map { ($0.name, tree($0.micro)) })),
      ("aligned pairs only (micro)", .object(f.parts.map { ($0.name, tree($0.aligned)) })),
      ("type", tree(f.type, ("accuracy_of_aligned", .number(f.typeAccuracyOfAligned)))),
      ("medium", tree(f.medium, ("accuracy_of_aligned", .number(f.mediumAccuracyOfAligned)))),
      (
        "statements",
        .object([
          ("gold", .integer(f.goldStatements)), ("system", .integer(f.systemStatements)),
          ("aligned", .integer(f.alignedStatements)), ("found", tree(f.found)),
          ("exact quote", tree(f.exactQuote)), ("found with right type", tree(f.foundWithType)),
          ("who+what", tree(f.whoAndWhat)),
        ])
      ),
      (
        "speaker given found",
        .object([
          ("statements", .integer(f.speaker.statements)), ("exact", .number(f.speaker.exact)),
          ("head", .number(f.speaker.head)), ("any overlap", .number(f.speaker.anyOverlap)),
          ("none given", .number(f.speaker.noneGiven)),
          ("rightly none", .number(f.speaker.rightlyNone)),
        ])
      ),
      ("by gold type", .object(f.byType.map { ($0.type.rawValue, tree($0)) })),
    ]
    if !intervals.isEmpty {
      members.append(
        (
          "intervals",
          .object(intervals.map { ($0.name, .list([.number($0.low), .number($0.high)])) })
        ))
    }
    members.append(("calibration", calibrationTree))
    members.append(
      (
        "errors",
        .object(
          StatementError.Kind.allCases.map { kind in
            (kind.rawValue, .integer(errors.count { $0.kind == kind }))
          })
      ))
    members.append(("warnings", .list(warnings.map { .text($0) })))
    return .object(members)
  }

  private func tree(_ m: Measure, _ more: (String, JSONTree)...) -> JSONTree {
    .object([("p", .number(m.precision)), ("r", .number(m.recall)), ("f1", .number(m.f1))] + more)
  }

  private func tree(_ row: Figures.TypeFigures) -> JSONTree {
    .object([
      ("gold", .integer(row.gold)), ("system", .integer(row.system)),
      ("found", .number(row.found)), ("exact", .number(row.exact)),
      ("found+type", .number(row.foundWithType)),
      ("quote token recall", .number(row.quoteTokenRecall)),
      ("F1 of aligned", .number(row.alignedF1)), ("speaker head", .number(row.speakerHead)),
      ("who+what", .number(row.whoAndWhat)), ("system right", .number(row.systemRight)),
      ("system right+type", .number(row.systemRightWithType)),
    ])
  }

  private var calibrationTree: JSONTree {
    let c = calibration
    return .object([
      ("expected error", .number(c.expectedError)),
      ("share at 0.9", .number(c.confidentShare)), ("right at 0.9", .number(c.confidentRight)),
      (
        "bins",
        .list(
          c.bins.map { bin in
            .object([
              ("low", .number(bin.low)), ("high", .number(bin.high)),
              ("statements", .integer(bin.statements)), ("confidence", .number(bin.confidence)),
              ("right", .number(bin.right)),
            ])
          })
      ),
    ])
  }
}
